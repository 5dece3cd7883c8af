"""A build that is killed, at any system call: readers have the old site or the new one, and the next build succeeds."""

import random
import signal
import time

import pytest

from conftest import whole
from strace import CHANGING, calls, can_trace, inject, trace  # noqa: F401

NO_EXCHANGE = inject("renameat2", "error=EINVAL", "1+")


def check(workplace, sites, may_be_gone: bool = False) -> None:
    """The site is one of the two; after another build it is the new one, and nothing lies about."""
    public = workplace.folder / "public"
    if not (may_be_gone and not public.exists()):
        assert whole(public) in sites.values()
    finished = workplace.build(content="other")
    assert finished.returncode == 0, finished.stderr
    assert whole(public) == sites["other"]
    assert not workplace.leftovers


@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "two-renames"])
def test_killed_at_a_system_call(workplace, sites, rounds, tried, can_trace, can_exchange):
    assert workplace.build().returncode == 0
    extra = [] if can_exchange else [NO_EXCHANGE]
    numbers = calls(workplace, workplace.command(content="other"))
    chance = random.Random(9)
    places = [(call, number) for call, most in numbers.items() for number in range(1, most + 1)]
    # The few calls that decide are all tried, of the thousands that fill the site some.
    decisive = [(call, number) for call, number in places if call in {"rename", "renameat2", "rmdir", "flock", "ftruncate"}]
    if not can_exchange:
        decisive += [("rename", 1), ("rename", 2)]
    for call, number in decisive[: rounds * 4] + chance.sample(places, min(len(places), rounds * 4)):
        assert workplace.build().returncode == 0
        if call == "renameat2" and not can_exchange:
            continue
        trace(workplace, workplace.command(content="other"), inject(call, "signal=SIGKILL", str(number)), *extra)
        tried("builds killed at a system call")
        check(workplace, sites, may_be_gone=not can_exchange)


def test_killed_between_two_renames(workplace, sites, tried, can_trace):
    """Where folders cannot be exchanged, the old site is gone for a moment: it comes back."""
    assert workplace.build().returncode == 0
    trace(workplace, workplace.command(content="other"), NO_EXCHANGE, inject("rename", "signal=SIGKILL", "2"))
    assert not (workplace.folder / "public").exists()
    # A build that fails gives it back all the same.
    (workplace.folder / "broken").mkdir()
    (workplace.folder / "broken" / "index.md").write_text("# Một\n\n[hai](khong-co.md)\n")
    finished = workplace.build(content="broken")
    assert finished.returncode == 1 and "the old site is back" in finished.stderr
    assert whole(workplace.folder / "public") == sites["content"]
    assert not workplace.leftovers
    tried("builds killed between two renames")


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_killed_at_a_random_moment(workplace, sites, rounds, tried, kind):
    chance = random.Random(int(kind))
    begun = time.monotonic()
    assert workplace.build().returncode == 0
    usual = time.monotonic() - begun
    for _ in range(rounds):
        process = workplace.start(workplace.command(content="other"))
        time.sleep(chance.uniform(0, usual * 1.1))
        process.send_signal(kind)
        process.communicate()
        tried("builds ended by a signal")
        check(workplace, sites)
        assert workplace.build().returncode == 0


def test_clean_that_is_killed(workplace, sites, rounds, tried, can_trace):
    """What is left of a site is still known to be one."""
    for number in range(1, rounds * 3, 3):
        assert workplace.build().returncode == 0
        command = [str(workplace.program), "clean"]
        trace(workplace, command, inject("unlink", "signal=SIGKILL", str(number)))
        tried("cleans killed")
        finished = workplace.run(command)
        assert finished.returncode == 0, finished.stderr
        assert not any((workplace.folder / "public").iterdir()) and not workplace.leftovers
