"""Runs a command and says what it cost, as the kernel counted it."""

from dataclasses import dataclass
import os
import subprocess
import time


@dataclass(frozen=True)
class Cost:
    """Wall clock and processor time in seconds, largest resident memory in bytes."""

    wall: float
    processor: float
    memory: int

    def __add__(self, other: "Cost") -> "Cost":
        """One command after the other: times add up, memory is the larger."""
        return Cost(self.wall + other.wall, self.processor + other.processor, max(self.memory, other.memory))


def run(command: list, log: str) -> Cost:
    """Runs `command` with its output in the file `log`; raises CalledProcessError with the log's end if it fails."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        with open(log, encoding="utf-8", errors="replace") as output:
            raise subprocess.CalledProcessError(process.returncode, command, output.read()[-2000:])
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
