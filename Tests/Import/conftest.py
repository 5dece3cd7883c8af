"""What the import tests stand on: the program, an empty site, and the ten Word files made for this run."""

import os
import subprocess
from pathlib import Path

import pytest

import office_files

REPOSITORY = Path(__file__).resolve().parents[2]


class Desk:
    """A site in a folder and the program that works on it."""

    def __init__(self, program: Path, folder: Path):
        self.program = program
        self.folder = folder
        self.content = folder / "content"
        self.content.mkdir(parents=True)
        (self.content / "index.md").write_text("---\ntitle: Kho\n---\n\nTrang đầu.\n", encoding="utf-8")

    def run(self, *arguments, path: str | None = None) -> subprocess.CompletedProcess:
        environment = {"LANG": "vi_VN.UTF-8", "PATH": path or os.environ["PATH"], "HOME": str(self.folder)}
        return subprocess.run(
            [self.program, *map(str, arguments)], cwd=REPOSITORY, env=environment, capture_output=True, text=True)

    def bring(self, *files, **options) -> subprocess.CompletedProcess:
        return self.run("import", "-s", self.content, *files, **options)

    def pages(self) -> dict[str, str]:
        """Every page by its content path."""
        found = {str(p.relative_to(self.content)): p.read_text(encoding="utf-8") for p in self.content.rglob("*.md")}
        found.pop("index.md", None)
        return found


@pytest.fixture(scope="session")
def program() -> Path:
    path = Path(os.environ.get("SOHIEU", REPOSITORY / ".build/release/sohieu"))
    assert path.exists(), f"{path} is missing: run `make site` first"
    return path


@pytest.fixture
def desk(program, tmp_path) -> Desk:
    return Desk(program, tmp_path / "site")


@pytest.fixture(scope="session")
def word_files(tmp_path_factory) -> tuple[Path, dict]:
    """The folder of the ten files, and what each of them states."""
    folder = tmp_path_factory.mktemp("word")
    return folder, office_files.write_all(folder)


@pytest.fixture(scope="session")
def imported(program, word_files, tmp_path_factory) -> dict:
    """Each Word file imported into a site of its own: name → (desk, page, run)."""
    results = {}
    for name in office_files.FILES:
        desk = Desk(program, tmp_path_factory.mktemp("desk") / "site")
        run = desk.bring(word_files[0] / name)
        assert run.returncode == 0, run.stderr
        (page,) = desk.pages().items()
        results[name] = (desk, page, run)
    return results
