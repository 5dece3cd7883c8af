"""The relation diagram draws what the graph holds: every pair, no other pair, and what it has no room for is counted."""

from collections import Counter
import json
import subprocess

import pytest

from conftest import COLLECTION, REPOSITORY, serving

# Boxes of a group and entries of a second step at most (Sources/Views/Diagram.swift).
MOST = {"boxes": 8, "steps": 6}
# From weak ties to strong ones, as the program ranks them.
STRENGTH = [
    "cites", "based-on", "implements", "guides", "amends", "replaces", "repeals", "corrects", "consolidates", "reviews",
    "coordinates", "source",
]
SENTENCE = "Thực hiện Chỉ thị số 12-CT/TU ngày 15/3/2020 của Ban Thường vụ Tỉnh ủy Lâm Đồng, xã {0} đã làm tiếp."


def document(title: str, *keys: str, text: str = "Toàn văn chưa có.") -> str:
    return "\n".join(["---", f"title: {title}", *keys, "---", "", text, ""])


def crowded() -> dict[str, str]:
    """One directive with every relation, more boxes than a group holds, and steps behind them."""
    here = "12-CT/TU ngày 15/3/2020 của Ban Thường vụ Tỉnh ủy Lâm Đồng"
    place = ["issuer: Ban Thường vụ Tỉnh ủy Lâm Đồng", "locality: lam-dong"]
    files = {
        "index.md": document("Kho thử"),
        "van-ban/chi-thi.md": document(
            "Về tăng cường công tác dân vận", "number: 12-CT/TU", "date: 2020-03-15", *place, "relations:",
            "  based-on: [25-NQ/TW ngày 03/6/2013]", "  implements: [217-QĐ/TW, 5-KL/TW]", "  replaces: [9-CT/TU của Tỉnh ủy Lâm Đồng]",
        ),
        "van-ban/nghi-quyet.md": document(
            "Về công tác dân vận", "number: 25-NQ/TW", "issuer: Ban Chấp hành Trung ương", "date: 2013-06-03", "relations:",
            "  implements: [Nghị quyết 1-NQ/TW]",
        ),
        "van-ban/cu.md": document("Về công tác dân vận", "number: 9-CT/TU", "date: 2010-01-02", *place),
        "van-ban/huong-dan.md": document("Hướng dẫn", "number: 3-HD/TU", "date: 2020-05-05", *place, "relations:", f'  guides: ["{here}"]'),
        "van-ban/sua.md": document("Sửa đổi", "number: 20-CT/TU", "date: 2021-05-05", *place, "relations:", f'  amends: ["{here}"]'),
        "van-ban/doc.md": document(
            "Kế hoạch", "number: 8-KH/TU", "date: 2021-06-05", *place, text=SENTENCE.format("này")),
    }
    for count in range(1, 21):
        files[f"van-ban/ke-hoach-{count}.md"] = document(
            f"Kế hoạch của huyện thứ {count}", f"number: {count}-KH/HU", f"date: 2020-04-{count:02}", f"issuer: Huyện ủy {count}",
            "relations:", f'  implements: ["{here}"]',
        )
        files[f"bai-hoc/bai-{count}.md"] = document(
            f"Bài học {count}", "source: bao-cao/so-ket.md", f"ordinal: {count}", "theme: Phối hợp")
        files[f"bao-cao/xa-{count}.md"] = document(f"Xã {count}", "form: bài viết", text=SENTENCE.format(count))
    for name, form in [("so-ket", "sơ kết"), ("tong-ket", "tổng kết"), ("bai", "bài viết"), ("bao-cao", "báo cáo"), ("khac", "")]:
        files[f"bao-cao/{name}.md"] = document(f"Nhìn lại, {name}", f"form: {form}", f'reviews: ["{here}", 25-NQ/TW ngày 03/6/2013]')
    files["mo-hinh/to.md"] = document("Tổ dân vận", "form: mô hình", f'based-on: ["{here}"]')
    return files


@pytest.fixture(scope="module")
def fixture_content(tmp_path_factory):
    folder = tmp_path_factory.mktemp("relations")
    for path, text in crowded().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def fixture_site(build_site):
    return build_site(crowded())


