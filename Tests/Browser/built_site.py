"""The built site as a folder of pages: what each page links to, and which anchors it has."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
import re
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

# Attributes that hold one address.
ADDRESS_ATTRIBUTES = {
    "a": "href", "area": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src",
    "video": "src", "audio": "src", "track": "src", "embed": "src", "object": "data", "form": "action", "use": "href",
    "image": "href",
}
# <link> kinds that name an address for others and are neither loaded nor followed here.
NAMING_LINKS = {"canonical", "alternate", "license", "author", "me"}
REDIRECT = re.compile(r"^\s*[\d.]+\s*;\s*url\s*=\s*(.+?)\s*$", re.IGNORECASE)
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")


@dataclass(frozen=True)
class Link:
    """One address as written in a page: `<element attribute="address">`."""

    element: str
    attribute: str
    address: str
    kinds: frozenset[str] = frozenset()

    @property
    def is_external(self) -> bool:
        return bool(urlsplit(self.address).scheme or self.address.startswith("//"))

    @property
    def is_followed(self) -> bool:
        """True for what a reader follows; everything else is loaded with the page."""
        return self.element in {"a", "area", "form", "meta"} or bool(self.kinds & NAMING_LINKS)


class Page:
    """One HTML file; `path` is relative to the site, with "/" between folders."""

    def __init__(self, site: Path, path: str):
        self.path = path
        self.source = (site / path).read_bytes()

    @cached_property
    def tree(self) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring(self.source.decode("utf-8"))

    @cached_property
    def anchors(self) -> set[str]:
        return set(self.tree.xpath("//@id")) | set(self.tree.xpath("//a/@name"))

    @cached_property
    def links(self) -> list[Link]:
        return self.links_under("//*")

    def links_under(self, xpath: str) -> list[Link]:
        """The links of the elements that `xpath` selects, in document order."""
        found = []
        for element in self.tree.xpath(xpath):
            if not isinstance(element.tag, str):
                continue
            attribute = ADDRESS_ATTRIBUTES.get(element.tag)
            kinds = frozenset(element.get("rel", "").lower().split())
            for name in (attribute, f"xlink:{attribute}"):
                if attribute and element.get(name) is not None:
                    found.append(Link(element.tag, name, element.get(name).strip(), kinds))
            for candidate in element.get("srcset", "").split(","):
                if candidate.strip():
                    found.append(Link(element.tag, "srcset", candidate.split()[0], kinds))
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                if redirect := REDIRECT.match(element.get("content", "")):
                    found.append(Link("meta", "content", redirect[1]))
        return found

    def target(self, address: str) -> tuple[str, str]:
        """The path within the site and the anchor that `address`, written in this page, leads to."""
        parts = urlsplit(urljoin("http://site/" + self.path, address))
        return unquote(parts.path).lstrip("/"), unquote(parts.fragment)


class BuiltSite:
    """All that lies in the output folder of one build."""

    def __init__(self, folder: Path):
        self.folder = folder
        # The names as they are on disk: a link in other letters' case would break on most servers.
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {path: Page(self.folder, path) for path in sorted(self.files) if path.endswith(".html")}

    @cached_property
    def style_links(self) -> list[tuple[str, str]]:
        """Each stylesheet's path with each address it loads."""
        return [
            (path, one or other)
            for path in sorted(self.files) if path.endswith(".css")
            for one, other in CSS_ADDRESS.findall((self.folder / path).read_text("utf-8"))
        ]

    def steps_from(self, start: str, most: int, within: str = "//main") -> dict[str, int]:
        """How many links within that part of the pages lead from `start` to each page, up to `most`."""
        steps, frontier = {start: 0}, [start]
        for count in range(1, most + 1):
            reached = []
            for path in frontier:
                page = self.pages[path]
                for link in page.links_under(f"{within}//a"):
                    target = page.target(link.address)[0]
                    if not link.is_external and target in self.pages and target not in steps:
                        steps[target] = count
                        reached.append(target)
            frontier = reached
        return steps
