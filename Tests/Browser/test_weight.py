"""A page stays light where lines are slow, however many pages cite it."""

import pytest

from conftest import serving
from test_site import HOME, LESSONS_OF_LAM_DONG, RESOLUTION

# HTML, styles and scripts of a page as they lie on disk, before any picture.
LIMIT = 60_000
CITERS = 50


def cited_often(citers: int = CITERS) -> dict[str, str]:
    files = {
        "site.yaml": "title: Kho thử\ndescription: Một văn bản được viện dẫn nhiều.\n",
        "index.md": "---\ntitle: Kho thử\n---\n",
        "van-ban/chi-thi.md": "---\ntitle: Về tăng cường công tác dân vận trong tình hình mới\nnumber: 12-CT/TU\n"
        "issuer: Ban Thường vụ Tỉnh ủy Lâm Đồng\nlocality: lam-dong\ndate: 2020-03-15\n---\n\n"
        + "\n\n".join(
            f"## {part}. Nhiệm vụ\n\n" + "Các cấp ủy, tổ chức đảng tiếp tục quán triệt và thực hiện tốt công tác dân vận. " * 6
            for part in range(1, 4)
        ),
    }
    for count in range(1, citers + 1):
        # Most cite in passing; some carry it out, and stand in the tree and the timeline as well.
        opening = "Thực hiện" if count % 5 == 0 else "Đối chiếu với"
        files[f"bao-cao/xa-{count}.md"] = (
            f"---\ntitle: Báo cáo kết quả công tác dân vận của xã số {count}\ndate: 2022-01-{count % 28 + 1:02}\n---\n\n"
            f"{opening} Chỉ thị số 12-CT/TU ngày 15/3/2020 của Ban Thường vụ Tỉnh ủy Lâm Đồng, xã đã tổ chức học tập, "
            "quán triệt đến toàn thể cán bộ, đảng viên và nhân dân trên địa bàn.\n"
        )
    return files


@pytest.fixture(scope="session")
def crowded(build_site):
    return build_site(cited_often())


def transferred(page, address: str) -> dict[str, int]:
    """Bytes of the page and of each style and script it loads, uncompressed."""
    sizes = {}

    def add(response) -> None:
        if response.request.resource_type in {"document", "stylesheet", "script"}:
            sizes[response.url] = len(response.body())

    page.on("response", add)
    page.goto(address, wait_until="networkidle")
    return sizes


def test_a_document_with_fifty_citers_is_light(page, crowded):
    links = [link.address for link in crowded.pages["van-ban/chi-thi.html"].links]
    # Those that carry it out in the tree, ten sentences, and the way to all.
    assert sum(address.startswith("../bao-cao/") for address in links) >= CITERS // 5 + 10
    assert "../tim-kiem.html?q=12%2DCT%2FTU" in links
    with serving(crowded.folder) as address:
        sizes = transferred(page, address + "van-ban/chi-thi.html")
    assert sum(sizes.values()) <= LIMIT, sizes


@pytest.mark.parametrize("path, most", [(RESOLUTION, 2), (LESSONS_OF_LAM_DONG[0], 2), (HOME, 3), ("mo-hinh/index.html", 3)])
def test_the_first_paint_waits_for_few_requests(page, served, path, most):
    page.goto(served + path, wait_until="networkidle")
    waiting = page.evaluate("""() => performance.getEntriesByType('resource')
      .filter(entry => entry.renderBlockingStatus === 'blocking').map(entry => entry.name)""")
    assert 1 <= len(waiting) <= most, waiting


def test_scripts_let_the_page_be_read_meanwhile(site):
    """Only the few lines that set theme and text size come before the first paint: a later change would make it jump."""
    for path, page in site.pages.items():
        for script in page.tree.xpath("//script[@src and not(@defer)]"):
            file = page.target(script.get("src"))[0]
            assert file.startswith("assets/display.") and (site.folder / file).stat().st_size <= 1_000, path


def test_a_document_with_ten_citers_is_lighter(page, build_site):
    with serving(build_site(cited_often(10)).folder) as address:
        sizes = transferred(page, address + "van-ban/chi-thi.html")
    assert sum(sizes.values()) <= 40_000, sizes
