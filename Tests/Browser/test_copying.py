"""The tools of an article: they work on the first tap, over http and from a folder, and say what they did."""

import pytest

from conftest import serving

COLLECTION = {
    "index.md": "---\ntitle: Kho thử\n---\n",
    "van-ban/nghi-dinh.md": "---\ntitle: Nghị định về công tác văn thư\nnumber: 30/2020/NĐ-CP\nissuer: Chính phủ\ndate: 2007-03-05\n---\n\n"
    + "\n".join(f"## Điều {n}. Phạm vi\n\n1. Một việc phải làm.\n\n2. Một việc khác.\n\n{'Nội dung. ' * 300}\n" for n in range(1, 4)),
    "bao-cao/bai.md": "---\ntitle: Nhìn lại\nform: bài viết\nlocality: lam-dong\ndate: 2023-07-21\n---\n\n## Kết quả\n\nMột là, làm tốt.\n",
    "thuat-ngu/dan.md": "---\ntitle: Dân là gốc\n---\n\nLời giải thích.\n",
}
CITATION = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2007 của Chính phủ về công tác văn thư"


@pytest.fixture(scope="module")
def articles(build_site):
    return build_site(COLLECTION)


@pytest.fixture(params=["http", "file"])
def address(request, articles):
    if request.param == "file":
        yield articles.folder.resolve().as_uri() + "/"
    else:
        with serving(articles.folder) as address:
            yield address


def pasted(page) -> str:
    """What is in the clipboard, as a reader would find it."""
    box = page.locator(".site-header input[name=q]")
    box.fill("")
    box.focus()
    page.keyboard.press("Control+V")
    return box.input_value()


def first_tap(open_page, address, selector, touch=True):
    page = open_page(address, has_touch=touch, viewport={"width": 390, "height": 844})
    button = page.locator(selector)
    button.tap() if touch else button.click()
    # What is said leaves again after a while: it is taken as it comes.
    said = page.wait_for_function("""document.querySelector('[role="status"].toast').textContent""").json_value()
    assert said.startswith("Đã chép: ")
    return page, said.removeprefix("Đã chép: ")


@pytest.mark.parametrize("touch", [True, False])
def test_the_first_tap_copies_a_document(open_page, address, touch):
    page, said = first_tap(open_page, address + "van-ban/nghi-dinh.html", "[data-action=copy]", touch)
    assert said == CITATION
    assert pasted(page) == CITATION


@pytest.mark.parametrize("anchor, words", [("dieu-2", "Điều 2 "), ("dieu-2-khoan-2", "Khoản 2 Điều 2 "), ("nothing", "")])
def test_where_one_stands_is_part_of_the_citation(open_page, address, anchor, words):
    page, said = first_tap(open_page, f"{address}van-ban/nghi-dinh.html#{anchor}", "[data-action=copy]")
    assert pasted(page) == said == words + CITATION


def test_other_pages_are_copied_with_their_address(open_page, address):
    page, said = first_tap(open_page, address + "bao-cao/bai.html", "[data-action=copy]")
    assert pasted(page) == f"“Nhìn lại”, tỉnh Lâm Đồng, ngày 21/7/2023, Sohieu, {address}bao-cao/bai.html" == said


def test_a_section_is_copied_by_its_mark_or_where_one_stands(open_page, address):
    page, said = first_tap(open_page, address + "van-ban/nghi-dinh.html", "h2 .heading-anchor >> nth=1", touch=True)
    assert pasted(page) == address + "van-ban/nghi-dinh.html#dieu-2" == said
    page, said = first_tap(open_page, address + "van-ban/nghi-dinh.html#dieu-3", "[data-action=copy-link]")
    assert pasted(page) == address + "van-ban/nghi-dinh.html#dieu-3" == said


def test_a_reader_hears_what_was_copied(articles):
    """The live region is there before it is filled: one that is made with its text is often not read out."""
    for path in ["van-ban/nghi-dinh.html", "bao-cao/bai.html", "thuat-ngu/dan.html"]:
        tree = articles.pages[path].tree
        assert tree.xpath('//*[@role="status" and contains(@class, "toast") and not(node())]'), path
        assert [b.get("data-action") for b in tree.xpath('//div[@class="page-tools"]/button')] == ["copy", "copy-link", "save", "print"], path
