"""A site looks as its publisher wants by replacing files of `site-templates/`: no line of Swift, no build of the program."""

import shutil

import pytest

from conftest import REPOSITORY

LOGO = '<svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle id="dau_rieng" cx="16" cy="16" r="14"/></svg>\n'
COLLECTION = {
    "site.yaml": "title: Trang của xã\n",
    "index.md": "---\ntitle: Trang của xã\n---\n",
    "van-ban/chi-thi.md": "---\ntitle: Về dân vận\nnumber: 12-CT/TU\ndate: 2020-03-15\n---\n\nNội dung.\n",
    "mo-hinh/to.md": "---\ntitle: Tổ hòa giải\nfield: Hòa giải\n---\n\nTheo 12-CT/TU.\n",
}


def replaced(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new)


@pytest.fixture(scope="module")
def themed(build_site, tmp_path_factory):
    templates = tmp_path_factory.mktemp("theme") / "site-templates"
    shutil.copytree(REPOSITORY / "site-templates", templates)
    (templates / "partials/logo.mustache").write_text(LOGO, "utf-8")
    (templates / "not-found.mustache").write_text(
        "{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n<p>Gọi 0263 000 000 để hỏi.</p>\n{{/main}}\n{{/layout}}\n", "utf-8")
    style = templates / "assets/site.css"
    style.write_text(replaced(style.read_text("utf-8"), "--press: #971a1d;", "--press: #0b5d3b;"), "utf-8")
    words = templates / "strings/vi.yaml"
    text = replaced(words.read_text("utf-8"), "sectionDocuments: Văn bản\n", "sectionDocuments: Công văn đến\n")
    words.write_text(replaced(text, "sectionModels: Mô hình\n", "sectionModels: Cách làm hay\n"), "utf-8")
    return build_site(COLLECTION, templates=templates)


def test_one_colour(open_page, themed):
    page = open_page(themed.folder.resolve().as_uri() + "/index.html", color_scheme="light")
    assert page.evaluate("getComputedStyle(document.querySelector('.ways a')).color") == "rgb(11, 93, 59)"


def test_one_template(themed):
    assert "Gọi 0263 000 000" in themed.pages["404.html"].source.decode("utf-8")


def test_the_logo_stands_on_every_page(themed):
    for path, page in themed.pages.items():
        if page.tree.xpath("//header[@class='site-header']"):
            assert page.tree.xpath("//a[@class='brand']//*[@id='dau_rieng']"), path


def test_sections_have_their_own_names(themed):
    for path, page in themed.pages.items():
        navigation = page.tree.xpath("//nav//a[contains(@href, 'van-ban/index.html') or contains(@href, 'mo-hinh/index.html')]")
        names = {link.text_content().strip() for link in navigation}
        assert not names & {"Văn bản", "Mô hình"}, path
    assert themed.pages["van-ban/index.html"].tree.xpath("string(//h1)") == "Công văn đến"
    ways = themed.pages["index.html"].tree.xpath("//ul[@class='ways']//strong/text()")
    assert {"Công văn đến", "Cách làm hay"} <= set(ways)
