"""A former address of a page leads to it: from any static host, over file://, with the anchor's page intact."""

import pytest

from conftest import PATIENCE, serving

COLLECTION = {
    "site.yaml": "title: Kho thử\n",
    "index.md": "---\ntitle: Kho thử\n---\n",
    "bai-hoc/moi.md": "---\ntitle: Bài học đã dời\naliases: [cu/trang.html, /cu/thu-muc/, trang-ngan]\n---\n\nNội dung.\n",
}
FORMER = ["cu/trang.html", "cu/thu-muc/index.html", "trang-ngan/index.html"]


@pytest.fixture(scope="session")
def moved(build_site):
    return build_site(COLLECTION)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("path", FORMER)
def test_leads_to_the_page(browser, moved, path, scheme, scripts):
    with serving(moved.folder) as served, browser.new_context(java_script_enabled=scripts) as context:
        root = served if scheme == "http" else moved.folder.resolve().as_uri() + "/"
        page = context.new_page()
        page.goto(root + path)
        page.wait_for_url(root + "bai-hoc/moi.html", timeout=PATIENCE)
        assert page.locator("h1").inner_text(timeout=PATIENCE) == "Bài học đã dời"


def test_folders_are_served_without_a_file_name(browser, moved):
    with serving(moved.folder) as served, browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "cu/thu-muc/")
        page.wait_for_url(served + "bai-hoc/moi.html", timeout=PATIENCE)


def test_former_addresses_are_not_found_by_search_engines(moved):
    for path in FORMER:
        assert moved.pages[path].tree.xpath('//meta[@name="robots"]/@content') == ["noindex"]
        assert moved.pages[path].tree.xpath("//a[@href]"), "and there is a link for who is not sent on"
