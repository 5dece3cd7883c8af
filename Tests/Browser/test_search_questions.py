"""What readers ask, on a small collection made for it: questions, places, numbers that are not here, slips of the finger."""

import json

from playwright.sync_api import expect
import pytest

from conftest import serving

SEARCH = "([text, options]) => sohieu.search(text, options)"
SUGGEST = "text => sohieu.suggest(text)"
MODEL = "mo-hinh/hien-dat-lam-duong.html"
RESOLUTION = "van-ban/25-nq-tw-2013.html"

LOCALITIES = """
- {id: na-ri, name: huyện Na Rì, level: district, parent: bac-kan, valid_to: 2025-07-01}
- {id: phuoc-long, name: thị xã Phước Long, level: district, parent: binh-phuoc, valid_to: 2025-07-01}
"""


def files() -> dict[str, str]:
    pages = {
        "site.yaml": "title: Kho thử\n",
        "localities.yaml": LOCALITIES,
        "tu-dong-nghia.yaml": "- hiến đất = góp đất\n- [hộ nghèo, người nghèo]\n",
        "index.md": "---\ntitle: Trang đầu\n---\n",
        MODEL.replace(".html", ".md"): "---\ntitle: Hiến đất làm đường ở Na Rì\nform: mô hình\nlocality: na-ri\n---\n\n"
        "Bà con hiến 26.000 m² đất làm đường, đạt 99 % kế hoạch giai đoạn 2017 – 2020.\n",
        "mo-hinh/giup-do.md": "---\ntitle: Giúp đỡ người nghèo\nform: mô hình\nlocality: lam-dong\n---\n\nMô hình dân vận khéo giúp người nghèo.\n",
        RESOLUTION.replace(".html", ".md"): "---\ntitle: Về công tác dân vận trong tình hình mới\nnumber: 25-NQ/TW\ndate: 2013-06-03\n"
        "issuer: Ban Chấp hành Trung ương\n---\n\nNghị quyết về công tác dân vận.\n",
        "van-ban/24-ct-tu.md": "---\ntitle: Về dân vận chính quyền\nnumber: 24-CT/TU\nlocality: lam-dong\ndate: 2016-10-12\n"
        "issuer: Ban Thường vụ Tỉnh ủy Lâm Đồng\n---\n\nChỉ thị về dân vận, căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013.\n",
        "bao-cao/nhac.md": "---\ntitle: Nhắc đến văn bản khác\nlocality: phuoc-long\ndate: 2018-01-05\n---\n\n"
        "Thực hiện Nghị quyết số 25-NQ/TW ngày 12/3/2003 và Nghị quyết số 24-NQ/TW, đồng bào dân tộc thiểu số làm đường giao thông.\n",
        "bao-cao/mat-tran.md": "---\ntitle: Mặt trận\nlocality: phuoc-long\n---\n\nĐoàn viên dân và cán bộ bầu Hội đồng nhân dân, gặp bốn vạn người.\n",
        "thuat-ngu/hdnd.md": "---\ntitle: Hội đồng nhân dân\nabbreviation: HĐND\nexpansion: Hội đồng nhân dân\n---\n\nCơ quan quyền lực ở địa phương.\n",
        "bao-cao/y-te.md": "---\ntitle: Y tế\n---\n\nBước đầu không dễ; những giải pháp để khám bệnh cho dân, phân định trách nhiệm, định chỉ.\n",
        "bao-cao/kham.md": "---\ntitle: Khám\n---\n\nMời dân đến khám bệnh, sổ khám bệnh mang theo.\n",
        "bao-cao/tat.md": "---\ntitle: Nghị trường\n---\n\nĐại biểu HĐND chất vấn.\n",
    }
    for place, name in (("lam-dong", "Lâm Đồng"), ("ha-noi", "Hà Nội")):
        for number in range(1, 5):
            pages[f"bai-hoc/{place}-{number}.md"] = (
                f"---\ntitle: Nghe dân, lần thứ {number} ở {name}\nordinal: {number}\nlocality: {place}\n---\n\nCông tác dân vận ở {name} là nghe dân.\n")
    for number in range(12):
        pages[f"bao-cao/khac-{number}.md"] = (
            f"---\ntitle: Mô hình dân vận khéo thứ {number + 10}\nlocality: lam-dong\ndate: 2019-02-{number + 10}\n---\n\n"
            "Mô hình dân vận khéo, bài học về dân vận, cán bộ tây bắc học cách làm của ninh kiều trong đồng ruộng.\n")
    return pages


@pytest.fixture(scope="module")
def collection(build_site):
    return build_site(files())


