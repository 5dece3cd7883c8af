"""`sohieu export --format sql` on a real PostgreSQL: the rows are those of the collection, and questions find their pages."""

from importlib.machinery import SourceFileLoader
import json
from pathlib import Path
import unicodedata

import pytest

from conftest import REPOSITORY

EVALUATION = REPOSITORY.parent / "shared" / "evaluation" / "ir"
# Of so many questions one is asked: PostgreSQL takes a tenth of a second and more for each.
EVERY = 10
ODD = 'Dấu \\ gạch, "ngoặc", {móc}, \\N, $$, 😀, dấu; và\u00a0khoảng.'


@pytest.fixture(scope="module")
def collection(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    (folder / "van-ban").mkdir()
    (folder / "bao-cao").mkdir()
    (folder / "van-ban/a.md").write_text(
        "---\ntitle: Về công tác dân vận\nnumber: 24-CT/TU\ndate: 2018-02\nlocality: lam-dong\ntopics: ['Dân \"vận\"', 'a\\b']\n---\n\n"
        "Chữ của chỉ thị.\n", "utf-8")
    (folder / "bao-cao/b.md").write_text(
        f"---\ntitle: Báo cáo\nsummary: '{ODD}'\n---\n\nTheo Chỉ thị số 24-CT/TU ngày 27/02/2018 và Quyết định số 217-QĐ/TW.\n\n"
        "`a\tb`\n\nĐồng bào ở Đơn Dương.\n", "utf-8")
    (folder / "an.md").write_text("---\ntitle: Ẩn\nhidden: true\n---\n\nĐồng bào.\n", "utf-8")
    (folder / "index.md").write_text("# Trang đầu\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def filled(server, collection, export):
    """The collection in the database, taken in twice: the second time in the place of the first."""
    script = export(collection, "sql")
    server.ask(script)
    server.ask(script)
    return server


def test_rows_are_those_of_the_collection(filled, collection, export):
    graph = json.loads(export(collection, "json"))
    pages = {row[0] for row in filled.ask("SELECT path FROM sohieu.pages")}
    assert pages == {node["id"] for node in graph["nodes"]}
    relations = filled.ask("SELECT source, target, relation, inferred, count FROM sohieu.relations")
    assert sorted(relations) == sorted(
        [edge["source"], edge["target"], edge["relation"], "t" if edge["inferred"] else "f", str(edge["count"])]
        for edge in graph["edges"])
    found = filled.ask("SELECT page, written, outcome, target, candidates[1] FROM sohieu.citations ORDER BY page, position")
    assert found == [
        # Nothing says of which province.
        ["bao-cao/b.md", "24-CT/TU", "ambiguous", "", "van-ban/a.md"],
        ["bao-cao/b.md", "217-QĐ/TW", "missing", "chua-co/index.html#217-qd-tw", ""]]


def test_texts_arrive_to_the_byte(filled):
    assert filled.ask("SELECT summary FROM sohieu.pages WHERE path = 'bao-cao/b.md'") == [[ODD]]
    text = filled.ask("SELECT text FROM sohieu.pages WHERE path = 'bao-cao/b.md'")[0][0]
    assert "\n\na\tb\n\n" in text
    assert filled.ask("SELECT unnest(topics) FROM sohieu.pages WHERE path = 'van-ban/a.md'") == [['Dân "vận"'], ["a\\b"]]
    assert filled.ask("SELECT number, date, locality FROM sohieu.pages WHERE path = 'van-ban/a.md'") == [
        ["24-CT/TU", "2018-02", "lam-dong"]]


@pytest.mark.parametrize("question", ["ĐỒNG BÀO", "dong bao don duong", unicodedata.normalize("NFD", "đồng bào"), "Đơn Dương"])
def test_questions_are_folded(filled, question):
    found = filled.ask(f"SELECT url FROM sohieu.search($${question}$$)")
    # A page that asks to be left out of the search is.
    assert found == [["bao-cao/b.html"]]


def test_numbers_are_found(filled):
    assert filled.ask("SELECT url FROM sohieu.search('24-ct/tu') LIMIT 1") == [["van-ban/a.html"]]


@pytest.mark.parametrize("name, least", [("alqac2022", 0.9), ("alqac2024", 0.9)])
@pytest.mark.skipif(not EVALUATION.exists(), reason="the questions lie beside the checkout")
def test_real_questions_find_their_articles(server, export, tmp_path, monkeypatch, name, least):
    monkeypatch.syspath_prepend(REPOSITORY / "scripts")
    evaluate = SourceFileLoader("evaluate_search", str(REPOSITORY / "scripts/evaluate-search.py")).load_module()
    asked = evaluate.Collection.read(EVALUATION / name, titles=0)
    evaluate.write_content(asked, tmp_path / "content")
    server.ask(f"CREATE DATABASE {name}")
    server.ask(export(tmp_path / "content", "sql"), name)
    for question in ("", "unmarked "):
        texts = [(key, evaluate.strip_marks(text) if question else text) for key, text in asked.queries[::EVERY]]
        rows = ",".join(f"($q${key}$q$, $q${text}$q$)" for key, text in texts)
        found: dict[str, set[str]] = {}
        answers = server.ask(
            f"SELECT key, path FROM (VALUES {rows}) AS asked (key, text), LATERAL sohieu.search(asked.text, 10)", name)
        for key, path in answers:
            found.setdefault(key, set()).add(asked.pages[int(Path(path).stem)]["_id"])
        recall = sum(len(asked.relevant[key] & found.get(key, set())) / len(asked.relevant[key]) for key, _ in texts) / len(texts)
        print(f"{name}: R@10 {recall:.3f} on {len(texts)} {question}questions")
        assert recall >= least
