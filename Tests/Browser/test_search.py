"""The search: what it finds, in which order, over http and from a disk, and how its box and its page behave."""

import base64
from collections import Counter
from pathlib import Path
import json
import random
import re
import unicodedata
from urllib.parse import quote
import zlib

from playwright.sync_api import Page, expect
import pytest

HERE = Path(__file__).parent
SEARCH_PAGE = "tim-kiem.html"
SEARCH = "([text, options]) => sohieu.search(text, options)"

# The words a type of document is called by, for the codes that occur in content/.
TYPE_WORDS = {
    "CT": "chỉ thị", "NQ": "nghị quyết", "KH": "kế hoạch", "QĐ": "quyết định", "CTr": "chương trình hành động",
    "KL": "kết luận", "HD": "hướng dẫn", "BC": "báo cáo", "NĐ": "nghị định", "TB": "thông báo",
}


def read_queries() -> list[tuple[str, str, int]]:
    lines = (HERE / "search_queries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, page + ".html", int(most)) for text, page, most in rows]


def strip_marks(text: str) -> str:
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


@pytest.fixture
def search_page(page: Page, root: str) -> Page:
    page.goto(root + SEARCH_PAGE)
    page.wait_for_function("() => window.sohieu && sohieu.facets")
    return page


def read_index(site, family: str) -> list:
    """The JSON of each file of a family of the index, in order."""
    paths = sorted((file for file in site.files if re.fullmatch(rf"search/{family}/\d+/\d+\.js", file)), key=lambda file: int(Path(file).stem))
    scripts = [(site.folder / path).read_text("utf-8") for path in paths]
    return [json.loads(zlib.decompress(base64.b64decode(re.search(r',"(.*)"\);\n$', script)[1]))) for script in scripts]


@pytest.fixture(scope="session")
def rows(site) -> list[list]:
    """Every result the index can give."""
    return [row for file in read_index(site, "d") for row in file]


@pytest.fixture(scope="session")
def texts(site, rows) -> dict[str, list[str]]:
    """The blocks of each indexed page, as the index holds them for excerpts."""
    pages = {int(page): blocks for file in read_index(site, "t") for page, blocks in file.items()}
    return {row[0]: [text for _, text in pages[number]] for number, row in enumerate(rows)}


def test_every_query_of_the_set_finds_its_page(search_page):
    queries = read_queries()
    assert len(queries) >= 60
    missed = []
    for text, expected, most in queries:
        found = [result["url"] for result in search_page.evaluate(SEARCH, [text, {"limit": 10}])["results"]]
        if expected not in found[:most]:
            missed.append(f"{text} → {found[:most]}, not {expected}")
    assert not missed, "\n".join(missed)


def spellings(number: str) -> list[str]:
    """The ways people type a number."""
    serial = re.match(r"\d+", number)[0]
    ways = [
        number, number.lower(), strip_marks(number), strip_marks(number).lower(), number.replace("-", "", 1),
        re.sub(r"([-/])", r" \1 ", number), re.sub(r"[-/]", " ", number), "0" + number, "số " + number,
        number.replace("-", "–"),
    ]
    word = next((TYPE_WORDS[code] for code in re.findall(r"[^\W\d_]+", number) if code in TYPE_WORDS), None)
    if word:
        ways += [f"{word} {number}", f"{word} số {serial}", strip_marks(f"{word} {serial}"), f"{word} số: {number.lower()}"]
    return ways


def test_numbers_are_found_in_every_spelling(search_page, rows):
    numbers = sorted({row[2] for row in rows if row[2]})
    assert len(numbers) >= 5
    wrong = []
    for number in numbers:
        for text in spellings(number):
            results = search_page.evaluate(SEARCH, [text, {"limit": 3}])["results"]
            if not results or results[0]["number"] != number:
                wrong.append(f"{text} → {[result['number'] or result['url'] for result in results]}")
    assert not wrong, "\n".join(wrong)


def test_a_serial_never_finds_another(search_page, rows):
    """24 is not 4 and not 124: a number nobody has leads to no document of another number."""
    numbers = {row[2] for row in rows if row[2]}
    wrong = []
    for number in numbers:
        for other in (number[1:], "1" + number, "9" + number.lower()):
            if not re.match(r"[1-9]", other) or any(other == known.lstrip("0") for known in numbers):
                continue
            results = search_page.evaluate(SEARCH, [other, {"limit": 3}])["results"]
            wrong += [f"{other} → {result['number']}" for result in results if result["number"] == number]
    assert not wrong, "\n".join(wrong)


def test_phrases_are_found_where_they_stand_and_nowhere_else(search_page, texts):
    """200 phrases taken from the pages: the results are exactly the pages that hold them."""
    generator = random.Random(24)
    word = r"[^\W_]+"
    # A figure is one word: no phrase begins or ends within 26.000.
    whole = rf"(?<!\d[.,])(?<![^\W_]){word}(?: {word})+(?![.,]\d|[^\W_])"
    runs = [run for blocks in texts.values() for block in blocks for run in re.findall(whole, block)]
    plain = {url: [" ".join(block.split()).lower() for block in blocks] for url, blocks in texts.items()}
    wrong = []
    for _ in range(200):
        words = generator.choice(runs).split(" ")
        size = min(len(words), generator.randint(2, 6))
        start = generator.randint(0, len(words) - size)
        phrase = " ".join(words[start:start + size])
        pattern = re.compile(rf"(?<![^\W_]){re.escape(phrase.lower())}(?![^\W_])")
        expected = {url for url, blocks in plain.items() if any(pattern.search(block) for block in blocks)}
        found = search_page.evaluate(SEARCH, [f'"{phrase}"', {"limit": 1000}])
        if {result["url"] for result in found["results"]} != expected or found["total"] != len(expected):
            wrong.append(f"“{phrase}”: {sorted(expected ^ {result['url'] for result in found['results']})}")
    assert not wrong, "\n".join(wrong)


def test_a_page_called_what_was_typed_comes_first(search_page, rows):
    titles = Counter(row[1] for row in rows)
    wrong = []
    for row in rows:
        for text in (row[1], strip_marks(row[1])):
            first = search_page.evaluate(SEARCH, [text, {"limit": 1}])["results"][0]
            if titles[row[1]] == 1 and first["url"] != row[0]:
                wrong.append(f"{text} → {first['title']}")
    assert not wrong, "\n".join(wrong)


def test_marks_typed_are_respected_and_marks_left_out_forgiven(search_page):
    exact = search_page.evaluate(SEARCH, ["dân vận", {"limit": 50}])
    plain = search_page.evaluate(SEARCH, ["dan van", {"limit": 50}])
    assert exact["total"] > 0 and plain["total"] >= exact["total"]
    other = search_page.evaluate(SEARCH, ['"dàn vần"', {}])
    assert other["total"] == 0


@pytest.mark.parametrize("one, other", [("hoà giải", "hòa giải"), ("uỷ ban", "ủy ban"), ("HO\u0300A giải", "hoà giải")])
def test_spellings_of_one_word_give_one_answer(search_page, one, other):
    assert search_page.evaluate(SEARCH, [one, {}]) == search_page.evaluate(SEARCH, [other, {}])


@pytest.mark.parametrize("text, meant", [
    ("dân vna khéo", "dân vận khéo"), ("quy chees dân chủ", "quy chế dân chủ"), ("dân va65n khéo", "dân vận khéo"),
    ("nghij quyeets", "nghị quyết"), ("congg tac dan van", "cong tac dan van"), ("ddaan vaanj", None),
])
def test_misspellings_get_a_suggestion(search_page, text, meant):
    found = search_page.evaluate("text => sohieu.suggest(text)", text)
    assert found == meant if meant else found != text


@pytest.mark.parametrize("text", ["dân vận khéo", "24-CT/TU", "Nghị quyết số 25-NQ/TW", "UBND", "quy chế dân chủ"])
def test_right_spellings_get_none(search_page, text):
    assert search_page.evaluate("text => sohieu.suggest(text)", text) is None


def test_filters_and_counts_agree(search_page):
    counts = search_page.evaluate("() => sohieu.facets('', {})")
    assert set(counts) >= {"kind", "type", "issuer", "locality", "year", "field", "form", "stage", "theme", "status"}
    for facet, entries in counts.items():
        for entry in entries:
            found = search_page.evaluate(SEARCH, ["", {"limit": 0, "filters": {facet: [entry["value"]]}}])
            assert found["total"] == entry["count"], f"{facet}: {entry}"


def test_by_date_is_by_date(search_page):
    found = search_page.evaluate(SEARCH, ["dân vận", {"limit": 100, "sort": "date"}])
    dates = [result["date"] for result in found["results"]]
    assert dates == sorted(dates, reverse=True) and dates[0]


def test_hostile_queries_neither_fail_nor_invent(search_page, rows):
    generator = random.Random(7)
    alphabet = "aădâ0123456789 \t\n\"“”'\\/<>&%$#@!-–.,:;()[]{}*+?^|~`_đĐ\u0300\u0301\u200b\ufffc😀漢тệ"
    texts = [
        "", " ", '"', '""', "“”", "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "constructor", "__proto__",
        "toString valueOf hasOwnProperty", "' OR 1=1 --", "a" * 5000, "dân " * 2000, "\u0301\u0301\u0301", "1" * 400, "24" + "-" * 3000,
        "\\u0000", "\x00", "\ud7ff", "null", "undefined", "NaN", "(" * 500, "chỉ thị " * 300 + "24",
    ]
    texts += ["".join(generator.choice(alphabet) for _ in range(generator.randint(1, 60))) for _ in range(10_000 - len(texts))]
    known = {row[0] for row in rows}
    strangers = search_page.evaluate(
        """async ([texts, known]) => {
          known = new Set(known);
          const bad = [];
          for (const text of texts) {
            try {
              const found = await sohieu.search(text, {limit: 3});
              if (!(found.total >= 0) || found.results.some(result => !known.has(result.url))) bad.push([text, found.total]);
            } catch (error) { bad.push([text, String(error)]); }
          }
          return bad;
        }""", [texts, sorted(known)])
    assert strangers == []


def test_excerpts_show_the_words_and_their_heading(search_page, site):
    result = search_page.evaluate(SEARCH, ["dân vận khéo", {"limit": 5}])["results"][-1]
    excerpt = search_page.evaluate("([url, text]) => sohieu.excerpt(url, text)", [result["url"], "dân vận khéo"])
    words = [excerpt["text"][start:end].lower() for start, end in excerpt["marks"]]
    assert any("dân vận khéo" in word for word in words), excerpt
    assert not excerpt["anchor"] or excerpt["anchor"] in site.pages[result["url"]].anchors


# ---- The page ----


def test_the_results_page_shows_what_its_address_asks(page, root):
    page.goto(root + SEARCH_PAGE + "?q=d%C3%A2n+v%E1%BA%ADn")
    results = page.locator("ol.search-results > li")
    expect(results.first).to_be_visible()
    assert results.count() == 10
    expect(page.locator(".search-page [role=status]")).to_contain_text("dân vận")
    expect(results.first.locator("mark").first).to_be_visible()
    page.locator("button.search-more").click()
    expect(results).to_have_count(20)


@pytest.mark.parametrize("query, said", [
    ("quy chế ban dân vận na rì", "năm 2018"), ("24-CT/TU lâm đồng", "ngày 27/02/2018"),
])
def test_a_result_says_as_much_of_its_date_as_is_known(page, root, query, said):
    page.goto(root + SEARCH_PAGE + "?q=" + quote(query))
    expect(page.locator(".search-meta").first).to_contain_text("· " + said)


def test_filters_are_checkboxes_with_chips_and_live_in_the_address(page, root):
    page.goto(root + SEARCH_PAGE + "?q=d%C3%A2n+v%E1%BA%ADn")
    box = page.locator(".search-filters input[type=checkbox]").first
    value = box.get_attribute("value")
    box.check()
    chip = page.locator(".search-chip")
    expect(chip).to_have_count(1)
    assert "loai=" + value in page.url
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(chip).to_have_count(1)
    chip.click()
    expect(chip).to_have_count(0)
    assert "loai=" not in page.url


def test_a_page_without_results_names_the_filters_and_offers_ways_on(page, root):
    page.goto(root + SEARCH_PAGE + "?q=%22kh%C3%B4ng+c%C3%B3+c%C3%A2u+n%C3%A0y+%C4%91%C3%A2u%22&nam=2016")
    status = page.locator(".search-page [role=status]")
    expect(status).to_contain_text("2016")
    expect(page.locator(".search-chip")).to_have_count(1)
    expect(page.locator(".search-browse a").first).to_be_visible()


def test_without_scripts_the_page_leads_on(site):
    page = site.pages[SEARCH_PAGE]
    assert page.tree.xpath("//*[contains(@class, 'search-browse')]//a[@href]")
    assert page.tree.xpath("//form[@role='search' and @method='get']//input[@name='q']")


def test_suggestions_are_a_combobox(page, root):
    page.goto(root + "gioi-thieu.html")
    page.keyboard.press("Control+k")
    box = page.locator("form.search-form input[name=q]").first
    expect(box).to_be_focused()
    expect(box).to_have_attribute("role", "combobox")
    page.keyboard.type("dan van kh")
    options = page.locator("[role=option]")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "dan van kh"
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + SEARCH_PAGE + "?q=*")


