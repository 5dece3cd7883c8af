"""Kinds of content that can be had in any amount: each function gives the files of a content folder with `count` of them.

Of none there is only the start page, so that what a run takes anyway can be told from what the content takes.
"""

from collections.abc import Callable
from dataclasses import dataclass

Files = dict[str, str]


def page(text: str) -> Files:
    return {"index.md": "# Trang chủ\n\nMột trang.\n"} | ({"trang.md": f"# Trang\n\n{text}\n"} if text else {})


def lines(count: int, line: Callable[[int], str], between: str = "\n\n") -> str:
    return between.join(line(number) for number in range(count))


def headings_of_one_name(count: int) -> Files:
    return page(lines(count, lambda _: "## Kết quả"))


def articles_of_one_number(count: int) -> Files:
    return page(lines(count, lambda _: "Điều 5. Trách nhiệm thi hành"))


def broken_links(count: int) -> Files:
    """One on each of as many pages, so that there are as many names to compare with."""
    return page("") | {f"ghi-chu/trang-{number}.md": f"# Trang {number}\n\n[đi](trang-{number}x.md)\n" for number in range(count)}


def broken_anchors(count: int) -> Files:
    """As many on one page that has as many anchors."""
    return page(lines(count, lambda number: f"## Mục {number}\n\n[đi](#muc-{number}-x)"))


def chain_of_places(count: int) -> Files:
    """Each lies in the one before."""
    row = "- id: xa-{0}\n  name: Xã {0}\n  level: commune\n"
    rows = (row.format(number) + (f"  parent: xa-{number - 1}\n" if number else "") for number in range(count))
    return page("") | ({"localities.yaml": "".join(rows)} if count else {})


def chain_of_successors(count: int) -> Files:
    """Each was merged into the next."""
    row = "- id: xa-{0}\n  name: Xã {0}\n  level: commune\n  parent: lam-dong\n"
    rows = (
        row.format(number) + (f"  valid_to: 2025-06-30\n  successor: xa-{number + 1}\n" if number + 1 < count else "")
        for number in range(count)
    )
    return page("") | ({"localities.yaml": "".join(rows)} if count else {})


def unknown_keys(count: int) -> Files:
    return page("") | {f"ghi-chu/{number}.md": f"---\ntitle: Trang {number}\ntitel: a\n---\n\nChữ.\n" for number in range(count)}


def raw_html(count: int) -> Files:
    return page(lines(count, lambda number: f"<div>{number}</div>"))


def pages(count: int) -> Files:
    return page("") | {f"ghi-chu/{number}.md": f"# Trang {number}\n\nMột đoạn văn.\n" for number in range(count)}


def document(name: str, number: str) -> Files:
    return {f"van-ban/{name}.md": f"---\nnumber: {number}\ntitle: Một văn bản\ndate: 2018-02-27\n---\n\nChữ.\n"}


def citations_in_one_paragraph(count: int) -> Files:
    return page(lines(count, lambda number: f"Theo Quyết định số {number}/QĐ-UBND", " và "))


def one_known_document_cited(count: int) -> Files:
    return page(lines(count, lambda number: f"Việc {number} theo Chỉ thị số 24-CT/TW về việc {number}.")) | document(
        "24-ct-tw", "24-CT/TW"
    )


def one_missing_document_cited(count: int) -> Files:
    return page(lines(count, lambda number: f"Việc {number} theo Chỉ thị số 24-CT/TW ngày {number % 28 + 1}/3/2018."))


@dataclass(frozen=True)
class Row:
    """A kind of content, what is done with it, and how much of it is compared with twice as much."""

    content: Callable[[int], Files]
    count: int
    command: str = "check"

    @property
    def name(self) -> str:
        return self.content.__name__.replace("_", " ")


ROWS = [
    Row(headings_of_one_name, 600, "build"),
    Row(articles_of_one_number, 2400, "build"),
    Row(broken_links, 300),
    Row(broken_anchors, 300),
    Row(chain_of_places, 1600, "build"),
    Row(chain_of_successors, 400),
    Row(unknown_keys, 300),
    Row(raw_html, 24000),
    Row(pages, 300, "build"),
    Row(citations_in_one_paragraph, 600),
    Row(one_known_document_cited, 600),
    Row(one_missing_document_cited, 600),
]
