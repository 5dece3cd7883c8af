"""Every feed is what RFC 4287 and JSON Feed 1.1 ask for, and a reader of feeds finds its entries."""

import json
from pathlib import Path

import feedparser
from jsonschema import Draft202012Validator
from lxml import etree
import pytest

from conftest import PUBLISHED_AT

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(params=["relative", "absolute"])
def collection(request):
    """The site without and with `base_url`."""
    return request.getfixturevalue("site" if request.param == "relative" else "published")


def test_atom_feeds_follow_the_grammar(collection):
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    feeds = sorted(file for file in collection.files if file.endswith("atom.xml"))
    assert len(feeds) > 5
    for feed in feeds:
        grammar.assertValid(etree.parse(collection.folder / feed))


def test_json_feeds_follow_the_schema(collection):
    schema = json.loads((SCHEMAS / "json-feed.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    feeds = sorted(file for file in collection.files if file.endswith("feed.json"))
    assert len(feeds) > 3
    for feed in feeds:
        Draft202012Validator(schema).validate(json.loads((collection.folder / feed).read_bytes()))


def test_a_reader_of_feeds_finds_the_entries(published):
    for feed in sorted(file for file in published.files if file.endswith("atom.xml")):
        read = feedparser.parse((published.folder / feed).read_bytes())
        assert not read.bozo, f"{feed}: {read.get('bozo_exception')}"
        assert read.version == "atom10" and read.feed.title and read.feed.author
        assert read.entries, feed
        ids = [entry.id for entry in read.entries]
        assert len(set(ids)) == len(ids)
        for entry in read.entries:
            assert entry.link.startswith(PUBLISHED_AT)
            assert entry.link.removeprefix(PUBLISHED_AT) in published.pages
            assert entry.title and entry.updated_parsed
        assert read.feed.updated_parsed == max(entry.updated_parsed for entry in read.entries)


def test_both_forms_say_the_same(published):
    for path in sorted(file for file in published.files if file.endswith("feed.json")):
        feed = json.loads((published.folder / path).read_bytes())
        atom = feedparser.parse((published.folder / path.replace("feed.json", "atom.xml")).read_bytes())
        assert [(item["id"], item["title"]) for item in feed["items"]] == [
            (entry.id, entry.title) for entry in atom.entries
        ]
