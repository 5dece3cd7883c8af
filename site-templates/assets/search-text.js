// Vietnamese text as the index has it: the rules of the targets VietnameseText and SearchIndex, which
// Tests/Fixtures/search-syllables.json holds both to. The first of the search scripts: all others stand on it.
(function () {
'use strict';

const sohieu = window.sohieu = window.sohieu || {};

const RUN = /[0-9A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u1FFF\u2C00-\u2DFF\u2E80-\u2FFF\u3040-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE\uFF10-\uFFEF\u{10000}-\u{1EFFF}\u{20000}-\u{DFFFF}]+/gu;
const MARK = /[\u0300-\u036F]/;
// Vowels by row: no tone, huyền, hỏi, ngã, sắc, nặng.
const ROWS = ['aàảãáạ', 'ăằẳẵắặ', 'âầẩẫấậ', 'eèẻẽéẹ', 'êềểễếệ', 'iìỉĩíị', 'oòỏõóọ', 'ôồổỗốộ', 'ơờởỡớợ', 'uùủũúụ', 'ưừửữứự', 'yỳỷỹýỵ'];
const [A, E, O, U, Y] = [0, 3, 6, 9, 11];
const TONES = { '\u0300': 1, '\u0340': 1, '\u0309': 2, '\u0303': 3, '\u0301': 4, '\u0341': 4, '\u0323': 5 };
const VOWELS = new Map();
ROWS.forEach((vowels, row) => Array.from(vowels).forEach((letter, tone) => {
  VOWELS.set(letter, { row, tone });
  VOWELS.set(letter.toUpperCase(), { row, tone, isCapital: true });
}));

const compose = (vowel, isCapital) => {
  const letter = Array.from(ROWS[vowel.row])[vowel.tone];
  return isCapital ? letter.toUpperCase() : letter;
};

// The vowel with a combining mark added; null if the mark does not go with it.
function adding(vowel, mark) {
  const { row, tone } = vowel;
  if (TONES[mark]) return tone ? null : { row, tone: TONES[mark] };
  if (mark === '\u0306') return row === A ? { row: 1, tone } : null;
  if (mark === '\u0302') return row === A ? { row: 2, tone } : row === E || row === O ? { row: row + 1, tone } : null;
  if (mark === '\u031B') return row === O ? { row: 8, tone } : row === U ? { row: 10, tone } : null;
  return null;
}

// A letter in lower case where that is one letter.
function lower(letter) {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

// Letters that fold to an ASCII letter: Latin with marks, and đ and ð.
function base(letter) {
  if (letter === 'đ' || letter === 'ð') return 'd';
  if (!/[\xC0-\u024F\u1E00-\u1EFF]/.test(letter)) return letter;
  const first = letter.normalize('NFD')[0];
  return first >= 'a' && first <= 'z' ? first : letter;
}

const fold = text => {
  let result = '';
  for (const letter of text) if (!MARK.test(letter)) result += base(lower(letter));
  return result;
};

// The letters of one run, marks composed where Vietnamese has such a letter, in lower case.
function letters(run) {
  const list = [];
  for (const letter of run) {
    const last = list.length && VOWELS.get(list[list.length - 1]), vowel = last && MARK.test(letter) && adding(last, letter);
    if (vowel) list[list.length - 1] = compose(vowel, last.isCapital); else list.push(letter);
  }
  return list.map(lower);
}

// The tone where the index keeps it: hòa, khỏe, ủy, quý, hoàn.
function placeTone(list) {
  for (let i = 0; i + 1 < list.length; i++) {
    const first = VOWELS.get(list[i]), second = VOWELS.get(list[i + 1]);
    if (!first || !second || (first.row !== O && first.row !== U) || (first.tone && second.tone) || first.tone === second.tone) continue;
    const afterQ = list[i - 1] === 'q';
    const isGlide = first.row === O ? second.row === A || second.row === E : second.row === Y || afterQ;
    if (!isGlide) continue;
    const isClosed = i + 2 < list.length || (first.row === U && afterQ), tone = first.tone || second.tone;
    list[i] = compose({ row: first.row, tone: isClosed ? 0 : tone });
    list[i + 1] = compose({ row: second.row, tone: isClosed ? tone : 0 });
    break;
  }
  return list;
}

const OTHER = 88;
const DIGITS = [[0, 3], [1, 3], [2, 3], [0, 2], [1, 2], [0, 1], [0, 3], [1, 3], [2, 3], [0, 2], [1, 2], [0, 1]];

// The marks of a syllable as a number; see docs/search-index.md.
function markCode(word) {
  let value = 0, scale = 6, tone = 0;
  for (const letter of word) {
    let digit = 0, radix = 1;
    const vowel = VOWELS.get(letter);
    if (vowel) {
      if (vowel.tone && tone) return OTHER;
      tone = tone || vowel.tone;
      [digit, radix] = DIGITS[vowel.row];
    } else if (letter === 'd' || letter === 'đ' || letter === 'ð') {
      [digit, radix] = [letter === 'd' ? 0 : 1, 2];
    } else if (letter > '\x7F' && (MARK.test(letter) || base(letter) !== letter)) return OTHER;
    value += digit * scale;
    if (value + tone >= OTHER) return OTHER;
    scale = Math.min(scale * radix, 1024);
  }
  return value + tone;
}

// ---- Figures ----

const UNITS = new Set(['m', 'm2', 'm3', 'km', 'km2', 'cm', 'mm', 'dm', 'ha', 'kg', 'g', 'l', 'ml', 'tấn', 'tạ', 'tỷ', 'triệu', 'đ']);
const LENGTHS = new Set(['m', 'km', 'cm', 'mm', 'dm']);
const THOUSANDS = /^[.\x20\xA0\u202F]$/;
const NEIGHBOURS = /^([\t\n\r\x20\xA0\u202F]+|[-/])$/;
const DASHED = /^[\t\n\r\x20\xA0\u202F]*[-\u2010-\u2014\u2212][\t\n\r\x20\xA0\u202F]*$/;

// Text → syllables: exact, folded, mark code, place in the text, whether it makes a pair with the one before it.
function split(text) {
  const runs = [], list = [];
  for (const match of text.matchAll(RUN)) {
    const start = match.index + (/^[\u0300-\u036F]*/.exec(match[0])[0].length), end = match.index + match[0].length;
    if (start < end) runs.push({ exact: placeTone(letters(text.slice(start, end))).join(''), start, end });
  }
  const add = (exact, start, end, joined) => {
    const before = list[list.length - 1], gap = before ? text.slice(before.end, start) : '';
    if (joined === undefined) {
      joined = NEIGHBOURS.test(gap) || (!!before && /\d$/.test(before.exact) && /^\d/.test(exact) && DASHED.test(gap));
    }
    list.push({ exact, start, end, joined, tight: /^[-/]$/.test(gap) });
  };
  // A raised 2 or 3 behind a unit of length belongs to it.
  const raise = () => {
    const last = list[list.length - 1], mark = text[last.end];
    if ((mark !== '²' && mark !== '³') || !LENGTHS.has(last.exact)) return;
    last.exact += mark === '²' ? '2' : '3';
    last.end++;
  };
  for (let i = 0; i < runs.length; i++) {
    let { exact, end } = runs[i];
    const start = runs[i].start;
    if (!/^\d/.test(exact)) {
      add(exact, start, end);
      raise();
      continue;
    }
    let digits = /^\d+/.exec(exact)[0], rest = exact.slice(digits.length), grouped = digits.length <= 3;
    while (!rest && grouped && runs[i + 1] && THOUSANDS.test(text.slice(end, runs[i + 1].start))) {
      const group = /^(\d{3})(\D.*)?$/.exec(runs[i + 1].exact);
      grouped = !!group && (!group[2] || UNITS.has(group[2]));
      if (!grouped) break;
      digits += group[1];
      rest = group[2] || '';
      end = runs[++i].end;
    }
    if (UNITS.has(rest)) {
      add(digits, start, end - rest.length);
      add(rest, end - rest.length, end, true);
      raise();
    } else {
      add(digits + rest, start, end);
      const percent = rest ? null : /^[\x20\xA0\u202F]?%/.exec(text.slice(end, end + 2));
      if (percent) add('%', end + percent[0].length - 1, end + percent[0].length, true);
    }
  }
  list.forEach(s => {
    s.folded = fold(s.exact);
    s.code = markCode(s.exact);
  });
  return list;
}

const words = (list, form) => list.map(s => s[form || 'folded']).join(' ');

const utf8 = text => (/^[\x00-\x7F]*$/.test(text) ? text : unescape(encodeURIComponent(text)));

// Under which of its two syllables a pair is filed: the longer one, of two as long the later one.
function leads(one, other) {
  const [a, b] = [utf8(one), utf8(other)];
  return a.length !== b.length ? a.length > b.length : a >= b;
}

// For the other search scripts.
sohieu.parts = { split, fold, markCode, words, leads, utf8 };
})();
