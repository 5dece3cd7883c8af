"""What a reader does with the portal: registers, lessons side by side, places, missing documents, pages of their own."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from conftest import serving

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WIDE = {"viewport": {"width": 1440, "height": 900}}


def page(title: str, *keys: str, text: str = "Lời giới thiệu.") -> str:
    return "\n".join(["---", f"title: {title}", *keys, "---", "", text, ""])


def collection() -> dict[str, str]:
    files = {
        "site.yaml": "title: Kho thử\ndescription: Để kiểm thử.\ncontribute: mailto:gui@vi-du.vn\n",
        "index.md": page("Kho thử"),
        "localities.yaml": "- id: na-ri\n  name: huyện Na Rì\n  level: district\n  parent: bac-kan\n  valid_to: 2025-07-01\n",
        "mo-hinh/chung.md": page(
            "Mô hình của huyện", "form: mô hình", "locality: na-ri", "results:", "  - indicator: Toàn huyện", '    value: "24"',
            "    unit: mô hình, điển hình", '    year: "2018"'),
        "mo-hinh/ke-hoach.md": page("Phong trào theo kế hoạch", "form: phong trào", "locality: bac-kan", "period: 2017–2020", "stage: đăng ký"),
        "mo-hinh/mot-nam.md": page("=HYPERLINK(1)", "form: mô hình", "locality: ha-noi", 'recognised: "2019"', "stage: công nhận", "field: Kinh tế"),
        "bao-cao/dan.md": page("Nhìn lại", text="Theo Nghị quyết số 25-NQ/TW ngày 22/8/2026 của Ban Chấp hành Trung ương về công tác tư tưởng, xã đã làm."),
        "bao-cao/dan-2.md": page("Nhìn lại lần nữa", text="Theo Nghị quyết số 25-NQ/TW ngày 22/8/2026 của Ban Chấp hành Trung ương."),
        "van-ban/nghi-quyet.md": page(
            "Về công tác dân vận", "number: 25-NQ/TW", "date: 2013-06-03", "issuer: Ban Chấp hành Trung ương",
            text="\n\n".join(f"## Phần {n}\n\n{'Nội dung của phần này. ' * 150}" for n in range(1, 6))),
    }
    for count in range(1, 11):
        place = ["lam-dong", "na-ri", "thai-nguyen"][count % 3]
        files[f"mo-hinh/{count}.md"] = page(f"Mô hình thứ {count}", "form: mô hình", f"locality: {place}", "field: Kinh tế")
        files[f"van-ban/{count}.md"] = page(
            f"Kế hoạch thứ {count}", f"number: {count}/KH-UBND", f"date: {2015 + count % 2}-03-{count:02}", f"locality: {place}",
            f"issuer: UBND {place}", "relations:", "  implements: [25-NQ/TW ngày 03/6/2013]")
    for theme, place, sentence in [
        ("Cán bộ", "lam-dong", "Chọn đúng người."), ("Cán bộ", "ha-noi", "Rèn phong cách."), ("Dân chủ", "lam-dong", "Công khai."),
        ("Phối hợp", "ha-noi", "Các bên cùng làm."), ("Phối hợp", "na-ri", "Giao việc rõ."),
    ]:
        files[f"bai-hoc/{place}-{len(files)}.md"] = page(f"Bài của {place} về {theme}", f"theme: {theme}", f"locality: {place}", f"summary: {sentence}")
    return files


@pytest.fixture(scope="module")
def portal(build_site):
    return build_site(collection())


@pytest.fixture(params=["http", "file"])
def address(request, portal):
    if request.param == "file":
        yield portal.folder.resolve().as_uri() + "/"
    else:
        with serving(portal.folder) as address:
            yield address


def rows(page) -> list[str]:
    return page.locator("table.register tbody tr:visible td:first-child").all_inner_texts()


# Registers

@pytest.mark.parametrize("place, count", [("huyện Na Rì", 5), ("Bắc Kạn", 6), ("Thái Nguyên", 9), ("Lâm Đồng", 3)])
def test_a_place_is_chosen_with_its_districts_and_what_became_part_of_it(open_page, address, place, count):
    page = open_page(address + "mo-hinh/index.html")
    page.get_by_label("Nơi").select_option(place)
    shown = rows(page)
    assert len(shown) == count
    # What was chosen is in the address: another reader who opens it sees the same.
    other = open_page(page.url)
    assert rows(other) == shown and other.get_by_label("Nơi").input_value() == place


def test_words_choices_and_order_stand_in_the_address(open_page, address):
    page = open_page(address + "van-ban/index.html")
    page.get_by_label("Loại").select_option("Kế hoạch")
    page.get_by_label("Năm").select_option("2016")
    page.get_by_label("Lọc trong trang này").fill("lam dong")
    page.get_by_role("button", name="Tên văn bản").click()
    page.get_by_role("button", name="Tên văn bản").click()
    shown = rows(page)
    assert len(shown) == 2 and shown == sorted(shown, key=lambda number: int(number.split("/")[0]), reverse=True)
    assert rows(open_page(page.url)) == shown
    page.get_by_label("Loại").select_option("")
    page.get_by_label("Năm").select_option("")
    page.get_by_label("Lọc trong trang này").fill("")
    assert "loai" not in page.url and "nam=" not in page.url and len(rows(page)) == 11


def test_an_address_that_says_nonsense_shows_everything(open_page, address):
    page = open_page(address + "mo-hinh/index.html#noi=Kh%C3%B4ng%20c%C3%B3&loc=%E0%A4%A&xep=99&&=")
    assert len(rows(page)) == 13


def test_models_are_counted_as_what_they_are(portal):
    tree = portal.pages["mo-hinh/index.html"].tree
    assert "huyện Na Rì 24 mô hình, điển hình (2018)" in tree.text_content()
    cells = [cell.text_content() for cell in tree.xpath('//table[@id="bang"]//tr[td//a[text()="Mô hình của huyện"]]/td')]
    assert cells[4] == "24 mô hình, điển hình Toàn huyện, 2018"
    counts = {
        row.xpath("string(th)"): [cell.xpath('string(*[@class="bar-count"])') for cell in row.xpath("td")]
        for row in tree.xpath('//details[@id="theo-noi"]//tbody/tr')
    }
    assert counts["huyện Na Rì"] == ["0", "0", "4"], "the page that states 24 is no model of its own"
    years = tree.xpath('//details[@id="theo-nam"]//tbody/tr/th')
    assert [year.text_content() for year in years] == ["2019"], "a plan for 2017–2020 is of no one year"
    first = tree.xpath('//table[@id="bang"] | //details[@class="figure-box"]')
    assert first[0].get("id") == "bang" and not tree.xpath('//details[@class="figure-box"][@open]'), "charts are below, folded"


@pytest.mark.parametrize("path, head, count", [
    ("van-ban/danh-sach.csv", "Số, ký hiệu", 11), ("mo-hinh/danh-sach.csv", "Tên", 13)])
def test_a_register_is_a_table_for_spreadsheets(portal, path, head, count):
    data = (portal.folder / path).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(table) == count and head in table[0]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row.values())
    listing = portal.pages[path.replace("danh-sach.csv", "index.html")]
    assert any(listing.target(link.address)[0] == path for link in listing.links)
    addresses = {row["Địa chỉ trang"] for row in table}
    assert addresses <= set(portal.pages)


# Lessons

def test_two_places_stand_side_by_side_within_three_taps_of_the_start(open_page, address):
    page = open_page(address + "index.html")
    page.get_by_role("link", name="Đối chiếu bài học giữa các nơi").click()
    page.get_by_label("Hà Nội").check()
    page.get_by_label("Lâm Đồng").check()
    heads = page.locator("table.matrix thead th:visible").all_inner_texts()
    assert heads == ["Chủ đề", "Hà Nội", "Lâm Đồng"]
    assert rows_of_matrix(page) == [
        ["Cán bộ", "Rèn phong cách.", "Chọn đúng người."], ["Dân chủ", "", "Công khai."], ["Phối hợp", "Các bên cùng làm.", ""]]
    other = open_page(page.url)
    assert other.locator("table.matrix thead th:visible").all_inner_texts() == heads
    page.get_by_role("button", name="Xem tất cả các nơi").click()
    assert page.locator("table.matrix thead th:visible").count() == 4 and "#" not in page.url


def rows_of_matrix(page) -> list[list[str]]:
    return page.evaluate("""() => [...document.querySelectorAll('table.matrix tbody tr')].map(row =>
      [...row.cells].filter(cell => !cell.hidden).map(cell => cell.querySelector('p')
        ? cell.querySelector('p').lastChild.textContent.trim() : cell.tagName === 'TH' ? cell.textContent.trim() : ''))""")


def test_the_matrix_shows_what_is_empty_and_needs_no_script(open_page, address):
    page = open_page(address + "bai-hoc/doi-chieu.html", java_script_enabled=False)
    assert page.locator("table.matrix td").count() == 9
    assert page.locator(".empty-cell:visible").count() == 4
    small = open_page(address + "bai-hoc/doi-chieu.html", viewport={"width": 320, "height": 640})
    assert small.evaluate("document.documentElement.scrollWidth") <= 320


# Places

def test_the_map_and_its_table_say_the_same(portal):
    tree = portal.pages["dia-phuong/index.html"].tree
    tiles = tree.xpath('//ul[@class="tiles"]/li')
    assert len(tiles) == 34 and len({tile.get("class") for tile in tiles}) == 34
    table = {row.xpath("string(td[1]/a | td[1]/text())"): row for row in tree.xpath('//table[@id="bang"]/tbody/tr')}
    names = [tile.xpath("normalize-space((a | span)/text()[1])") for tile in tiles]
    assert sorted(names) == sorted(table)
    for tile, name in zip(tiles, names):
        stated = tile.xpath("string(.//b)")
        counted = sum(int(cell.text or 0) for cell in table[name].xpath('td[@class="figure"]'))
        assert int(stated or 0) == counted, name
        assert tile.xpath("a/@href") == table[name].xpath("td[1]/a/@href"), name
    assert "Tỉnh Bắc Kạn" in table["Thái Nguyên"].text_content() and "Huyện Na Rì" in table["Thái Nguyên"].text_content()


# Documents

def test_a_missing_document_is_told_as_far_as_it_is_known(portal):
    tree = portal.pages["chua-co/25-nq-tw-2026-08-22.html"].tree
    assert tree.xpath("string(//h1)") == "25-NQ/TW ngày 22/8/2026"
    text = re.sub(r"\s+", " ", tree.xpath("string(//main)"))
    assert "Ban Chấp hành Trung ương" in text and "công tác tư tưởng" in text.lower()
    namesakes = tree.xpath('//section[@aria-labelledby="cung_so"]//a/@href')
    assert namesakes == ["../van-ban/nghi-quyet.html"]
    assert {"../bao-cao/dan.html", "../bao-cao/dan-2.html"} <= set(tree.xpath('//section[@aria-labelledby="vien-dan"]//a/@href'))
    assert "mailto:gui@vi-du.vn" in tree.xpath("//main//a/@href")


def test_tabs_and_trails_begin_with_the_number(portal):
    tree = portal.pages["van-ban/nghi-quyet.html"].tree
    assert tree.xpath("string(//title)") == "25-NQ/TW – Về công tác dân vận – Kho thử"
    for path, page in portal.pages.items():
        crumbs = page.tree.xpath('//nav[contains(@class, "breadcrumbs")]//li')
        if path == "index.html" or page.tree.xpath('//meta[@http-equiv="refresh"]'):
            continue
        assert len(crumbs) >= 2 and crumbs[-1].xpath("*[@aria-current='page']"), path
        assert len(crumbs) >= 3 or path.count("/") == 0 or path.endswith("/index.html"), path


def test_a_phone_shows_what_a_document_is_on_its_first_screen(open_page, address):
    page = open_page(address + "van-ban/nghi-quyet.html", **PHONE)
    for words in ["Nghị quyết 25-NQ/TW", "Về công tác dân vận", "ngày 03/6/2013", "Mục lục", "Liên quan (1"]:
        box = page.locator("main").get_by_text(words).first.bounding_box()
        assert box and box["y"] + box["height"] <= 844, words
    assert not page.locator(".contents a").first.is_visible()
    page.get_by_text("Mục lục").tap()
    expect(page.locator(".contents a").first).to_be_visible()


def test_beside_a_wide_text_the_contents_stay_and_mark_where_one_is(open_page, address):
    page = open_page(address + "van-ban/nghi-quyet.html", **WIDE)
    assert page.locator(".contents a").first.is_visible() and page.locator("aside .links a, aside .tree a").first.is_visible()
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 300)
    page.wait_for_function("document.querySelector('#citation-card')")
    page.evaluate("document.getElementById('phan-4').scrollIntoView()")
    expect(page.locator(".contents [aria-current]")).to_have_text("Phần 4")
    box = page.locator(".contents [aria-current]").bounding_box()
    assert 0 <= box["y"] <= 900


# What a number means, on a phone

def press(page, selector: str, milliseconds: int):
    """A finger on the middle of an element for as long."""
    box = page.locator(selector).first.bounding_box()
    session = page.context.new_cdp_session(page)
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.wait_for_timeout(milliseconds)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_tap_follows_a_number_and_a_longer_press_says_what_it_is(open_page, build_site):
    site = build_site({
        "bao-cao/dan.md": page("Nhìn lại", text="Theo Nghị quyết số 25-NQ/TW ngày 03/6/2013, xã đã làm."),
        "van-ban/nghi-quyet.md": page("Về công tác dân vận", "number: 25-NQ/TW", "date: 2013-06-03", text="Nội dung."),
    })
    phone = open_page(site.folder.resolve().as_uri() + "/bao-cao/dan.html", **PHONE)
    cited = ".prose a.citation"
    phone.mouse.wheel(0, 10)
    phone.wait_for_function("document.querySelector('#citation-card')")
    press(phone, cited, 700)
    expect(phone.locator("#citation-card")).to_be_visible()
    assert phone.url.endswith("bao-cao/dan.html")
    phone.locator("h1").tap()
    expect(phone.locator("#citation-card")).to_be_hidden()
    phone.locator(cited).first.tap()
    phone.wait_for_url("**/van-ban/**")


# Pages of one's own

def test_pages_are_saved_on_the_first_tap_and_forgotten_with_one(open_page, portal):
    with serving(portal.folder) as address:
        page = open_page(address + "van-ban/nghi-quyet.html", **PHONE)
        page.locator("[data-action=save]").tap()
        expect(page.locator("[data-action=save]")).to_have_text("Đã lưu, bấm để bỏ")
        page.goto(address + "bao-cao/dan.html", wait_until="networkidle")
        page.mouse.wheel(0, 50)
        page.wait_for_function("document.querySelector('#citation-card')")
        page.goto(address + "index.html", wait_until="networkidle")
        assert page.locator("[data-list=saved] a").all_inner_texts() == ["25-NQ/TW – Về công tác dân vận"]
        assert page.locator("[data-list=recent] a").all_inner_texts() == ["Nhìn lại", "25-NQ/TW – Về công tác dân vận"]
        page.locator("[data-list=saved] a").click()
        page.wait_for_url("**/van-ban/nghi-quyet.html")
        page.goto(address + "index.html", wait_until="networkidle")
        page.get_by_role("button", name="Xóa danh sách này").click()
        assert page.locator("#da_doc").is_hidden()
        page.reload(wait_until="networkidle")
        assert page.locator("#da_doc").is_hidden()
        assert page.evaluate("Object.keys(localStorage)") == []
