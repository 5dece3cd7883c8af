// Document numbers in a query: reading them in whatever way they are typed, with the date and the place beside them,
// and telling which documents they mean.
(function () {
'use strict';

const { fold, load, find, fileName, gaps, has } = window.sohieu.parts;

const isYear = part => /^(19|20)\d\d$/.test(part);

// ---- Dates ----

const DATES = [
  [/(?:\bngay )?\b(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d\d)\b/, m => [m[3], m[2], m[1]]],
  [/\bngay (\d{1,2}) thang (\d{1,2}) nam ((?:19|20)\d\d)\b/, m => [m[3], m[2], m[1]]],
  [/\bthang (\d{1,2}) ?(?:nam|[/-]) ?((?:19|20)\d\d)\b/, m => [m[2], m[1]]],
  [/\bnam ((?:19|20)\d\d)\b/, m => [m[1]]],
  // A year that stands free: "25-NQ/TW 2003".
  [/(?<=\w )((?:19|20)\d\d)(?=$|[ ,.;)])/, m => [m[1]]]
];

// The first date of a folded line, [year, month, day] as far as it goes, and the line without it.
function takeDate(line) {
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(line);
    if (match) return { date: read(match).map(Number), line: line.slice(0, match.index) + ' ' + line.slice(match.index + match[0].length) };
  }
  return { date: null, line };
}

const parse = iso => iso.split('-').map(Number).filter(Boolean);
const agree = (one, other) => one.every((part, n) => other[n] === undefined || other[n] === part);

// ---- Reading ----

// Reads "24ct/tu", "chi thi 24", "NĐ 30 năm 2020", "25-NQ/TW ngày 12/3/2003": serial, what stands before and after it,
// date, places.
function readNumber(text, manifest, places) {
  const { types } = manifest;
  const { date, line } = takeDate(fold(text).replace(/\s+/g, ' '));
  let year = date && String(date[0]), first = null;
  const letters = part => {
    const list = part.match(/\d+|[a-z]+/g) || [];
    year = year || list.find(isYear) || null;
    return list.filter(p => !/\d/.test(p));
  };
  for (const match of line.matchAll(/(^|[^a-z0-9])0*(\d{1,6})(?!\d)/g)) {
    const start = match.index + match[1].length, rest = line.slice(match.index + match[0].length);
    const before = (line.slice(0, match.index).match(/[a-z]+/g) || []), said = before.filter(w => w !== 'so');
    const tail = /^[a-z]*((?: ?[-–—/&] ?|\.)[a-z0-9]+)*/.exec(rest)[0], glued = letters(tail).join(''), after = letters(rest);
    let type = null;
    for (let n = Math.min(5, said.length); n && !type; n--) {
      const words = said.slice(-n).join(' ');
      if (has(types, words)) type = types[words];
    }
    const isCode = /[-–—/]/.test(tail) && Object.values(types).some(codes => codes.some(code => glued.indexOf(code) === 0 && glued.length > code.length));
    const read = {
      serial: String(+match[2]), year, date, places, type, code: said.pop() || '', glued, after, bare: !after.length && !before.length,
      // Beyond doubt a document's number, and what of the text it is.
      isCertain: isCode || (!!type && (before[before.length - 1] === 'so' || !after.length)), text: asWritten(text, line.slice(start, match.index + match[0].length) + tail)
    };
    if (type || glued) return read;
    first = first || read;
  }
  return first;
}

// A folded number as the reader wrote it, in capitals.
const asWritten = (text, number) => (text.normalize('NFC').split(/[\s,;]+/).find(word => fold(word) === number) || number).toUpperCase();

// How well `number` ("24-CT/TU") answers; 0 for not at all.
function numberScore(typed, number) {
  const parts = fold(number).match(/\d+|[a-z]+/g) || [], code = parts.filter(p => !/\d/.test(p)).join('');
  if (typed.year && parts.some(isYear) && parts.indexOf(typed.year) < 0) return 0;
  const opens = type => code.indexOf(type) === 0 || (type === 'qh' && code.indexOf(type) > 0);
  let score = typed.type ? 2 : 0;
  if (typed.type && !typed.type.some(opens)) return 0;
  if (!typed.type && typed.code.length > 1 && opens(typed.code)) score = 2;
  if (typed.glued) {
    if (code !== typed.glued && !(score && code.slice(-typed.glued.length) === typed.glued)) {
      return code.indexOf(typed.glued) === 0 ? score + 1 : 0;
    }
    return score + 4;
  }
  for (let n = Math.min(4, typed.after.length); n; n--) {
    const said = typed.after.slice(0, n).join('');
    if (code === said || (score && code === typed.code + said)) return score + 4;
    if ((said.length > 1 && opens(said)) || (score && code.slice(-said.length) === said)) return score + 2;
  }
  return score || (typed.bare ? 1 : 0);
}

// ---- Which documents are meant ----

// What is said beside the number against one document: its date, its place.
function contradicts(typed, [, date, places]) {
  if (typed.date && date && !agree(typed.date, parse(date))) return true;
  return typed.places.length > 0 && places.length > 0 && !typed.places.some(place => places.indexOf(place) >= 0);
}

// The pages a number leads to: `own` with how well each answers, `others` that bear the number but are not meant, the last
// one first, `citing`; and `missing` where the document that is meant is not in the collection.
function lookUp(typed, manifest, reader) {
  if (!typed) return Promise.resolve(null);
  const file = manifest.numbers.length ? load(fileName('n', find(manifest.numbers, typed.serial)), reader) : Promise.resolve({});
  return file.then(shard => {
    const entries = (shard[typed.serial] || []).map(([number, documents, citing]) => ({ number, documents, citing, score: numberScore(typed, number) }))
      .filter(entry => entry.score);
    const best = Math.max(0, ...entries.map(entry => entry.score)), own = new Map(), others = [], citing = new Set();
    entries.forEach(entry => {
      const meant = entry.documents.filter(document => !contradicts(typed, document));
      meant.forEach(([page, date]) => {
        const isHere = manifest.kindOf[page] !== 'missing', closer = typed.date && date ? 4 : 0;
        own.set(page, Math.max(own.get(page) || 0, entry.score * 8 + closer + (isHere ? 2 : 0)));
      });
      if (entry.score < best) return;
      entry.documents.filter(document => meant.indexOf(document) < 0).forEach(([page, date]) => { others.push({ page, date }); });
      meant.forEach(document => { gaps(document[3]).forEach(page => citing.add(page)); });
      if (meant.length) gaps(entry.citing).forEach(page => citing.add(page));
    });
    others.sort((x, y) => (x.date < y.date ? 1 : x.date > y.date ? -1 : x.page - y.page));
    const isNarrowed = !!typed.date || typed.places.length > 0;
    const tops = Array.from(own.keys()).filter(page => own.get(page) >= best * 8);
    const isHere = tops.some(page => manifest.kindOf[page] !== 'missing');
    let missing = null;
    if (!isHere && (typed.isCertain || (isNarrowed && others.length) || tops.length)) {
      const known = Array.from(new Set(entries.filter(entry => entry.score === best).map(entry => entry.number)));
      missing = { number: known.length === 1 ? known[0] : typed.text, date: typed.date, places: typed.places, page: tops.length ? tops[0] : -1 };
    }
    return own.size || others.length || missing ? { own, others: others.map(other => other.page), citing, missing } : null;
  });
}

Object.assign(window.sohieu.parts, { readNumber, lookUp });
})();
