"""Several processes with one output: each ends well, and what lies there at the end is whole."""

import random
import subprocess
import time
import zipfile

from conftest import TEMPLATES, whole


def test_overlapping_builds(workplace, sites, rounds, tried):
    chance = random.Random(14)
    for _ in range(rounds * 2):
        processes = []
        for content in ("content", "other"):
            processes.append(workplace.start(workplace.command(content=content)))
            time.sleep(chance.uniform(0, 0.15))
        for process in processes:
            _, said = process.communicate()
            assert process.returncode == 0, said
        tried("pairs of builds into one folder")
        assert whole(workplace.folder / "public") in sites.values()
        assert not workplace.leftovers


def test_many_builds(workplace, sites, rounds, tried):
    for _ in range(max(rounds // 4, 1)):
        processes = [workplace.start(workplace.command(content=content)) for content in ("content", "other") * 4]
        for process in processes:
            _, said = process.communicate()
            assert process.returncode == 0, said
        tried("eights of builds into one folder")
        assert whole(workplace.folder / "public") in sites.values()
        assert not workplace.leftovers


def test_readers_never_see_half_a_site(workplace, sites, rounds, tried):
    """Whoever holds the folder open reads one site from beginning to end, or finds that it has gone."""
    assert workplace.build().returncode == 0
    for number in range(rounds):
        process = workplace.start(workplace.command(content=("other", "content")[number % 2]))
        while process.poll() is None:
            try:
                home = (workplace.folder / "public" / "index.html").read_text()
            except FileNotFoundError:
                raise AssertionError("there is no site") from None
            assert "</html>" in home
            tried("readings while a site is replaced")
        assert process.returncode == 0


def test_build_and_clean(workplace, sites, rounds, tried):
    for _ in range(rounds):
        processes = [workplace.start(workplace.command()), workplace.start([str(workplace.program), "clean"])]
        for process in processes:
            _, said = process.communicate()
            assert process.returncode == 0, said
        tried("builds beside a clean")
        public = workplace.folder / "public"
        assert not any(public.iterdir()) or whole(public) == sites["content"]
        assert not workplace.leftovers


def test_the_second_says_whom_it_waits_for(workplace, tried):
    """A build that is stopped keeps the others waiting; one that is killed does not."""
    first = workplace.start(workplace.command())
    lock = workplace.folder / ".public.sohieu" / "lock"
    while not (lock.exists() and lock.read_text().strip()):
        assert first.poll() is None, "the first build was over too soon"
    first.send_signal(19)
    second = workplace.start(workplace.command())
    said = second.stderr.readline()
    assert f"Waiting for process {first.pid} " in said
    first.kill()
    first.wait()
    second.communicate()
    assert second.returncode == 0
    whole(workplace.folder / "public")
    tried("builds that wait for one that is killed")


def test_overlapping_bundles(workplace, rounds, tried):
    for _ in range(rounds):
        command = [str(workplace.program), "bundle", "-t", str(TEMPLATES), "-o", "kho.zip", "-s"]
        processes = [workplace.start([*command, content]) for content in ("content", "other")]
        for process in processes:
            _, said = process.communicate()
            assert process.returncode == 0, said
        tried("pairs of bundles into one file")
        with zipfile.ZipFile(workplace.folder / "kho.zip") as archive:
            assert archive.testzip() is None
        assert not workplace.leftovers


def test_files_that_are_added_meanwhile(workplace, rounds, tried):
    """A file that somebody puts into the folder at any moment is there afterwards, in it or beside it."""
    public = workplace.folder / "public"
    for number in range(rounds * 2):
        name = f"cua-toi-{number}.txt"
        assert workplace.build("--force").returncode == 0
        process = workplace.start(workplace.command())
        time.sleep(0.01 * (number % 30))
        try:
            (public / name).write_text("của tôi")
        except FileNotFoundError:
            continue
        process.communicate()
        tried("files added while a site is replaced")
        places = [public / name, *workplace.folder.glob(f"public.con-lai*/{name}")]
        assert any(place.exists() for place in places), f"{name} is lost; status {process.returncode}"
        subprocess.run(["rm", "-rf", *workplace.folder.glob("public.con-lai*")], check=True)
