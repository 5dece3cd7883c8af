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


def unknown_keys(count: int) -> Files:
    return page("") | {f"ghi-chu/{number}.md": f"---\ntitle: Trang {number}\ntitel: a\n---\n\nChữ.\n" for number in range(count)}


def raw_html(count: int) -> Files:
    return page(lines(count, lambda number: f"<div>{number}</div>"))


def pages(count: int) -> Files:
    return page("") | {f"ghi-chu/{number}.md": f"# Trang {number}\n\nMột đoạn văn.\n" for number in range(count)}


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
    Row(unknown_keys, 300),
    Row(raw_html, 600),
    Row(pages, 300, "build"),
]
