#!/usr/bin/env python3
"""Cuts a folder of Markdown into a collection of equally long pages, to measure the search on many of them.

Pages are cut first from the texts as they stand; when these are used up, from their paragraphs in a random order that
is the same on every run. The title of a page is a sentence of it, and since there are no queries `evaluate-search.py` asks for
titles: for something the page says. Writes OUTPUT/corpus.jsonl in BEIR form.

    scripts/cut-windows.py FOLDER OUTPUT [--pages N] [--syllables N]
"""

import argparse
from collections.abc import Iterator
import json
from pathlib import Path
import random
import re

MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[#*_|\[\]`^]")
TITLE = re.compile(r"[^\W\d_][^\d.;:!?\n]{20,400}")
TITLE_SYLLABLES = (8, 24)


def paragraphs_of(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.md")):
        for line in path.read_text("utf-8", errors="replace").split("\n"):
            line = MARKUP.sub("", line).strip(" -\t>")
            if len(line) > 30:
                yield line


def windows(paragraphs: Iterator[str], syllables: int) -> Iterator[list[str]]:
    window, count = [], 0
    for paragraph in paragraphs:
        window.append(paragraph)
        count += len(paragraph.split())
        if count >= syllables:
            yield window
            window, count = [], 0


def shuffled(paragraphs: list[str], generator: random.Random) -> Iterator[str]:
    while True:
        yield generator.choice(paragraphs)


def title_of(window: list[str], generator: random.Random) -> str | None:
    sentences = [match[0].split() for paragraph in window for match in TITLE.finditer(paragraph)]
    fewest, most = TITLE_SYLLABLES
    fitting = [words for words in sentences if len(words) >= fewest]
    return " ".join(generator.choice(fitting)[:most]) if fitting else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("output", type=Path, metavar="OUTPUT")
    parser.add_argument("--pages", type=int, default=10_000, metavar="N")
    parser.add_argument("--syllables", type=int, default=1_200, metavar="N", help="length of a page (1,200)")
    options = parser.parse_args()

    generator = random.Random(2026)
    paragraphs = list(paragraphs_of(options.folder))
    options.output.mkdir(parents=True, exist_ok=True)
    written = 0
    with (options.output / "corpus.jsonl").open("w", encoding="utf-8") as corpus:
        for source in (iter(paragraphs), shuffled(paragraphs, generator)):
            for window in windows(source, options.syllables):
                if written == options.pages:
                    return
                title = title_of(window, generator)
                if title is None:
                    continue
                page = {"_id": str(written), "title": title, "text": "\n".join(window)}
                corpus.write(json.dumps(page, ensure_ascii=False) + "\n")
                written += 1


if __name__ == "__main__":
    main()
