"""content/, which editors change: it builds, and says nothing that one of them has to mend."""

from conftest import REPOSITORY


def test_the_collection_of_the_project_builds_without_error_or_warning(build, tmp_path):
    finished = build(tmp_path / "public", "--strict", content=REPOSITORY / "content")
    assert finished.returncode == 0, finished.stderr