def ties(sohieu, content) -> dict[tuple[str, str], str]:
    """What the exported graph holds, by the addresses of source and target: the strongest relation that is no mere citation."""
    finished = subprocess.run([sohieu, "export", "-s", content], cwd=REPOSITORY, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    graph = json.loads(finished.stdout)
    urls = {node["id"]: node["url"] for node in graph["nodes"]}
    strongest: dict[tuple[str, str], tuple] = {}
    for edge in graph["edges"]:
        if edge["relation"] != "cites":
            pair = urls[edge["source"]], urls[edge["target"]]
            rank = (not edge["inferred"], STRENGTH.index(edge["relation"]), edge["relation"])
            strongest[pair] = max(strongest.get(pair, rank), rank)
    return {pair: rank[2] for pair, rank in strongest.items()}


def drawn(page, here: str):
    """The pairs of a page's diagram, those of the second step, and for both how many are left out, each with its relation."""
    found = {"boxes": Counter(), "steps": Counter(), "left": Counter()}
    for side in page.tree.xpath('//section[contains(@class, "diagram")]//div[contains(@class, "plan-side")]'):
        above = "plan-above" in side.get("class")

        def take(kind: str, entry, centre: str) -> str | None:
            link = entry.xpath("./a")[0]
            if more := link.get("data-more"):
                found["left"][(kind, above, centre)] += int(more)
                return None
            # A document that the collection lacks may have a row of the list for its place.
            other = "#".join(filter(None, page.target(link.get("href"))))
            pair = (centre, other) if above else (other, centre)
            found[kind][pair, entry.get("data-relation")] += 1
            return other

        for group in side.xpath('./div[@class="plan-group"]'):
            boxes = group.xpath("./ul/li")
            stated = int(group.xpath("string(./h3/*[@class='count'])"))
            assert stated == len([box for box in boxes if box.get("data-relation")]) + sum(
                int(more) for more in group.xpath("./ul/li/a/@data-more")), "a group counts what it holds"
            for box in boxes:
                other = take("boxes", box, here)
                for step in box.xpath("./ul/li"):
                    take("steps", step, other)
    return found


def compare(site, graph) -> int:
    count = 0
    for path in sorted(path for path in site.pages if path.startswith("van-ban/")):
        page = site.pages[path]
        around = {pair: relation for pair, relation in graph.items() if path in pair}
        found = drawn(page, path)
        if not page.tree.xpath('//section[contains(@class, "diagram")]'):
            assert not around, path
            continue
        assert all(times == 1 for times in found["boxes"].values()), path
        for (pair, relation), _ in found["boxes"].items():
            assert path in pair and around.get(pair) == relation, f"{path} draws {pair} as {relation}"
        for (pair, relation), _ in found["steps"].items():
            assert path not in pair and graph.get(pair) == relation, f"{path} draws the step {pair} as {relation}"
        for above in [True, False]:
            side = {pair for pair in around if pair[0 if above else 1] == path}
            shown = {pair for pair, _ in found["boxes"] if pair[0 if above else 1] == path}
            left = found["left"][("boxes", above, path)]
            assert shown <= side and len(side - shown) == left, f"{path} leaves out {side - shown}"
            for other in {pair[1 if above else 0] for pair in shown}:
                behind = {pair for pair in graph if pair[0 if above else 1] == other and path not in pair}
                steps = {pair for pair, _ in found["steps"] if pair[0 if above else 1] == other}
                left = found["left"][("steps", above, other)]
                assert steps <= behind and len(behind - steps) == left, f"{path}, behind {other}: {behind - steps}"
        count += len(found["boxes"])
    return count


def test_the_diagrams_of_the_collection_are_the_graph(sohieu, site):
    compare(site, ties(sohieu, COLLECTION))


def test_a_crowded_diagram_is_the_graph_and_counts_what_it_leaves_out(sohieu, fixture_site, fixture_content):
    graph = ties(sohieu, fixture_content)
    assert len({relation for relation in graph.values()}) >= 7
    assert compare(fixture_site, graph) > 40
    page = fixture_site.pages["van-ban/chi-thi.html"]
    found = drawn(page, "van-ban/chi-thi.html")
    assert found["left"][("boxes", False, "van-ban/chi-thi.html")] == (21 - MOST["boxes"]) + (20 - MOST["boxes"])
    assert found["left"][("steps", False, "bao-cao/so-ket.html")] == 20 - MOST["steps"]


def test_only_reviews_are_said_to_have_reviewed(fixture_site):
    page = fixture_site.pages["van-ban/chi-thi.html"]
    for place, heading, boxes in [("aside", "details/section/h2", "li"), ("section[contains(@class, 'diagram')]", "div/div/div/h3", "ul/li[@data-relation]")]:
        names = {}
        for head in page.tree.xpath(f"//article//{place}/{heading}"):
            words = head.text.strip()
            links = head.getparent().xpath(f".//{boxes}/a/@href")
            names[words] = {link.split("/")[-1] for link in links}
        assert {"so-ket.html", "tong-ket.html"} <= names["Được sơ kết, tổng kết trong"], place
        for form in ["bai", "bao-cao", "khac"]:
            assert f"{form}.html" not in names["Được sơ kết, tổng kết trong"], place
        assert not any(name.startswith(("so-ket", "tong-ket", "bai", "xa-")) for name in names["Được triển khai bởi"]), place
        assert "bai.html" in names["Bài viết về văn bản này"] and "khac.html" in names["Được xem xét trong"], place


@pytest.mark.parametrize("form, heading", [
    ("so-ket", "Văn bản được sơ kết, tổng kết"), ("tong-ket", "Văn bản được sơ kết, tổng kết"),
    ("bai", "Văn bản mà bài viết nói tới"), ("bao-cao", "Văn bản mà báo cáo nói tới"), ("khac", "Văn bản được xem xét"),
])
def test_a_report_names_what_it_speaks_of_by_its_form(fixture_site, form, heading):
    page = fixture_site.pages[f"bao-cao/{form}.html"]
    headings = [head.text.strip() for head in page.tree.xpath("//aside//section/h2")]
    assert heading in headings


BOXES = """() => [...document.querySelectorAll('.plan-group, .plan-centre')].map(box => {
  const r = box.getBoundingClientRect();
  const cut = [...box.querySelectorAll('a, span, strong')].filter(part => {
    const p = part.getBoundingClientRect();
    return p.right > innerWidth + 1 || p.left < -1 || p.bottom > r.bottom + 1;
  }).length;
  return { centre: box.className === 'plan-centre', left: r.left, right: r.right, top: r.top, bottom: r.bottom, cut };
})"""


@pytest.mark.parametrize("width, zoom", [(320, 1), (390, 1), (820, 1), (1440, 1), (1440, 2)])
def test_every_box_is_whole_and_none_covers_another(open_page, fixture_site, width, zoom):
    with serving(fixture_site.folder) as address:
        page = open_page(address + "van-ban/chi-thi.html", viewport={"width": width // zoom, "height": 900})
        boxes = page.evaluate(BOXES)
        assert page.evaluate("document.documentElement.scrollWidth") <= width // zoom
    assert len(boxes) > 8 and not any(box["cut"] for box in boxes)
    for index, box in enumerate(boxes):
        for other in boxes[index + 1:]:
            apart = box["right"] <= other["left"] + 1 or other["right"] <= box["left"] + 1
            assert apart or box["bottom"] <= other["top"] + 1 or other["bottom"] <= box["top"] + 1
    centre = next(box for box in boxes if box["centre"])
    beside = [box for box in boxes if box["left"] >= centre["right"] or box["right"] <= centre["left"]]
    assert len(beside) == (len(boxes) - 1 if width // zoom >= 720 else 0), "beside the document where there is room, else below it"


def test_the_diagram_is_read_without_styles(site):
    """Grounds before the document, the document before what came of it; all of it lists and headings."""
    for path, page in site.pages.items():
        for plan in page.tree.xpath('//div[@class="plan"]'):
            order = [part.get("class").split()[-1] for part in plan]
            assert order in (["plan-above", "plan-centre", "plan-below"], ["plan-above", "plan-centre"], ["plan-centre", "plan-below"]), path
            assert not plan.xpath(".//svg | .//@style")