def test_nothing_happens_while_an_input_method_composes(page, root):
    page.goto(root + "gioi-thieu.html")
    box = page.locator("form.search-form input[name=q]").first
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.evaluate("""box => {
      box.dispatchEvent(new CompositionEvent('compositionstart'));
      box.value = 'dân vận';
      box.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    }""")
    page.wait_for_timeout(400)
    assert page.locator("[role=option]").count() == 0
    box.evaluate("box => box.dispatchEvent(new CompositionEvent('compositionend'))")
    expect(page.locator("[role=option]").first).to_be_visible()


def test_the_words_are_marked_where_a_result_leads(page, root):
    page.goto(root + SEARCH_PAGE + "?q=%22d%C3%A2n+v%E1%BA%ADn+kh%C3%A9o%22")
    page.wait_for_load_state("networkidle")
    page.locator("ol.search-results a").first.click()
    marks = page.locator("mark.search-hit")
    expect(marks.first).to_be_attached()
    page.locator(".search-marked button").click()
    expect(marks).to_have_count(0)


def test_a_shard_that_fails_says_so_and_offers_to_try_again(browser, served):
    page = browser.new_page()
    page.route("**/search/{p,s}/**", lambda route: route.fulfill(status=500))
    page.goto(served + SEARCH_PAGE + "?q=d%C3%A2n+v%E1%BA%ADn")
    retry = page.locator(".search-page [role=status] button")
    expect(retry).to_be_visible()
    page.unroute("**/search/{p,s}/**")
    retry.click()
    expect(page.locator("ol.search-results > li").first).to_be_visible()
    page.close()


