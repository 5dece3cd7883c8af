"""What the attacks stand on: a small collection, the program, and what a whole site is.

Every attack takes `--rounds`: a few in `make test`, many in `make attack`. How much was tried is printed at the end.
"""

from collections import Counter
from hashlib import sha256
import os
from pathlib import Path
import subprocess

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "site-templates"
# A day that nothing depends on, so that two builds can be compared.
EPOCH = "1792540800"
TRIED: Counter[str] = Counter()


def pytest_addoption(parser) -> None:
    parser.addoption("--rounds", type=int, default=2, help="how often each attack is tried")


def pytest_terminal_summary(terminalreporter) -> None:
    if TRIED:
        terminalreporter.section("attacks")
        for name, count in sorted(TRIED.items()):
            terminalreporter.line(f"{count:>7}  {name}")


@pytest.fixture
def rounds(request) -> int:
    return request.config.getoption("--rounds")


@pytest.fixture
def tried():
    """tried(name): counts one try, for the summary."""

    def count(name: str, number: int = 1) -> None:
        TRIED[name] += number

    return count


@pytest.fixture(scope="session")
def program() -> Path:
    """The program under test: the release binary, or the one that SOHIEU names."""
    program = Path(os.environ.get("SOHIEU", REPOSITORY / ".build/release/sohieu"))
    assert program.exists(), f"{program} is missing: run `make site` first"
    return program


class Workplace:
    """A folder with two collections of the same size, `content` and `other`, and the program run in it."""

    def __init__(self, folder: Path, program: Path, pages: int = 12):
        self.folder = folder
        self.program = program
        for name in ("content", "other"):
            (folder / name / "van-ban").mkdir(parents=True)
            (folder / name / "index.md").write_text(f"---\ntitle: Kho {name}\n---\n\nChữ của {name}.\n")
            for number in range(1, pages + 1):
                (folder / name / "van-ban" / f"{name}-{number}.md").write_text(
                    f"---\ntitle: Văn bản {number}\nnumber: {number}-CT/TU\nlocality: lam-dong\ndate: 2020-03-15\n---\n\n"
                    f"Theo Chỉ thị {number % pages + 1}-CT/TU của {name}.\n")

    def command(self, *arguments: str | Path, content: str = "content") -> list[str]:
        """The command line of a build; other commands are given in full by `run`."""
        return [str(self.program), "build", "-s", content, "-t", str(TEMPLATES), *map(str, arguments)]

    def environment(self, **more: str) -> dict[str, str]:
        # A home, so that builds remember the last one and link what is unchanged.
        return {"PATH": os.environ["PATH"], "HOME": f"{self.folder}-home", "LANG": "en_US.UTF-8", "SOURCE_DATE_EPOCH": EPOCH, **more}

    def run(self, command: list[str], **options) -> subprocess.CompletedProcess:
        environment = options.pop("env", None) or self.environment()
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.run(command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, text=True, **options)

    def start(self, command: list[str]) -> subprocess.Popen:
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)

    def build(self, *arguments: str | Path, content: str = "content") -> subprocess.CompletedProcess:
        return self.run(self.command(*arguments, content=content))

    @property
    def leftovers(self) -> list[str]:
        """What lies beside the outputs that no finished build leaves."""
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith(".") or "con-lai" in path.name)


@pytest.fixture
def workplace(tmp_path, program) -> Workplace:
    return Workplace(tmp_path, program)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def whole(folder: Path) -> str:
    """The digest of the list of a site, after every file of it has been compared with that list."""
    found = digests(folder)
    text = (folder / "SHA256SUMS").read_bytes()
    listed = dict(reversed(line.split("  ", 1)) for line in text.decode().splitlines())
    del found["SHA256SUMS"]
    found.pop(".gitkeep", None)
    assert found == listed, f"not whole: {sorted(set(found.items()) ^ set(listed.items()))[:5]}"
    return sha256(text).hexdigest()


@pytest.fixture
def sites(workplace) -> dict[str, str]:
    """The digests of both collections, built in peace."""
    result = {}
    for content in ("content", "other"):
        finished = workplace.build("-o", f"peace-{content}", content=content)
        assert finished.returncode == 0, finished.stderr
        result[content] = whole(workplace.folder / f"peace-{content}")
    return result
