"""Twice as much content takes about twice as long, whatever it is twice as much of.

`DOUBLING=4 pytest …` compares four times the amounts, for a longer look.
"""

import os

import pytest

from growing_content import ROWS, Row

# n log n at these amounts; n² would be near 4.
LIMIT = 2.3
SCALE = int(os.environ.get("DOUBLING", "1"))


@pytest.fixture(scope="session")
def base(instructions):
    """What a run takes over none of it, by command."""
    counts: dict[str, int] = {}

    def of(row: Row) -> int:
        if row.command not in counts:
            counts[row.command] = instructions(row.command, row.content(0))
        return counts[row.command]

    return of


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_twice_as_much_takes_twice_as_long(row: Row, instructions, base, tell):
    count = row.count * SCALE
    once = instructions(row.command, row.content(count)) - base(row)
    twice = instructions(row.command, row.content(2 * count)) - base(row)
    growth = twice / once
    tell(f"{growth:5.2f}×  {once / count / 1000:9,.0f} thousand instructions each  {row.name} ({count})")
    assert growth <= LIMIT, f"{row.name}: {count} take {once:,} instructions, {2 * count} take {twice:,}"
