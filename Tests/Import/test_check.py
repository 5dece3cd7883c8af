"""Checking and mending a site: what is told and to whom, what is mended and what is left alone."""

import http.server
import json
import re
import subprocess
import threading

import jsonschema
import pytest

from conftest import REPOSITORY

PAGE = """---
title: Thử
số hiệu: x
number: "24 - CT/TU"  # như trên văn bản
date: ngày 05 tháng 3 năm 2018
satus: còn hiệu lực
attachments: [phu-luc.pdf]
---

Xem [trang kia](trang.md#muc) và [trang kia](khong-co.md), **Chỉ thị số 24 CT/TU**.
"""

MENDED = """---
title: Thử
số hiệu: x
number: "24-CT/TU"  # như trên văn bản
date: 2018-03-05
status: còn hiệu lực
attachments: [../tep/phu-luc.pdf]
---

Xem [trang kia](../bao-cao/trang.md#muc) và [trang kia](khong-co.md), **Chỉ thị số 24-CT/TU**.
"""


@pytest.fixture
def site(tmp_path):
    files = {
        "site.yaml": "title: Kho\n", "index.md": "---\ntitle: Kho\n---\n\nĐầu.\n", "van-ban/a.md": PAGE,
        "bao-cao/trang.md": "---\ntitle: Trang\n---\n\n## Mục\n", "tep/phu-luc.pdf": "%PDF-1.4\n",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(program, site):
    def run(*arguments, lang="vi_VN.UTF-8"):
        return subprocess.run([program, *arguments], cwd=site, capture_output=True, text=True, env={"LANG": lang, "PATH": "/usr/bin:/bin"})

    return run


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_line_is_as_its_schema_says(run):
    schema = json.loads((REPOSITORY / "docs/schemas/diagnostic.json").read_text(encoding="utf-8"))
    problems = lines(run("check", "--format", "json"))
    for problem in problems:
        jsonschema.Draft202012Validator(schema).validate(problem)
    assert {p["id"] for p in problems} >= {"unknown-key", "number-form", "date-form", "broken-link", "missing-attachment"}
    assert sum("replacement" in p for p in problems) == 6
    source = PAGE.splitlines()
    for problem in (p for p in problems if "replacement" in p):
        place = problem["replacement"]
        assert place["line"] == place["endLine"]
        written = source[place["line"] - 1][place["column"] - 1:place["endColumn"] - 1]
        assert written and written != place["text"] and '"' not in written


def test_a_dry_run_shows_and_writes_nothing(run, site):
    result = run("check", "--fix", "--dry-run")
    assert "-date: ngày 05 tháng 3 năm 2018\n+date: 2018-03-05\n" in result.stdout
    assert "Sửa được 6 chỗ trong 1 tệp." in result.stderr
    assert (site / "content/van-ban/a.md").read_text(encoding="utf-8") == PAGE


def test_what_is_certain_is_mended_and_nothing_else(run, site):
    page = site / "content/van-ban/a.md"
    page.chmod(0o640)
    shown = run("check", "--fix", "--dry-run").stdout
    result = run("check", "--fix")
    assert page.read_text(encoding="utf-8") == MENDED
    assert page.stat().st_mode & 0o777 == 0o640
    assert result.stdout == shown and "Đã sửa 6 chỗ trong 1 tệp." in result.stderr
    assert result.returncode == 1 and "khong-co.md" in result.stderr
    assert [p.name for p in page.parent.iterdir()] == ["a.md"]
    again = run("check", "--fix")
    assert again.stdout == "" and "Không có gì chắc chắn để sửa." in again.stderr


def test_the_difference_is_one_that_patch_applies(run, site):
    shown = run("check", "--fix", "--dry-run").stdout
    subprocess.run(["patch", "-p1"], cwd=site, input=shown, text=True, check=True, capture_output=True)
    assert (site / "content/van-ban/a.md").read_text(encoding="utf-8") == MENDED


def test_a_key_is_not_given_twice(run, site):
    (site / "content/van-ban/a.md").write_text("---\ntitle: A\nnumber: 24-CT/TU\nsố hiệu: 25-CT/TU\n---\n\nChữ.\n", encoding="utf-8")
    assert run("check", "--fix").stdout == ""


def test_only_what_is_asked_for_is_told(run, site):
    (site / "content/bao-cao/b.md").write_text("---\ntitel: B\n---\n\n[x](y.md)\n", encoding="utf-8")
    ids = lambda *arguments: [p["id"] for p in lines(run("check", "--format", "json", *arguments))]
    assert set(ids("--only", "broken-link")) == {"broken-link"}
    assert set(ids("--only", "broken-link", "--only", "date-form")) == {"broken-link", "date-form"}
    assert {p["severity"] for p in lines(run("check", "--format", "json", "--min-severity", "warning"))} == {"warning", "error"}
    assert {p["path"] for p in lines(run("check", "--format", "json", "content/bao-cao"))} == {"content/bao-cao/b.md"}
    assert {p["path"] for p in lines(run("check", "--format", "json", "./content/van-ban/a.md"))} == {"content/van-ban/a.md"}
    assert run("check", "--only", "date-form").returncode == 0
    unknown = run("check", "--only", "date-from")
    assert unknown.returncode == 2 and "có phải là date-form?" in unknown.stderr
    assert run("check", "content/khong").returncode == 2
    assert run("check", "--fix", "--only", "date-form").stdout.count("@@") == 2


def test_a_site_says_how_bad_problems_are(run, site):
    settings = site / "content/site.yaml"
    settings.write_text("title: Kho\nlevels:\n  unknown-key: tắt\n  date-form: lỗi\n  broken-link: tắt\n", encoding="utf-8")
    found = {(p["id"], p["severity"]) for p in lines(run("check", "--format", "json"))}
    assert ("date-form", "error") in found and "unknown-key" not in {i for i, _ in found}
    assert ("broken-link", "warning") in found
    settings.write_text("title: Kho\nlevels:\n  unknown-kye: off\n  date-form: sometimes\n", encoding="utf-8")
    told = [(p["id"], p["suggestion"]) for p in lines(run("check", "--format", "json", "content/site.yaml"))]
    assert ("unknown-key", "có phải là unknown-key?") in told
    assert ("unknown-value", "chọn một trong: lỗi, cảnh báo, ghi chú, tắt") in told


def test_sarif_has_what_the_standard_asks_for(run):
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (entry,) = log["runs"]
    rules = entry["tool"]["driver"]["rules"]
    assert entry["tool"]["driver"]["name"] == "sohieu"
    for result in entry["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] and result["message"]["text"]
        assert result["level"] in {"note", "warning", "error"}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("content/") and place["region"]["startLine"] >= 1
    assert sum("fixes" in r for r in entry["results"]) == 6
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)


def test_code_hosts_get_annotations(run):
    told = run("check", "--format", "github").stdout.splitlines()
    assert any(line.startswith("::notice file=content/van-ban/a.md,line=5,col=7,endLine=5,endColumn=31,title=date-form::") for line in told)


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response({"/co": 200, "/cam": 403}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_):
        pass


def test_links_to_other_sites_are_tried_on_request(run, site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    (site / "content/bao-cao/b.md").write_text(
        f"---\ntitle: B\nsources:\n  - {{title: Nguồn, url: {host}/mat}}\n---\n\n[a]({host}/co) [b]({host}/cam) [c]({host}/het)\n",
        encoding="utf-8")
    arguments = ["check", "--format", "short", "--only", "dead-link"]
    assert run(*arguments).stdout == ""
    told = run(*arguments, "--external").stdout.splitlines()
    server.shutdown()
    assert len(told) == 2 and told[0].startswith("content/bao-cao/b.md:1:1: ")
    assert f"{host}/mat" in told[0] and "404" in told[0] and f"{host}/het" in told[1]


def test_every_problem_is_explained(run):
    ids = [line.split("\t")[0] for line in run("explain").stdout.splitlines()]
    assert len(ids) > 80
    told = run("explain", "date-form").stdout
    assert "Sai:" in told and "date: 2007-03-05" in told
    wrong = run("explain", "date-frm")
    assert wrong.returncode == 2 and "có phải là date-form?" in wrong.stderr


def test_pages_are_listed_by_what_they_are(run, site):
    run("check", "--fix")
    for name, head in {"b": "number: 37/KH-UBND\ndate: 05/3/2026\nlocality: khanh-hoa", "c": "type: Quy chế\ndate: 2025"}.items():
        (site / f"content/van-ban/{name}.md").write_text(f"---\ntitle: {name}\n{head}\n---\n\nChữ.\n", encoding="utf-8")
    found = lambda *arguments: [line.split("\t")[2] for line in run("list", *arguments).stdout.splitlines()]
    assert found("--kind", "van-ban") == [f"van-ban/{n}.html" for n in "abc"]
    assert found("--type", "chỉ thị") == found("--type", "CT") == ["van-ban/a.html"]
    assert found("--type", "quy chế") == ["van-ban/c.html"]
    assert found("--year", "2026") == found("--locality", "Khánh Hòa") == ["van-ban/b.html"]
    assert found("--status", "còn hiệu lực") == ["van-ban/a.html"]
    assert found("--kind", "van-ban", "--year", "2025") == ["van-ban/c.html"]
    (entry,) = lines(run("list", "--year", "2026", "--format", "json"))
    assert entry["number"] == "37/KH-UBND" and entry["date"] == "2026-03-05" and entry["locality"] == "khanh-hoa"
    wrong = run("list", "--status", "còn")
    assert wrong.returncode == 2 and "hết hiệu lực toàn bộ" in wrong.stderr


def test_a_slip_of_the_finger_is_answered(run):
    assert "có phải là check?" in run("chek").stderr
    assert "did you mean check?" in run("chek", "--lang", "en").stderr
    assert "có phải là --fix?" in run("check", "--fxi").stderr
    assert "chọn một trong" in run("check", "--format", "jsn").stderr
    assert run("chek").returncode == 2 and run("check", "--fxi").returncode == 2


@pytest.mark.parametrize("command", ["", *"init build bundle serve check explain cite render new import templates list export schema clean evaluate completion".split()])
def test_help_is_in_one_language(run, command):
    arguments = [command] if command else []
    vietnamese, english = run(*arguments, "--help").stdout, run(*arguments, "--help", "--lang", "en").stdout
    assert "CÁCH DÙNG:" in vietnamese and "TÙY CHỌN:" in vietnamese
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "default:", "Show help", "subcommand"]:
        assert word not in vietnamese, word
    # Words of documents stand in quotes.
    plain = re.sub(r"“[^”]*”|\"[^\"\n]*\"", "", english).replace("Khánh Hòa", "")
    marked = [line for line in plain.splitlines() if any(c in "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ" for c in line.lower())]
    assert [line for line in marked if "sohieu " not in line] == []
    assert "Ví dụ:" in vietnamese and "Examples:" in english or command in ["", "evaluate", "explain"]


def test_quiet_says_nothing_of_what_went_well(run, site):
    run("check", "--fix")
    (site / "content/van-ban/a.md").write_text("---\ntitle: A\nnumber: 24-CT/TU\n---\n\nChữ.\n", encoding="utf-8")
    assert "Đã dựng" in run("build").stderr
    assert "Đã dựng" not in run("build", "--quiet").stderr


def test_a_new_page_knows_the_site(run, site):
    (site / "content/issuers.yaml").write_text("- code: BQLKKT\n  names: [Ban Quản lý Khu kinh tế]\n  family: state\n", encoding="utf-8")
    assert run("new", "van-ban", "12/QĐ-BQLKKT").stdout == "content/van-ban/12-qd-bqlkkt.md\n"
    assert "number: 12/QĐ-BQLKKT" in (site / "content/van-ban/12-qd-bqlkkt.md").read_text(encoding="utf-8")
    assert run("new", "van-ban", "10-NQ/TU").returncode == 0
    assert run("new", "van-ban", "10-NQ/TU", "--locality", "Ninh Thuận").stdout == "content/van-ban/10-nq-tu-ninh-thuan.md\n"
    assert "locality: ninh-thuan" in (site / "content/van-ban/10-nq-tu-ninh-thuan.md").read_text(encoding="utf-8")
    wrong = run("new", "van-ban", "11-NQ/TU", "--locality", "ninh-thaun")
    assert wrong.returncode == 2 and "có phải là ninh-thuan?" in wrong.stderr


def test_a_schema_may_be_named(run, site):
    (site / "content/van-ban/a.md").write_text("---\n$schema: ../../van-ban.schema.json\ntitle: A\nnumber: 24-CT/TU\n---\n\nChữ.\n", encoding="utf-8")
    (site / "content/site.yaml").write_text("$schema: x.json\ntitle: Kho\n", encoding="utf-8")
    assert "unknown-key" not in run("check", "--format", "short").stdout
    schema = json.loads(run("schema", "van-ban").stdout)
    jsonschema.Draft202012Validator(schema).validate({"$schema": "x", "title": "A", "number": "24-CT/TU"})


def test_a_bundle_names_paths_that_windows_does_not_unpack(run, site):
    (site / "content/van-ban/a.md").unlink()
    deep = site / "content/tep" / ("a" * 90) / ("b" * 90)
    deep.mkdir(parents=True)
    (deep / ("c" * 40 + ".pdf")).write_bytes(b"%PDF-1.4\n")
    told = run("bundle", "--format", "short")
    assert told.returncode == 1 and "[long-path]" in told.stderr