@pytest.fixture(scope="module", params=["http", "file"])
def address(request, collection):
    if request.param == "file":
        yield collection.folder.resolve().as_uri() + "/tim-kiem.html"
    else:
        with serving(collection.folder) as root:
            yield root + "tim-kiem.html"


@pytest.fixture
def opened(open_page, address):
    page = open_page(address)
    page.wait_for_function("() => window.sohieu && sohieu.facets")
    return page


@pytest.fixture
def ask(opened):
    return lambda text, **options: opened.evaluate(SEARCH, [text, options])


def urls(found) -> list[str]:
    return [result["url"] for result in found["results"]]


def show(open_page, address: str, query: str):
    page = open_page(address + ("#" if address.startswith("file:") else "?") + query)
    expect(page.locator("ol.search-results > li").first).to_be_visible()
    return page


# ---- Kinds, ordinals, places ----


def test_a_kind_at_the_start_prefers_its_pages(ask):
    found = ask("mô hình dân vận khéo hiến đất làm đường")
    assert urls(found)[0] == MODEL and not found["corrected"]


def test_an_ordinal_finds_the_one_of_that_number(ask):
    assert urls(ask("bài học 3 lâm đồng"))[0] == "bai-hoc/lam-dong-3.html"
    assert urls(ask("bai hoc thu hai ha noi"))[0] == "bai-hoc/ha-noi-2.html"


@pytest.mark.parametrize("text, place, items", [
    # Na Rì lay in Bắc Kạn, which became part of Thái Nguyên.
    ("thái nguyên", "dia-phuong/thai-nguyen.html", {MODEL}),
    ("bac kan", "dia-phuong/bac-kan.html", {MODEL}),
    ("đồng nai", "dia-phuong/dong-nai.html", {"bao-cao/nhac.html", "bao-cao/mat-tran.html"}),
])
def test_a_place_comes_before_its_pages_and_they_before_others(ask, text, place, items):
    found = urls(ask(text, limit=30))
    assert found[0] == place
    pages = [url for url in found if not url.startswith("dia-phuong/")]
    assert set(pages[:len(items)]) == items


@pytest.mark.parametrize("text", ["tay ninh", "Tây Ninh"])
def test_a_place_the_collection_knows_nothing_of_is_said_to_be_so(ask, open_page, address, text):
    assert ask(text)["absentPlaces"] == ["Tây Ninh"]
    page = show(open_page, address, f"q={text}")
    expect(page.locator(".search-notice")).to_contain_text("Kho chưa có gì về Tây Ninh")


# ---- Numbers ----


@pytest.mark.parametrize("text", ["25-NQ/TW ngày 12/3/2003", "25-NQ/TW 2003", "nghị quyết 25 ngày 12 tháng 3 năm 2003", "25nq/tw 12-3-2003"])
def test_a_date_says_which_document_and_that_it_is_missing(ask, text):
    found = ask(text)
    assert found["missing"]["number"] == "25-NQ/TW" and "2003" in found["missing"]["date"]
    assert urls(found)[0] == found["missing"]["url"] and urls(found)[0].startswith("chua-co/")
    assert urls(found)[1] == RESOLUTION


def test_a_date_that_fits_leads_to_the_document(ask):
    for text in ("25-NQ/TW", "25-NQ/TW ngày 03/6/2013", "25-NQ/TW 2013", "nghị quyết 25 năm 2013"):
        found = ask(text)
        assert urls(found)[0] == RESOLUTION and not found["missing"], text


def test_a_place_says_which_document(ask):
    assert ask("24-CT/TU lâm đồng")["missing"] is None
    other = ask("24-CT/TU hà nội")
    assert other["missing"]["places"] == ["Hà Nội"] and urls(other)[0] == "van-ban/24-ct-tu.html"


def test_a_missing_document_leads_to_those_who_cite_it(ask, open_page, address):
    found = ask("24-NQ/TW")
    assert urls(found)[:2] == [found["missing"]["url"], "bao-cao/nhac.html"]
    page = show(open_page, address, "q=24-NQ/TW")
    expect(page.locator(".search-notice")).to_contain_text("Kho chưa có 24-NQ/TW")
    expect(page.locator(".search-notice a")).to_be_visible()


def test_a_number_nobody_knows_is_said_to_be_missing(ask):
    assert ask("99-NQ/TW")["missing"]["number"] == "99-NQ/TW"
    assert ask("gia đình 5 không 3 sạch")["missing"] is None


