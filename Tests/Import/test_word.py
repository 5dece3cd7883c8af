"""Word files become pages: every field of the head right or said to be unsure, every word and cell kept."""

import re
import subprocess
import unicodedata
from collections import Counter

import pytest

import office_files
from front_matter import marked, split

NAMES = list(office_files.FILES)


@pytest.mark.parametrize("name", NAMES)
def test_fields_are_right_or_said_to_be_unsure(imported, word_files, name):
    expected = word_files[1][name]
    _, (path, page), run = imported[name]
    fields, head, _ = split(page)
    for key, value in expected.keys.items():
        assert fields.get(key) == value, f"{key} of {path}"
    assert marked(head) == expected.unsure
    for key in expected.unsure:
        assert f"? {key}: " in run.stderr
    assert fields["draft"] == "true"


@pytest.mark.parametrize("name", NAMES)
def test_recipients_stand_at_the_end(imported, word_files, name):
    _, (_, page), _ = imported[name]
    receivers = re.search(r"\*\*Nơi nhận:\*\*\n\n((?:- .*\n)+)", page)
    assert receivers and [line[2:] for line in receivers[1].splitlines()] == word_files[1][name].recipients


def words(text: str) -> Counter:
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()
    # Pandoc writes exponents and notes in its own way.
    text = text.replace("²", "2").replace("¹", "1")
    return Counter(re.findall(r"\w+", re.sub(r"\[\^?\d+\]:?", " ", text)))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_original_is_in_the_page(imported, word_files, name):
    plain = subprocess.run(
        ["pandoc", "-t", "plain", "--wrap=none", word_files[0] / name], capture_output=True, text=True, check=True).stdout
    _, (_, page), _ = imported[name]
    missing = words(plain) - words(page)
    # "(đã ký)" stands where a signature does not; the rest are lines drawn by hand.
    assert not {word for word in missing if word.strip("_")} - {"đã", "ký"}


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_a_cell(imported, word_files, name):
    from docx import Document

    _, (_, page), _ = imported[name]
    cells = [re.sub(r"\\(.)", r"\1", cell).strip() for line in page.splitlines() if line.startswith("|")
             for cell in re.split(r"(?<!\\)\|", line)]
    found = {unicodedata.normalize("NFC", cell) for cell in cells}
    # The tables of head and foot have no borders and one row.
    for table in [t for t in Document(word_files[0] / name).tables if len(t.rows) > 1]:
        for row in table.rows:
            for cell in row.cells:
                text = unicodedata.normalize("NFC", " ".join(cell.text.split()))
                assert text in found


@pytest.mark.parametrize("name", NAMES)
def test_no_html_is_left(imported, name):
    _, (_, page), _ = imported[name]
    assert not re.search(r"(?<!\\)<[a-zA-Z/!]", page)


@pytest.mark.parametrize("name", NAMES)
def test_the_original_and_the_pictures_lie_beside_the_page(imported, word_files, name):
    desk, (path, page), _ = imported[name]
    fields, _, body = split(page)
    kept = desk.content / "van-ban" / fields["attachments"][0]["path"]
    assert kept.read_bytes() == (word_files[0] / name).read_bytes()
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", body):
        assert (desk.content / "van-ban" / picture).read_bytes().startswith(b"\x89PNG")
    assert ("![" in body) == (name == "thong-tu.docx")


def test_structure(imported):
    text = imported["nghi-quyet-hdnd.docx"][1][1]
    for line in ["## Chương I. QUY ĐỊNH CHUNG", "### Điều 1. Phạm vi điều chỉnh", "### Điều 2. Mức chi", "### Điều 3. Tổ chức thực hiện"]:
        assert f"\n{line}\n" in text
    text = imported["ke-hoach.docx"][1][1]
    assert "\n## I. MỤC ĐÍCH, YÊU CẦU\n" in text
    assert "\n2. Việc triển khai phải thiết thực, cụ thể:\n\n   a) Gắn" in text
    text = imported["Chỉ thị 24.docx"][1][1]
    assert "\n   - Giải quyết dứt điểm đơn thư:\n     - Đơn kéo dài;\n     - Đơn mới phát sinh.\n" in text


def test_a_number_that_markdown_would_change_is_written_out(imported):
    assert "\n3\\. Số thứ tự nhảy cách.\n" in imported["huong-dan.docx"][1][1]


def test_what_follows_the_foot_stays_behind_it(imported):
    text = imported["huong-dan.docx"][1][1]
    assert text.index("Nơi nhận") < text.index("PHỤ LỤC") < text.index("Hết phụ lục")


def test_footnotes(imported):
    text = imported["huong-dan.docx"][1][1]
    for index, note in enumerate(office_files.NOTES, 1):
        assert f"[^{index}]" in text and f"[^{index}]: {note}" in text


