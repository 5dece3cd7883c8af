#!/usr/bin/env python3
"""Measures the search on collections: folders in BEIR form (corpus.jsonl, queries.jsonl, qrels.tsv), or of Markdown.

Each collection becomes a site by `sohieu build`; a headless browser asks it through `window.sohieu.search`, with marks
and with marks stripped, over http and over file. Printed: R@1, R@10, MRR@10, nDCG@10; what a cold query loads and how
long it takes; the size of the index and the cost of the build. Beside it stands full BM25 with pairs over the same pages
(`reference_ranking.py`). Where there are no queries the titles of pages are asked for, `--titles` of them; a page answers
if it is called so. `--slips` asks N queries with a slip of the finger (`slips.py`). `--right` asks N right ones, the
collection's own and those of the others, and prints each correction that is offered. `--peer` builds the same pages with
Hugo and Pagefind and asks them the same way.

    scripts/evaluate-search.py FOLDER… [--queries N] [--titles N] [--slips N] [--right N] [--cold N] [--peer] [--program PATH]

Needs Playwright (scripts/requirements.txt), for `--peer` also bench/requirements.txt.
"""

import argparse
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
import json
import math
from pathlib import Path
import random
import re
import shutil
import statistics
import sys
import tempfile
from threading import Thread
import time
import unicodedata

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "bench"))
from measure import Cost, run  # noqa: E402
from reference_ranking import ReferenceRanking  # noqa: E402
from slips import slip  # noqa: E402

DEPTH = 10
ASK_OURS = "text => sohieu.search(text, {limit: 10}).then(found => found.results.map(result => result.url))"
OFFERED = """texts => Promise.all(texts.map(text => Promise.all([sohieu.suggest(text), sohieu.search(text, {limit: 0})])
  .then(([other, found]) => other || found.corrected)))"""
ASK_PEER = """async text => {
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI));
  const found = await pagefind.search(text);
  const pages = await Promise.all(found.results.slice(0, 10).map(result => result.data()));
  return pages.map(page => page.url);
}"""