@pytest.mark.parametrize("text", ["26000 m2", "26.000 m²", "26 000m2", "26000m2", "99%", "99 %", "2017-2020", "2017–2020", '"26.000 m²"'])
def test_figures_are_found_however_they_are_written(ask, text):
    assert urls(ask(text))[0] == MODEL


# ---- Corrections ----


@pytest.mark.parametrize("text", [
    "dân tộc thiểu số", "đồng bào", "đường giao thông", "dan toc thieu so", "công tác dân vận", "24-CT/TU", "Tây Ninh", "HĐND",
    # Right words that this collection has not.
    "xăng dầu", "đồng bộ", "làm đường gồm những gì", "công tác dân vận, đâu không phải là đường",
    # Names and abbreviations.
    "Phan Đình Trạc", "công tác dân vận của anh Phan Đình Trạc", "công tác dân vận AND",
])
def test_right_words_are_not_corrected(opened, ask, text):
    assert opened.evaluate(SUGGEST, text) is None and ask(text)["corrected"] is None


@pytest.mark.parametrize("text, meant", [
    ("dan vạn", "dân vận"), ("dân va", "dân vận"), ("dân vna khéo", "dân vận khéo"), ("dan vankheo", "dan van kheo"),
    ("danvankheo", "dan van kheo"), ("nghij quyeets", "nghị quyết"), ("dan6 van65", "dân vận"),
    ("dân vậnn khéo", "dân vận khéo"), ("congg tac dan van", "cong tac dan van"),
    # A right word, but hardly ever beside that one.
    ("mời dân đến khám bênh", "mời dân đến khám bệnh"),
])
def test_slips_are_put_right_and_said(opened, text, meant):
    assert opened.evaluate(SUGGEST, text) == meant


@pytest.mark.parametrize("text", ["dan vạn", "dân va", "danvankheo"])
def test_what_stands_nowhere_is_answered_by_what_was_meant(ask, open_page, address, text):
    found = ask(text)
    assert found["corrected"] and found["total"] > 10
    page = show(open_page, address, f"q={text}")
    expect(page.locator(".search-notice")).to_contain_text(found["corrected"])
    page.locator(".search-notice button").first.click()
    expect(page.locator(".search-status")).to_contain_text(text)


# ---- Synonyms ----


def test_synonyms_and_abbreviations_work_both_ways(ask):
    assert MODEL in urls(ask("góp đất"))
    assert "mo-hinh/giup-do.html" in urls(ask("hộ nghèo"))
    assert "bao-cao/tat.html" in urls(ask("hội đồng nhân dân"))
    assert "bao-cao/mat-tran.html" in urls(ask("HĐND"))


# ---- The page ----


def test_a_filter_the_site_lacks_breaks_nothing(open_page, address):
    page = open_page(address + ("#" if address.startswith("file:") else "?") + "q=d%C3%A2n+v%E1%BA%ADn&giai-doan=y")
    expect(page.locator(".search-status")).to_contain_text("Đang lọc theo: Y")
    page.locator(".search-chip").click()
    expect(page.locator("ol.search-results > li").first).to_be_visible()


def test_matches_are_marked_whole_and_as_typed(opened):
    def marks(subject: str, text: str) -> list[str]:
        found = opened.evaluate("([subject, text]) => sohieu.marks(subject, text)", [subject, text])
        return [found["text"][start:end] for start, end in found["marks"]]

    assert marks("Theo 24-CT/TU và 24-CT/TW", "24-CT/TU") == ["24-CT/TU"]
    assert marks("Công tác dân vận của dân", "dân vận") == ["dân vận"]
    assert marks("dẫn vần, dan van, dân vận", "dân vận") == ["dân vận"]
    assert marks("dẫn vần, dan van, dân vận", "dan van") == ["dẫn vần", "dan van", "dân vận"]
    assert marks("Dân và bạn, dân vạn", "dan vạn") == []
    assert marks("a b c dân", "a b") == ["a b"] and marks("a, b, a", "a") == []


def test_excerpts_begin_and_end_at_words_and_show_two_places(build_site, open_page):
    filler = "nội dung nói về việc khác hẳn không liên quan gì đến điều người đọc đang tìm kiếm ở đây " * 6
    site = build_site({"mot.md": f"---\ntitle: Một\n---\n\nMở đầu có hiến đất. {filler}. Ở cuối có nhà văn hóa.\n"})
    page = open_page(site.folder.resolve().as_uri() + "/tim-kiem.html")
    page.wait_for_function("() => window.sohieu && sohieu.facets")
    found = page.evaluate("""async text => {
      const found = await sohieu.search(text, {});
      return sohieu.excerpt(found.results[0].url, text);
    }""", "hiến đất nhà văn hóa")
    assert "hiến đất" in found["text"] and "nhà văn hóa" in found["text"] and "…" in found["text"]
    words = set((files()[MODEL.replace(".html", ".md")] + filler + "Mở đầu có hiến đất. Ở cuối có nhà văn hóa.").replace(".", " ").split())
    assert all(word.strip("….") in words for word in found["text"].replace("\u00a0", " ").split() if word.strip("….")), found["text"]


