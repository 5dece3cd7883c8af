"""Saved pages, notes and registers become pages."""

import pytest

from front_matter import marked, split

PORTAL = """<!DOCTYPE html>
<!-- saved from url=(0044)https://snv.example.gov.vn/tin/dan-van-kheo -->
<html><head><meta charset="utf-8"><title>Mô hình dân vận khéo | Sở Nội vụ</title>
<meta property="article:published_time" content="2023-07-21T15:10:00+07:00"></head><body>
<form id="aspnetForm"><div class="top-menu"><a href="/">Trang chủ</a><a href="/tin">Tin tức</a></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/tin">Tin tức</a></div>
<div class="main"><h1>Mô hình dân vận khéo ở xã Kim Lư</h1>
<p>Thực hiện <b>Chỉ thị</b> số 24-CT/TU ngày 27/02/2018, xã đã hiến <i>26.000</i> m<sup>2</sup> đất &amp; làm 3 km đường.</p>
<p>Chi tiết: <a href="https://snv.example.gov.vn/bang">bảng tổng hợp</a>, <a href="/noi-bo">trang nội bộ</a>.</p>
<table><tr><th>Thôn</th><th>Kết quả</th></tr><tr><td>Khuổi Ít</td><td>5 hộ<br>hiến đất</td></tr></table>
<img src="Trang_files/anh.png" alt="Bà con làm đường"><img src="https://cdn.example/x.png" alt="Ảnh xa">
<p>Lượt xem: 4.242</p><div class="box-danh-gia">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div>
<p>Click để đánh giá bài viết</p><div>In trang</div>
<p><b>Tin mới hơn</b></p><ul><li><a href="/1">Hội nghị tổng kết</a> (22/07/2023)</li></ul>
<p>Các tin khác:</p><p><a href="/2">Tập huấn nghiệp vụ</a></p></div>
<div class="right"><div class="poll"><p>Thăm dò ý kiến</p><label><input type="radio">Rất hài lòng</label></div></div>
<div id="footer">Bản quyền thuộc Sở Nội vụ</div></form><script>dem()</script></body></html>
"""


def test_a_saved_page_keeps_its_article_and_nothing_of_its_portal(desk, tmp_path):
    (tmp_path / "trang.html").write_text(PORTAL, encoding="utf-8")
    (tmp_path / "Trang_files").mkdir()
    (tmp_path / "Trang_files/anh.png").write_bytes(b"\x89PNG\r\n\x1a\n....")
    run = desk.bring(tmp_path / "trang.html")
    assert run.returncode == 0, run.stderr
    (item,) = desk.pages().items()
    assert item[0] == "bao-cao/mo-hinh-dan-van-kheo-o-xa-kim-lu.md"
    fields, _, body = split(item[1])
    assert fields["title"] == "Mô hình dân vận khéo ở xã Kim Lư"
    assert fields["sources"] == [{
        "title": "Mô hình dân vận khéo ở xã Kim Lư", "portal": "snv.example.gov.vn",
        "url": "https://snv.example.gov.vn/tin/dan-van-kheo", "date": "2023-07-21"}]
    folder = "mo-hinh-dan-van-kheo-o-xa-kim-lu"
    assert body == f"""
Thực hiện **Chỉ thị** số 24-CT/TU ngày 27/02/2018, xã đã hiến *26.000* m² đất & làm 3 km đường.

Chi tiết: [bảng tổng hợp](https://snv.example.gov.vn/bang), trang nội bộ.

| Thôn | Kết quả |
|---|---|
| Khuổi Ít | 5 hộ hiến đất |

![Bà con làm đường]({folder}/hinh-1.png)\\[Ảnh xa]

[Bản gốc]({folder}/trang.html.txt)
"""
    assert "Lượt xem: 4.242" in run.stderr and "hình không lấy được" in run.stderr
    # The original is text here: a page with scripts of others must not run on this site.
    assert (desk.content / f"bao-cao/{folder}/trang.html.txt").read_text(encoding="utf-8") == PORTAL


def test_a_document_of_a_legal_portal_is_a_document(desk, tmp_path):
    (tmp_path / "vb.html").write_text("""<html><head><meta charset="utf-8"><title>KH 522</title></head><body><h1>Kế hoạch 522/KH-UBND năm 2025</h1>
<table><tr><td>Số hiệu</td><td>522/KH-UBND</td><td>Ngày ban hành</td><td>25/09/2025</td></tr>
<tr><td>Loại văn bản</td><td>Kế hoạch</td><td>Người ký</td><td>Trần Báu Hà</td></tr></table>
<table><tr><td><p>ỦY BAN NHÂN DÂN<br>TỈNH HÀ TĨNH</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></td></tr>
<tr><td>Số: 522/KH-UBND</td><td>Hà Tĩnh, ngày 25 tháng 9 năm 2025</td></tr></table>
<p><b>KẾ HOẠCH</b></p><p><b>TRIỂN KHAI CHỈ THỊ SỐ 39-CT/TW VỀ TÍN DỤNG CHÍNH SÁCH</b></p>
<p>Thực hiện Chỉ thị số 39-CT/TW ngày 30/10/2024 của Ban Bí thư.</p></body></html>""", encoding="utf-8")
    run = desk.bring(tmp_path / "vb.html")
    assert run.returncode == 0, run.stderr
    (item,) = desk.pages().items()
    fields, head, body = split(item[1])
    assert item[0] == "van-ban/522-kh-ubnd-ha-tinh-2025.md"
    assert fields["number"] == "522/KH-UBND" and fields["date"] == "2025-09-25" and fields["locality"] == "ha-tinh"
    assert fields["signer"] == "Trần Báu Hà" and fields["issuer"] == "Ủy ban nhân dân tỉnh Hà Tĩnh"
    assert fields["title"] == "Triển khai Chỉ thị số 39-CT/TW về tín dụng chính sách" and "title" in marked(head)
    assert body.strip().startswith("Thực hiện Chỉ thị số 39-CT/TW")