@dataclass
class Collection:
    name: str
    # `_id`, `title`, `text`.
    pages: list[dict]
    queries: list[tuple[str, str]]
    relevant: dict[str, set[str]]
    # Where the pages come from, if they are Markdown: then the `_id` of each is its address.
    markdown: Path | None = None

    @staticmethod
    def read(folder: Path, titles: int) -> "Collection":
        if not (folder / "corpus.jsonl").exists():
            pages = [read_markdown(path, folder) for path in sorted(folder.rglob("*.md"))]
            return Collection.of_titles(folder.parent.name if folder.name == "content" else folder.name, pages, titles, folder)
        pages = read_lines(folder / "corpus.jsonl")
        if not (folder / "queries.jsonl").exists():
            return Collection.of_titles(folder.name, pages, titles)
        relevant: dict[str, set[str]] = {}
        for line in (folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
            query, page, grade = line.split("\t")
            if int(grade) > 0:
                relevant.setdefault(query, set()).add(page)
        queries = [(query["_id"], query["text"]) for query in read_lines(folder / "queries.jsonl")]
        return Collection(folder.name, pages, [q for q in queries if q[0] in relevant], relevant)

    @staticmethod
    def of_titles(name: str, pages: list[dict], count: int, markdown: Path | None = None) -> "Collection":
        """Asks for `count` titles of four words and more, each answered by the pages that are called so."""
        named: dict[str, set[str]] = {}
        for page in pages:
            if len(page["title"].split()) > 3:
                named.setdefault(page["title"], set()).add(page["_id"])
        asked = list(named)[:: max(1, len(named) // count)][:count]
        return Collection(name, pages, [(title, title) for title in asked], named, markdown)

    def page_at(self, address: str) -> str | None:
        """The `_id` of the page with that address."""
        if self.markdown:
            return address
        # The page's own file, and not the list of its folder.
        match = re.search(r"\d{4}/(\d+)(?:\.html|/)$", address)
        return self.pages[int(match[1])]["_id"] if match else None

    @property
    def said(self) -> list[str]:
        """What people who know what they write have asked or written: the queries, and titles of a page each."""
        return list(dict.fromkeys([text for _, text in self.queries] + [page["title"] for page in self.pages if page["title"]]))


def read_markdown(path: Path, folder: Path) -> dict:
    """A page as its file has it: the title of the front matter or else the first heading, and the text below."""
    _, front, text = ("", "", path.read_text("utf-8")) if path.read_bytes()[:3] != b"---" else path.read_text("utf-8").split("---\n", 2)
    title = re.search(r'(?m)^title: "?(.*?)"?$', front) or re.search(r"(?m)^# (.+)$", text)
    return {"_id": str(path.relative_to(folder).with_suffix(".html")), "title": title[1] if title else "", "text": text}


def read_lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def strip_marks(text: str) -> str:
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def escape_markdown(text: str) -> str:
    text = re.sub(r"([\\`*_{}\[\]<>#|~!&$])", r"\\\1", text)
    return re.sub(r"(?m)^(\s*)([-+]|\d+[.)])(?=\s)", lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1], text)


def write_content(collection: Collection, folder: Path) -> None:
    """One Markdown file a page, a hundred to a folder, named by the page's place in the corpus; Markdown as it is."""
    shutil.rmtree(folder, ignore_errors=True)
    if collection.markdown:
        shutil.copytree(collection.markdown, folder)
        if not (folder / "site.yaml").exists():
            (folder / "site.yaml").write_text("title: Đo tìm kiếm\n", "utf-8")
        return
    for number, page in enumerate(collection.pages):
        path = folder / f"{number // 100:04}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = [escape_markdown(line.strip()) for line in page["text"].split("\n") if line.strip()]
        title = json.dumps(page["title"], ensure_ascii=False)
        path.write_text(f"---\ntitle: {title}\n---\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    (folder / "index.md").write_text("---\ntitle: Trang đầu\n---\n", "utf-8")
    (folder / "site.yaml").write_text("title: Đo tìm kiếm\n", "utf-8")


class CountingHandler(SimpleHTTPRequestHandler):
    """Serves files as they are, uncompressed, and counts what goes out."""

    protocol_version = "HTTP/1.1"
    # As web servers do: head and body in one go, and no waiting for the acknowledgement of the one before the other.
    wbufsize = -1
    disable_nagle_algorithm = True
    requests = 0
    bytes = 0

    def copyfile(self, source, outputfile) -> None:
        data = source.read()
        CountingHandler.requests += 1
        CountingHandler.bytes += len(data)
        outputfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def grade(collection: Collection, answers: dict[str, list[str]]) -> dict[str, float]:
    sums = {"R@1": 0.0, "R@10": 0.0, "MRR@10": 0.0, "nDCG@10": 0.0}
    for query, found in answers.items():
        relevant = collection.relevant[query]
        hits = [page in relevant for page in found[:DEPTH]]
        sums["R@1"] += sum(hits[:1]) / len(relevant)
        sums["R@10"] += sum(hits) / min(len(relevant), DEPTH)
        sums["MRR@10"] += 1 / (hits.index(True) + 1) if True in hits else 0
        best = sum(1 / math.log2(rank + 2) for rank in range(min(DEPTH, len(relevant))))
        sums["nDCG@10"] += sum(1 / math.log2(rank + 2) for rank, hit in enumerate(hits) if hit) / best
    return {name: value / max(1, len(answers)) for name, value in sums.items()}


def ask_all(page, ask: str, collection: Collection, stripped: bool) -> dict[str, list[str]]:
    answers = {}
    for query, text in collection.queries:
        found = [collection.page_at(url) for url in page.evaluate(ask, strip_marks(text) if stripped else text)]
        answers[query] = [page for page in found if page is not None]
    return answers


def grade_reference(collection: Collection) -> None:
    ranking = ReferenceRanking(collection.pages)
    for name, change in (("with marks", str), ("without marks", strip_marks)):
        answers = {query: [collection.pages[n]["_id"] for n in ranking.search(change(text), DEPTH)] for query, text in collection.queries}
        print_grades(f"full BM25, {name}", grade(collection, answers))


def ask_slips(page, collection: Collection, count: int) -> None:
    """How many queries still find their page with one slip in them."""
    generator = random.Random(24)
    queries = collection.queries[:: max(1, len(collection.queries) // count)][:count]
    found, kept, by_hand, kinds = 0, 0, 0, {}
    for query, text in queries:
        def finds(typed: str) -> bool:
            return any(collection.page_at(url) in collection.relevant[query] for url in page.evaluate(ASK_OURS, typed))

        if not finds(text):
            continue
        found += 1
        typed, kind = slip(text, generator)
        still = finds(typed)
        other = None if still else page.evaluate(OFFERED, [typed])[0]
        kept += still
        by_hand += still or bool(other and finds(other))
        seen = kinds.setdefault(kind, [0, 0])
        seen[0] += 1
        seen[1] += still
    print(f"  {'with one slip':<28}{kept}/{found} = {kept / max(1, found):.3f} as typed, {by_hand / max(1, found):.3f} with the correction that is offered")
    print(f"  {'':<28}" + ", ".join(f"{kind} {one}/{every}" for kind, (every, one) in sorted(kinds.items())), flush=True)


def ask_right(page, collection: Collection, collections: list[Collection], count: int) -> None:
    """Prints each correction that is offered for what was written right, here and in the other collections."""
    for source in collections:
        texts = source.said[:: max(1, len(source.said) // count)][:count]
        offers = [(text, other) for start in range(0, len(texts), 20) for text, other
                  in zip(texts[start:start + 20], page.evaluate(OFFERED, texts[start:start + 20])) if other]
        print(f"  {'right, of ' + source.name:<28}{len(offers)} corrections for {len(texts)} queries", flush=True)
        for text, other in offers:
            print(f"    {text} → {other}", flush=True)


def ask_cold(browser, start: str, ask: str, texts: list[str], ready: str) -> tuple[list, list, list]:
    """Bytes, requests and milliseconds of each query, each in a browser that has seen nothing but the page."""
    costs = ([], [], [])
    for text in texts:
        context = browser.new_context()
        page = context.new_page()
        page.goto(start, wait_until="networkidle")
        page.wait_for_function(ready)
        CountingHandler.requests = CountingHandler.bytes = 0
        begin = time.perf_counter()
        page.evaluate(ask, text)
        costs[2].append((time.perf_counter() - begin) * 1000)
        costs[0].append(CountingHandler.bytes / 1000)
        costs[1].append(CountingHandler.requests)
        context.close()
    return costs


def middle_and_tail(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):.0f} (p95 {ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]:.0f})"


def print_grades(name: str, grades: dict[str, float]) -> None:
    print(f"  {name:<28}" + "  ".join(f"{key} {value:.3f}" for key, value in grades.items()), flush=True)


def measure(browser, collection: Collection, name: str, site: Path, start: str, ask: str, ready: str, ways: list[str], cold: int, slips: int = 0,
            right: int = 0, collections: list[Collection] = []):
    handler = partial(CountingHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        addresses = {"http": f"http://127.0.0.1:{server.server_port}/", "file": site.as_uri() + "/"}
        for stripped in (False, True):
            seen = None
            for way in ways:
                page = browser.new_page()
                page.goto(addresses[way] + start)
                page.wait_for_function(ready)
                answers = ask_all(page, ask, collection, stripped)
                page.close()
                marks = "without marks" if stripped else "with marks"
                if seen is None:
                    print_grades(f"{name}, {marks}", grade(collection, answers))
                    seen = answers
                else:
                    print(f"  {'':<28}over {way}: " + ("the same rankings" if answers == seen else "OTHER RANKINGS"))
        if slips or right:
            page = browser.new_page()
            page.goto(addresses["http"] + start)
            page.wait_for_function(ready)
            if slips:
                ask_slips(page, collection, slips)
            if right:
                ask_right(page, collection, collections, right)
            page.close()
        texts = [text for _, text in collection.queries][:: max(1, len(collection.queries) // cold)][:cold]
        kilobytes, requests, milliseconds = ask_cold(browser, addresses["http"] + start, ask, texts, ready)
        print(f"  {name + ', cold':<28}{middle_and_tail(kilobytes)} KB, {middle_and_tail(requests)} requests, "
              f"{middle_and_tail(milliseconds)} ms", flush=True)
        server.shutdown()


def weigh(files) -> str:
    sizes = [path.stat().st_size for path in files if path.is_file()]
    return f"{sum(sizes) / 1e6:.2f} MB in {len(sizes)} files, largest {max(sizes, default=0) / 1000:.0f} KB"


def build_ours(folder: Path, program: Path) -> Path:
    output = folder / "ours"
    shutil.rmtree(output, ignore_errors=True)
    command = [program, "build", "--lenient", "-s", folder / "content", "-o", output, "-t", REPOSITORY / "site-templates"]
    tell_cost("build", run(command, str(folder / "sohieu.log")))
    index = output / "search"
    texts = [path for path in (index / "t").rglob("*.js")]
    print(f"  {'index':<28}{weigh(index.rglob('*.bin'))}")
    print(f"  {'texts for excerpts':<28}{weigh(texts)}")
    print(f"  {'twins for file://':<28}{weigh(set(index.rglob('*.js')) - set(texts))}")
    print(f"  {'files of the index':<28}{sum(path.is_file() for path in index.rglob('*'))}")
    return output


def build_peer(folder: Path) -> Path:
    import peers

    source, output = folder / "hugo", folder / "peer"
    peers.copy_pages(folder / "content", source)
    for name, cost in peers.build(source, output).items():
        tell_cost(name.capitalize(), cost)
    print(f"  {'index':<28}{weigh((output / 'pagefind').rglob('*'))}")
    return output


def tell_cost(name: str, cost: Cost) -> None:
    print(f"  {name:<28}{cost.wall:.1f} s, {cost.memory / 1e6:.0f} MB of memory", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--queries", type=int, default=0, metavar="N", help="ask N of the queries, evenly taken (0: all)")
    parser.add_argument("--titles", type=int, default=300, metavar="N", help="titles to ask for where there are no queries (300)")
    parser.add_argument("--slips", type=int, default=0, metavar="N", help="ask N queries with a slip as well")
    parser.add_argument("--right", type=int, default=0, metavar="N", help="ask N right queries of each collection for corrections")
    parser.add_argument("--cold", type=int, default=50, metavar="N", help="cold queries to time (50)")
    parser.add_argument("--peer", action="store_true", help="Hugo and Pagefind on the same pages")
    parser.add_argument("--program", type=Path, default=REPOSITORY / ".build/release/sohieu", metavar="PATH")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="where to build; kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        collections = [Collection.read(folder, options.titles) for folder in options.folders]
        for collection in collections if options.queries else []:
            step = max(1, len(collection.queries) // options.queries)
            collection.queries = collection.queries[::step][:options.queries]
        for collection in collections:
            work = (options.work or Path(scratch)).resolve() / collection.name
            write_content(collection, work / "content")
            print(f"\n{collection.name}: {len(collection.pages)} pages, {len(collection.queries)} queries")
            site = build_ours(work, options.program)
            measure(browser, collection, "Sohieu", site, "tim-kiem.html", ASK_OURS,
                    "() => window.sohieu && sohieu.facets", ["http", "file"], options.cold, options.slips,
                    options.right, collections)
            grade_reference(collection)
            if options.peer:
                site = build_peer(work)
                measure(browser, collection, "Hugo + Pagefind", site, "index.html", ASK_PEER, "() => true", ["http"], options.cold)
        browser.close()


if __name__ == "__main__":
    main()
