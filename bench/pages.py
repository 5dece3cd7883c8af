#!/usr/bin/env python3
"""Writes Vietnamese official documents that never were: `pages.py COUNT FOLDER`.

The same COUNT gives the same bytes on any machine. What matters for the measurements follows real pages: about 1,200
syllables and 7.5 KB a page, of which some 320 distinct syllables and 790 distinct adjacent pairs, words that come by
Zipf's law with a few that belong to the page, five citations a page of which most lead to a page of the collection.
"""

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
import random
import sys

SEED = 24
SYLLABLES = 1_080
NAMES = 4_000
FOLLOWERS = 6
VOCABULARY = Path(__file__).with_name("vocabulary.txt")

# name, id, the name of its Party committee
PROVINCES = [
    ("Lâm Đồng", "lam-dong"), ("Bình Định", "binh-dinh"), ("Bắc Kạn", "bac-kan"), ("Nghệ An", "nghe-an"),
    ("Hà Tĩnh", "ha-tinh"), ("Quảng Ninh", "quang-ninh"), ("Sơn La", "son-la"), ("Cao Bằng", "cao-bang"),
    ("Đắk Lắk", "dak-lak"), ("Cà Mau", "ca-mau"), ("Tây Ninh", "tay-ninh"), ("Gia Lai", "gia-lai"),
    ("Thanh Hóa", "thanh-hoa"), ("Lạng Sơn", "lang-son"), ("Vĩnh Long", "vinh-long"), ("Phú Yên", "phu-yen"),
]
FORMS = [
    ("Chỉ thị số {n}-CT/TU", "Ban Thường vụ Tỉnh ủy {place}"),
    ("Nghị quyết số {n}-NQ/TU", "Ban Chấp hành Đảng bộ tỉnh {place}"),
    ("Kế hoạch số {n}/KH-UBND", "Ủy ban nhân dân tỉnh {place}"),
    ("Quyết định số {n}/{year}/QĐ-UBND", "Ủy ban nhân dân tỉnh {place}"),
    ("Chương trình hành động số {n}-CTr/TU", "Ban Chấp hành Đảng bộ tỉnh {place}"),
    ("Hướng dẫn số {n}/HD-MTTQ-BTT", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {place}"),
]
THEMES = [
    "Lãnh đạo và nhận thức", "Cán bộ làm dân vận", "Dân chủ ở cơ sở", "Phối hợp trong hệ thống chính trị",
    "Kiểm tra và khen thưởng", "Chính sách hợp lòng dân", "Đối thoại với người dân", "Nêu gương",
]
FIELDS = ["kinh tế", "văn hóa – xã hội", "quốc phòng – an ninh", "xây dựng hệ thống chính trị"]
RELATION_PHRASES = ["triển khai thực hiện {}", "căn cứ {}", "sau 5 năm thực hiện {}", "theo tinh thần {}", "cụ thể hóa {}"]

# Rarer syllables are put together from these, as names of people and places are.
ONSETS = "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x".split()
RIMES = (
    "a á à ả ã ạ ai ái ài ải an án àn ản ang áng àng ảng anh ánh ành ao áo ào ăn ắn ằn ăng ắng ằng âm ấm ầm ân ấn ần ận "
    "âu ấu ầu e é è en én ẻn eo ê ế ề ên ến ền ênh êu i í ì ỉ ia ìa iên iến iền iệu im in ín ìn inh ính ình iu o ó ò oa "
    "óa oan oàn oi ói on òn ong óng òng ô ố ồ ôi ối ôn ốn ông ống ồng ơ ớ ờ ơi ơn u ú ù ụ ua uân uấn uôi uông ui un ung "
    "ùng ư ứ ừ ưa ương ướng ường ưu y ý uyên uyến uyền uyệt ất ật iệt ốc ộc ục ức ích ịch ách ạch ắc ặc"
).split()


@dataclass(frozen=True)
class Document:
    """A document that can be cited: page `van-ban/<slug>.md`."""

    slug: str
    number: str
    phrase: str
    issuer: str
    place: str
    locality: str
    date: str

    @property
    def spoken_date(self) -> str:
        year, month, day = self.date.split("-")
        return f"{day}/{month}/{year}"

    @property
    def reference(self) -> str:
        return f"{self.number} ngày {self.spoken_date} của {self.issuer}"


class Writer:
    """Writes the pages of one collection; every choice comes from one seeded generator."""

    def __init__(self, count: int):
        self.random = random.Random(SEED)
        lines = VOCABULARY.read_text("utf-8").splitlines()
        words = [word.strip() for line in lines if not line.startswith("#") for word in line.split(",") if word.strip()]
        rare = [onset + rime for onset in ONSETS for rime in RIMES]
        names = [" ".join(self.random.sample(rare, 2)).title() for _ in range(NAMES)]
        self.words = words + names
        self.cumulative = list(accumulate(1 / (rank + 8) ** 1.2 for rank in range(len(self.words))))
        # A word is mostly followed by one of a few, which keeps adjacent pairs as few as they are in real text.
        self.followers = {
            word: [self.pick(self.words, self.cumulative) for _ in range(FOLLOWERS)] for word in self.words
        }
        self.documents = [self.document(index) for index in range(max(1, count * 2 // 5))]
        self.popularity = list(accumulate(1 / (rank + 5) for rank in range(len(self.documents))))

    def pick(self, items: list, cumulative: list[float]):
        return items[bisect(cumulative, self.random.random() * cumulative[-1])]

    def document(self, index: int) -> Document:
        # Serial, form, place and year are together unique, as they are in life.
        rest, form = divmod(index, len(FORMS))
        rest, province = divmod(rest, len(PROVINCES))
        serial, age = divmod(rest, 12)
        serial, year = serial + 1, 2012 + age
        phrase, issuer = FORMS[form]
        place, locality = PROVINCES[province]
        phrase = phrase.format(n=f"{serial:02d}", year=year)
        number = phrase.split(" số ")[1]
        date = f"{year}-{1 + index * 7 % 12:02d}-{1 + index * 11 % 28:02d}"
        slug = f"{index:05d}-{locality}-{year}"
        return Document(slug, number, phrase, issuer.format(place=place), place, locality, date)

    def vocabulary_of_page(self) -> list[str]:
        """A few dozen words that this page keeps coming back to."""
        return [self.pick(self.words, self.cumulative) for _ in range(16)] + self.random.sample(self.words, 5)

    def citation(self) -> str:
        cited = self.pick(self.documents, self.popularity)
        if self.random.random() < 0.1:
            return f"Công văn số {self.random.randrange(100, 9999)}/UBND-NC ngày {cited.spoken_date}"
        return f"{cited.phrase} ngày {cited.spoken_date} của {cited.issuer}"

    def words_for(self, syllables: int, own: list[str]) -> str:
        chosen, written = [], 0
        while written < syllables:
            way = self.random.random()
            if chosen and way < 0.62:
                word = self.random.choice(self.followers[chosen[-1]])
            elif way < 0.85:
                word = self.random.choice(own)
            else:
                word = self.pick(self.words, self.cumulative)
            chosen.append(word)
            written += word.count(" ") + 1
        return " ".join(chosen)

    def sentence(self, own: list[str], citation: str | None = None) -> str:
        text = self.words_for(self.random.randrange(14, 30), own)
        if citation:
            text += ", " + self.random.choice(RELATION_PHRASES).format(citation)
        elif self.random.random() < 0.12:
            first, _, rest = text.partition(" ")
            text = f"{first} **{rest}**" if self.random.random() < 0.3 else f"{first} {rest}, {self.figure()}"
        return text[:1].upper() + text[1:] + "."

    def figure(self) -> str:
        return self.random.choice(["đạt {}%", "gồm {} mô hình", "với {} lượt người", "tăng {} hộ"]).format(
            self.random.randrange(3, 100)
        )

    def body(self, own: list[str]) -> str:
        blocks: list[str] = []
        citations = [self.citation() for _ in range(5)]
        written, section = 0, 0
        while written < SYLLABLES:
            section += 1
            blocks.append("## " + self.words_for(6, own).capitalize())
            for part in range(3):
                if part == 2 and section % 2 == 0:
                    block = "\n".join("- " + self.sentence(own) for _ in range(4))
                elif part == 2 and section == 3:
                    rows = [f"| {self.words_for(4, own)} | {self.random.randrange(1, 999)} |" for _ in range(5)]
                    block = "\n".join(["| Nội dung | Con số |", "|---|---|", *rows])
                else:
                    cited = citations.pop() if citations and part == 1 else None
                    block = " ".join([self.sentence(own, cited)] + [self.sentence(own) for _ in range(3)])
                blocks.append(block)
                written += len(block.split())
        return "\n\n".join(blocks) + "\n"

    def page(self, front: dict[str, str], own: list[str]) -> str:
        head = "".join(f"{key}: {value}\n" for key, value in front.items())
        return f"---\n{head}---\n\n{self.body(own)}"

    def pages(self, count: int):
        """Each page's path and text, `count` in all besides the index of each folder."""
        yield "index.md", "---\ntitle: Kho tri thức dân vận\n---\n\nTập trang sinh ra để đo tốc độ.\n"
        for folder, title in [
            ("van-ban", "Văn bản"), ("bao-cao", "Báo cáo"), ("bai-hoc", "Bài học kinh nghiệm"), ("mo-hinh", "Mô hình"),
        ]:
            yield f"{folder}/index.md", f"---\ntitle: {title}\n---\n\nDanh sách đầy đủ.\n"
        for document in self.documents:
            yield f"van-ban/{document.slug}.md", self.document_page(document)
        for index in range(count - len(self.documents)):
            kind = ("bao-cao", "bao-cao", "bao-cao", "bai-hoc", "bai-hoc", "mo-hinh")[index % 6]
            yield f"{kind}/{kind}-{index:05d}.md", self.other_page(kind, index)

    def common(self, own: list[str]) -> dict[str, str]:
        return {
            "title": self.words_for(16, own).capitalize(),
            "summary": self.words_for(24, own).capitalize() + ".",
            "topics": "[" + ", ".join(self.random.sample(THEMES, 2)) + "]",
        }

    def document_page(self, document: Document) -> str:
        own = self.vocabulary_of_page()
        front = self.common(own) | {
            "number": document.number, "issuer": document.issuer, "locality": document.locality, "date": document.date,
            "status": "không xác định",
        }
        return self.page(front, own)

    def other_page(self, kind: str, index: int) -> str:
        own = self.vocabulary_of_page()
        source = self.pick(self.documents, self.popularity)
        front = self.common(own) | {"locality": source.locality, "date": f"{2020 + index % 6}-06-{1 + index % 28:02d}"}
        if kind == "bao-cao":
            front |= {"reviews": f"[{source.reference}]", "period": "2018–2023", "level": "Cấp tỉnh"}
        elif kind == "bai-hoc":
            front |= {"source": source.reference, "ordinal": str(1 + index % 6), "theme": self.random.choice(THEMES)}
        else:
            front |= {
                "form": "mô hình", "holder": "tập thể", "field": self.random.choice(FIELDS), "stage": "công nhận",
                "based-on": f"[{source.reference}]",
            }
        return self.page(front, own)


def write(count: int, folder: Path) -> None:
    for path, text in Writer(count).pages(count):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "site.yaml").write_text("title: Kho tri thức dân vận\nlanguage: vi\n", "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
