"""Whatever an editor writes in a field is text on the page and text to machines: no element, no script, no blank page."""

import json

import pytest

# Ways out of an element, an attribute, a comment, a JSON string and a template.
HOSTILE = [
    "<!--<script>",
    "</script><script>window.taken = 1</script>",
    "--><img src=x onerror=\"window.taken = 1\">",
    "</title></head><body>thân khác",
    "\"' onmouseover=\"window.taken = 1\" x='",
    "]]> &lt;b&gt; &amp;lt; \\u003cscript\\u003e \\",
    "một\u2028hai\u2029ba",
    "{{title}} {{{title}}} {{#strings}}",
]
DOCUMENT, MODEL, REPORT, LESSON, TERM, PLAIN = (
    "van-ban/a.md", "mo-hinh/a.md", "bao-cao/a.md", "bai-hoc/a.md", "thuat-ngu/a.md", "a.md",
)


def collection(text: str) -> dict[str, str]:
    """A page of every kind, with `text` in every field that takes any."""
    name = f"Tên {text}"
    common = {
        "title": name, "summary": f"Tóm tắt {text}", "tags": [f"Thẻ {text}"], "topics": [f"Chủ đề {text}"],
        "sources": [{"title": f"Nguồn {text}", "portal": f"Cổng {text}", "url": "https://vi-du.example/a"}],
    }
    keys = {
        DOCUMENT: {"number": "24-CT/TU", "issuer": f"Cơ quan {text}", "signer": f"Người {text}",
                   "date": "2018-02-08", "aliases": [f"Tên gọi {text}"]},
        MODEL: {"field": f"Lĩnh vực {text}",
                "results": [{"indicator": f"Số {text}", "value": 3, "unit": f"đơn vị {text}"}]},
        REPORT: {"author": f"Tác giả {text}", "publisher": f"Nơi {text}"},
        LESSON: {"theme": f"Nhóm {text}", "period": f"Giai đoạn {text}"},
        TERM: {"expansion": f"Viết đầy đủ {text}"},
        PLAIN: {},
    }
    pages = {
        path: "---\n" + json.dumps(common | own, ensure_ascii=True) + "\n---\n\nChữ của trang.\n\n## Mục\n\nChữ cuối.\n"
        for path, own in keys.items()
    }
    settings = {"title": f"Kho {text}", "description": f"Mô tả {text}", "organisation": f"Ban {text}",
                "base_url": "https://vi-du.example/"}
    return pages | {
        "site.yaml": json.dumps(settings, ensure_ascii=True) + "\n",
        "index.md": "---\ntitle: Trang đầu\n---\n\nChữ của trang.\n\nChữ cuối.\n",
    }


def words(text: str) -> str:
    """As a reader sees it: runs of blanks are one."""
    return " ".join(text.split())


def assert_untaken(page, path: str) -> None:
    assert page.evaluate("window.taken") is None, path
    assert page.locator("[src=x], [onerror], [onmouseover]").count() == 0, path


@pytest.mark.parametrize("text", HOSTILE)
def test_a_field_is_text(text, build_site, page):
    site = build_site(collection(text))
    for path in (DOCUMENT, MODEL, REPORT, LESSON, TERM, PLAIN, "index.md"):
        page.goto((site.folder / path.replace(".md", ".html")).resolve().as_uri(), wait_until="networkidle")
        assert_untaken(page, path)
        shown = page.locator("main").inner_text()
        assert "Chữ của trang." in shown and "Chữ cuối." in shown, path
        values = [json.loads(value) for value in page.locator('script[type="application/ld+json"]').all_text_contents()]
        assert values, path
        if path == "index.md":
            assert values[0]["name"] == f"Kho {text}" and values[0]["description"] == f"Mô tả {text}"
            continue
        assert words(f"Tên {text}") in words(page.locator("h1").inner_text()), path
        assert values[0].get("name", values[0].get("headline")) == f"Tên {text}", path
        assert values[0]["description"] == f"Tóm tắt {text}", path
    lists = sorted(path for path in site.pages if path.startswith(("chu-de/", "the/", "linh-vuc/")))
    assert lists
    for path in lists:
        page.goto((site.folder / path).resolve().as_uri())
        assert_untaken(page, path)
        assert page.locator("main h1").count() == 1, path
