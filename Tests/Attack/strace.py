"""The program run under strace, which kills it, or makes the system refuse, at a chosen system call."""

import re
import subprocess

import pytest

# What changes the disk.
CHANGING = ["mkdir", "openat", "write", "close", "rename", "renameat2", "unlink", "rmdir", "chmod", "ftruncate", "flock"]


def inject(call: str, what: str, when: str) -> list[str]:
    """`what` is `signal=SIGKILL` or `error=ENOSPC`; `when` is `3` for the third call, `3+` for it and all later ones."""
    return ["-e", f"inject={call}:{what}:when={when}"]


def trace(workplace, command: list[str], *injections: list[str]) -> subprocess.CompletedProcess:
    """The command with these injections. Threads are followed; each call is counted thread by thread."""
    names = ",".join(CHANGING)
    options = [option for injection in injections for option in injection]
    return workplace.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={names}", *options, *command])


def calls(workplace, command: list[str]) -> dict[str, int]:
    """How often the busiest thread of the command makes each call."""
    log = workplace.folder / "strace.log"
    finished = workplace.run(
        ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(CHANGING), *command])
    assert finished.returncode == 0, finished.stderr
    count: dict[tuple[str, str], int] = {}
    for line in log.read_text(errors="replace").splitlines():
        if found := re.match(r"(\d+) +(\w+)\(", line):
            count[found[1], found[2]] = count.get((found[1], found[2]), 0) + 1
    log.unlink()
    busiest: dict[str, int] = {}
    for (_, call), number in count.items():
        busiest[call] = max(busiest.get(call, 0), number)
    return busiest


@pytest.fixture(scope="session")
def can_trace() -> None:
    """Skips where the machine forbids one process to watch another."""
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode:
        pytest.skip("this machine forbids strace")
