// What a misspelt query may have meant. Right words are left alone: a word is put right only if the collection does not
// have it, or if nothing at all stands there as it was typed; and what is offered stands beside its neighbours there.
(function () {
'use strict';

const sohieu = window.sohieu, { split, fold, load, open, place, forms, mayFit } = sohieu.parts;

const TELEX = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

// What the keys of Telex or VNI were meant to type: "tieengs", "tie61ng" → "tiếng".
function typed(keys) {
  let word = keys, tone = '';
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
  const list = split(word.normalize('NFC'));
  return list.length === 1 ? list[0].exact : keys;
}

// Whether one letter wrong, missing, doubled or swapped turns `a` into `b`.
function isSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let start = 0, end = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}

// The words of the collection: exact forms, the most frequent first, by folded form; and those of the language.
let vocabulary = null;
function readWords(file) {
  if (vocabulary && vocabulary.file === file) return vocabulary;
  const byFold = new Map();
  file.words.split(' ').forEach((word, rank) => {
    const folded = fold(word);
    if (!byFold.has(folded)) byFold.set(folded, { folded, rank, words: [] });
    byFold.get(folded).words.push(word);
  });
  vocabulary = { file, byFold, language: new Set(file.language.split(' ')) };
  return vocabulary;
}

const at = (term, manifest) => {
  const where = place(term, manifest);
  return where ? load(where.file).then(file => forms(file, where)) : Promise.resolve([]);
};

// In how many pages `a b` stands as typed, and in which form most.
function together(a, b, manifest, isMarked) {
  if (!a || !b) return Promise.resolve({ count: 0, form: null });
  const term = { a, b };
  return at(term, manifest).then(list => {
    const fitting = isMarked ? list.filter(form => mayFit(term, form)) : list;
    const form = fitting.reduce((best, f) => (!best || f.size > best.size ? f : best), null);
    return { count: fitting.reduce((sum, f) => sum + f.size, 0), form };
  });
}

// Whether the collection has a word as it was typed, or with the marks that were left out.
function isKnown(s, found, manifest) {
  const entry = found.byFold.get(s.folded);
  if (entry && (!s.code || entry.words.indexOf(s.exact) >= 0)) return Promise.resolve(true);
  return at({ a: s, b: null }, manifest).then(list => list.some(form => mayFit({ a: s }, form)));
}

// What cannot be a slip: figures, parts of numbers, names of places, abbreviations.
const isFixed = (s, list, i, manifest) => /^\d+$/.test(s.folded) || s.folded === '%' || s.tight || !!(list[i + 1] && list[i + 1].tight) ||
  manifest.sameAs.has(s.folded) || [2, 3, 4].some(size => Array.from({ length: size }, (v, k) => i - k).some(from =>
  from >= 0 && manifest.placeNames.has(list.slice(from, from + size).map(t => t.folded).join(' '))));

const MOST_CANDIDATES = 8;

// Words that `s` may stand for, near ones first: {list: [syllable], far}. A right word may only lack marks, or its end.
function candidates(s, found, isLast) {
  const near = [], isRight = found.language.has(s.exact) || (found.byFold.get(s.folded) || { words: [] }).words.indexOf(s.exact) >= 0;
  const take = (text, far, rank) => { near.push({ list: split(text), far, rank }); };
  const meant = isRight ? s.exact : typed(s.exact);
  if (meant !== s.exact && found.byFold.has(fold(meant))) take(meant, 0.5, 0);
  if (!/\d/.test(s.folded)) {
    found.byFold.forEach(({ folded, rank }) => {
      if (folded === s.folded) take(folded, 0.7, rank);
      else if (isLast && s.folded.length > 1 && folded.length <= s.folded.length + 2 && folded.indexOf(s.folded) === 0) take(folded, 1.1, rank);
      else if (!isRight && s.folded.length > 1 && isSlip(s.folded, folded)) take(folded, folded.length > 3 ? 1 : 1.5, rank);
    });
    if (!isRight) segments(s.folded, found).forEach(list => { take(list.join(' '), 0.8, 0); });
  }
  return near.sort((x, y) => x.far - y.far || x.rank - y.rank).slice(0, MOST_CANDIDATES);
}

// "danvankheo" → dan van kheo: the ways to cut a run into known syllables, fewest first.
function segments(run, found) {
  if (run.length < 5 || run.length > 40) return [];
  const ways = [[[]]];
  for (let end = 1; end <= run.length; end++) {
    ways[end] = [];
    for (let start = Math.max(0, end - 7); start <= end - 1; start++) {
      const word = run.slice(start, end), entry = found.byFold.get(word);
      if (!entry || (word.length === 1 && !/[aouy]/.test(word))) continue;
      ways[start].forEach(way => { ways[end].push(way.concat(word)); });
    }
    const cost = way => way.reduce((sum, word) => sum + 8 + Math.log(1 + found.byFold.get(word).rank), 0);
    ways[end] = ways[end].sort((x, y) => cost(x) - cost(y)).slice(0, 4);
  }
  return ways[run.length].filter(way => way.length > 1);
}

// ---- Putting right ----

// What `text` may have meant, or null.
sohieu.suggest = text => Promise.all([open(), load('words')]).then(([manifest, file]) => {
  text = String(text).slice(0, 300);
  const found = readWords(file), list = split(text), isMarked = list.some(s => s.code);
  if (!list.length || list.length > 40) return null;
  const isPaired = list.map((s, i) => i > 0 && s.joined && !s.tight);
  return Promise.all([
    Promise.all(list.map((s, i) => isFixed(s, list, i, manifest) || isKnown(s, found, manifest))),
    Promise.all(list.map((s, i) => (isPaired[i] ? asTyped(list[i - 1], s, manifest, isMarked) : false)))
  ]).then(([known, held]) => {
    // Nothing of a short query stands in the collection as it was typed: then a right word may be the wrong one.
    const isNothing = isPaired.some(Boolean) && !held.some(Boolean) && list.length < 5;
    const doubted = list.map((s, i) => !known[i] || (isNothing && !isFixed(s, list, i, manifest) && (isPaired[i] || isPaired[i + 1] || false)));
    if (!doubted.some(Boolean)) return null;
    const options = list.map((s, i) => [{ list: [s], far: 0, rank: 0, isTyped: true }].concat(doubted[i] ? candidates(s, found, i === list.length - 1) : []));
    return likeliest(options, isPaired, doubted, manifest, isMarked).then(chosen => write(chosen, list, text, found, isMarked));
  });
});

const asTyped = (a, b, manifest, isMarked) => at({ a, b }, manifest).then(list => list.some(form => !isMarked || (form.a === a.code && form.b === b.code)));

// The words of `text` that the collection does not have.
sohieu.unknown = text => Promise.all([open(), load('words')]).then(([manifest, file]) => {
  const found = readWords(file), list = split(String(text).slice(0, 300)).slice(0, 20);
  return Promise.all(list.map(s => isKnown(s, found, manifest))).then(known => Array.from(new Set(list.filter((s, i) => !known[i]).map(s => s.exact))));
});

// What a step away from what was typed costs, against the logarithm of how often two words stand together.
const STEP = 2;

// The chain of options whose neighbours stand together most often, each step from what was typed counted against it; what
// is put right must stand beside its neighbours in the collection.
function likeliest(options, isPaired, doubted, manifest, isMarked) {
  let chains = Promise.resolve([{ value: 0, steps: [] }]);
  options.forEach((own, i) => {
    chains = chains.then(known => Promise.all(own.map(option => {
      const inner = Promise.all(option.list.slice(1).map((s, k) => together(option.list[k], s, manifest, false)));
      return Promise.all([inner, Promise.all(known.map(chain => {
        const last = chain.steps[i - 1] && chain.steps[i - 1].option.list;
        return isPaired[i] ? together(last[last.length - 1], option.list[0], manifest, isMarked) : Promise.resolve(null);
      }))]).then(([between, befores]) => known.map((chain, n) => {
        const before = befores[n], lastOption = i ? chain.steps[i - 1].option : null, isChange = !option.isTyped || (lastOption && !lastOption.isTyped);
        const isHeld = between.every(pair => pair.count) && !(isPaired[i] && isChange && !before.count);
        // Alone, a word is put right by how common the other is.
        const isAlone = !option.isTyped && !isPaired[i] && !isPaired[i + 1] && option.list.length === 1;
        const gain = (before ? Math.log(1 + before.count) * 2 : 0) + between.reduce((sum, pair) => sum + Math.log(1 + pair.count), 0) +
          (isAlone ? 4 - Math.log(1 + option.rank) / 4 : 0);
        return { value: chain.value + (isHeld ? gain - option.far * STEP : -Infinity), steps: chain.steps.concat({ option, before, between }) };
      }).reduce((one, other) => (other.value > one.value ? other : one)));
    })));
  });
  return chains.then(all => all.reduce((one, other) => (other.value > one.value ? other : one)).steps);
}

// The query with the chosen words: with marks where it had some, in the form that stands in the collection most.
function write(chosen, list, text, found, isMarked) {
  const said = chosen.map(step => step.option.list.map(s => (s.code ? s.exact : null)));
  const wordOf = (s, code) => (found.byFold.get(s.folded) || { words: [] }).words.find(word => split(word)[0].code === code) || s.exact;
  const isChanged = n => chosen[n] && !chosen[n].option.isTyped;
  if (isMarked) {
    chosen.forEach(({ option, before, between }, i) => {
      const last = chosen[i - 1], end = last ? last.option.list.length - 1 : 0;
      if (before && before.form && (isChanged(i) || isChanged(i - 1))) {
        if (said[i - 1][end] === null) said[i - 1][end] = wordOf(last.option.list[end], before.form.a);
        if (said[i][0] === null) said[i][0] = wordOf(option.list[0], before.form.b);
      }
      between.forEach((pair, k) => {
        if (said[i][k] === null) said[i][k] = wordOf(option.list[k], pair.form.a);
        if (said[i][k + 1] === null) said[i][k + 1] = wordOf(option.list[k + 1], pair.form.b);
      });
    });
  }
  let result = '', end = 0;
  list.forEach((s, i) => {
    const own = chosen[i].option.list.map((t, k) => {
      if (said[i][k] !== null) return said[i][k];
      const entry = found.byFold.get(t.folded);
      return isMarked && isChanged(i) && entry ? entry.words[0] : t.exact;
    }).join(' ');
    result += text.slice(end, s.start) + (own === s.exact ? text.slice(s.start, s.end) : own);
    end = s.end;
  });
  result += text.slice(end);
  return result === text ? null : result;
}
})();
