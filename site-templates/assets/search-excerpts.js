/* What of a page answers a query: the words to mark, and the best passage. */
(function () {
'use strict';

const sohieu = window.sohieu, parts = sohieu && sohieu.parts;
if (!parts) return;

/* What of `subject` the query `text` speaks of: {text, marks}. */
sohieu.marks = (subject, text) => {
  const found = highlights(subject, wanted(text));
  return { text: found.text, marks: found.marks };
};

/* The best passage of a page: {text, marks: [[start, end]], anchor}. */
sohieu.excerpt = (url, text) => parts.textOf(url).then(blocks => passage(blocks, wanted(text)));

function wanted(text) {
  const list = parts.split(String(text)), byFold = new Map();
  list.forEach(s => { byFold.set(s.folded, (byFold.get(s.folded) || []).concat(s)); });
  return { size: list.length, marked: list.some(s => s.code), byFold };
}

function highlights(subject, query) {
  const text = subject.normalize('NFC'), list = parts.split(text), marks = [];
  const hit = s => !!s && (query.byFold.get(s.folded) || []).some(w => w.exact === s.exact || !w.code || !query.marked);
  list.forEach((s, i) => {
    /* Of a long query a single syllable says nothing; two in a row do. */
    if (!hit(s) || (query.size > 2 && !hit(list[i - 1]) && !hit(list[i + 1]))) return;
    const last = marks[marks.length - 1];
    if (last && /^\s*$/.test(text.slice(last[1], s.start))) last[1] = s.end; else marks.push([s.start, s.end]);
  });
  return { text, marks, list, hit };
}

const PASSAGE = 36;

function passage(blocks, query) {
  let best = null;
  blocks.slice(1).forEach(block => {
    const found = highlights(block[1].replace(/\s+/g, ' ').trim(), query), list = found.list, seen = new Map();
    let distinct = 0, pairs = 0;
    const count = (i, by) => {
      if (!found.hit(list[i])) return;
      const before = seen.get(list[i].folded) || 0;
      seen.set(list[i].folded, before + by);
      if (by > 0 && !before) distinct++;
      if (by < 0 && before === 1) distinct--;
      if (found.hit(list[i + 1])) pairs += by;
    };
    list.forEach((s, i) => {
      count(i, 1);
      if (i >= PASSAGE) count(i - PASSAGE, -1);
      const value = distinct * 3 + Math.min(pairs, 12);
      if (!best || value > best.value) best = { value, found, from: Math.max(0, i - PASSAGE + 1), anchor: block[0] };
    });
  });
  if (!best) return { text: '', marks: [], anchor: '' };
  const { found } = best, list = found.list;
  let from = best.from;
  const first = from ? found.marks.find(m => m[0] >= list[from].start) : null;
  while (first && from + 4 < list.length && list[from + 4].start < first[0]) from++;
  const to = Math.min(list.length - 1, from + PASSAGE + 2), start = from ? list[from].start : 0;
  const end = to === list.length - 1 ? found.text.length : list[to].end, shift = start - (from ? 2 : 0);
  return {
    text: (from ? '… ' : '') + found.text.slice(start, end) + (end < found.text.length ? '\u00A0…' : ''),
    marks: found.marks.filter(m => m[0] >= start && m[1] <= end).map(m => [m[0] - shift, m[1] - shift]),
    anchor: best.anchor
  };
}

/* For search-page.js. */
parts.wanted = wanted;
parts.highlights = highlights;
})();
