"""content/ against the articles it was made from: no sentence is theirs, every figure has a source, no relation is guessed."""

import json
import subprocess

import pytest

from source_articles import (
    ARTICLES,
    Article,
    CONTENT,
    GAP,
    Page,
    borrowed,
    figures,
    folded,
    read_articles,
    read_pages,
    unfounded,
    without_quotations,
)

# As many syllables in a row as no two authors write by chance.
RUN = 15


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = read_articles()
    if not found:
        pytest.skip(f"the source articles are not here ({ARTICLES}): they are no part of the repository")
    return found


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return read_pages()


def test_no_sentence_is_taken_from_an_article(articles, pages):
    assert not [run for page in pages.values() for run in borrowed(page, articles, RUN)]


def test_every_figure_has_a_source(articles, pages):
    without = {path: sorted(unfounded(page, pages, articles)) for path, page in pages.items()}
    assert not {path: figures for path, figures in without.items() if figures}


def test_every_article_is_a_source(articles, pages):
    sources = [source for page in pages.values() for source in page.sources]
    assert not [article.name for article in articles if not any(map(article.is_told_by, sources))]


def test_author_and_place_of_publication_are_those_of_the_article(articles, pages):
    for path, page in pages.items():
        told = [article for article in articles if any(map(article.is_told_by, page.sources))]
        text = folded("\n".join(article.text for article in told))
        portals = folded("\n".join(str(source.get("portal")) for source in page.sources))
        assert folded(page.head.get("author", "")) in text, path
        assert folded(page.head.get("publisher", "")) in portals, path


def test_who_quotes_names_a_source(pages):
    assert not [path for path, page in pages.items() if "\n>" in page.body and not page.sources]


def test_every_relation_is_an_editors_word(sohieu):
    """A sentence about what others carry out ("10 năm thực hiện Nghị quyết …") must not make its page carry it out."""
    exported = subprocess.run([sohieu, "export", "-s", CONTENT], check=True, capture_output=True, text=True)
    edges = json.loads(exported.stdout)["edges"]
    assert edges and not [edge for edge in edges if edge["inferred"] and edge["relation"] != "cites"]


# What the checks above see, on pages made for it.

ARTICLE = Article(
    "mau",
    "Bài mẫu\nSau 05 năm, từ ngày 27/02/2018, theo Chỉ thị số 24-CT/TU, một hai ba bốn năm sáu bảy tám chín mười mười một "
    "mười hai, hiến 26.000m2 đất.",
)


def page_of(folder, body: str) -> Page:
    (folder / "trang.md").write_text(f"---\ntitle: Trang\nsources:\n  - title: Bài mẫu\n---\n\n{body}\n", "utf-8")
    return Page(folder / "trang.md", folder)


@pytest.mark.parametrize("body, count", [
    ("Một hai ba bốn năm sáu bảy tám chín mười mười một, mười hai.", 1),
    ("Mốt hai ba bốn năm\nsáu bảy [tám chín mười](x.md) mười một mười hai.", 1),
    ("“Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai”.", 0),
    ("> Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai.", 0),
    ("Một hai ba bốn năm sáu và bảy tám chín mười mười một mười hai.", 0),
])
def test_sees_a_run_outside_quotation_marks(tmp_path, body, count):
    assert len(borrowed(page_of(tmp_path, body), [ARTICLE], 12)) == count


@pytest.mark.parametrize("body, missing", [
    ("Ngày 27 tháng 02 năm 2018, sau 5 năm, 26.000 m², Chỉ thị 24.", set()),
    ("1. Năm 2018.\n2. Năm 2019, 27 người.", {"2019", "27"}),
    ("Chỉ thị số 25-CT/TU ngày 28/2/2018.", {"25-ct/tu", "28/2/2018"}),
])
def test_sees_a_figure_without_a_source(tmp_path, body, missing):
    page = page_of(tmp_path, body)
    assert unfounded(page, {page.path: page}, [ARTICLE]) == missing


def test_reads_figures_in_one_spelling():
    read = figures("số 037/KH-UBND ngày 09/02/2017, date: 2017-02-23, trên 26.000 m², 99%, 05 năm")
    assert read == {"37/kh-ubnd", "9/2/2017", "23/2/2017", "26000", "99", "5"}


def test_leaves_out_a_quotation_within_a_quotation():
    assert without_quotations("a “b “c” d” e") == f"a {GAP} e"
