"""Word files as offices write them, made anew for each run: both layouts, with tables, footnotes, pictures and odd spacing.

Each function returns the Document and what its head and foot say; `None` for what the file leaves blank.
"""

import io
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm


@dataclass
class Expected:
    """What front matter has to say, by key; `unsure` names the keys that must carry a remark."""

    keys: dict
    recipients: list = field(default_factory=list)
    unsure: set = field(default_factory=set)


def picture(red: int) -> io.BytesIO:
    """A small PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + bytes([red, 80, 120]) * 24 for _ in range(16))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 16, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def lines(cell, texts, bold=()):
    """Fills a cell with paragraphs."""
    cell.paragraphs[0].text = ""
    for index, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold = index in bold


def centred(document, text, bold=True):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold
    return paragraph


def columns(document, left, right, bold_left=(), bold_right=()):
    """The table without borders in which a head or a foot is set."""
    table = document.add_table(rows=1, cols=2)
    lines(table.cell(0, 0), left, bold_left)
    lines(table.cell(0, 1), right, bold_right)
    return table


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM", ""]


def plan_of_a_province():
    d = Document()
    columns(d, ["ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA", "-------", "Số: 37/KH-UBND"],
            STATE + ["Khánh Hòa, ngày 05 tháng 3 năm 2026"], bold_left=(0, 1), bold_right=(0, 1))
    centred(d, "KẾ HOẠCH")
    centred(d, "Triển khai phong trào thi đua “Dân vận khéo” năm 2026")
    centred(d, "_______", bold=False)
    d.add_paragraph("Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:")
    d.add_paragraph().add_run("I. MỤC ĐÍCH, YÊU CẦU").bold = True
    d.add_paragraph("1. Tạo chuyển biến rõ trong công tác dân vận chính quyền.")
    d.add_paragraph("2. Việc triển khai phải thiết thực, cụ thể:")
    d.add_paragraph("a) Gắn với nhiệm vụ chính trị của từng cơ quan;")
    d.add_paragraph("b) Có người chịu trách nhiệm.")
    d.add_paragraph("3. Không phô trương.")
    d.add_paragraph().add_run("II. NHIỆM VỤ").bold = True
    t = d.add_table(rows=4, cols=4)
    t.style = "Table Grid"
    data = [["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
            ["1", "Rà soát thủ tục\nhành chính", "Sở Nội vụ", "Quý I/2026"],
            ["2", "Đối thoại với Nhân dân | trực tiếp", "UBND cấp xã", "Quý II, III"],
            ["3", "Sơ kết", "Sở Nội vụ\nBan Dân tộc", "Tháng 12/2026"]]
    for r, row in enumerate(data):
        for c, text in enumerate(row):
            t.cell(r, c).text = text
    t.cell(2, 1).add_paragraph("ít nhất 02 lần/năm")
    d.add_paragraph("Yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.")
    columns(d, ["Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Các sở, ban, ngành;", "- UBND các xã, phường, đặc khu;", "- Lưu: VT, NC."],
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Trần Thị Bích Ngọc"], bold_right=(0, 1, 2, 5))
    return d, Expected(
        {"number": "37/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh Khánh Hòa", "locality": "khanh-hoa", "date": "2026-03-05",
         "title": "Triển khai phong trào thi đua “Dân vận khéo” năm 2026", "signer": "Trần Thị Bích Ngọc"},
        ["Thường trực Tỉnh ủy;", "Các sở, ban, ngành;", "UBND các xã, phường, đặc khu;", "Lưu: VT, NC."])


def directive_of_the_party():
    d = Document()
    columns(d, ["TỈNH ỦY KHÁNH HÒA", "*", "Số 24-CT/TU"], PARTY + ["Nha Trang, ngày 12 tháng 5 năm 2026"], bold_left=(0,), bold_right=(0,))
    centred(d, "CHỈ THỊ")
    centred(d, "của Ban Thường vụ Tỉnh ủy")
    centred(d, "về tăng cường công tác dân vận trong tình hình mới")
    centred(d, "-----", bold=False)
    d.add_paragraph("Thời gian qua, công tác dân vận đã đạt nhiều kết quả quan trọng¹. Tuy nhiên còn hạn chế. Ban Thường vụ Tỉnh ủy yêu cầu:")
    d.add_paragraph("1. Các cấp ủy quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.")
    d.add_paragraph("2. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo:")
    d.add_paragraph("- Rà soát thủ tục;")
    d.add_paragraph("- Giải quyết dứt điểm đơn thư:")
    d.add_paragraph("+ Đơn kéo dài;")
    d.add_paragraph("+ Đơn mới phát sinh.")
    d.add_paragraph("Chỉ thị này phổ biến đến chi bộ.")
    columns(d, ["Nơi nhận:", "- Ban Dân vận Trung ương (để báo cáo),", "- Các tỉnh ủy viên,", "- Lưu Văn phòng Tỉnh ủy."],
            ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(đã ký)", "Nguyễn Hải Ninh"], bold_right=(0, 1, 3))
    return d, Expected(
        {"number": "24-CT/TU", "issuer": "Ban Thường vụ Tỉnh ủy Khánh Hòa", "locality": "khanh-hoa", "date": "2026-05-12",
         "title": "Về tăng cường công tác dân vận trong tình hình mới", "signer": "Nguyễn Hải Ninh"},
        ["Ban Dân vận Trung ương (để báo cáo),", "Các tỉnh ủy viên,", "Lưu Văn phòng Tỉnh ủy."])


def letter_without_a_table():
    d = Document()
    for text in ["UBND TỈNH NINH THUẬN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ NỘI VỤ          Độc lập - Tự do - Hạnh phúc",
                 "Số:   126 /SNV-CCHC\tNinh Thuận, ngày  07  tháng 02 năm 2024", "V/v đánh giá mô hình", "dân vận khéo năm 2023"]:
        d.add_paragraph(text)
    d.add_paragraph("Kính gửi: Ủy ban nhân dân các huyện, thành phố")
    d.add_paragraph("Thực hiện Công văn số 4912/UBND-NC ngày 20/11/2023 của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị các đơn vị báo cáo.")
    d.add_paragraph("Trân trọng./.")
    for text in ["Nơi nhận:", "- Như trên;", "- Lưu: VT, CCHC.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Văn Hùng"]:
        d.add_paragraph(text)
    return d, Expected(
        {"number": "126/SNV-CCHC", "issuer": "Sở Nội vụ tỉnh Ninh Thuận", "locality": "ninh-thuan", "date": "2024-02-07",
         "title": "Về việc đánh giá mô hình dân vận khéo năm 2023", "signer": "Lê Văn Hùng"},
        ["Như trên;", "Lưu: VT, CCHC."])


def decision_with_articles():
    d = Document()
    columns(d, ["HỘI ĐỒNG NHÂN DÂN", "TỈNH BÌNH ĐỊNH", "-------", "Số: 21/2022/NQ-HĐND"], STATE + ["Bình Định, ngày 07 tháng 9 năm 2022"], bold_left=(0, 1))
    centred(d, "NGHỊ QUYẾT")
    centred(d, "Quy định mức chi cho công tác hòa giải ở cơ sở")
    centred(d, "trên địa bàn tỉnh Bình Định")
    centred(d, "HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH ĐỊNH")
    centred(d, "KHÓA XIII KỲ HỌP THỨ 7")
    d.add_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")
    centred(d, "QUYẾT NGHỊ:")
    centred(d, "Chương I")
    centred(d, "QUY ĐỊNH CHUNG")
    p = d.add_paragraph()
    p.add_run("Điều 1.").bold = True
    p.add_run(" Phạm vi điều chỉnh")
    d.add_paragraph("1. Nghị quyết này quy định mức chi.")
    d.add_paragraph("2. Đối tượng áp dụng: tổ hòa giải, hòa giải viên.")
    p = d.add_paragraph()
    p.add_run("Điều 2. Mức chi").bold = True
    t = d.add_table(rows=3, cols=3)
    t.cell(0, 0).merge(t.cell(0, 1)).text = "Nội dung chi"
    t.cell(0, 2).text = "Mức (đồng)"
    t.cell(1, 0).merge(t.cell(2, 0)).text = "Thù lao"
    t.cell(1, 1).text = "Vụ việc thành"
    t.cell(1, 2).text = "400.000"
    t.cell(2, 1).text = "Vụ việc không thành"
    t.cell(2, 2).text = "300.000"
    d.add_paragraph("Điều 3. Tổ chức thực hiện")
    d.add_paragraph("Nghị quyết có hiệu lực từ ngày 17 tháng 9 năm 2022./.")
    columns(d, ["Nơi nhận:", "- Ủy ban Thường vụ Quốc hội;", "- Lưu: VT."], ["CHỦ TỊCH", "", "Hồ Quốc Dũng"], bold_right=(0, 2))
    return d, Expected(
        {"number": "21/2022/NQ-HĐND", "issuer": "Hội đồng nhân dân tỉnh Bình Định", "locality": "binh-dinh", "date": "2022-09-07",
         "title": "Quy định mức chi cho công tác hòa giải ở cơ sở trên địa bàn tỉnh Bình Định", "signer": "Hồ Quốc Dũng"},
        ["Ủy ban Thường vụ Quốc hội;", "Lưu: VT."])


def blank_number():
    d = Document()
    columns(d, ["ỦY BAN NHÂN DÂN", "XÃ CAM LÂM", "Số:        /KH-UBND"], STATE + ["Cam Lâm, ngày      tháng 7 năm 2026"], bold_left=(0, 1))
    centred(d, "KẾ HOẠCH")
    centred(d, "Ra quân dọn vệ sinh môi trường")
    d.add_paragraph("Căn cứ tình hình thực tế, Ủy ban nhân dân xã xây dựng kế hoạch.")
    columns(d, ["Nơi nhận:", "- Đảng ủy xã;", "- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""])
    return d, Expected(
        {"number": None, "type": "kế hoạch", "issuer": "Ủy ban nhân dân xã Cam Lâm", "date": "2026-07", "locality": None,
         "title": "Ra quân dọn vệ sinh môi trường", "signer": None},
        ["Đảng ủy xã;", "Lưu: VT."], {"number", "date", "signer", "locality"})


def decomposed_text():
    d, expected = plan_of_a_province()
    for paragraph in list(d.paragraphs) + [p for t in d.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]:
        for run in paragraph.runs:
            run.text = unicodedata.normalize("NFD", run.text)
    return d, expected


def picture_and_headings():
    d = Document()
    columns(d, ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "-------", "Số: 12/2025/TT-BGDĐT"], STATE + ["Hà Nội, ngày 30 tháng 12 năm 2025"], bold_left=(0,))
    centred(d, "THÔNG TƯ")
    centred(d, "Ban hành Quy chế công tác sinh viên")
    centred(d, "____", bold=False)
    d.add_paragraph("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;")
    d.add_heading("Điều 1. Ban hành kèm theo", 2)
    d.add_paragraph("Diện tích phòng tối thiểu 6 m")
    d.paragraphs[-1].add_run("2").font.superscript = True
    d.paragraphs[-1].add_run(" một người *không kể* hành lang_chung [xem hình].")
    d.add_picture(picture(200), width=Cm(3))
    d.add_paragraph("Một", style="List Number")
    d.add_paragraph("Hai", style="List Number")
    d.add_paragraph("Mục thường", style="List Bullet")
    columns(d, ["Nơi nhận:", "- Văn phòng Chính phủ;", "- Lưu: VT, PC."], ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "(Đã ký)", "Nguyễn Thị Minh An"])
    return d, Expected(
        {"number": "12/2025/TT-BGDĐT", "issuer": "Bộ Giáo dục và Đào tạo", "date": "2025-12-30", "locality": None,
         "title": "Ban hành Quy chế công tác sinh viên", "signer": "Nguyễn Thị Minh An"},
        ["Văn phòng Chính phủ;", "Lưu: VT, PC."])


def office_of_the_party():
    d = Document()
    for text in ["ĐẢNG BỘ TỈNH KHÁNH HÒA", "HUYỆN ỦY DIÊN KHÁNH", "*", "Số 118 - KL/HU"]:
        d.add_paragraph(text)
    for text in ["ĐẢNG CỘNG SẢN VIỆT NAM", "Diên Khánh, ngày 03 tháng 01 năm 2025"]:
        d.add_paragraph(text)
    d.add_paragraph("KẾT LUẬN")
    d.add_paragraph("của Ban Thường vụ Huyện ủy")
    d.add_paragraph("về kết quả kiểm tra công tác dân vận năm 2024")
    d.add_paragraph("-----")
    d.add_paragraph("Sau khi nghe báo cáo, Ban Thường vụ Huyện ủy kết luận như sau:")
    d.add_paragraph("A. KẾT QUẢ")
    d.add_paragraph("1. Ưu điểm: có 45/52 chi bộ đạt.")
    d.add_paragraph("B. HẠN CHẾ")
    d.add_paragraph("1. Còn 7 chi bộ chưa đạt.")
    for text in ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Đinh Văn Thiệu", "Nơi nhận:", "- Ban Thường vụ Tỉnh ủy (báo cáo),", "- Lưu VPHU."]:
        d.add_paragraph(text)
    return d, Expected(
        {"number": "118-KL/HU", "issuer": "Ban Thường vụ Huyện ủy Diên Khánh", "date": "2025-01-03", "locality": None,
         "title": "Về kết quả kiểm tra công tác dân vận năm 2024", "signer": "Đinh Văn Thiệu"},
        ["Ban Thường vụ Tỉnh ủy (báo cáo),", "Lưu VPHU."], {"locality"})


def programme_with_footnotes():
    d = Document()
    columns(d, ["BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG", "*", "Số 36-HD/VPTW"], PARTY + ["Hà Nội, ngày 03 tháng 4 năm 2018"], bold_left=(1,))
    centred(d, "HƯỚNG DẪN")
    centred(d, "thể thức và kỹ thuật trình bày văn bản của Đảng")
    centred(d, "-----", bold=False)
    d.add_paragraph("Thực hiện Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư{{1}}, Văn phòng hướng dẫn:")
    d.add_paragraph().add_run("I- QUY ĐỊNH CHUNG").bold = True
    d.add_paragraph("1. Phạm vi: văn bản chính thức{{2}}.")
    d.add_paragraph("3. Số thứ tự nhảy cách.")
    columns(d, ["Nơi nhận:", "- Các tỉnh ủy, thành ủy,", "- Lưu Văn phòng Trung ương Đảng."], ["K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "(đã ký)", "Bùi Văn Thạch"])
    centred(d, "PHỤ LỤC")
    t = d.add_table(rows=2, cols=2)
    for r, row in enumerate([["Thành phần", "CHỨC VỤ"], ["Số, ký hiệu", "CHỦ TỊCH"]]):
        for c, text in enumerate(row):
            t.cell(r, c).text = text
    d.add_paragraph("Hết phụ lục.")
    return d, Expected(
        {"number": "36-HD/VPTW", "issuer": "Văn phòng Trung ương Đảng", "date": "2018-04-03", "locality": None,
         "title": "Thể thức và kỹ thuật trình bày văn bản của Đảng", "signer": "Bùi Văn Thạch"},
        ["Các tỉnh ủy, thành ủy,", "Lưu Văn phòng Trung ương Đảng."])


def shouted_title():
    d = Document()
    columns(d, ["UBND TỈNH KHÁNH HÒA\nSỞ TÀI CHÍNH\n-----\nSố: 2231/BC-STC"], ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nKhánh Hoà, ngày 9 tháng 11 năm 2025"])
    centred(d, "BÁO CÁO")
    centred(d, "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 25-NQ/TW TRÊN ĐỊA BÀN TỈNH KHÁNH HÒA")
    d.add_paragraph("Kính gửi: Ủy ban nhân dân tỉnh")
    d.add_paragraph("Sở Tài chính báo cáo như sau: chi 12,5 tỷ đồng (tăng 3,2%).")
    columns(d, ["Nơi nhận:\n- Như trên;\n- Lưu: VT"], ["GIÁM ĐỐC\n\n\nPhạm Quốc Việt"])
    return d, Expected(
        {"number": "2231/BC-STC", "issuer": "Sở Tài chính tỉnh Khánh Hòa", "locality": "khanh-hoa", "date": "2025-11-09",
         "title": "Kết quả thực hiện Nghị quyết số 25-NQ/TW trên địa bàn tỉnh Khánh Hòa", "signer": "Phạm Quốc Việt"},
        ["Như trên;", "Lưu: VT"], {"title"})


FILES = {
    "ke-hoach.docx": plan_of_a_province,
    "Chỉ thị 24.docx": directive_of_the_party,
    "cong van so noi vu.docx": letter_without_a_table,
    "nghi-quyet-hdnd.docx": decision_with_articles,
    "de-trong.docx": blank_number,
    "nfd.docx": decomposed_text,
    "thong-tu.docx": picture_and_headings,
    "ket-luan.docx": office_of_the_party,
    "huong-dan.docx": programme_with_footnotes,
    "bao-cao.docx": shouted_title,
}

NOTES = ["Thay thế Quy định số 91-QĐ/TW ngày 16/02/2004.", "Trừ văn bản mật."]


def with_footnotes(source: io.BytesIO, path: Path) -> None:
    """Writes the file with `{{1}}` and `{{2}}` turned into footnotes, which python-docx cannot make."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>' for i, text in enumerate(NOTES, 1))
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename == "word/document.xml":
                text = data.decode()
                for i in range(1, len(NOTES) + 1):
                    text = text.replace(f"{{{{{i}}}}}", f'</w:t></w:r><w:r><w:footnoteReference w:id="{i}"/></w:r><w:r><w:t>')
                data = text.encode()
            elif item.filename == "[Content_Types].xml":
                data = data.replace(b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>')
            elif item.filename == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", b'<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>')
            new.writestr(item, data)
        new.writestr("word/footnotes.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {space}>{notes}</w:footnotes>')


def write_all(folder: Path) -> dict:
    """Writes the ten files; what each of them states, by its name."""
    stated = {}
    for name, make in FILES.items():
        document, expected = make()
        buffer = io.BytesIO()
        document.save(buffer)
        buffer.seek(0)
        if name == "huong-dan.docx":
            with_footnotes(buffer, folder / name)
        else:
            (folder / name).write_bytes(buffer.getvalue())
        stated[name] = expected
    return stated