def test_a_page_in_an_old_encoding(desk, tmp_path):
    (tmp_path / "cu.html").write_bytes(
        '<html><head><meta charset="windows-1258"><title>Bài cũ</title></head><body><p>Ðường về</p></body></html>'.encode("cp1258", "xmlcharrefreplace"))
    assert desk.bring(tmp_path / "cu.html").returncode == 0
    (page,) = desk.pages().values()
    assert "Đường về" in page or "Ðường về" in page


def test_a_note_of_obsidian(desk, tmp_path):
    (desk.content / "van-ban").mkdir()
    (desk.content / "van-ban/25-nq-tw.md").write_text("---\ntitle: Về dân vận\nnumber: 25-NQ/TW\ndate: 2013-06-03\n---\n\nX.\n", encoding="utf-8")
    (tmp_path / "Ghi chú họp.md").write_text("""---
tags: [dân vận, họp]
cssclass: rong
---
# Họp tháng 7

Xem [[25-nq-tw|nghị quyết]] và [[Không có]]. %%riêng tôi%%

> [!note] Nhớ
> gọi lại
""", encoding="utf-8")
    run = desk.bring(tmp_path / "Ghi chú họp.md")
    page = desk.pages()["ghi-chu-hop.md"]
    fields, head, body = split(page)
    assert fields["tags"] == ["dân vận", "họp"] and "cssclass: rong" in head and "cssclass" not in fields
    assert "Xem [nghị quyết](van-ban/25-nq-tw.md) và Không có. \n" in body and "riêng tôi" not in body
    assert "> **Nhớ**\n>\n> gọi lại" in body
    assert "1 liên kết không có trang tương ứng" in run.stderr
    # Known by its digest, edited or not.
    edited = desk.content / "ghi-chu-hop.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "Thêm.\n", encoding="utf-8")
    assert "đã nhập trước đây" in desk.bring(tmp_path / "Ghi chú họp.md").stderr
    assert sorted(desk.pages()) == ["ghi-chu-hop.md", "van-ban/25-nq-tw.md"]


@pytest.mark.parametrize("head", ["---\ntitle: [a\n---\n", "---\ntitle: a\n", "---\n- a\n---\n"])
def test_a_note_whose_head_is_broken_loses_nothing(desk, tmp_path, head):
    (tmp_path / "hong.md").write_text(head + "Lời văn còn nguyên.\n", encoding="utf-8")
    run = desk.bring(tmp_path / "hong.md")
    (page,) = desk.pages().values()
    assert "Lời văn còn nguyên." in page and "phần đầu của ghi chú không đọc được" in run.stderr


def test_a_register_of_models(desk, tmp_path):
    (tmp_path / "so.csv").write_bytes("\ufeffTT;Tên mô hình;Địa phương;Lĩnh vực;Trạng thái;Năm đăng ký;Cách làm\r\n"
                                      '1;"Gia đình ""5 không, 3 sạch""";Lâm Đồng;Xã hội;Công nhận;2019;"Vận động\nsoát từng hộ"\r\n'
                                      "2;Hiến đất làm đường;Xã Xa Lạ;Kinh tế;đang bàn;2020;\r\n;;;;;;\r\n".encode())
    run = desk.bring(tmp_path / "so.csv")
    assert run.returncode == 0, run.stderr
    pages = desk.pages()
    assert sorted(pages) == ["mo-hinh/gia-dinh-5-khong-3-sach.md", "mo-hinh/hien-dat-lam-duong.md"]
    fields, _, body = split(pages["mo-hinh/gia-dinh-5-khong-3-sach.md"])
    assert fields["title"] == 'Gia đình "5 không, 3 sạch"' and fields["locality"] == "lam-dong"
    assert fields["stage"] == "công nhận" and fields["registered"] == "2019" and fields["field"] == "Xã hội"
    assert body == "\n## Cách làm\n\nVận động\\\nsoát từng hộ\n"
    fields, head, body = split(pages["mo-hinh/hien-dat-lam-duong.md"])
    assert marked(head) == {"locality"} and "Xã Xa Lạ" in body and "đang bàn" in body
    assert "đã nhập trước đây" in desk.bring(tmp_path / "so.csv").stderr
    assert desk.pages() == pages


@pytest.mark.parametrize("name, text", [("khong-cot.csv", "a,b\n1,2\n"), ("latin.csv", b"T\xean m\xf4 h\xecnh\n")])
def test_a_register_that_cannot_be_read(desk, tmp_path, name, text):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    run = desk.bring(tmp_path / name)
    assert run.returncode == 1 and run.stderr.startswith("✗ ")
    assert desk.pages() == {}
