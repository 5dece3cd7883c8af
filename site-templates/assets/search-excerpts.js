// What of a page answers a query: the words to mark, whole and as typed, and the best passage.
(function () {
'use strict';

const sohieu = window.sohieu, { split, words, open, textOf } = sohieu.parts;

let manifest = null;

// What of `subject` the query `text` speaks of: {text, marks: [[start, end]]}.
sohieu.marks = (subject, text) => {
  const { text: shown, marks } = highlights(subject, wanted(text));
  return { text: shown, marks };
};

// The best passage of a page that was a result: {text, marks, anchor}.
sohieu.excerpt = (url, text) => open().then(known => { manifest = known; }).then(() => textOf(url)).then(blocks => passage(blocks, wanted(text)));

// What is marked: pairs of neighbours in the query, document numbers whole, and a syllable only if it is all that was
// typed. With marks typed, only what has those very marks.
function wanted(text) {
  const list = split(String(text).replace(/["“”«»]/g, ' ')), form = list.some(s => s.code) ? 'exact' : 'folded';
  const query = { form, pairs: new Set(), numbers: [], single: list.length === 1 && (list[0].exact.length > 1 || /\d/.test(list[0].exact)) ? list[0][form] : null };
  addSequence(query, list, form);
  for (let from = 0; manifest && from < list.length; from++) {
    for (let size = 1; size <= 10 && from + size <= list.length; size++) {
      (manifest.sameAs.get(words(list.slice(from, from + size))) || []).forEach(other => {
        const own = split(other);
        if (own.length === 1) query.numbers.push({ list: own, form: 'exact' }); else addSequence(query, own, 'exact');
      });
    }
  }
  return query;
}

function addSequence(query, list, form) {
  for (let i = 0; i < list.length; i++) {
    let end = i + 1;
    while (list[end] && list[end].tight) end++;
    if (end - i > 1 && /\d/.test(list[i].exact)) {
      query.numbers.push({ list: list.slice(i, end), form: 'folded' });
      i = end - 1;
    } else if (list[i + 1] && list[i + 1].joined) {
      query.pairs.add(form + ' ' + words(list.slice(i, i + 2), form));
    }
  }
}

// A text with the stretches to mark, and the hits: which unit of the query stands at which syllables.
function highlights(subject, query) {
  const text = subject.normalize('NFC'), list = split(text), hits = [];
  list.forEach((s, i) => {
    const next = list[i + 1];
    query.numbers.forEach(({ list: number, form }, n) => {
      if (number.every((part, k) => list[i + k] && list[i + k][form] === part[form]) && !(next && list[i + number.length] && list[i + number.length].tight) && !s.tight) {
        hits.push({ from: i, to: i + number.length - 1, unit: 'number ' + n });
      }
    });
    if (query.single !== null && s[query.form] === query.single && !s.tight) hits.push({ from: i, to: i, unit: query.single });
    if (!next || !next.joined) return;
    ['exact', 'folded'].forEach(form => {
      const unit = form + ' ' + s[form] + ' ' + next[form];
      if (query.pairs.has(unit)) hits.push({ from: i, to: i + 1, unit });
    });
  });
  const marks = [];
  hits.slice().sort((x, y) => x.from - y.from).forEach(hit => {
    const start = list[hit.from].start, end = list[hit.to].end, last = marks[marks.length - 1];
    if (last && (start <= last[1] || /^[\s]+$/.test(text.slice(last[1], start)) && list[hit.from].joined && hit.from === last[2] + 1)) {
      last[1] = Math.max(last[1], end);
      last[2] = Math.max(last[2], hit.to);
    } else {
      marks.push([start, end, hit.to]);
    }
  });
  return { text, marks: marks.map(m => m.slice(0, 2)), list, hits };
}

// ---- Passages ----

// Syllables of a passage, and of each where two are shown.
const PASSAGE = 36, HALF = 19;

function passage(blocks, query) {
  const found = blocks.slice(1).map(block => Object.assign(highlights(block[1].replace(/\s+/g, ' ').trim(), query), { anchor: block[0] }));
  if (!found.length) return { text: '', marks: [], anchor: '' };
  const seen = new Set(), whole = best(found, PASSAGE, seen);
  if (!whole) return show([{ found: found[0], from: 0, size: PASSAGE }]);
  const first = best(found, HALF, seen), rest = new Set(first.units);
  const all = new Set(found.reduce((list, f) => list.concat(f.hits.map(hit => hit.unit)), []));
  // What the best passage leaves out may stand somewhere else.
  const second = whole.units.size < all.size ? best(found, HALF, rest) : null;
  const isApart = second && first.units.size + second.units.size > whole.units.size && !overlaps(first, second);
  const parts = isApart ? [first, second].sort((x, y) => found.indexOf(x.found) - found.indexOf(y.found) || x.from - y.from) : [whole];
  return show(parts, (isApart ? first : whole).found.anchor);
}

const overlaps = (one, other) => one.found === other.found && one.from < other.from + other.size && other.from < one.from + one.size;

// The stretch of `size` syllables with most of the query's units but those of `seen`; null where there is none.
function best(found, size, seen) {
  let top = null;
  found.forEach(block => {
    block.hits.forEach(hit => {
      const from = Math.max(0, Math.min(hit.from, block.list.length - size)), inside = block.hits.filter(h => h.from >= from && h.to < from + size);
      const units = new Set(inside.map(h => h.unit).filter(unit => !seen.has(unit))), value = units.size * 100 + Math.min(inside.length, 40);
      if (units.size && (!top || value > top.value)) top = { found: block, from, size, units, value };
    });
  });
  return top && { found: top.found, from: settle(top), size: top.size, units: top.units };
}

// A passage begins a little before its first hit, and where a sentence does if that is near.
function settle({ found, from, size }) {
  const { list, text, hits } = found, first = Math.min(...hits.filter(h => h.from >= from).map(h => h.from)), last = Math.max(...hits.filter(h => h.to < from + size).map(h => h.to));
  for (let at = Math.max(0, last - size + 1); at <= first; at++) {
    if (first - at <= 8 && (at === 0 || /[.:;!?]/.test(text.slice(list[at - 1].end, list[at].start)))) return at;
  }
  return Math.max(0, Math.min(first, Math.max(last - size + 1, first - 4)));
}

// The passages as one text with its marks; what is left out is an ellipsis.
function show(parts, anchor) {
  let text = '';
  const marks = [];
  parts.forEach(({ found, from, size }, n) => {
    const { list } = found, to = Math.min(list.length, from + size) - 1;
    if (to < 0) return;
    const start = from ? list[from].start : 0, end = to === list.length - 1 ? found.text.length : list[to].end;
    if (from || (n && text.slice(-1) !== '…')) text += n ? (text.slice(-1) === '…' ? ' ' : ' … ') : '… ';
    else if (n) text += ' ';
    const shift = text.length - start;
    text += found.text.slice(start, end) + (end < found.text.length ? '\u00A0…' : '');
    found.marks.forEach(([a, b]) => { if (a >= start && b <= end) marks.push([a + shift, b + shift]); });
  });
  return { text, marks, anchor: anchor || '' };
}

Object.assign(sohieu.parts, { wanted, highlights });
})();
