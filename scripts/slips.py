"""Slips of the finger, the same on every run: one in a query, of the kinds that readers make."""

import random
import re
import unicodedata

TONES = {"\u0300": ("f", "2"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0301": ("s", "1"), "\u0323": ("j", "5")}
SHAPES = {"a\u0302": ("aa", "a6"), "e\u0302": ("ee", "e6"), "o\u0302": ("oo", "o6"), "o\u031b": ("ow", "o7"), "u\u031b": ("uw", "u7"),
          "a\u0306": ("aw", "a8"), "đ": ("dd", "d9")}
LETTERS = "abcdeghiklmnopqrstuvxy"


def keys(word: str, method: int) -> str:
    """What is typed for `word` by Telex (0) or VNI (1), where the input method is off."""
    tone, plain = "", ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in TONES:
            tone = TONES[letter][method]
        else:
            plain += letter
    for shape, typed in SHAPES.items():
        plain = plain.replace(shape, typed[method])
    return plain + tone


def other_tone(word: str, generator: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in letters if letter not in TONES)
    vowels = [place for place, letter in enumerate(bare) if letter.lower() in "aeiouy"]
    if not vowels:
        return word
    place = generator.choice(vowels) + 1
    while place < len(bare) and unicodedata.combining(bare[place]):
        place += 1
    return unicodedata.normalize("NFC", bare[:place] + generator.choice(list(TONES)) + bare[place:])


def slip(text: str, generator: random.Random) -> tuple[str, str]:
    """`text` with one slip, and the name of its kind."""
    words = [match for match in re.finditer(r"[^\W\d_]{2,}", text)]
    if not words:
        return text, "none"
    match = generator.choice(words)
    word, place = match[0], generator.randrange(len(match[0]))
    kind = generator.choice(["wrong", "missing", "doubled", "swapped", "tone", "telex", "vni", "space"])
    if kind == "wrong":
        word = word[:place] + generator.choice(LETTERS) + word[place + 1:]
    elif kind == "missing":
        word = word[:place] + word[place + 1:]
    elif kind == "doubled":
        word = word[:place] + word[place] + word[place:]
    elif kind == "swapped":
        place = min(place, len(word) - 2)
        word = word[:place] + word[place + 1] + word[place] + word[place + 2:]
    elif kind == "tone":
        word = other_tone(word, generator)
    elif kind in ("telex", "vni"):
        word = keys(word, 0 if kind == "telex" else 1)
    else:
        rest = text[match.end():]
        return text[:match.end()] + (rest[1:] if rest[:1] == " " else rest), kind
    return text[:match.start()] + word + text[match.end():], kind
