"""Tables that list things sort by each column that says so, both ways, as Vietnamese sorts."""

import pytest

COLUMN = """column => [...document.querySelectorAll('table.register tbody tr')].map(row => {
  const time = row.cells[column].querySelector('time');
  return time ? time.dateTime : row.cells[column].textContent.trim();
})"""


def sort_by(page, header: str):
    page.get_by_role("button", name=header, exact=True).click()


def test_dates_sort_as_dates_and_empty_ones_stay_last(page, root):
    page.goto(root + "van-ban/index.html", wait_until="networkidle")
    sort_by(page, "Ngày ban hành")
    upwards = page.evaluate(COLUMN, 2)
    dates = [date for date in upwards if date]
    assert dates == sorted(dates) and len(set(dates)) > 3
    assert upwards == dates + [""] * (len(upwards) - len(dates))
    sort_by(page, "Ngày ban hành")
    assert page.evaluate(COLUMN, 2) == sorted(dates, reverse=True) + [""] * (len(upwards) - len(dates))
    header = page.locator("th[aria-sort]")
    assert header.count() == 1 and header.get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize("column, header", [(0, "Tên"), (2, "Lĩnh vực"), (3, "Nơi")])
def test_names_sort_by_the_vietnamese_alphabet(page, root, column, header):
    page.goto(root + "mo-hinh/index.html", wait_until="networkidle")
    sort_by(page, header)
    names = [name for name in page.evaluate(COLUMN, column) if name]
    assert names == page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b, 'vi', {numeric: true}))", names)
    assert len(set(names)) > 3


def test_numbers_sort_as_numbers(page, build_site):
    """Twelve documents that the collection lacks; the n-th is cited by n pages."""
    files = {"index.md": "---\ntitle: Kho thử\n---\n"}
    for count in range(1, 13):
        cited = ", ".join(f"{number}/QĐ-UBND ngày 0{number % 9 + 1}/3/2020" for number in range(count + 100, 113))
        files[f"bao-cao/{count}.md"] = f"---\ntitle: Báo cáo {count}\ndate: 2021-01-02\n---\n\nTheo Quyết định số {cited}.\n"
    site = build_site(files)
    page.goto(site.folder.resolve().as_uri() + "/chua-co/index.html", wait_until="networkidle")
    assert page.locator("table.register tbody tr").count() == 12
    sort_by(page, "Số trang viện dẫn")
    counts = [int(count) for count in page.evaluate(COLUMN, 4)]
    assert counts == sorted(counts) and counts[-1] == 12


def test_sorting_keeps_what_a_filter_hides_hidden(page, root):
    page.goto(root + "mo-hinh/index.html", wait_until="networkidle")
    page.locator(".list-tools input").fill("ha noi")
    shown = page.locator("table.register tbody tr:visible")
    count = shown.count()
    sort_by(page, "Tên")
    assert 0 < shown.count() == count
