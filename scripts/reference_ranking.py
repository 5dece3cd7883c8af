"""BM25 over folded syllables and pairs of neighbours, every term of every query on every page: what an engine that spares
nothing would answer. The yardstick beside the search of a built site; not how the site searches."""

from array import array
from collections import Counter, defaultdict
import heapq
import math
import re
import unicodedata

SATURATION, LENGTH_SHARE = 1.2, 0.75
RUN = re.compile(r"[^\W_]+")
JOINED = re.compile(r"\s+|[-/]")


def fold(text: str) -> str:
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def terms_of(text: str):
    """Each syllable and each pair of neighbours, as often as it stands there."""
    last, end = None, 0
    for match in RUN.finditer(unicodedata.normalize("NFC", text)):
        syllable = fold(match[0])
        yield syllable
        if last is not None and JOINED.fullmatch(match.string, end, match.start()):
            yield last + " " + syllable
        last, end = syllable, match.end()


class ReferenceRanking:
    def __init__(self, pages: list[dict]):
        self.postings: dict[str, tuple[array, array]] = defaultdict(lambda: (array("I"), array("H")))
        lengths = []
        for number, page in enumerate(pages):
            counts = Counter(term for text in (page["title"], *page["text"].split("\n")) for term in terms_of(text))
            lengths.append(sum(count for term, count in counts.items() if " " not in term))
            for term, count in counts.items():
                numbers, frequencies = self.postings[term]
                numbers.append(number)
                frequencies.append(min(count, 65_535))
        average = sum(lengths) / max(1, len(lengths))
        self.norms = [SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / average) for length in lengths]

    def search(self, text: str, depth: int) -> list[int]:
        """The numbers of the `depth` best pages."""
        scores: dict[int, float] = defaultdict(float)
        for term in set(terms_of(text)):
            if term not in self.postings:
                continue
            numbers, frequencies = self.postings[term]
            weight = math.log(1 + (len(self.norms) - len(numbers) + 0.5) / (len(numbers) + 0.5)) * (SATURATION + 1)
            for number, frequency in zip(numbers, frequencies):
                scores[number] += weight * frequency / (frequency + self.norms[number])
        return heapq.nsmallest(depth, scores, key=lambda number: (-scores[number], number))
