"""What the editors' manual says is so: its commands, its files and its examples."""

import json
import re
import subprocess

import jsonschema
import pytest
import yaml

from conftest import REPOSITORY

PAGES = sorted((REPOSITORY / "docs").glob("*.md"))
MANUAL = [p for p in PAGES if p.name in {"huong-dan.md", "dang-trang.md", "cai-dat.md", "thong-bao.md", "phan-dau-trang.md"}]


@pytest.fixture
def run(program, tmp_path):
    def run(*arguments, cwd=tmp_path, lang="vi_VN.UTF-8"):
        return subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, env={"LANG": lang, "PATH": "/usr/bin:/bin"})

    return run


def blocks(page: str) -> list[str]:
    """The indented blocks of a page, without their indent."""
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    found = re.findall(r"(?:^    .*\n|^\n(?=    ))+", text, re.M)
    return [re.sub(r"^    ", "", block, flags=re.M).strip("\n") for block in found]


@pytest.mark.parametrize("page", MANUAL, ids=lambda p: p.name)
def test_links_and_pictures_are_there(page):
    text = re.sub(r"`[^`\n]*`", "", re.sub(r"^    .*$", "", page.read_text(encoding="utf-8"), flags=re.M))
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert target.startswith("http") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", MANUAL, ids=lambda p: p.name)
def test_every_command_and_flag_exists(run, page):
    helps = {}
    for command, rest in re.findall(r"sohieu ([a-z]+)((?: [^`\n|]*)?)", page.read_text(encoding="utf-8")):
        if command in {"viết", "help"} or command not in helps and not re.fullmatch("[a-z]+", command):
            continue
        if command not in helps:
            shown = run(command, "--help")
            helps[command] = shown.stdout if shown.returncode == 0 else None
        assert helps[command] is not None or not rest.strip(), f"sohieu {command}"
        for flag in re.findall(r"(?:^| )(--[a-z-]+)", rest):
            assert flag in (helps[command] or ""), f"sohieu {command} {flag}"


def test_the_example_of_looks_builds_without_a_remark(run, tmp_path):
    (example,) = [b for b in blocks("huong-dan.md") if b.startswith("title: Kho kinh nghiệm")]
    assert run("init", "kho").returncode == 0
    content = tmp_path / "kho/content"
    (content / "site.yaml").write_text(example + "\n", encoding="utf-8")
    (content / "lien-he.md").write_text("---\ntitle: Liên hệ\n---\n\nChữ.\n", encoding="utf-8")
    for name in ["hinh/logo.svg", "phong/Lora.woff2"]:
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    built = run("build", "--strict", cwd=tmp_path / "kho")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "kho/public/theme.css").read_text(encoding="utf-8").count("--press: ") == 3
    schema = json.loads(run("schema", "site.yaml").stdout)
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(example))
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load((REPOSITORY / "content/site.yaml").read_text(encoding="utf-8")))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({"titel": "x"})


def test_the_first_page_of_the_manual_is_one(run, tmp_path):
    (page,) = [b for b in blocks("huong-dan.md") if "number: 10-NQ/TU" in b]
    run("init", "kho", "--province", "khanh-hoa")
    assert run("new", "van-ban", "10-NQ/TU", "--locality", "ninh-thuan", cwd=tmp_path / "kho").stdout == "content/van-ban/10-nq-tu-ninh-thuan.md\n"
    (tmp_path / "kho/content/van-ban/10-nq-tu-ninh-thuan.md").write_text(page + "\n", encoding="utf-8")
    checked = run("check", "--strict", cwd=tmp_path / "kho")
    assert checked.returncode == 0, checked.stdout


def test_the_tables_of_places_and_issuers_are_read(run, tmp_path):
    run("init", "kho", "--province", "lam-dong")
    for start, name in [("- {id: cam-lam-huyen", "localities.yaml"), ("- code: BQLKKT", "issuers.yaml")]:
        (example,) = [b for b in blocks("huong-dan.md") if b.startswith(start)]
        (tmp_path / "kho/content" / name).write_text(example + "\n", encoding="utf-8")
    checked = run("check", "--only", "incomplete-locality", "--only", "incomplete-issuer", "--only", "unknown-key", cwd=tmp_path / "kho")
    assert checked.returncode == 0 and "không có vấn đề nào" in checked.stdout, checked.stdout


def test_the_problem_matcher_reads_what_check_prints(run, tmp_path):
    tasks = json.loads([b for b in blocks("huong-dan.md") if "problemMatcher" in b][0])["tasks"][0]
    pattern = tasks["problemMatcher"]["pattern"]
    run("init", "kho")
    (tmp_path / "kho/content/a.md").write_text("---\ntitel: A\n---\n\n# A\n\n[x](y.md): z\n", encoding="utf-8")
    arguments = tasks["command"].split()[1:]
    lines = run(*arguments, cwd=tmp_path / "kho").stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        match = re.match(pattern["regexp"], line)
        assert match and match[pattern["file"]] == "content/a.md" and match[pattern["severity"]] in {"error", "warning"}
        assert match[pattern["code"]] in {"unknown-key", "broken-link"}


def test_the_settings_of_the_editor_are_json():
    (settings,) = [b for b in blocks("huong-dan.md") if "yaml.schemas" in b]
    assert json.loads(settings)["yaml.schemas"] == {"./site.schema.json": "content/site.yaml"}


def test_the_settings_of_servers_are_well_formed():
    (configuration,) = [b for b in blocks("dang-trang.md") if b.startswith("<?xml")]
    import xml.etree.ElementTree
    xml.etree.ElementTree.fromstring(configuration.encode())
