"""The built site as a reader meets it: in a browser, over http and from a folder, with scripts and without."""

import re

import pytest

from conftest import SUBFOLDER

HOME = "index.html"
SEARCH = "tim-kiem.html"
RESOLUTION = "van-ban/25-nq-tw-2013.html"
DIRECTIVE = "van-ban/24-ct-tu-lam-dong.html"
LESSONS_OF_LAM_DONG = [
    "bai-hoc/lam-dong-1-lanh-dao-va-quan-triet.html",
    "bai-hoc/lam-dong-2-chon-va-boi-duong-can-bo.html",
    "bai-hoc/lam-dong-3-dan-chu-o-co-so.html",
    "bai-hoc/lam-dong-4-chinh-sach-hop-thuc-tien.html",
    "bai-hoc/lam-dong-5-phoi-hop.html",
    "bai-hoc/lam-dong-6-kiem-tra-khen-thuong.html",
]
KINDS = [
    HOME,
    SEARCH,
    RESOLUTION,
    DIRECTIVE,
    LESSONS_OF_LAM_DONG[0],
    "bao-cao/binh-dinh-10-nam-25-nq-tw-218-qd-tw.html",
    "mo-hinh/dan-van-kheo-binh-dinh.html",
    "thuat-ngu/dan-van-chinh-quyen.html",
    "chua-co/25-nq-tw-2026-08-22.html",
    "van-ban/index.html",
    "bai-hoc/index.html",
    "mo-hinh/index.html",
    "thuat-ngu/index.html",
    "dia-phuong/lam-dong.html",
    "chu-de-bai-hoc/phoi-hop-trong-he-thong-chinh-tri.html",
    "gioi-thieu.html",
    "doc-ngoai-tuyen.html",
    "404.html",
]
PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("path", KINDS)
def test_opens_without_a_complaint(open_page, root, path):
    page = open_page(root + path)
    assert page.title().strip()
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()


@pytest.mark.parametrize("path", KINDS)
def test_reads_without_scripts(open_page, root, path):
    page = open_page(root + path, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator("main").is_visible()
    if path != SEARCH:
        text = page.locator("main").inner_text()
        with_scripts = open_page(root + path).locator("main").inner_text()
        # Whatever scripts add, what they start from must be the page and not a shell of it.
        assert len(text) >= 0.8 * len(with_scripts)


def test_styles_and_scripts_are_loaded(open_page, root):
    page = open_page(root + HOME)
    rules = "[...document.styleSheets].filter(sheet => sheet.href).length"
    assert page.evaluate(rules) >= 1
    plain = open_page("about:blank").evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != plain


def test_a_reader_walks_from_home_to_a_document(open_page, root):
    page = open_page(root + HOME)
    page.locator('main a[href="van-ban/index.html"], header a[href="van-ban/index.html"]').first.click()
    page.wait_for_load_state("networkidle")
    page.locator(f'main a[href$="{RESOLUTION.split("/")[1]}"]').first.click()
    page.wait_for_load_state("networkidle")
    assert page.url.startswith(root + RESOLUTION)
    assert "25-NQ/TW" in page.locator("main").inner_text()


def test_a_form_without_scripts_leads_to_the_search_page(open_page, root):
    page = open_page(root + HOME, java_script_enabled=False)
    form = page.locator("form.search-form:visible")
    assert form.count() == 1
    assert form.get_attribute("action") == SEARCH
    form.locator("input[name=q]").fill("dân vận")
    form.locator("input[name=q]").press("Enter")
    page.wait_for_load_state("networkidle")
    assert page.url.startswith(root + SEARCH)


def test_the_search_page_finds_a_document(open_page, root):
    page = open_page(root + SEARCH + "?q=24-CT%2FTU")
    page.wait_for_selector(f'main a[href*="{DIRECTIVE}"]')


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_a_small_phone(open_page, served, path):
    page = open_page(served + path, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", KINDS)
def test_declares_a_strict_policy_and_obeys_it(site, path):
    tree = site.pages[path].tree
    policy = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert policy and "default-src 'self'" in policy[0] and "unsafe-" not in policy[0]
    assert not tree.xpath("//@style") and not tree.xpath("//style")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    inline = [script for script in tree.xpath("//script[not(@src)]") if "json" not in script.get("type", "")]
    assert not inline


def test_served_from_a_subfolder(served):
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+" + SUBFOLDER + "/", served)


def test_from_the_resolution_to_what_came_of_it(site):
    steps = site.steps_from(RESOLUTION, most=2)
    for target in [
        "bao-cao/binh-dinh-10-nam-25-nq-tw-218-qd-tw.html",
        "van-ban/17-ctr-tu-binh-dinh.html",
        "van-ban/218-qd-tw.html",
    ]:
        assert steps.get(target) == 1, f"{RESOLUTION} does not link to {target}"


@pytest.mark.parametrize("folder", ["bai-hoc/", "mo-hinh/"])
def test_from_the_resolution_to_lessons_and_models_of_several_places(site, folder):
    reached = {path for path in site.steps_from(RESOLUTION, most=2) if path.startswith(folder)}
    places = {path.removeprefix(folder).split("-", 2)[0] for path in reached}
    assert len(reached) >= 3 and len(places) >= 2, f"only {sorted(reached)}"


@pytest.mark.parametrize("lesson", LESSONS_OF_LAM_DONG)
def test_from_the_directive_to_each_of_its_lessons(site, lesson):
    assert site.steps_from(DIRECTIVE, most=1).get(lesson) == 1


def test_every_page_can_be_reached_from_home(site):
    # Forms lead to the search page; the page for what is not there is reached by a wrong address.
    reached = set(site.steps_from(HOME, most=6, within="//body")) | {SEARCH, "404.html"}
    redirects = {path for path, page in site.pages.items() if any(link.element == "meta" for link in page.links)}
    assert not set(site.pages) - reached - redirects
