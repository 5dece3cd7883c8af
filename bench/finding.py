#!/usr/bin/env python3
"""Measures how fast citations are found, on one core: over texts that are nothing but citations, and over given texts.

    bench/finding.py [FOLDER | ARCHIVE.tar.xz]… [--rounds 5]

Reading files and parsing Markdown are not counted; `sohieu cite --timings` tells the time that finding takes. Of the rounds the
fastest counts, since whatever else the machine does only slows one down.
"""

import argparse
from pathlib import Path
import random
import re
import subprocess
import sys
import tarfile

REPOSITORY = Path(__file__).resolve().parent.parent
WORK = REPOSITORY / ".bench/finding"
PROGRAM = REPOSITORY / ".build/release/sohieu"

# Type word, code, issuer, whether the number carries its year.
KINDS = [
    ("Nghị định", "NĐ-CP", "Chính phủ", True),
    ("Thông tư", "TT-BTC", "Bộ Tài chính", True),
    ("Chỉ thị", "CT/TU", "Tỉnh ủy Lâm Đồng", False),
    ("Nghị quyết", "NQ/TW", "Bộ Chính trị", False),
    ("Quyết định", "QĐ-UBND", "UBND tỉnh Lâm Đồng", False),
    ("Luật", "QH13", "Quốc hội", True),
]


def citation(random_: random.Random, form: str) -> str:
    """A citation as `form` has it: a bare number, one behind its type word, or one with date and issuer."""
    word, code, issuer, is_dated = random_.choice(KINDS)
    serial, year = random_.randint(1, 400), random_.randint(2003, 2025)
    separator = "-" if "/" in code else "/"
    number = f"{serial}/{year}/{code}" if is_dated else f"{serial}{separator}{code}"
    if form == "numbers":
        return number
    if form == "numbers with type words":
        return f"{word} số {number}"
    return f"{word} số {number} ngày {random_.randint(1, 28)}/{random_.randint(1, 12)}/{year} của {issuer}"


def pages(form: str) -> list[Path]:
    """Three megabytes of citations in pages of 20 kB, the same every time."""
    folder = WORK / form.replace(" ", "-").replace(",", "")
    folder.mkdir(parents=True, exist_ok=True)
    random_ = random.Random(form)
    paths = []
    for index in range(150):
        text, size = [], 0
        while size < 20_000:
            text.append(citation(random_, form))
            size += len(text[-1].encode()) + 2
        paths.append(folder / f"{index:03}.txt")
        paths[-1].write_text("; ".join(text) + "\n", encoding="utf-8")
    return paths


def texts(path: Path) -> list[Path]:
    """The texts of a folder, or of an archive, which is unpacked."""
    if path.is_file():
        folder = WORK / path.name.split(".")[0]
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")
        path = folder
    return sorted([*path.rglob("*.md"), *path.rglob("*.txt")])


def measure(name: str, paths: list[Path], rounds: int) -> None:
    speeds, size = [], ""
    for _ in range(rounds):
        run = subprocess.run([PROGRAM, "cite", "--timings", *paths], capture_output=True, text=True, check=True)
        line = re.search(r"for ([\d.]+) MB, ([\d.]+) MB/s", run.stderr)
        size = line[1]
        speeds.append(float(line[2]))
    print(f"{name:<40}{size:>8} MB{max(speeds):>8.1f} MB/s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for form in ("numbers", "numbers with type words", "numbers with type word, date and issuer"):
        measure(form, pages(form), options.rounds)
    for path in options.texts:
        measure(path.name, texts(path), options.rounds)


if __name__ == "__main__":
    sys.exit(main())
