#!/usr/bin/env python3
"""How often `sohieu import` reads a saved page's own number and date right, and whether it marks what it is unsure of.

    scripts/evaluate-import.py FOLDER [--program .build/release/sohieu] [--show]

FOLDER holds `pages/*.txt` (first line: address) and `citations.tsv` with the columns file, offset, raw, canonical, kind,
date and issuer; the rows of kind `own` say what a page's own number is. Each page is set in the frame that portals have
(menus, counters, a poll, other articles) and saved as HTML.
"""

import argparse
import csv
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FRAME = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Cổng thông tin điện tử</title>
<link rel="canonical" href="{address}"><script>var luot = 1;</script></head><body>
<div id="header"><ul class="main-menu"><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản</a></li></ul></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/tin">Tin tức</a></div>
<div class="container"><div class="content-left"><div class="detail">
{body}
</div><p>Lượt xem: 4.242</p><div class="rating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div>
<p>Tin mới hơn</p><ul><li><a href="/a.html">Quyết định số 99/QĐ-UBND về việc khác</a> (01/01/2020)</li></ul>
<p>Tin cũ hơn</p><ul><li><a href="/b.html">Kế hoạch số 98/KH-UBND</a></li></ul></div>
<div class="sidebar"><h3>Thăm dò ý kiến</h3><form><label><input type="radio">Rất tốt</label><input type="submit"></form></div></div>
<div class="footer">Giấy phép số 100/GP-TTĐT ngày 01/02/2019</div></body></html>
"""


def page(text: str) -> str:
    address, _, rest = text.partition("\n")
    rest = rest.replace("\\r\\n", " ").replace("\\r", " ")
    lines = [line.strip() for line in rest.split("\n")]
    parts, row = [], []
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")] if "|" in line else []
        if len(cells) > 1 and any(cells):
            row.append(cells)
            continue
        if row:
            parts.append("<table>" + "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in r) + "</tr>" for r in row) + "</table>")
            row = []
        if line.strip("| "):
            parts.append(f"<p>{html.escape(line)}</p>")
    if row:
        parts.append("<table>" + "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in r) + "</tr>" for r in row) + "</table>")
    title = next((line for line in lines if line.strip("| ")), "")
    return FRAME.format(title=html.escape(title[:120]), address=html.escape(address), body="\n".join(parts))


def entry(text: str, key: str):
    """The value of a key of front matter and whether it carries a remark."""
    found = re.search(rf"^(#? ?){key}:(.*)$", text.split("\n---\n")[0], re.M)
    if not found:
        return None, False
    value, mark, _ = found.group(2).partition("# xem lại:")
    return (value.strip().strip('"') or None) if not found.group(1) else None, bool(mark)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--program", default=".build/release/sohieu")
    arguments.add_argument("--templates", default="site-templates")
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    own: dict[str, list] = {}
    with open(options.folder / "citations.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "own":
                own.setdefault(row["file"], []).append((row["canonical"], row["date"]))
    counts = dict.fromkeys(["pages", "own", "number", "date", "dated", "wrong_number", "wrong_date", "marked"], 0)
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        (folder / "content").mkdir()
        (folder / "content/index.md").write_text("# Kho\n", encoding="utf-8")
        for source in sorted((options.folder / "pages").glob("*.txt")):
            saved = folder / (source.stem + ".html")
            saved.write_text(page(source.read_text(encoding="utf-8")), encoding="utf-8")
            run = subprocess.run(
                [options.program, "import", "--dry-run", "-s", folder / "content", "-t", options.templates, saved],
                capture_output=True, text=True)
            counts["pages"] += 1
            text = run.stdout
            number, number_marked = entry(text, "number")
            date, date_marked = entry(text, "date")
            wanted = own.get(source.name, [])
            numbers = {canonical for canonical, _ in wanted}
            dates = {day for _, day in wanted if day}
            counts["marked"] += number_marked + date_marked
            report = []
            if wanted:
                counts["own"] += 1
                counts["number"] += number in numbers
                counts["dated"] += bool(dates)
                counts["date"] += bool(dates) and date in dates
            if number is not None and number not in numbers:
                report.append(f"number {number} for {sorted(numbers) or 'none'}{'' if number_marked else ' UNMARKED'}")
                counts["wrong_number"] += not number_marked
            if number is None and numbers:
                report.append(f"no number for {sorted(numbers)}")
            if date is not None and number is not None and date not in dates:
                report.append(f"date {date} for {sorted(dates) or 'none'}{'' if date_marked else ' UNMARKED'}")
                counts["wrong_date"] += not date_marked
            if date is None and dates:
                report.append(f"no date for {sorted(dates)}")
            if run.returncode or options.show and report:
                print(source.name, "; ".join(report) or run.stderr, file=sys.stderr)
    share = lambda a, b: f"{a}/{b} ({100 * a / b:.1f} %)" if b else "0/0"
    print(f"pages {counts['pages']}, with a number of their own {counts['own']}")
    print(f"own number right  {share(counts['number'], counts['own'])}")
    print(f"own date right    {share(counts['date'], counts['dated'])}")
    print(f"wrong and not marked unsure: numbers {counts['wrong_number']}, dates {counts['wrong_date']}")
    print(f"remarks on number or date: {counts['marked']}")
    return 0 if not counts["wrong_number"] + counts["wrong_date"] else 1


if __name__ == "__main__":
    sys.exit(main())
