"""Counts the instructions a run of the program takes, which are the same on a busy machine and on an idle one."""

import os
from pathlib import Path
import re
import subprocess

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "site-templates"
FOUND = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def program(tmp_path_factory) -> Path:
    """The release binary, or the one that SOHIEU names, without its debugging information, which Valgrind cannot read."""
    built = Path(os.environ.get("SOHIEU", REPOSITORY / ".build/release/sohieu"))
    assert built.exists(), f"{built} is missing: run `make site` first"
    stripped = tmp_path_factory.mktemp("program") / "sohieu"
    subprocess.run(["strip", "--strip-debug", "-o", stripped, built], check=True)
    return stripped


@pytest.fixture(scope="session")
def steady_suspend(tmp_path_factory) -> Path:
    library = tmp_path_factory.mktemp("library") / "steady_suspend.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, Path(__file__).with_name("steady_suspend.c")], check=True)
    return library


@pytest.fixture(scope="session")
def counted(program, steady_suspend):
    """counted(*arguments, **environment): the instructions of a run of the program."""

    def count(*arguments: str | Path, **environment: str) -> int:
        finished = subprocess.run(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program, *arguments],
            env=os.environ | {"LD_PRELOAD": str(steady_suspend), "SOURCE_DATE_EPOCH": "1800000000"} | environment,
            capture_output=True,
            text=True,
        )
        assert finished.returncode in (0, 1), finished.stderr[-3000:]
        counted = re.search(r"I\s+refs:\s+([\d,]+)", finished.stderr)
        assert counted, finished.stderr[-3000:]
        return int(counted[1].replace(",", ""))

    return count


@pytest.fixture(scope="session")
def instructions(counted, tmp_path_factory):
    """instructions(command, files): what `sohieu COMMAND` takes over a content folder of these files, one task at a time."""

    def count(command: str, files: dict[str, str]) -> int:
        folder = tmp_path_factory.mktemp("content")
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        arguments = [command, "-s", folder, "-t", TEMPLATES, "-j", "1", "--format", "short"]
        if command == "build":
            arguments += ["-o", tmp_path_factory.mktemp("output") / "site"]
        return counted(*arguments)

    return count


@pytest.fixture
def tell(request):
    """Keeps a line for the end of the report."""
    return request.config.stash.setdefault(FOUND, []).append


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(FOUND, []):
        terminalreporter.write_line(line)
