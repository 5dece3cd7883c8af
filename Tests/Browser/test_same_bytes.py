"""The same input gives the same bytes: run after run, with any number of jobs, in whatever order the files lie."""

from hashlib import sha256
from pathlib import Path
import shutil

import pytest

from conftest import COLLECTION


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def reference(build, tmp_path_factory) -> dict[str, str]:
    output = tmp_path_factory.mktemp("one-job") / "public"
    finished = build(output, "-j", "1")
    assert finished.returncode == 0, finished.stderr
    return digests(output)


@pytest.mark.parametrize("jobs", ["1", "2", "4", "7"])
def test_any_number_of_jobs(build, reference, tmp_path, jobs):
    assert build(tmp_path / "public", "-j", jobs).returncode == 0
    assert not differences(reference, digests(tmp_path / "public"))


def test_files_written_in_another_order(build, reference, tmp_path):
    content = tmp_path / "content"
    sources = sorted(COLLECTION.rglob("*"), reverse=True)
    for source in sources:
        copy = content / source.relative_to(COLLECTION)
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
    assert build(tmp_path / "public", content=content).returncode == 0
    assert not differences(reference, digests(tmp_path / "public"))


def test_building_over_an_older_site(build, reference, tmp_path):
    output = tmp_path / "public"
    assert build(output).returncode == 0
    (output / "left-over.html").write_text("an earlier page")
    assert build(output).returncode == 2, "somebody has written that page"
    assert build(output, "--force").returncode == 0
    assert not differences(reference, digests(output))
