"""A page on paper: A4, without what only a screen needs, with its number and address at the foot."""

import shutil
import subprocess

import pytest

from conftest import PUBLISHED_AT, serving
from test_site import DIRECTIVE, LESSONS_OF_LAM_DONG

REPORT = "bao-cao/bac-kan-na-ri-dan-van-kheo.html"


@pytest.fixture(scope="module")
def paper(browser, published, tmp_path_factory):
    """paper(path): the text of each printed sheet of a page of the published site, over http."""
    assert shutil.which("pdftotext"), "pdftotext is missing: run `make test`, which installs it"
    folder = tmp_path_factory.mktemp("paper")

    def printed(path: str) -> list[str]:
        file = folder / (path.replace("/", "-") + ".pdf")
        with serving(published.folder) as root, browser.new_context() as context:
            page = context.new_page()
            page.goto(root + path, wait_until="networkidle")
            page.pdf(path=file, prefer_css_page_size=True)
        size = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        assert "(A4)" in size
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        return text.removesuffix("\f").split("\f")

    return printed


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_document_keeps_its_facts(paper):
    sheets = paper(DIRECTIVE)
    text = flat(" ".join(sheets))
    for fact in ["24-CT/TU", "Số, ký hiệu", "Ngày ban hành", "Ban Thường vụ Tỉnh ủy Lâm Đồng", "Tình trạng", "Bài học rút ra"]:
        assert fact in text, fact


@pytest.mark.parametrize("path, number", [(DIRECTIVE, "24-CT/TU · "), (LESSONS_OF_LAM_DONG[0], "")])
def test_every_sheet_says_where_it_is_from(paper, path, number):
    sheets = paper(path)
    for count, sheet in enumerate(sheets, 1):
        assert number + PUBLISHED_AT + path in flat(sheet)
        assert f"{count}/{len(sheets)}" in sheet


@pytest.mark.parametrize("path", [DIRECTIVE, LESSONS_OF_LAM_DONG[0], "mo-hinh/index.html"])
def test_what_a_screen_needs_is_left_out(paper, path):
    text = flat(" ".join(paper(path)))
    for word in ["Tới nội dung chính", "Nền: theo máy", "In trang", "Chép trích dẫn", "Lọc trong trang này", "Trang đầu", "Nguồn cấp tin"]:
        assert word not in text, word


def test_addresses_of_sources_are_spelled_out(paper, published):
    links = published.pages[REPORT].tree.xpath("//footer[@class='page-foot']//a[starts-with(@href, 'http')]/@href")
    text = "".join("".join(paper(REPORT)).split())
    assert links
    for link in links:
        assert link in text, link


def test_a_table_stays_a_table(paper):
    """And its head stands on each sheet that it goes over."""
    sheets = paper("mo-hinh/index.html")
    assert len(sheets) >= 3
    for number, sheet in enumerate(sheets[1:]):
        table, *charts = sheet.split("Số mục trong sổ này")
        heads = [line.split() for line in table.splitlines()]
        assert any({"Tên", "Nơi", "Kết", "quả"} <= set(head) for head in heads) or (charts and number), sheet
        if charts:
            return
    raise AssertionError("the charts stand below the table")


def test_lessons_side_by_side_are_printed_across(browser, published, tmp_path):
    """The matrix of themes and places is the one page that is read on A4 landscape."""
    with serving(published.folder) as root, browser.new_context() as context:
        page = context.new_page()
        page.goto(root + "bai-hoc/doi-chieu.html", wait_until="networkidle")
        page.pdf(path=tmp_path / "matrix.pdf", prefer_css_page_size=True)
    sizes = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", tmp_path / "matrix.pdf"], capture_output=True, text=True, check=True).stdout
    assert "841.92 x 594.96" in sizes or "842" in sizes.split("size:")[-1].split("x")[0], sizes
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "matrix.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert any("Hà Nội" in line and "Lâm Đồng" in line for line in text.splitlines())
