"""The articles that content/ takes its facts from, and the pages of content/, both as words and as figures.

The articles are not part of the repository; they lie in a folder beside it. Facts and figures are carried over from them,
sentences are not: `borrowed` finds sentences that were, `unfounded` figures that nothing a page names holds.
"""

from dataclasses import dataclass
from functools import cache, cached_property
import os
from pathlib import Path
import re
import unicodedata

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = REPOSITORY / "content"
# Where the articles lie, one text file each.
ARTICLES = Path(os.environ.get("SOHIEU_ARTICLES", REPOSITORY.parent / "shared/seeds"))

# The number of a document: 24-CT/TU, 37/KH-UBND, 18/2000/CT-TTg.
NUMBER = re.compile(r"\b\d+(?:/\d{4})?\s*[-/]\s*[A-ZĐ][A-Za-zĐđ]*\s*[-/]\s*[A-ZĐ][A-Za-zĐđ]*\b")
# A date in running text, and in front matter.
DATE = re.compile(r"\b(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})\b|\b(\d{1,2}) tháng (\d{1,2}) năm (\d{4})\b")
ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
# A count, a share or a year: 7, 26.000, 99.
COUNT = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
CITATION = re.compile(rf"{NUMBER.pattern}(?:,?\s+ngày\s+(?:{DATE.pattern}))?")
QUOTATION = re.compile(r"“[^“”]*”")
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
WORD = re.compile(r"[^\W_]+")
# Stands where a quotation or a citation stood: no run of words goes across.
GAP = "\x00"


