"""A PostgreSQL server of its own for the tests, which goes when they end, and the program whose exports it reads."""

from collections.abc import Iterator
import os
from pathlib import Path
import pwd
import shutil
import subprocess
import tempfile

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "site-templates"


@pytest.fixture(scope="session")
def export():
    """export(content, format): what `sohieu export` prints of a content folder."""
    program = Path(os.environ.get("SOHIEU", REPOSITORY / ".build/release/sohieu"))
    assert program.exists(), f"{program} is missing: run `make site` first"

    def run(content: Path, form: str) -> str:
        command = [program, "export", "--format", form, "-s", content, "-t", TEMPLATES]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    return run


class Server:
    """A cluster in a folder of its own, reached through a socket there. Its locale is C: nothing may depend on another."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        # The server refuses to run as root.
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        self.run("initdb", "-D", folder / "data", "-U", "kho", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        self.run("pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")

    def run(self, program: str, *arguments) -> None:
        subprocess.run([*self.user, self.programs / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")

    def ask(self, text: str, database: str = "postgres") -> list[list[str]]:
        """Runs statements; the rows of the last, each value as text."""
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "kho", "-d", database,
                   "-A", "-t", "-F", "\x1f", "-R", "\x1e"]
        finished = subprocess.run(command, input=text, capture_output=True, encoding="utf-8")
        assert finished.returncode == 0, finished.stderr[-3000:]
        rows = finished.stdout.removesuffix("\n")
        return [row.split("\x1f") for row in rows.split("\x1e")] if rows else []


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="sohieu-postgresql-"))
    server = Server(folder)
    yield server
    server.stop()
    shutil.rmtree(folder)
