/* What a misspelt query may have meant: a slip of the finger, or keys of Telex and VNI left in the text. */
(function () {
'use strict';

const sohieu = window.sohieu, parts = sohieu && sohieu.parts;
if (!parts) return;

const TELEX = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

/* What the keys of Telex or VNI were meant to type: "tieengs", "tie61ng" → "tiếng". */
function typed(keys) {
  let word = keys.toLowerCase(), tone = '';
  if (/\d/.test(word)) {
    word = word.replace(/[1-5]/, digit => { tone = VNI[digit]; return ''; });
    word = word.replace(/^(d)(.*)9/, 'đ$2').replace(/d9/, 'đ').replace(/([aeo])(.*)6/, '$1\u0302$2').replace(/uo(.*)7/, 'ư\u006F\u031B$1')
      .replace(/([ou])(.*)7/, '$1\u031B$2').replace(/a(.*)8/, 'a\u0306$1');
  } else {
    word = word.replace(/([aeiouyw].*?)([sfrxj])/, (all, before, key) => { tone = TELEX[key]; return before; });
    word = word.replace(/dd/, 'đ').replace(/^d(.*)d$/, 'đ$1').replace(/([aeo])\1/, '$1\u0302').replace(/uow|uwow/, 'u\u031Bo\u031B')
      .replace(/([ou])(\w*)w/, '$1\u031B$2').replace(/a(\w*)w/, 'a\u0306$1');
  }
  if (tone) {
    const shaped = /^(.*[aeou][\u0302\u0306\u031B])(.*)$/.exec(word) || /^(.*[aeiouy])([^aeiouy]+)$/.exec(word) ||
      /^(.*[aeiouy])([aeiouy])$/.exec(word.replace(/^(qu|gi)(?=[aeiouy])/, m => m.toUpperCase())) || /^(.*[aeiouy])()$/i.exec(word);
    if (shaped) word = (shaped[1] + tone + shaped[2]).toLowerCase();
  }
  const list = parts.split(word);
  return list.length === 1 ? list[0].exact : keys;
}

/* Edits between two words, neighbours swapped counted as one; more than `most` is all the same. */
function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let last = [], row = Array.from({ length: b.length + 1 }, (v, k) => k), before;
  for (let i = 1; i <= a.length; i++) {
    before = last;
    last = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}

/* How often `a b` stands in the collection, roughly: the length of its postings. */
function together(manifest, a, b) {
  if (!a || !b) return Promise.resolve(0);
  const term = { a, b, key: a.folded + ' ' + b.folded };
  const name = parts.place(term, manifest);
  return name ? parts.load(name).then(shard => parts.forms(shard, term).reduce((sum, form) => sum + form.text.length, 0)) : Promise.resolve(0);
}

/* What `text` may have meant, or null: a word the collection does not have, put right. Never applied by itself. */
sohieu.suggest = text => Promise.all([parts.open(), parts.load('words')]).then(([manifest, file]) => {
  text = String(text).slice(0, 300).normalize('NFC');
  const list = parts.split(text), words = new Map(), exact = new Set();
  file.words.split(' ').forEach((word, rank) => {
    const folded = parts.fold(word);
    exact.add(word);
    if (!words.has(folded)) words.set(folded, { word, folded, rank });
  });
  const isMarked = list.some(s => s.code);
  return Promise.all(list.map((s, i) => {
    if (/^\d+$/.test(s.folded) || exact.has(s.exact) || (!s.code && words.has(s.folded))) return null;
    const meant = typed(s.exact);
    if (meant !== s.exact && exact.has(meant)) return meant;
    if (/\d/.test(s.folded) || s.folded.length < 3 || manifest.expansions.has(s.folded)) return null;
    const most = s.folded.length > 4 ? 2 : 1, near = [], alone = list.length === 1;
    words.forEach(entry => {
      const far = edits(s.folded, entry.folded, most);
      if (far <= most) near.push({ far: Math.max(far, 0.5), entry });
    });
    near.sort((x, y) => x.far - y.far || x.entry.rank - y.entry.rank);
    return Promise.all(near.slice(0, 12).map(candidate => {
      const own = { folded: candidate.entry.folded };
      return Promise.all([together(manifest, list[i - 1], own), together(manifest, own, list[i + 1])])
        .then(found => ({ entry: candidate.entry, value: (found[0] + found[1] + (alone ? 1 : 0)) / (candidate.far * candidate.far) }));
    })).then(valued => {
      /* A word that never stands beside its neighbours here is no help. */
      const best = valued.filter(v => v.value).sort((x, y) => y.value - x.value)[0];
      return best ? (isMarked ? best.entry.word : best.entry.folded) : null;
    });
  })).then(found => {
    let result = '', at = 0;
    list.forEach((s, i) => {
      if (!found[i] || found[i] === s.exact) return;
      result += text.slice(at, s.start) + found[i];
      at = s.end;
    });
    return at ? result + text.slice(at) : null;
  });
});
})();
