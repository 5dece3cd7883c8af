"""axe-core finds nothing to object to on any kind of page, in the light and in the dark theme."""

from axe_playwright_python.sync_playwright import Axe
import pytest

from test_site import KINDS


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_no_violation(open_page, served, path, theme):
    # The checker is added to the page from outside, which the page's own policy would rightly refuse.
    page = open_page(served + path, color_scheme=theme, bypass_csp=True)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
