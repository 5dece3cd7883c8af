#!/usr/bin/env python3
"""Builds the same generated pages with Sohieu and with Hugo and Pagefind, in turn, and prints the costs side by side."""

import argparse
import json
import os
from pathlib import Path
import platform
import shutil
from statistics import median
import subprocess
import sys

from measure import Cost, run
import pages
import peers

BENCH = Path(__file__).resolve().parent
REPOSITORY = BENCH.parent
WORK = REPOSITORY / ".bench"
OURS, PEERS = "Sohieu", "Hugo + Pagefind"


def prepare(count: int) -> Path:
    """The folder with `count` pages: `content` for Sohieu, `hugo` for its peer. Written once for each generator."""
    folder = WORK / f"pages-{count}"
    generator = (BENCH / "pages.py").read_bytes() + (BENCH / "vocabulary.txt").read_bytes()
    stamp = folder / "generator"
    if not stamp.exists() or stamp.read_bytes() != generator:
        shutil.rmtree(folder, ignore_errors=True)
        pages.write(count, folder / "content")
        stamp.write_bytes(generator)
    peers.copy_pages(folder / "content", folder / "hugo")
    return folder


def build_ours(folder: Path, program: Path) -> dict[str, Cost]:
    output = folder / "out-sohieu"
    shutil.rmtree(output, ignore_errors=True)
    command = [program, "build", "-s", folder / "content", "-o", output, "-t", REPOSITORY / "site-templates"]
    return {"build": run(command, str(folder / "sohieu.log"))}


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "processor", "memory")))


def total(parts: dict[str, Cost]) -> Cost:
    first, *rest = parts.values()
    return sum(rest, first)


def weigh(folder: Path) -> tuple[int, int]:
    """Files and bytes below `folder`."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def line(name: str, cost: Cost) -> str:
    return f"  {name:<18}{cost.wall:>9.2f} s{cost.processor:>9.2f} s{cost.memory / 2**20:>9.0f} MiB"


def measure(count: int, rounds: int, program: Path | None) -> dict:
    folder = prepare(count)
    files, size = weigh(folder / "content")
    print(f"\n{count} documents, {files} files, {size / 2**20:.1f} MiB of Markdown; {rounds} rounds, medians")
    print(f"  {'':<18}{'wall':>11}{'processor':>11}{'peak memory':>13}", flush=True)
    ours, theirs = [], []
    for _ in range(rounds):
        if program:
            ours.append(build_ours(folder, program))
        theirs.append(peers.build(folder / "hugo", folder / "out-peers"))
    results = {}
    for name, runs, output, index in [
        (OURS, ours, folder / "out-sohieu", "search"),
        (PEERS, theirs, folder / "out-peers", "pagefind"),
    ]:
        if not runs:
            continue
        whole = middle([total(parts) for parts in runs])
        results[name] = {
            "wall": whole.wall, "processor": whole.processor, "memory": whole.memory,
            "output": weigh(output), "index": weigh(output / index),
            "walls": [round(total(parts).wall, 3) for parts in runs],
        }
        print(line(name, whole))
        if len(runs[0]) > 1:
            for part in runs[0]:
                print(line(f"  {part}", middle([parts[part] for parts in runs])))
    if ours:
        one, other = results[OURS], results[PEERS]
        shares = [one[name] / other[name] for name in ("wall", "processor", "memory")]
        print("  {:<18}{:>11.3f}{:>11.3f}{:>13.3f}".format("ratio", *shares))
        results["ratio"] = dict(zip(("wall", "processor", "memory"), shares))
    for name in (OURS, PEERS):
        if name in results:
            (files, size), (shards, bytes_) = results[name]["output"], results[name]["index"]
            print(f"  {name}: {files} files, {size / 2**20:.1f} MiB, of which the index {shards} files, {bytes_ / 2**20:.1f} MiB")
    sys.stdout.flush()
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, action="append", metavar="N", help="pages to generate (2000 and 10000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="times each is built (3)")
    parser.add_argument("--peers-only", action="store_true", help="leave Sohieu out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    options = parser.parse_args()
    program = None if options.peers_only else REPOSITORY / ".build/release/sohieu"
    hugo_version = subprocess.run([peers.HUGO, "version"], capture_output=True, text=True).stdout.split()[1]
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores; hugo {hugo_version}, pagefind 1.5.2")
    results = {count: measure(count, options.rounds, program) for count in options.documents or [2_000, 10_000]}
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
