"""With `language: en` no Vietnamese word of the interface is left: not in a text, not in a label, not in an attribute."""

import re

import pytest
import yaml

from conftest import REPOSITORY

STRINGS = REPOSITORY / "site-templates" / "strings"
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
# Names of things in Vietnam stay Vietnamese in every language: types of documents, and their numbers.
NAMES = re.compile(r"\b(Chỉ thị|Nghị quyết|Quyết định|99/QĐ-UBND)\b", re.IGNORECASE)
COLLECTION = {
    "site.yaml": "title: A test library\ndescription: Documents that cite one another.\nlanguage: en\norganisation: The editors\n",
    "index.md": "---\ntitle: A test library\n---\n",
    "gioi-thieu.md": "---\ntitle: About\n---\n\nWhat this is.\n",
    "van-ban/one.md": "---\ntitle: On listening to people\nnumber: 12-CT/TU\nissuer: The Provincial Committee\ndate: 2020-03-15\n"
    "effective: 2020-04-01\nstatus: còn hiệu lực\nsigner: A. Person\ntopics: [listening]\n---\n\n# One\n\n## First part\n\nText citing 25-NQ/TW and 99/QĐ-UBND.\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: The note.\n",
    "van-ban/two.md": "---\ntitle: On something else\nnumber: 25-NQ/TW\ndate: 2013-06-03\nissuer: The Central Committee\n---\n\nText.\n",
    "van-ban/three.md": "---\ntitle: On a third thing\nnumber: 13-CT/TU\ndate: 2021-03-15\nissuer: The Provincial Committee\n"
    "relations:\n  replaces: [van-ban/one.md]\n  implements: [van-ban/two.md]\n---\n\nText.\n",
    "bai-hoc/one.md": "---\ntitle: A lesson\nsource: van-ban/one.md\ntheme: Listening\nperiod: 2015-2020\n---\n\nText.\n",
    "mo-hinh/one.md": "---\ntitle: A model\nfield: Farming\nbased-on: [van-ban/one.md]\n---\n\nText on 12-CT/TU.\n",
    "bao-cao/one.md": "---\ntitle: A report\nreviews: [van-ban/one.md]\ndate: 2022-01-02\nauthor: B. Person\n---\n\nText.\n",
    "thuat-ngu/one.md": "---\ntitle: A term\nabbreviation: TT\nexpansion: The term\n---\n\nText.\n",
}


@pytest.fixture(scope="session")
def english(build_site):
    return build_site(COLLECTION)


def texts(page) -> set[str]:
    """Every text and every attribute that a reader may see or hear."""
    found = {text.strip() for text in page.tree.xpath("//text()[not(ancestor::script)]")}
    for name in ("aria-label", "title", "placeholder", "alt", "content", "value"):
        found |= set(page.tree.xpath(f"//@{name}"))
    for element in page.tree.iter():
        found |= {value for name, value in element.items() if name.startswith("data-")}
    return found - {""}


def test_both_languages_have_the_same_words():
    keys = {language: yaml.safe_load((STRINGS / f"{language}.yaml").read_text("utf-8")) for language in ("vi", "en")}
    assert keys["vi"].keys() == keys["en"].keys()
    for key, text in keys["en"].items():
        assert not VIETNAMESE.search(text), f"{key}: {text}"
        assert set(re.findall(r"\{\w\}|%", text)) == set(re.findall(r"\{\w\}|%", keys["vi"][key])), key


def test_no_vietnamese_word_is_left(english):
    assert len(english.pages) > 15
    for path, page in english.pages.items():
        assert page.tree.get("lang") == "en", path
        left = [text for text in texts(page) if VIETNAMESE.search(NAMES.sub("", text))]
        assert not left, path


def test_every_word_of_the_interface_has_a_value(english):
    """A key that the strings lack would show itself."""
    vietnamese = yaml.safe_load((STRINGS / "vi.yaml").read_text("utf-8"))
    for path, page in english.pages.items():
        shown = {text for text in texts(page) if re.fullmatch(r"[a-z]+[A-Z]\w*|[a-z]+-[a-zA-Z]+", text)}
        assert not shown & set(vietnamese), path


def test_what_scripts_add_is_english_too(page, english):
    root = english.folder.resolve().as_uri() + "/"
    page.goto(root + "tim-kiem.html?q=text", wait_until="networkidle")
    page.locator("ol.search-results a").first.wait_for()
    said = page.locator("body").inner_text() + " ".join(
        page.evaluate("[...document.querySelectorAll('[aria-label]')].map(element => element.ariaLabel)"))
    assert not VIETNAMESE.search(NAMES.sub("", said)), said
