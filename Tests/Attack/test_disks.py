"""Disks that are full, refuse, or are no disks: the old site stays, and the message says why."""

import os
from pathlib import Path
import random
import subprocess
import tempfile

import pytest

from conftest import Workplace, whole
from strace import can_trace, calls, inject, trace  # noqa: F401

REFUSALS = ["ENOSPC", "EDQUOT", "EIO", "EACCES", "EROFS"]


def test_the_system_refuses(workplace, sites, rounds, tried, can_trace):
    """Every call that changes the disk may fail, once or from then on."""
    numbers = calls(workplace, workplace.command(content="other"))
    chance = random.Random(15)
    for _ in range(rounds * 4):
        call = chance.choice(["mkdir", "write", "rename", "renameat2", "unlink", "rmdir", "ftruncate", "flock", "close"])
        if call not in numbers:
            continue
        refusal = chance.choice(REFUSALS)
        when = f"{chance.randint(1, numbers[call])}{chance.choice(['', '+'])}"
        assert workplace.build().returncode == 0
        finished = trace(workplace, workplace.command(content="other"), inject(call, f"error={refusal}", when))
        if "error while loading shared libraries" in finished.stderr:
            continue
        tried("builds that the system refuses something")
        case = f"{call} {refusal} {when}: {finished.returncode} {finished.stderr}"
        site = whole(workplace.folder / "public")
        assert site in sites.values(), case
        # A build that says it failed has left the old site; one that says it succeeded has put the new one there.
        assert site == sites["other" if finished.returncode == 0 else "content"], case
        assert finished.returncode in {0, 2} and "NSCocoa" not in finished.stderr, case
        assert workplace.build(content="other").returncode == 0, case
        subprocess.run(["rm", "-rf", *workplace.folder.glob("public.con-lai*")], check=True)
        assert not workplace.leftovers, case


@pytest.fixture(scope="session")
def can_mount() -> None:
    """Skips where this user cannot have a file system of their own."""
    if subprocess.run(["unshare", "--mount", "--map-root-user", "true"], capture_output=True).returncode:
        pytest.skip("this machine forbids file systems of one's own")


def mounted(workplace, script: str) -> subprocess.CompletedProcess:
    """Runs a shell script that may mount; $SOHIEU builds `content` into `disk/public`, $OTHER builds `other`."""
    disk = workplace.folder / "disk"
    disk.mkdir(exist_ok=True)
    build = " ".join(workplace.command("-o", "disk/public"))
    other = " ".join(workplace.command("-o", "disk/public", content="other"))
    environment = workplace.environment(SOHIEU=build, OTHER=other, PROGRAM=str(workplace.program))
    return workplace.run(["unshare", "--mount", "--map-root-user", "sh", "-euc", script], env=environment)


