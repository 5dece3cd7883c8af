"""`sohieu export --format ndjson` has the published form of OpenSearch's bulk API, and only fields that the mapping names.

OpenSearch, "Bulk API": each action on one line, its source on the next; every line ends with a line feed, the last one too; an id has
at most 512 bytes. "dynamic": "strict" refuses a source with any other field.
"""

import json

from conftest import REPOSITORY


def test_every_action_has_its_source(export, tmp_path):
    content = tmp_path / "content"
    deep = content / "/".join(["a" * 200] * 3)
    deep.mkdir(parents=True)
    (deep / "sau.md").write_text("# Sâu\n\nTheo Chỉ thị số 24-CT/TU.\u2028 Hết.\n", "utf-8")
    (content / "index.md").write_text("# Đầu\n", "utf-8")
    for folder in (content, REPOSITORY / "content"):
        text = export(folder, "ndjson")
        mapping = json.loads(export(folder, "mapping"))
        known = set(mapping["template"]["mappings"]["properties"])
        assert mapping["template"]["mappings"]["dynamic"] == "strict" and mapping["index_patterns"] == ["sohieu-*"]
        assert text.endswith("\n")
        lines = text.removesuffix("\n").split("\n")
        assert len(lines) % 2 == 0 and not any(line.strip() == "" for line in lines)
        seen = set()
        for action, source in zip(lines[::2], lines[1::2]):
            ((name, place),) = json.loads(action).items()
            assert name == "index" and set(place) == {"_index", "_id"}
            assert place["_index"] in {"sohieu-pages", "sohieu-citations", "sohieu-relations"}
            assert 0 < len(place["_id"].encode()) <= 512
            seen.add((place["_index"], place["_id"]))
            assert set(json.loads(source)) <= known
        assert len(seen) == len(lines) // 2


def test_the_mapping_uses_only_analysers_that_it_defines(export):
    template = json.loads(export(REPOSITORY / "content", "mapping"))["template"]
    analysis = template["settings"]["analysis"]

    def fields(properties):
        for field in properties.values():
            yield field
            yield from fields(field.get("fields", {}))

    for field in fields(template["mappings"]["properties"]):
        assert field.get("analyzer", "exact") in analysis["analyzer"]
        assert field.get("normalizer", "number") in analysis["normalizer"]
    for analyser in [*analysis["analyzer"].values(), *analysis["normalizer"].values()]:
        assert set(analyser.get("char_filter", [])) <= set(analysis["char_filter"])
        assert set(analyser.get("filter", [])) <= set(analysis["filter"]) | {"lowercase", "asciifolding"}
