"""The parts of the search engine by themselves: the text rules it shares with Swift, reading deflated files."""

import base64
import json
from pathlib import Path
import random
import zlib

import pytest

from conftest import REPOSITORY

HERE = Path(__file__).parent
ASSETS = REPOSITORY / "site-templates/assets"
VECTORS = json.loads((REPOSITORY / "Tests/Fixtures/search-syllables.json").read_text("utf-8"))


@pytest.fixture
def engine(page):
    """An empty page with the first scripts of the engine."""
    page.goto("about:blank")
    for name in ("search-text", "search-files"):
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text("utf-8"))
    return page


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["text"] for vector in VECTORS])
def test_text_is_read_as_swift_reads_it(engine, vector):
    """`SearchSyllablesTests` holds Swift to the same file."""
    found = engine.evaluate("text => sohieu.parts.split(text)", vector["text"])
    assert " ".join(s["exact"] for s in found) == vector["exact"]
    assert " ".join(s["folded"] for s in found) == vector["folded"]
    assert [s["code"] for s in found] == vector["codes"]
    assert "".join("1" if s["joined"] else "0" for s in found) == vector["joined"]


@pytest.mark.parametrize("one, other, leads", [
    ("dan", "van", False), ("tran", "to", True), ("24", "ct", False), ("van", "dan", True), ("ba", "ba", True)])
def test_a_pair_is_filed_as_swift_files_it(engine, one, other, leads):
    assert engine.evaluate("([one, other]) => sohieu.parts.leads(one, other)", [one, other]) == leads


def test_old_browsers_inflate_what_new_ones_do(engine):
    generator = random.Random(12)
    words = ["dân vận", "khéo", "chỉ thị", "đ", "\u0000", "24-CT/TU", "漢"]
    for level in (0, 1, 6, 9):
        for size in (0, 1, 40, 3_000):
            text = " ".join(generator.choice(words) for _ in range(size))
            packed = base64.b64encode(zlib.compress(text.encode(), level)).decode()
            assert engine.evaluate("""packed => new TextDecoder().decode(
                sohieu.parts.inflate(Uint8Array.from(atob(packed), c => c.charCodeAt(0))))""", packed) == text


def test_a_site_is_searched_without_the_browsers_own_inflating(page, root):
    page.add_init_script("delete window.DecompressionStream")
    page.goto(root + "tim-kiem.html?q=d%C3%A2n+v%E1%BA%ADn")
    page.locator("ol.search-results > li").first.wait_for()
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    page.locator(".search-excerpt mark").first.wait_for()


def test_the_index_holds_what_the_browser_reads_in_the_texts(page, site, served):
    """Every syllable and pair that JavaScript finds in every page stands in the index that Swift wrote, and in pages that
    answer to nothing but what they say no other does."""
    page.set_default_timeout(0)
    page.goto(served + "tim-kiem.html")
    page.wait_for_function("() => window.sohieu && sohieu.facets")
    found = page.evaluate((HERE / "compare_index.js").read_text("utf-8"))
    assert found["terms"] > 1_000
    assert not found["missing"] and not found["unsaid"], json.dumps(found, ensure_ascii=False)[:4000]