@pytest.mark.parametrize("limit", ["size", "nr_inodes"])
def test_a_small_disk(workplace, sites, rounds, tried, can_mount, limit):
    """Room for one site and a part of the next: a build that fails leaves a whole site, and no rest of its own."""
    written = list((workplace.folder / "peace-content").rglob("*"))
    pages = sum(-(-path.stat().st_size // 4096) for path in written if path.is_file())
    for number in range(rounds):
        share = 1.1 + 1.2 * number / rounds
        room = {"size": f"size={int(pages * share) * 4}k", "nr_inodes": f"nr_inodes={int(len(written) * share) + 10}"}[limit]
        finished = mounted(workplace, f"""
            mount -t tmpfs -o {room} tmpfs disk
            $SOHIEU
            (cd disk/public && sha256sum --check --quiet SHA256SUMS)
            if $OTHER; then echo new; else test $? = 2; echo old; fi
            (cd disk/public && sha256sum --check --quiet SHA256SUMS)
            test "$(ls -A disk)" = public
        """)
        assert finished.returncode == 0, finished.stdout + finished.stderr
        tried(f"builds on a disk of small {limit}: the {finished.stdout.split()[-1]} site stays")
        if "old" in finished.stdout:
            assert "the disk is full" in finished.stderr


def test_a_mount_point_is_named(workplace, tried, can_mount):
    finished = mounted(workplace, """
        mkdir disk/public
        mount -t tmpfs tmpfs disk/public
        $SOHIEU
    """)
    assert finished.returncode == 2 and "mount point" in finished.stderr, finished.stderr
    tried("mount points")


def test_a_folder_bound_to_another_is_named(workplace, tried, can_mount):
    """A bind mount is a mount point too, though it is on the same disk."""
    finished = mounted(workplace, """
        mkdir disk/public disk/real
        mount --bind disk/real disk/public
        $SOHIEU
    """)
    assert finished.returncode == 2 and "mount point" in finished.stderr, finished.stderr
    assert not list((workplace.folder / "disk").glob(".*"))
    tried("mount points")


def test_content_bound_into_the_output(workplace, tried, can_mount):
    """The content by another path is still the content."""
    finished = mounted(workplace, """
        mkdir -p disk/public/nguon
        mount --bind content disk/public/nguon
        $SOHIEU --force || test $? = 2
        mkdir disk/x
        mount --bind content disk/x
        $SOHIEU -s disk/x -o content/public || test $? = 2
        test -e content/index.md
    """)
    assert finished.returncode == 0, finished.stderr
    assert "disk/public/nguon is a mount point" in finished.stderr
    assert "content/public and the folder disk/x lie in one another" in finished.stderr
    tried("outputs that hold the content")


def test_a_layered_disk(workplace, tried, can_mount):
    """Folders of the lower layer of an overlay cannot be moved: an empty one is replaced, a site is left whole."""
    finished = mounted(workplace, """
        mount -t tmpfs tmpfs disk
        mkdir -p disk/lower/public disk/upper disk/work disk/merged
        touch disk/lower/public/.gitkeep
        mount -t overlay -o userxattr,lowerdir=disk/lower,upperdir=disk/upper,workdir=disk/work overlay disk/merged
        $SOHIEU -o disk/merged/public
        test -e disk/merged/public/.gitkeep
        (cd disk/merged/public && sha256sum --check --quiet SHA256SUMS)
        umount disk/merged
        mkdir disk/upper2 disk/work2
        mount -t overlay -o userxattr,lowerdir=disk/upper:disk/lower,upperdir=disk/upper2,workdir=disk/work2 overlay disk/merged
        if $OTHER -o disk/merged/public; then echo new; else echo old; fi
        (cd disk/merged/public && sha256sum --check --quiet SHA256SUMS)
        $PROGRAM clean -o disk/merged/public
        $OTHER -o disk/merged/public
        (cd disk/merged/public && sha256sum --check --quiet SHA256SUMS)
        test "$(ls -A disk/merged)" = public
    """)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    tried("builds on a layered disk")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
class TestOtherUsers:
    def as_nobody(self, workplace, command: list[str]) -> subprocess.CompletedProcess:
        return workplace.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command])

    @pytest.fixture
    def open_place(self, program):
        """A workplace where everybody may write; pytest's own folders are closed to others."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o777)
            place = Workplace(Path(folder), program)
            if self.as_nobody(place, [str(program), "--version"]).returncode:
                pytest.skip("the program cannot be run by others")
            yield place

    def test_an_output_of_somebody_else(self, open_place, tried):
        assert open_place.build().returncode == 0
        before = whole(open_place.folder / "public")
        finished = self.as_nobody(open_place, open_place.command(content="other"))
        assert finished.returncode == 2 and "no permission to remove files in public" in finished.stderr, finished.stderr
        assert whole(open_place.folder / "public") == before and not open_place.leftovers
        tried("outputs of another user")

    def test_a_folder_of_somebody_else_in_the_output(self, open_place, tried):
        assert self.as_nobody(open_place, open_place.command()).returncode == 0
        before = whole(open_place.folder / "public")
        os.chown(open_place.folder / "public" / "van-ban", 0, 0)
        finished = self.as_nobody(open_place, open_place.command(content="other"))
        assert finished.returncode == 2 and "public/van-ban" in finished.stderr, finished.stderr
        assert whole(open_place.folder / "public") == before and not open_place.leftovers
        tried("outputs of another user")

    def test_a_parent_that_cannot_be_written(self, open_place, tried):
        (open_place.folder / "www" / "public").mkdir(parents=True)
        os.chown(open_place.folder / "www" / "public", 65534, 65534)
        finished = self.as_nobody(open_place, open_place.command("-o", "www/public"))
        assert finished.returncode == 2 and "is made in" in finished.stderr and "no permission" in finished.stderr
        assert not any((open_place.folder / "www" / "public").iterdir())
        tried("outputs of another user")