def test_results_never_arrive_out_of_order(page, served):
    """The answer to what was typed first comes last, and is not shown."""
    page.goto(served + SEARCH_PAGE)
    page.wait_for_function("() => window.sohieu && sohieu.facets")
    page.evaluate("""() => {
      const search = sohieu.search;
      sohieu.search = (text, options) => search(text, options).then(found => new Promise(resolve =>
        setTimeout(() => resolve(found), text.startsWith('nông') ? 1500 : 0)));
    }""")
    box = page.locator("#search-page input[name=q]")
    box.fill("nông thôn mới")
    page.wait_for_timeout(400)
    box.fill("dân vận khéo")
    page.wait_for_timeout(2200)
    expect(page.locator(".search-page [role=status]")).to_contain_text("dân vận khéo")


def test_the_engine_is_small_and_plain(site):
    scripts = [file for file in site.files if re.fullmatch(r"assets/search[a-z-]*\.[0-9a-f]{8}\.js", file)]
    assert len(scripts) >= 10
    sources = [(site.folder / script).read_text("utf-8") for script in scripts]
    assert sum(len(source.encode()) for source in sources) <= 96_000
    for source in sources:
        assert not re.search(r"\beval\(|new Function|\bimport\b|innerHTML|new Worker|WebAssembly", source)


def test_the_index_is_kept_small(site):
    files = [file for file in site.files if re.fullmatch(r"search/(?!t/).*\.bin", file)]
    assert files
    for file in files:
        assert (site.folder / file).stat().st_size <= 64_000, file
        assert file.removesuffix(".bin") + ".js" in site.files
    assert len([file for file in site.files if file.startswith("search/")]) <= 60
