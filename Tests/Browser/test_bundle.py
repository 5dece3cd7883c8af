"""The page a bundle starts from, as it is unpacked on a stick."""

from axe_playwright_python.sync_playwright import Axe
import pytest

from conftest import serving


@pytest.fixture
def start(unpacked) -> str:
    return next(unpacked.glob("0-*.html")).as_uri()


def test_the_way_leads_into_the_site_and_its_search(open_page, start):
    page = open_page(start)
    page.locator(".start a").click()
    page.wait_for_url("**/trang/index.html")
    page.wait_for_load_state("networkidle")
    page.goto(page.url.replace("index.html", "tim-kiem.html?q=24-CT/TU"))
    page.wait_for_selector("ol.search-results > li")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everyone_can_read_it(open_page, unpacked, theme):
    # The checker fetches the styles, which a browser allows over http alone.
    with serving(unpacked) as address:
        page = open_page(address + next(unpacked.glob("0-*.html")).name, color_scheme=theme, bypass_csp=True)
        assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_runs_off_the_side(open_page, start, width):
    page = open_page(start, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