def test_a_program_can_ask_for_excerpts_too(ask):
    assert "26.000 m²" in ask("hiến đất", excerpts=True)["results"][0]["excerpt"]
    assert ask("hiến đất")["results"][0]["excerpt"] == ""


def test_results_say_kind_number_place_and_date(open_page, address):
    page = show(open_page, address, "q=24-CT/TU")
    expect(page.locator(".search-meta").first).to_have_text("Văn bản · 24-CT/TU · Lâm Đồng · ngày 12/10/2016")


def test_an_order_is_offered_where_there_is_something_to_sort(open_page, address):
    several = show(open_page, address, "q=d%C3%A2n+v%E1%BA%ADn")
    expect(several.locator("select[name=sap-xep]")).to_be_visible()
    one = show(open_page, address, "q=%2226.000+m%C2%B2%22")
    expect(one.locator("ol.search-results > li")).to_have_count(1)
    expect(one.locator("select[name=sap-xep]")).to_be_hidden()


def test_filters_that_part_nothing_are_not_shown_and_long_ones_fold(open_page, address):
    page = show(open_page, address, "q=d%C3%A2n+v%E1%BA%ADn")
    expect(page.locator(".search-filters fieldset").first).to_be_attached()
    for fieldset in page.locator(".search-filters fieldset").all():
        assert fieldset.locator("label").count() > 1
        assert fieldset.locator(":scope > label").count() <= 5


def test_the_first_result_is_one_key_away(open_page, address):
    page = show(open_page, address, "q=d%C3%A2n+v%E1%BA%ADn")
    page.locator("#search-q").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("ol.search-results a").first).to_be_focused()


def test_recent_queries_stay_here_and_are_cleared_by_one_button(open_page, address):
    page = show(open_page, address, "q=d%C3%A2n+v%E1%BA%ADn")
    page.locator("#search-q").fill("")
    recent = page.locator(".search-recent")
    expect(recent.locator("a")).to_have_text(["dân vận"])
    recent.locator("a").click()
    expect(page.locator("ol.search-results > li").first).to_be_visible()
    page.locator("#search-q").fill("")
    recent.locator("button").click()
    expect(recent).to_be_hidden()
    assert page.evaluate("() => localStorage.getItem('sohieu.recent')") is None


def test_nothing_found_says_which_words_are_missing_and_leads_to_lists(open_page, address):
    page = open_page(address + ("#" if address.startswith("file:") else "?") + "q=x%C4%83ng+d%E1%BA%A7u")
    expect(page.locator(".search-notice")).to_contain_text("Kho không có từ: xăng, dầu")
    expect(page.locator(".search-browse a").first).to_be_visible()


def test_typing_does_not_wait_for_an_answer_that_no_longer_matters(browser, collection):
    """The files of what was typed first never come; what was typed then is answered all the same."""
    with serving(collection.folder) as root:
        page = browser.new_page()
        page.goto(root + "tim-kiem.html")
        page.wait_for_function("() => window.sohieu && sohieu.facets")
        page.evaluate("() => sohieu.prepare()")
        held = []
        page.route("**/search/{p,s}/**", lambda route: held.append(route) if not held else route.continue_())
        box = page.locator("#search-q")
        box.fill("nghe")
        page.wait_for_timeout(500)
        assert held
        box.fill("dân vận")
        expect(page.locator("ol.search-results > li").first).to_be_visible()
        page.close()


def test_every_list_and_missing_document_can_be_found(collection, ask):
    listed = [path for path in collection.pages if path.split("/")[0] in ("dia-phuong", "co-quan", "chua-co") and not path.endswith("index.html")]
    assert len(listed) >= 8
    titles = {path: collection.pages[path].tree.xpath("string(//h1)").strip() for path in listed}
    for path, title in titles.items():
        assert path in urls(ask(title, limit=10)), json.dumps([path, title], ensure_ascii=False)
    rows = collection.pages["chua-co/index.html"].tree.xpath('//table[@id="bang"]/tbody/tr[@id]')
    assert rows
    for row in rows:
        number = row.xpath("string(td[1])")
        assert f"chua-co/index.html#{row.get('id')}" in urls(ask(number, limit=10)), number