def folded(text: str) -> str:
    """Lower case without marks, so that two spellings of a syllable (hoà, hòa) are one."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def without_quotations(text: str) -> str:
    """The text with a gap for each “…”, the innermost first."""
    shorter = QUOTATION.sub(GAP, text)
    return shorter if shorter == text else without_quotations(shorter)


def figures(text: str) -> set[str]:
    """Numbers of documents, dates and counts in the text, each in one spelling: "24-ct/tu", "27/2/2018", "26000"."""
    found = set()

    def take(pattern: re.Pattern, name, rest: str) -> str:
        found.update(name(match) for match in pattern.finditer(rest))
        return pattern.sub(" ", rest)

    text = take(NUMBER, lambda match: re.sub(r"\s", "", match[0]).lstrip("0").lower(), text)
    text = take(ISO_DATE, lambda match: f"{int(match[3])}/{int(match[2])}/{match[1]}", text)
    text = take(DATE, lambda match: "/".join(str(int(part)) for part in match.groups() if part), text)
    take(COUNT, lambda match: match[0].replace(".", "").lstrip("0") or "0", text)
    return found


def years(known: set[str]) -> set[str]:
    """The years of the dates among the figures."""
    return {figure.rsplit("/", 1)[1] for figure in known if re.fullmatch(r"\d+/\d+/\d{4}", figure)}


def serials(known: set[str]) -> set[str]:
    """The serials of the document numbers among the figures: who knows 24-CT/TU knows "số 24"."""
    numbers = (figure for figure in known if NUMBER.match(figure.upper()))
    return {part for number in numbers for part in re.findall(r"\d+", number)}


def figures_told(text: str) -> set[str]:
    """The figures that a page may state from this text."""
    told = figures(text)
    return told | years(told) | serials(told)


@dataclass(frozen=True)
class Article:
    """One article: the words nobody may borrow and the figures everybody may state."""

    name: str
    text: str

    @cached_property
    def figures(self) -> set[str]:
        return figures_told(self.text)

    @cached_property
    def opening(self) -> str:
        return " ".join(WORD.findall(folded(self.text[:1500])))

    @cache
    def runs(self, length: int) -> set[tuple[str, ...]]:
        words = WORD.findall(folded(CITATION.sub(GAP, self.text)))
        return {tuple(words[start:start + length]) for start in range(len(words) - length + 1)}

    def is_told_by(self, source: dict) -> bool:
        """Whether a source of a page is this article: by its title, or by its portal where no title was kept."""
        title = " ".join(WORD.findall(folded(str(source["title"]))))
        return title in self.opening or (source.get("url") or GAP) in self.text


class Page:
    """One file of content/: its front matter, and its text as a reader sees it."""

    def __init__(self, path: Path, root: Path = CONTENT):
        self.path = path.relative_to(root).as_posix()
        text = unicodedata.normalize("NFC", path.read_text("utf-8"))
        matter = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
        self.head = yaml.safe_load(matter[1]) if matter else {}
        self.body = text[matter.end():] if matter else text
        self.sources: list[dict] = self.head.get("sources", [])

    def stated(self, *keys: str) -> str:
        """The values of these keys, a line each."""
        return "\n".join(str(self.head.get(key, "")) for key in keys)

    @property
    def own_text(self) -> str:
        """What the editor wrote: title, summary and body without quotations, citations, code and addresses.

        The title of a document is its name, and stands as it is.
        """
        body = re.sub(r"^>.*$|`[^`]*`", GAP, LINK.sub(r"\1", self.body), flags=re.MULTILINE)
        head = ["summary"] if self.path.startswith("van-ban/") else ["title", "summary"]
        return CITATION.sub(GAP, without_quotations(self.stated(*head) + GAP + body))

    @property
    def figures(self) -> set[str]:
        """Every figure a reader sees, except what numbers a list."""
        body = re.sub(r"^\s*\d+\. ", "", LINK.sub(r"\1", self.body), flags=re.MULTILINE)
        results = "\n".join(str(result["value"]) for result in self.head.get("results", []))
        head = self.stated("title", "summary", "period", "number", "date", "published")
        return figures(f"{head}\n{results}\n{body}")

    @property
    def linked(self) -> set[str]:
        """Paths of the pages its text links to."""
        folder = Path(self.path).parent
        targets = (target.split("#")[0] for _, target in LINK.findall(self.body))
        return {os.path.normpath(folder / target) for target in targets if target.endswith(".md")}


def borrowed(page: Page, articles: list[Article], length: int) -> list[str]:
    """Runs of at least `length` syllables that the page has in common with an article."""
    found = []
    for stretch in page.own_text.split(GAP):
        words = WORD.findall(folded(stretch))
        windows = [tuple(words[start:start + length]) for start in range(len(words) - length + 1)]
        for article in articles:
            runs, start = article.runs(length), 0
            while start < len(windows):
                end = start
                while end < len(windows) and windows[end] in runs:
                    end += 1
                if end > start:
                    found.append(f"{page.path}: {' '.join(words[start:end + length - 1])} ({article.name})")
                start = end + 1
    return found


def unfounded(page: Page, pages: dict[str, Page], articles: list[Article]) -> set[str]:
    """Figures of the page that stand neither in a source of it or of a page it links to, nor in what a source is called.

    The number and date of another document of the collection may be stated anywhere, and the days of localities.yaml.
    """
    known = figures((CONTENT / "localities.yaml").read_text("utf-8"))
    for other in pages.values():
        if other is not page:
            identity = figures(other.stated("number", "date"))
            known |= identity | years(identity)
    for neighbour in [page, *(pages[path] for path in page.linked if path in pages)]:
        for source in neighbour.sources:
            known |= figures_told(f"{source['title']}\n{source.get('date', '')}")
            known |= set().union(*(article.figures for article in articles if article.is_told_by(source)))
    return page.figures - known


def read_articles(folder: Path = ARTICLES) -> list[Article]:
    """The articles of the folder, by name; none where there is no folder."""
    paths = sorted(folder.glob("*.txt"))
    return [Article(path.stem, unicodedata.normalize("NFC", path.read_text("utf-8"))) for path in paths]


def read_pages(root: Path = CONTENT) -> dict[str, Page]:
    """Every page of content/, by its path."""
    return {page.path: page for page in (Page(path, root) for path in sorted(root.rglob("*.md")))}