def test_tables_that_lost_their_form_are_reported(imported):
    assert "bảng 1: 2 ô gộp đã tách" in imported["nghi-quyet-hdnd.docx"][2].stderr
    assert "bảng 1: 3 ô nhiều dòng" in imported["ke-hoach.docx"][2].stderr


def test_the_citator_says_what_is_missing_and_what_is_there(desk, word_files):
    (desk.content / "van-ban").mkdir()
    (desk.content / "van-ban/25-nq-tw.md").write_text(
        "---\ntitle: Về dân vận\nnumber: 25-NQ/TW\ndate: 2013-06-03\n---\n\nLời văn.\n", encoding="utf-8")
    run = desk.bring(word_files[0] / "ke-hoach.docx", word_files[0] / "Chỉ thị 24.docx")
    assert "37-kh-ubnd-khanh-hoa-2026.md: 1 viện dẫn, 1 có trang\n" in run.stderr
    assert "24-ct-tu-khanh-hoa-2026.md: 1 viện dẫn, 0 có trang; chưa có trong kho: 05-CT/TW\n" in run.stderr


def test_a_second_import_says_so_and_changes_nothing(desk, word_files):
    first = desk.bring(word_files[0] / "ke-hoach.docx")
    before = desk.pages()
    again = desk.bring(word_files[0] / "ke-hoach.docx")
    assert first.returncode == again.returncode == 0
    assert "đã nhập trước đây" in again.stderr and "37-kh-ubnd-khanh-hoa-2026.md" in again.stderr
    assert desk.pages() == before


def test_nothing_is_overwritten(desk, word_files):
    desk.bring(word_files[0] / "ke-hoach.docx")
    first = desk.pages()
    run = desk.bring(word_files[0] / "nfd.docx")
    assert "van-ban/37-kh-ubnd-khanh-hoa-2026-2.md" in run.stdout
    assert "đã có van-ban/37-kh-ubnd-khanh-hoa-2026.md" in run.stderr
    assert first.items() < desk.pages().items()


def test_the_same_file_gives_the_same_bytes(program, word_files, imported, tmp_path):
    from conftest import Desk

    for name in NAMES[:3]:
        desk = Desk(program, tmp_path / name)
        desk.bring(word_files[0] / name)
        assert desk.pages() == dict([imported[name][1]])


def test_a_site_of_imported_pages_builds(desk, word_files):
    desk.bring(*(word_files[0] / name for name in NAMES if name != "nfd.docx"))
    run = desk.run("build", "-D", "-s", desk.content, "-o", desk.folder / "public")
    assert run.returncode == 0, run.stderr
    assert "raw-html" not in run.stderr and "missing-file" not in run.stderr
    page = (desk.folder / "public/van-ban/21-2022-nq-hdnd-binh-dinh.html").read_text(encoding="utf-8")
    assert 'id="dieu-2"' in page and "nghi-quyet-hdnd.docx" in page


def test_without_pandoc_one_sentence_says_what_to_install(desk, word_files):
    run = desk.bring(word_files[0] / "ke-hoach.docx", path="/nonexistent")
    assert run.returncode == 1
    assert run.stderr.strip() == "✗ cần chương trình Pandoc để đọc tệp Word: hãy cài bằng lệnh sudo apt install pandoc"


@pytest.mark.parametrize("name, bytes, said", [
    ("hong.docx", b"khong phai tep Word", "Pandoc không đọc được"),
    ("cu.doc", b"\xd0\xcf\x11\xe0", "hãy lưu lại thành .docx"),
    ("quet.pdf", b"%PDF-1.4", "bản chụp hoặc PDF"),
    ("la.xyz", b"?", "không đọc được .xyz"),
])
def test_what_cannot_be_read_is_said_and_the_rest_goes_on(desk, word_files, tmp_path, name, bytes, said):
    (tmp_path / name).write_bytes(bytes)
    run = desk.bring(tmp_path / name, word_files[0] / "ke-hoach.docx")
    assert run.returncode == 1 and said in run.stderr
    assert list(desk.pages()) == ["van-ban/37-kh-ubnd-khanh-hoa-2026.md"]


def table_rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def test_odt_and_rtf_are_read_the_same(desk, word_files, tmp_path, imported):
    fields, _, body = split(imported["ke-hoach.docx"][1][1])
    for kind in ["odt", "rtf"]:
        file = tmp_path / f"ke-hoach.{kind}"
        subprocess.run(["pandoc", word_files[0] / "ke-hoach.docx", "-s", "-o", file], check=True)
        run = desk.bring("--dry-run", file)
        other, _, text = split(run.stdout)
        assert table_rows(text) == table_rows(body)
        for key in ["number", "date", "issuer", "signer", "title"]:
            assert other.get(key) == fields[key], f"{key} of {kind}"
