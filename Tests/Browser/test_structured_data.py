"""What pages tell machines is JSON-LD whose every property schema.org knows, and nothing needed is missing."""

from collections import Counter
import json
from pathlib import Path
import re

from pyld import jsonld
import pytest

from conftest import PUBLISHED_AT
from test_site import KINDS

VOCABULARY = json.loads((Path(__file__).parent / "schemas" / "schema-org.json").read_text("utf-8"))
VOCABULARY.pop("$comment")
SCHEMA = "https://schema.org/"
DATES = {"datePublished", "dateModified", "legislationDate", "legislationDateVersion"}


def properties(kind: str) -> set[str]:
    """The properties that a type has, its parents' included."""
    entry = VOCABULARY[kind]
    return set(entry["properties"]) | (properties(entry["parent"]) if "parent" in entry else set())


def context() -> dict:
    """The part of schema.org's context that the vocabulary names: without "@vocab", so what it lacks is dropped."""
    terms = set(VOCABULARY) | {name for kind in VOCABULARY for name in properties(kind)}
    context = {term: SCHEMA + term for term in terms}
    context |= {term: {"@id": SCHEMA + term, "@type": "@id"} for term in ("url", "legislationLegalForce")}
    return {"@context": context}


def load(url: str, options: dict) -> dict:
    """The loader of contexts: no request ever leaves this machine."""
    assert url.rstrip("/") == "https://schema.org", url
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": context()}


def values(page) -> list[dict]:
    return [json.loads(text) for text in page.tree.xpath('//script[@type="application/ld+json"]/text()')]


def nodes(value):
    """Every object within a value, with whether it stands at the top."""

    def walk(value, is_top):
        if isinstance(value, dict):
            yield value, is_top
            for member in value.values():
                yield from walk(member, False)
        elif isinstance(value, list):
            for member in value:
                yield from walk(member, False)

    return walk(value, True)


def names(value, prefix: str = "") -> Counter:
    """How often each property is stated within a value."""
    return Counter(
        name.removeprefix(prefix) for node, _ in nodes(value) for name in node if not name.startswith("@")
    )


def test_every_page_says_what_it_is(published):
    silent = {"404.html", "tim-kiem.html", "doc-ngoai-tuyen.html"}
    for path, page in published.pages.items():
        is_redirect = any(link.element == "meta" for link in page.links)
        if path in silent or path.startswith("chua-co/") or is_redirect:
            continue
        assert values(page), path


def test_expansion_drops_nothing(published):
    for path, page in published.pages.items():
        for value in values(page):
            expanded = jsonld.expand(value, {"documentLoader": load, "base": PUBLISHED_AT + path})
            # "@type": "@id" turns an address into a node, whose keys start with "@" and are not counted.
            assert names(expanded, SCHEMA) == names(value), path
            kinds = {kind for node, _ in nodes(expanded) for kind in node.get("@type", []) if isinstance(node["@type"], list)}
            assert all(kind.startswith(SCHEMA) for kind in kinds), path


def test_properties_belong_to_their_type_and_none_is_missing(published):
    for path, page in published.pages.items():
        for value in values(page):
            assert value["@context"] == "https://schema.org"
            for node, is_top in nodes(value):
                kind = node["@type"]
                stated = {name for name in node if not name.startswith("@")}
                required = VOCABULARY[kind].get("required", []) if is_top else (
                    VOCABULARY[kind].get("requiredOfReference", VOCABULARY[kind].get("required", [])))
                assert not stated - properties(kind), f"{path}: {kind}"
                assert not set(required) - stated, f"{path}: {kind} {node}"
                for name in stated:
                    assert node[name] not in ("", [], None), f"{path}: {name}"
                for name in stated & DATES:
                    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", node[name]), f"{path}: {name} {node[name]}"


def test_trails_count_from_one_and_end_at_the_page(published):
    for path, page in published.pages.items():
        for trail in (value for value in values(page) if value["@type"] == "BreadcrumbList"):
            items = trail["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1)) and len(items) >= 2
            for item in items:
                target = item["item"].removeprefix(PUBLISHED_AT) or "index.html"
                assert target in published.pages, f"{path}: {item}"
            assert items[-1]["item"] == PUBLISHED_AT + path


@pytest.mark.parametrize("path", KINDS[2:8])
def test_addresses_are_the_pages_own(published, path):
    assert values(published.pages[path])[0]["url"] == PUBLISHED_AT + path
