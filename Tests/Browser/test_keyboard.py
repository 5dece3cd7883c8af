"""A reader without a mouse gets everywhere: by Tab, Enter, Escape and the arrows alone, and always sees where they are."""

from playwright.sync_api import Page, expect
import pytest

from test_site import DIRECTIVE, HOME, LESSONS_OF_LAM_DONG, SEARCH

MOST_TABS = 250
SEEN = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    element: element.outerHTML.slice(0, 120),
    href: element.getAttribute('href'),
    outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    within: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
      && box.left < innerWidth && box.top < innerHeight,
  };
}"""


def step(page: Page, key: str = "Tab") -> dict | None:
    """Presses the key and gives what has the focus, which must be seen."""
    page.keyboard.press(key)
    focus = page.evaluate(SEEN)
    if focus:
        assert focus["outline"], f"no outline: {focus['element']}"
        assert focus["within"], f"out of sight: {focus['element']}"
    return focus


def tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST_TABS):
        step(page)
        if page.evaluate("selector => !!document.activeElement.closest(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def enter(page: Page) -> None:
    """Follows the focused link, once nothing is on its way any more."""
    page.wait_for_load_state("networkidle")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def test_from_home_to_a_document_its_citations_and_the_lists(page, root):
    page.goto(root + HOME, wait_until="networkidle")
    assert "skip-link" in step(page)["element"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi_dung"

    tab_to(page, "main input[name=q]")
    page.keyboard.type("24-CT/TU")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[role=option]").first).to_be_hidden()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + SEARCH + "?*")
    expect(page.locator("ol.search-results a").first).to_be_visible()
    tab_to(page, f'ol.search-results a[href*="{DIRECTIVE.split("/")[1]}"]')
    enter(page)
    assert DIRECTIVE in page.url

    tab_to(page, ".prose a.citation")
    card = page.locator("#citation-card")
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("!!document.activeElement.closest('a.citation')"), "Escape closes the card and nothing else"

    tab_to(page, ".site-footer a")
    page.goto(root + HOME, wait_until="networkidle")
    tab_to(page, 'main a[href="bai-hoc/index.html"]')
    enter(page)
    tab_to(page, ".comparison a, .list-panels a, .list-groups a")
    page.goto(root + HOME, wait_until="networkidle")
    tab_to(page, 'nav a[href="mo-hinh/index.html"]')
    enter(page)


def test_the_register_filters_and_sorts(page, root):
    page.goto(root + "mo-hinh/index.html", wait_until="networkidle")
    rows = page.locator("table.register tbody tr:visible")
    whole = rows.count()
    tab_to(page, ".list-tools input")
    page.keyboard.type("ha noi")
    assert 0 < rows.count() < whole
    step(page)
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.keyboard.press("ArrowDown")
    narrowed = rows.count()
    page.keyboard.press("ArrowUp")
    assert rows.count() >= narrowed
    tab_to(page, "table.register th button")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").count() == 1


@pytest.mark.parametrize("path", [HOME, DIRECTIVE, LESSONS_OF_LAM_DONG[0], "mo-hinh/index.html", "bai-hoc/index.html", SEARCH])
def test_tab_goes_through_the_page_and_out_of_it(page, served, path):
    """Every step is seen, none comes twice, and the walk ends: no trap."""
    page.goto(served + path, wait_until="networkidle")
    seen = []
    for _ in range(MOST_TABS * 3):
        focus = step(page)
        if focus is None or (seen and page.evaluate("document.activeElement === window.sohieuFirst")):
            break
        if not seen:
            page.evaluate("window.sohieuFirst = document.activeElement")
        seen.append(focus["element"])
    else:
        raise AssertionError("Tab never leaves the page")
    links = page.evaluate("""() => [...document.querySelectorAll('a[href]:not([tabindex]), button, input, select, summary')]
      .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('template')).length""")
    assert len(seen) >= links, f"{len(seen)} steps, {links} things to press"


def test_the_menu_of_a_phone_opens(open_page, served):
    page = open_page(served + HOME, viewport={"width": 390, "height": 800})
    tab_to(page, ".menu-button")
    expect(page.locator("#site-menu")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#site-menu")).to_be_visible()
    step(page)
    assert page.evaluate("!!document.activeElement.closest('#site-menu')"), "the menu comes next"
