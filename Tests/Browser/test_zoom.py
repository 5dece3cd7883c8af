"""At 200% nothing is cut off, nothing lies over anything else, and no page scrolls sideways."""

import pytest

from test_site import DIRECTIVE, HOME, LESSONS_OF_LAM_DONG, RESOLUTION

PAGES = [
    HOME, RESOLUTION, DIRECTIVE, LESSONS_OF_LAM_DONG[0], "bao-cao/binh-dinh-10-nam-25-nq-tw-218-qd-tw.html",
    "mo-hinh/dan-van-kheo-binh-dinh.html", "dia-phuong/lam-dong.html", "bai-hoc/index.html", "van-ban/index.html",
    "mo-hinh/index.html", "thuat-ngu/index.html", "tim-kiem.html?q=d%C3%A2n+v%E1%BA%ADn",
]
# A window of 1280 by 1024 zoomed to 200%, and one of which only the text is twice as large.
VIEWS = {
    "page": {"viewport": {"width": 640, "height": 512}, "device_scale_factor": 2},
    "text": {"viewport": {"width": 1280, "height": 1024}},
    "text-on-phone": {"viewport": {"width": 390, "height": 800}},
}
# Boxes of pieces of text that are seen: overlapping ones are told, and what sticks out of the page or of a clipping box.
FAULTS = """() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push(`the page scrolls sideways by ${wide}`);
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, template, .visually-hidden, .skip-link, .scroll svg')) continue;
    if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    // Heads of tables that stand as cards are for those who listen to the page.
    const head = element.closest('thead');
    if (head && getComputedStyle(head).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const scrolls = element.closest('.scroll, .search-options');
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) faults.push(`beyond the edge: ${node.data.trim().slice(0, 40)}`);
      pieces.push({text: node.data.trim().slice(0, 40), element, left: box.left, right: box.right, top: box.top + box.height * .2, bottom: box.bottom - box.height * .2});
    }
    for (let holder = element; holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder);
      if (style.overflowX === 'hidden' && holder.scrollWidth > holder.clientWidth + 1) faults.push(`clipped: ${node.data.trim().slice(0, 40)}`);
      if (style.overflowY === 'hidden' && holder.scrollHeight > holder.clientHeight + 1) faults.push(`clipped: ${node.data.trim().slice(0, 40)}`);
    }
  }
  pieces.sort((one, other) => one.top - other.top);
  for (let first = 0; first < pieces.length; first += 1) {
    const one = pieces[first];
    for (let second = first + 1; second < pieces.length && pieces[second].top < one.bottom - 1; second += 1) {
      const other = pieces[second];
      if (other.left < one.right - 1 && one.left < other.right - 1) faults.push(`"${one.text}" over "${other.text}"`);
    }
  }
  return [...new Set(faults)];
}"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_clipped_or_overlaps(open_page, served, path, view):
    page = open_page(served + path, **VIEWS[view])
    if view != "page":
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        page.wait_for_timeout(50)
    assert page.evaluate(FAULTS) == []
