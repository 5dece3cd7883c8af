"""A site is begun, found from its sub-folders, and themed over the defaults, as an office would do it."""

import re
import subprocess

import pytest

from conftest import REPOSITORY

CITIES = {"can-tho", "da-nang", "ha-noi", "hai-phong", "ho-chi-minh", "hue"}
PROVINCES = sorted(p.stem for p in (REPOSITORY / "starter/localities").glob("*.yaml"))


@pytest.fixture
def run(program, tmp_path):
    def run(*arguments, cwd=tmp_path):
        return subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, env={"LANG": "vi_VN.UTF-8", "PATH": "/usr/bin:/bin"})

    return run


def test_a_new_site_builds_without_a_remark(run, tmp_path):
    made = run("init", "kho")
    assert made.returncode == 0 and "sohieu serve" in made.stderr
    built = run("build", "--strict", cwd=tmp_path / "kho")
    assert built.returncode == 0, built.stderr
    assert "cảnh báo" not in built.stderr and "gợi ý" not in built.stderr
    kinds = {p.parent.name for p in (tmp_path / "kho/content").glob("*/*.md")}
    assert kinds == {"van-ban", "bao-cao", "bai-hoc", "mo-hinh", "thuat-ngu"}
    page = (tmp_path / "kho/public/van-ban/vi-du-chi-thi.html").read_text(encoding="utf-8")
    assert "Ban Thường vụ Tỉnh ủy Khánh Hòa" in page and "vi-du-so-ket.html" in page and "vi-du-mo-hinh.html" in page
    assert "{{" not in page
    assert not (tmp_path / "kho/site-templates").exists()


def test_there_are_thirty_four_provinces():
    assert len(PROVINCES) == 34
    text = "".join((REPOSITORY / f"starter/localities/{p}.yaml").read_text(encoding="utf-8") for p in PROVINCES)
    assert text.count("level: commune") == 3321 and text.count("level: district") == 696


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_begins_without_a_remark(run, tmp_path, province):
    assert run("init", ".", "--province", province).returncode == 0
    checked = run("check", "--strict")
    assert checked.returncode == 0, checked.stderr
    page = (tmp_path / "content/van-ban/vi-du-chi-thi.md").read_text(encoding="utf-8")
    assert ("Thành ủy" in page) == (province in CITIES)


def test_a_merged_province_is_that_which_it_became_part_of(run, tmp_path):
    assert run("init", "--province", "Ninh Thuận").returncode == 0
    assert "locality: khanh-hoa" in (tmp_path / "content/van-ban/vi-du-chi-thi.md").read_text(encoding="utf-8")
    places = (tmp_path / "content/localities.yaml").read_text(encoding="utf-8")
    assert re.search(r"name: xã Cam Lâm, level: commune, parent: khanh-hoa, valid_from: 2025-07-01", places)
    assert re.search(r"name: huyện Ninh Phước, level: district, parent: ninh-thuan, valid_to: 2025-07-01", places)


def test_nothing_is_overwritten(run, tmp_path):
    (tmp_path / "content").mkdir()
    made = run("init")
    assert made.returncode == 2 and "đã có content" in made.stderr
    assert list((tmp_path / "content").iterdir()) == []
    assert run("init", "a", "--province", "xyz").returncode == 2
    assert not (tmp_path / "a").exists()


def test_the_sample_is_the_collection_that_comes_along(run, tmp_path):
    assert run("init", "kho", "--sample").returncode == 0
    names = {str(p.relative_to(tmp_path / "kho/content")) for p in (tmp_path / "kho/content").rglob("*.md")}
    assert names == {str(p.relative_to(REPOSITORY / "content")) for p in (REPOSITORY / "content").rglob("*.md")}


def test_the_site_is_found_from_its_folders(run, tmp_path):
    run("init", "kho")
    for folder in ["kho/content", "kho/content/van-ban"]:
        listed = run("list", cwd=tmp_path / folder)
        assert listed.returncode == 0 and "vi-du-chi-thi" in listed.stdout, listed.stderr
    (tmp_path / "kho/content/van-ban/sai.md").write_text("---\ntitle: A\n---\n\n[b](khong-co.md)\n", encoding="utf-8")
    checked = run("check", "--format", "short", cwd=tmp_path / "kho/content/bai-hoc")
    assert "../van-ban/sai.md:5:1: " in checked.stdout + checked.stderr
    (tmp_path / "kho/content/van-ban/sai.md").unlink()
    assert run("build", cwd=tmp_path / "kho/content/van-ban").returncode == 0
    assert (tmp_path / "kho/public/index.html").exists()
    outside = run("check")
    assert outside.returncode == 2 and "sohieu init" in outside.stderr


def test_a_theme_holds_only_what_differs(run, tmp_path):
    run("init", "kho")
    site = tmp_path / "kho"
    copied = run("templates", "copy", "not-found.mustache", cwd=site)
    assert copied.returncode == 0, copied.stderr
    own = site / "site-templates/not-found.mustache"
    assert own.read_bytes() == (REPOSITORY / "site-templates/not-found.mustache").read_bytes()
    assert run("templates", "diff", cwd=site).stdout == ""
    own.write_text("{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n<p>Gọi 0258.</p>\n{{/main}}\n{{/layout}}\n", encoding="utf-8")
    (site / "site-templates/strings").mkdir()
    (site / "site-templates/strings/vi.yaml").write_text("sectionDocuments: Công văn đến\n", encoding="utf-8")
    assert run("build", cwd=site).returncode == 0
    assert "Gọi 0258." in (site / "public/404.html").read_text(encoding="utf-8")
    page = (site / "public/index.html").read_text(encoding="utf-8")
    assert "Công văn đến" in page and "Mô hình" in page
    listed = dict(reversed(line.split("\t")) for line in run("templates", "list", cwd=site / "content").stdout.splitlines())
    assert listed["not-found.mustache"] == "riêng" and listed["layout.mustache"] == "mặc định"
    assert listed["strings/vi.yaml"] == "riêng"
    assert "+<p>Gọi 0258.</p>" in run("templates", "diff", "not-found.mustache", cwd=site).stdout
    assert run("templates", "copy", "not-found.mustache", cwd=site).returncode == 2


def test_a_default_that_a_newer_version_changed_is_told(run, tmp_path):
    run("init", "kho")
    run("templates", "copy", "search.mustache", cwd=tmp_path / "kho")
    record = tmp_path / "kho/site-templates/.copied-defaults"
    record.write_text("0" * 64 + record.read_text(encoding="utf-8")[64:], encoding="utf-8")
    assert "riêng, mặc định đã đổi\tsearch.mustache" in run("templates", "list", cwd=tmp_path / "kho").stdout


def test_a_template_of_ones_own_that_is_broken_is_named(run, tmp_path):
    run("init", "kho")
    own = tmp_path / "kho/site-templates"
    own.mkdir()
    (own / "page.mustache").write_text("một\n{{#a}}\n{{/b}}\n", encoding="utf-8")
    built = run("build", "--format", "short", cwd=tmp_path / "kho")
    assert built.returncode == 1 and "site-templates/page.mustache:3:1: " in built.stderr
    misspelt = run("templates", "copy", "laoyut.mustache", cwd=tmp_path / "kho")
    assert misspelt.returncode == 2 and "layout.mustache" in misspelt.stderr
