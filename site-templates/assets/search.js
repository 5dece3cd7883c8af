/* Search over the JSON shards under search/. Their form: docs/search-index.md. Exposes window.sohieu. */
(function () {
  'use strict';

  var root = document.documentElement.getAttribute('data-root') || '';
  var base = root + 'search/';
  var onDisk = location.protocol === 'file:';

  /* ---- Vietnamese text: the same rules as the target VietnameseText ---- */

  var SYLLABLE = /[0-9A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u1FFF\u2C00-\u2DFF\u2E80-\u2FFF\u3040-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE\uFF10-\uFFEF]+/g;
  var TONES = '\u0300\u0309\u0303\u0301\u0323';
  var OTHER = 88;

  function fold(text) {
    return text.toLowerCase().replace(/[\xC0-\u024F\u1E00-\u1EFF\u0300-\u036F]/g, function (letter) {
      return letter === 'đ' || letter === 'ð' ? 'd' : letter.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
    });
  }

  /* The tone where the index keeps it: hòa, khỏe, ủy, quý, hoàn. */
  function placeTone(word) {
    var d = word.normalize('NFD');
    var m = /^(.*?)(o(?=[\u0300-\u0323]?[ae](?![\u0302\u0306]))|(?:^|[^q])u(?=[\u0300-\u0323]?y)|qu(?=[\u0300-\u0323]?[aeiouy]))([\u0300\u0309\u0303\u0301\u0323]?)([aeiouy])([\u0302\u0306\u031B\u0323]*)([\u0300\u0309\u0303\u0301\u0323]?)(.*)$/.exec(d);
    if (!m) return word;
    var tone = m[3] + m[6];
    if (m[5].indexOf('\u0323') >= 0 && !m[6]) { tone = m[3] + '\u0323'; m[5] = m[5].replace('\u0323', ''); }
    if (tone.length !== 1) return word;
    var closed = m[7] || m[2].slice(-2) === 'qu';
    return (m[1] + m[2] + (closed ? '' : tone) + m[4] + m[5] + (closed ? tone : '') + m[7]).normalize('NFC');
  }

  /* The marks of a syllable as a number; see MarkCode. */
  function markCode(word) {
    var value = 0, scale = 6, tone = 0;
    for (var letter of word) {
      var digit = 0, radix = 1;
      if (letter === 'd' || letter === 'đ' || letter === 'ð') {
        digit = letter === 'd' ? 0 : 1;
        radix = 2;
      } else {
        var parts = letter.normalize('NFD'), letters = { a: '\u0306\u0302', e: '\u0302', o: '\u0302\u031B', u: '\u031B', i: '', y: '' }[parts[0]];
        if (letters === undefined) {
          if (letter > '\x7F' && (/[\u0300-\u036F]/.test(letter) || fold(letter) !== letter)) return OTHER;
          continue;
        }
        radix = letters.length + 1;
        for (var k = 1; k < parts.length; k++) {
          var t = TONES.indexOf(parts[k]) + 1, s = letters.indexOf(parts[k]) + 1;
          if (t) {
            if (tone) return OTHER;
            tone = t;
          } else if (s && !digit) digit = s;
          else return OTHER;
        }
      }
      value += digit * scale;
      if (value + tone >= OTHER) return OTHER;
      scale = Math.min(scale * radix, 1024);
    }
    return value + tone;
  }

  /* Text → syllables: exact and folded form, mark code, place, and whether it follows its neighbour as in a pair. */
  function split(text) {
    text = text.normalize('NFC');
    var list = [], match, end = -1;
    SYLLABLE.lastIndex = 0;
    while ((match = SYLLABLE.exec(text))) {
      var exact = placeTone(match[0].toLowerCase());
      list.push({
        exact: exact, folded: fold(exact), code: markCode(exact), start: match.index, end: match.index + match[0].length,
        joined: end >= 0 && /^(\s+|[-\/])$/.test(text.slice(end, match.index))
      });
      end = match.index + match[0].length;
    }
    return list;
  }

  /* ---- Files ---- */

  var files = {}, waiting = {}, version = '';

  window.sohieuShard = function (name, json) {
    if (waiting[name]) waiting[name](JSON.parse(json));
  };

  function load(name) {
    return files[name] || (files[name] = request(name).catch(function (error) {
      delete files[name];
      throw error;
    }));
  }

  function request(name) {
    var query = version ? '?v=' + version : '';
    if (!onDisk) {
      return fetch(base + name + '.json' + query, version ? {} : { cache: 'no-cache' }).then(function (response) {
        if (!response.ok) throw new Error(name + ': ' + response.status);
        return response.json();
      });
    }
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      function done(act, value) {
        delete waiting[name];
        script.remove();
        act(value);
      }
      waiting[name] = function (value) { done(resolve, value); };
      script.onerror = function () { done(reject, new Error(name)); };
      script.src = base + name + '.js' + query;
      document.head.appendChild(script);
    });
  }

  function shardName(folder, number) { return folder + '/' + (number >> 6) + '/' + number; }

  /* The number of the shard that would hold `key`. */
  function find(starts, key) {
    var low = 0, high = starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (starts[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  var ready;
  function open() {
    return ready || (ready = Promise.all([load('manifest'), load('common')]).then(function (loaded) {
      var manifest = loaded[0];
      version = manifest.version;
      ['pairs', 'syllables', 'numbers'].forEach(function (key) {
        manifest[key] = manifest[key] ? manifest[key].split(',') : [];
      });
      manifest.sketch = loaded[1];
      manifest.long = {};
      manifest.short = {};
      Object.keys(manifest.abbreviations).forEach(function (short) {
        var key = words(split(short)), long = words(split(manifest.abbreviations[short]));
        (manifest.long[key] = manifest.long[key] || []).push(manifest.abbreviations[short]);
        if (long.indexOf(' ') > 0) (manifest.short[long] = manifest.short[long] || []).push(short);
      });
      return manifest;
    }).catch(function (error) {
      ready = null;
      throw error;
    }));
  }

  function words(list) { return list.map(function (s) { return s.folded; }).join(' '); }

  /* ---- Postings ---- */

  var ALPHABET = '!#$%&()*+-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
  var digits = new Uint8Array(128);
  for (var d = 0; d < ALPHABET.length; d++) digits[ALPHABET.charCodeAt(d)] = d;

  /* Calls visit(page, level) for each posting of text[at..<end]. */
  function decode(text, at, end, levels, visit) {
    var page = -1;
    while (at < end) {
      var v = digits[text.charCodeAt(at++)], more = v < 40 ? 0 : v < 69 ? 1 : v < 87 ? 2 : v - 84;
      if (more) {
        var from = [40, 2621, 145199, 850168][more - 1];
        v = more < 3 ? v - (more === 1 ? 40 : 69) : 0;
        for (var k = 0; k < more; k++) v = v * 89 + digits[text.charCodeAt(at++)];
        v += from;
      }
      page += Math.floor(v / levels) + 1;
      visit(page, v % levels);
    }
  }

  function gaps(text) {
    var pages = [];
    decode(text, 0, text.length, 1, function (page) { pages.push(page); });
    return pages;
  }

  /* The marked forms of a term. Pairs stand under their first syllable, syllables under nothing. */
  function forms(shard, term) {
    var key = term.b ? term.a.folded : '', second = (term.b || term.a).folded, codes = term.b ? 2 : 1;
    if (!Object.prototype.hasOwnProperty.call(shard, key)) return [];
    var records = shard[key];
    var start = records.indexOf(second + ':') === 0 ? 0 : records.indexOf(' ' + second + ':') + 1;
    if (!start && records.indexOf(second + ':') !== 0) return [];
    var stop = records.indexOf(' ', start);
    var body = records.slice(start + second.length + 1, stop < 0 ? records.length : stop);
    return body.split(',').map(function (form) {
      return { a: digits[form.charCodeAt(0)], b: codes > 1 ? digits[form.charCodeAt(1)] : 0, text: form.slice(codes) };
    });
  }

  /* 0 for a pair that is probably rare, to 3 for the most common. */
  function level(sketch, pair) {
    var bytes = unescape(encodeURIComponent(pair)), hash = 0x811C9DC5;
    for (var i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes.charCodeAt(i), 0x01000193);
    var other = Math.imul((hash >>> 16) | (hash << 16), 0x01000193);
    return Math.min(cell(hash >>> 0), cell(other >>> 0));
    function cell(h) {
      var n = h % sketch.cells;
      return (digits[sketch.levels.charCodeAt(Math.floor(n / 3))] >> (n % 3 * 2)) & 3;
    }
  }

  /* ---- The query ---- */

  /* How much a form counts whose marks are not those typed. */
  var OTHER_FORM = 0.4, SYLLABLE_WEIGHT = 0.8, EXPANSION = 0.7;
  /* Requests for postings: what keeps a cold query under twenty in all; a small site may read all it has. */
  var SHARDS = 8, SMALL = 96, SMALL_SHARDS = 40;

  function parse(text, manifest, prefix) {
    text = String(text).slice(0, 1000).normalize('NFC');
    var query = { terms: [], phrases: [], seen: {}, syllables: [], prefix: null };
    var plain = text.replace(/["“”«»]([^"“”«»]+)["“”«»]/g, function (all, phrase) {
      var list = split(phrase);
      if (list.length) query.phrases.push(list);
      return ' \u0001' + phrase + '\u0001 ';
    });
    var list = split(plain).slice(0, 64);
    query.syllables = list;
    query.marked = list.some(function (s) { return s.code; });
    query.number = readNumber(plain, manifest);
    var last = list.length - 1;
    if (prefix && last >= 0 && /[^\s\u0001.,;:!?]$/.test(plain)) query.prefix = { first: list[last - 1] || null, last: list[last] };
    addTerms(query, query.prefix ? list.slice(0, -1) : list, 1);
    for (var from = 0; from < list.length; from++) {
      for (var size = 1; size <= 10 && from + size <= list.length; size++) {
        var key = words(list.slice(from, from + size));
        (manifest.long[key] || []).concat(manifest.short[key] || []).forEach(function (other) {
          addTerms(query, split(other), EXPANSION);
        });
      }
    }
    return query;
  }

  function addTerms(query, list, weight) {
    list.forEach(function (s, i) {
      add(query, s, null, weight * SYLLABLE_WEIGHT);
      if (i + 1 < list.length && list[i + 1].joined) add(query, s, list[i + 1], weight);
    });
  }

  function add(query, a, b, weight) {
    var key = a.folded + (b ? ' ' + b.folded : '');
    var own = query.seen[key];
    if (own) return;
    query.seen[key] = true;
    query.terms.push({ key: key, a: a, b: b, weight: weight, order: query.terms.length });
  }

  function place(term, manifest) {
    var starts = term.b ? manifest.pairs : manifest.syllables;
    return starts.length ? shardName(term.b ? 'p' : 's', find(starts, term.key)) : null;
  }

  /* The terms worth fetching, rare pairs first, within the number of shards a query may read. */
  function choose(terms, manifest) {
    var small = manifest.pairs.length + manifest.syllables.length <= SMALL;
    var budget = small ? SMALL_SHARDS : SHARDS, shards = {}, count = 0, chosen = [];
    terms.forEach(function (term) {
      term.shard = place(term, manifest);
      term.rank = term.b ? level(manifest.sketch, term.key) : 2.5;
    });
    terms.slice().sort(function (x, y) { return x.rank - y.rank || x.order - y.order; }).forEach(function (term) {
      if (!term.shard) return;
      if (!shards[term.shard]) {
        if (count >= budget) return;
        shards[term.shard] = true;
        count++;
      }
      chosen.push(term);
    });
    return chosen;
  }

  /* How much a marked form counts for what was typed: marks typed are respected, marks left out forgiven. */
  function likeness(term, form, marked) {
    var same = form.a === term.a.code && (!term.b || form.b === term.b.code);
    if (same || !marked) return 1;
    var forgiven = (form.a === term.a.code || !term.a.code) && (!term.b || form.b === term.b.code || !term.b.code);
    return forgiven ? 0.7 : OTHER_FORM;
  }

  /* ---- Numbers ---- */

  /* Reads "24ct/tu", "chi thi 24", "NĐ 30 năm 2020": the serial, the letters of the code, a year. */
  function readNumber(text, manifest) {
    var folded = fold(text).replace(/\u0001/g, ' '), phrases = Object.keys(manifest.types).sort(function (x, y) { return y.length - x.length; });
    var types = [], spoken = '';
    for (var p of phrases) {
      var at = (' ' + folded + ' ').search(new RegExp('[^a-z0-9]' + p.replace(/ /g, '\\s+') + '\\s+(so\\s*:?\\s*)?\\d'));
      if (at >= 0) {
        types = manifest.types[p];
        spoken = p;
        folded = folded.slice(0, at) + ' ' + folded.slice(at).replace(new RegExp('^' + p.replace(/ /g, '\\s+')), ' ');
        break;
      }
    }
    var year = null;
    folded = folded.replace(/\bnam\s+((?:19|20)\d\d)\b/, function (all, y) { year = y; return ' '; });
    var match = /(?:^|[^a-z0-9])(?:so\s*:?\s*)?([a-z]{1,8}[\s.\/-]+)?0*(\d{1,6})(?!\d)([a-z]?(?:\s*[-–—.\/&\s]\s*(?:\d{1,4}|[a-z]+\d*))*)/.exec(' ' + folded.replace(/đ/g, 'd'));
    if (!match) return null;
    var tail = match[3].match(/\d+|[a-z]+/g) || [], letters = '', rest = [], strict = /^[a-z]?\s*[-–—\/]/.test(match[3]) || /^[a-z]{2}/.test(match[3]);
    tail.forEach(function (part) {
      if (/^(19|20)\d\d$/.test(part) && !year) year = part;
      else if (/\d/.test(part)) rest.push(part);
      else letters += part;
    });
    var before = match[1] ? match[1].replace(/[^a-z]/g, '') : '';
    if (before === 'so') before = '';
    return { serial: String(+match[2]), letters: letters, before: before, types: types, year: year, strict: strict, spoken: spoken };
  }

  /* How well `number` ("24-CT/TU") answers; 0 for not at all. */
  function numberScore(typed, number, date) {
    var parts = fold(number).match(/\d+|[a-z]+/g) || [], serial = parts.shift();
    if (!/\d/.test(serial)) { parts.unshift(serial); serial = (/\d+/.exec(number) || [''])[0]; }
    if (String(+serial) !== typed.serial) return 0;
    var letters = parts.filter(function (p) { return !/\d/.test(p); }).join('');
    var years = parts.filter(function (p) { return /^(19|20)\d\d$/.test(p); });
    if (typed.year && years.indexOf(typed.year) < 0 && (date || '').slice(0, 4) !== typed.year) return 0;
    var score = typed.year ? 2 : 1;
    if (typed.types.length) {
      var fits = typed.types.some(function (type) { return letters.indexOf(type) === 0 || (type === 'qh' && letters.indexOf('qh') >= 0); });
      if (!fits) return 0;
      score += 2;
    }
    var known = typed.types.length > 0;
    if (typed.before) {
      if (letters.indexOf(typed.before) === 0) { score += 2; known = true; }
    }
    if (typed.letters) {
      if (letters === typed.letters || (typed.before && letters === typed.before + typed.letters)) { score += 4; known = true; }
      else if (letters.indexOf(typed.letters) === 0 && typed.letters.length > 1) { score += 2; known = true; }
      else if (known && letters.slice(-typed.letters.length) === typed.letters) score += 2;
      else if (letters.length > 1 && typed.letters.indexOf(letters) === 0) { score += 3; known = true; }
      else if (!known) return 0;
      else if (typed.strict) return 0;
    } else if (typed.before && !known) return 0;
    return score;
  }

  /* Pages pinned for a number: its own first, then those that cite it. */
  function lookUp(typed, manifest) {
    if (!typed || !manifest.numbers.length) return Promise.resolve(null);
    return load(shardName('n', find(manifest.numbers, typed.serial))).then(function (shard) {
      var own = {}, citing = {}, best = 0, entries = (shard[typed.serial] || []).map(function (entry) {
        var score = numberScore(typed, entry[0], typed.year);
        best = Math.max(best, score);
        return { score: score, own: entry[1], citing: entry[2] };
      });
      if (!best) return null;
      entries.forEach(function (entry) {
        if (!entry.score) return;
        gaps(entry.own).forEach(function (page) { own[page] = Math.max(own[page] || 0, entry.score); });
        if (entry.score === best) gaps(entry.citing).forEach(function (page) { citing[page] = true; });
      });
      return { own: own, citing: citing };
    });
  }

  /* ---- Ranking ---- */

  var ranked = [];

  function rank(text, options) {
    var key = JSON.stringify([text, !!options.prefix]);
    for (var entry of ranked) if (entry.key === key) return entry.promise;
    var promise = open().then(function (manifest) { return score(parse(text, manifest, options.prefix), manifest); });
    ranked.unshift({ key: key, promise: promise });
    ranked.length = Math.min(ranked.length, 8);
    promise.catch(function () { ranked = ranked.filter(function (entry) { return entry.promise !== promise; }); });
    return promise;
  }

  function score(query, manifest) {
    var chosen = choose(query.terms, manifest), names = {};
    chosen.forEach(function (term) { names[term.shard] = true; });
    var phraseTerms = query.phrases.map(function (phrase) {
      var own = { seen: {}, terms: [] };
      phrase.forEach(function (s, i) {
        if (phrase.length === 1) add(own, s, null, 1);
        else if (i + 1 < phrase.length && phrase[i + 1].joined) add(own, s, phrase[i + 1], 1);
      });
      if (!own.terms.length) phrase.forEach(function (s) { add(own, s, null, 1); });
      own.terms.forEach(function (term) { names[term.shard = place(term, manifest)] = true; });
      return own.terms;
    });
    var spans = query.prefix ? prefixShards(query.prefix, manifest) : [];
    spans.forEach(function (span) { names[span.name] = true; });
    delete names['null'];
    var shards = {};
    var loads = Object.keys(names).map(function (name) {
      return load(name).then(function (shard) { shards[name] = shard; });
    });
    return Promise.all([lookUp(query.number, manifest), Promise.all(loads)]).then(function (found) {
      var result = accumulate(query, chosen, spans, shards, manifest);
      result.numbers = found[0];
      if (query.phrases.length) return keepPhrases(result, query.phrases, phraseTerms, shards, manifest);
      return finish(result);
    });
  }

  function prefixShards(prefix, manifest) {
    var list = [];
    function range(folder, starts, key) {
      if (!starts.length) return;
      var from = find(starts, key), to = Math.min(find(starts, key + '\uFFFF'), from + 2);
      for (var n = from; n <= to; n++) list.push({ name: shardName(folder, n), pair: folder === 'p' });
    }
    if (prefix.first) range('p', manifest.pairs, prefix.first.folded + ' ' + prefix.last.folded);
    else range('s', manifest.syllables, prefix.last.folded);
    return list;
  }

  function accumulate(query, chosen, spans, shards, manifest) {
    var pages = manifest.pages, scores = new Float64Array(pages), cover = new Float64Array(pages);
    function apply(lists, weight, levels) {
      var best = new Map();
      lists.forEach(function (list) {
        decode(list.text, 0, list.text.length, levels.length, function (page, level) {
          var value = levels[level] * list.likeness;
          if (page < pages && !(best.get(page) >= value)) best.set(page, value);
        });
      });
      if (!best.size) return;
      var idf = Math.log(1 + (pages - best.size + 0.5) / (best.size + 0.5)) * weight;
      best.forEach(function (value, page) {
        scores[page] += idf * value;
        cover[page] += idf;
      });
    }
    chosen.forEach(function (term) {
      var shard = shards[term.shard];
      var lists = forms(shard, term);
      lists.forEach(function (form) { form.likeness = likeness(term, form, query.marked); });
      apply(lists, term.weight, term.b ? manifest.pairLevels : manifest.syllableLevels);
    });
    if (query.prefix) {
      var lists = [], pair = !!query.prefix.first, start = query.prefix.last.folded;
      spans.forEach(function (span) {
        var shard = shards[span.name];
        Object.keys(shard).forEach(function (first) {
          if (pair && first !== query.prefix.first.folded) return;
          shard[first].split(' ').forEach(function (record) {
            var colon = record.indexOf(':');
            if (record.slice(0, colon).indexOf(start) !== 0) return;
            record.slice(colon + 1).split(',').forEach(function (form) { lists.push({ text: form.slice(pair ? 2 : 1), likeness: 1 }); });
          });
        });
      });
      apply(lists, 1, pair ? manifest.pairLevels : manifest.syllableLevels);
    }
    return { scores: scores, cover: cover, numbers: null, allowed: null, manifest: manifest };
  }

  /* Pages in order: the number's own, those that cite it, then by score; far matches are left out. */
  function finish(result) {
    var own = result.numbers ? result.numbers.own : {}, citing = result.numbers ? result.numbers.citing : {};
    var most = 0, top = 0, order = [], keys = new Map(), page;
    for (page = 0; page < result.scores.length; page++) {
      most = Math.max(most, result.cover[page]);
      top = Math.max(top, result.scores[page]);
    }
    for (page = 0; page < result.scores.length; page++) {
      if (result.allowed && !result.allowed.has(page)) continue;
      var pinned = own[page] ? 100 + own[page] : citing[page] ? 50 : 0;
      if (!pinned && !(result.scores[page] > 0 && result.cover[page] >= most * 0.4) && !result.allowed) continue;
      /* What a page says of more of the query beats what it says often. */
      var value = result.scores[page] * (most ? 0.6 + 0.4 * result.cover[page] / most : 1);
      keys.set(page, pinned ? pinned * (top + 1) + value : value);
      order.push(page);
    }
    order.sort(function (x, y) { return keys.get(y) - keys.get(x) || x - y; });
    result.order = order;
    result.keys = keys;
    return result;
  }

  /* ---- Phrases ---- */

  var VERIFIED = 300;

  function keepPhrases(result, phrases, phraseTerms, shards, manifest) {
    var work = Promise.resolve(null);
    phrases.forEach(function (phrase, n) {
      work = work.then(function (allowed) {
        var exact = candidates(phraseTerms[n], shards, manifest, true);
        var loose = phrase.some(function (s) { return s.code; }) ? null : candidates(phraseTerms[n], shards, manifest, false);
        return verify(phrase, exact, true, manifest).then(function (found) {
          return found.size || !loose ? found : verify(phrase, loose, false, manifest);
        }).then(function (found) {
          return allowed ? new Set(Array.from(allowed).filter(function (page) { return found.has(page); })) : found;
        });
      });
    });
    return work.then(function (allowed) {
      result.allowed = allowed;
      return finish(result);
    });
  }

  function candidates(terms, shards, manifest, exact) {
    var all = null;
    terms.forEach(function (term) {
      var own = new Set(), shard = shards[term.shard] || {};
      forms(shard, term).forEach(function (form) {
        if (exact && (form.a !== term.a.code || (term.b && form.b !== term.b.code))) return;
        var levels = term.b ? manifest.pairLevels.length : manifest.syllableLevels.length;
        decode(form.text, 0, form.text.length, levels, function (page) { if (!all || all.has(page)) own.add(page); });
      });
      all = own;
    });
    return Array.from(all || []).sort(function (x, y) { return x - y; });
  }

  /* A phrase of two syllables is a pair; a longer one is looked for in the text of each candidate. */
  function verify(phrase, pages, exact, manifest) {
    var found = new Set(pages);
    if (phrase.length < 2 || (phrase.length === 2 && phrase[1].joined) || pages.length > VERIFIED) return Promise.resolve(found);
    return rows(pages, manifest).then(function (list) {
      return pool(pages, 6, function (page, n) {
        return textOf(list[n][0]).then(function (blocks) {
          blocks = blocks.concat([['', list[n][1]], ['', list[n][5]]]);
          if (!blocks.some(function (block) { return occurs(phrase, split(block[1]), exact) >= 0; })) found.delete(page);
        }, function () { /* a page that cannot be read keeps the benefit of the doubt */ });
      });
    }).then(function () { return found; });
  }

  function occurs(phrase, list, exact) {
    outer: for (var at = 0; at + phrase.length <= list.length; at++) {
      for (var k = 0; k < phrase.length; k++) {
        var s = list[at + k];
        if (exact ? s.exact !== phrase[k].exact : s.folded !== phrase[k].folded) continue outer;
        if (k && s.joined !== phrase[k].joined) continue outer;
      }
      return at;
    }
    return -1;
  }

  function pool(items, size, act) {
    var next = 0;
    function run() {
      if (next >= items.length) return Promise.resolve();
      var n = next++;
      return act(items[n], n).then(run);
    }
    var runs = [];
    for (var k = 0; k < size; k++) runs.push(run());
    return Promise.all(runs);
  }

  /* ---- Pages ---- */

  function rows(pages, manifest) {
    return Promise.all(pages.map(function (page) {
      return load(shardName('d', Math.floor(page / manifest.rows))).then(function (list) { return list[page % manifest.rows]; });
    }));
  }

  /* The text of a page as [anchor, text] blocks: from the page itself, or from its twin where nothing may be fetched. */
  var texts = {};
  function textOf(url) {
    if (texts[url]) return texts[url];
    if (onDisk) return load('t/' + url.replace(/\.html$/, ''));
    return (texts[url] = fetch(root + url).then(function (response) {
      if (!response.ok) throw new Error(url + ': ' + response.status);
      return response.text();
    }).then(blocksOf).catch(function (error) {
      delete texts[url];
      throw error;
    }));
  }

  function blocksOf(html) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var body = page.querySelector('[data-search-body]') || page.querySelector('main') || page.body;
    var walker = page.createTreeWalker(body, NodeFilter.SHOW_TEXT), node, blocks = [], last = null, anchor = '';
    while ((node = walker.nextNode())) {
      var block = node.parentElement.closest('p,li,td,th,dt,dd,pre,figcaption,blockquote,h1,h2,h3,h4,h5,h6,div,section,article,main,body');
      if (block !== last) {
        last = block;
        if (/^H[1-6]$/.test(block.tagName) && block.id) anchor = block.id;
        blocks.push([anchor, '']);
      }
      blocks[blocks.length - 1][1] += node.data;
    }
    return blocks.filter(function (block) { return block[1].trim(); });
  }

  /* ---- Excerpts ---- */

  /* Where the words of the query stand in `text`: [start, end] pairs. */
  function highlights(text, query) {
    var wanted = {}, composed = text.normalize('NFC'), marks = [];
    query.syllables.forEach(function (s) { (wanted[s.folded] = wanted[s.folded] || []).push(s); });
    var list = split(composed), rarely = query.syllables.length > 3;
    list.forEach(function (s, i) {
      var hit = matches(s), near = (list[i - 1] && matches(list[i - 1])) || (list[i + 1] && matches(list[i + 1]));
      if (!hit || (rarely && !near)) return;
      var last = marks[marks.length - 1];
      if (last && /^\s*$/.test(composed.slice(last[1], s.start))) last[1] = s.end; else marks.push([s.start, s.end]);
    });
    return { text: composed, marks: marks, list: list, matches: matches };
    function matches(s) {
      return (wanted[s.folded] || []).some(function (w) { return w.exact === s.exact || !w.code || !query.marked; });
    }
  }

  function excerptOf(blocks, query) {
    var best = { value: -1 };
    blocks.forEach(function (block) {
      var h = highlights(block[1].replace(/\s+/g, ' ').trim(), query), size = 36, seen = {}, distinct = 0, pairs = 0;
      function hit(i, by) {
        var s = h.list[i];
        if (!s || !h.matches(s)) return;
        var before = seen[s.folded] || 0;
        seen[s.folded] = before + by;
        if (!before && by > 0) distinct++;
        if (before === 1 && by < 0) distinct--;
        if (h.list[i + 1] && h.matches(h.list[i + 1])) pairs += by;
      }
      for (var i = 0; i < h.list.length; i++) {
        hit(i, 1);
        if (i >= size) hit(i - size, -1);
        var value = distinct * 3 + Math.min(pairs, 12);
        if (value > best.value) best = { value: value, h: h, from: Math.max(0, i - size + 1), anchor: block[0], to: i };
      }
    });
    if (!best.h) return { text: '', marks: [], anchor: '' };
    var list = best.h.list, first = best.h.marks.find(function (m) { return m[0] >= list[best.from].start; });
    var from = best.from;
    if (first && best.from > 0) while (from + 4 < list.length && list[from + 4].start < first[0]) from++;
    var to = Math.min(list.length - 1, from + 38), start = from ? list[from].start : 0;
    var end = to === list.length - 1 ? best.h.text.length : list[to].end;
    var shift = start - (from ? 2 : 0);
    return {
      text: (from ? '… ' : '') + best.h.text.slice(start, end) + (end < best.h.text.length ? ' …' : ''),
      marks: best.h.marks.filter(function (m) { return m[0] >= start && m[1] <= end; }).map(function (m) { return [m[0] - shift, m[1] - shift]; }),
      anchor: best.anchor
    };
  }

  /* ---- Filters ---- */

  function passing(filters, except) {
    var names = Object.keys(filters || {}).filter(function (name) { return name !== except && [].concat(filters[name]).length; });
    return Promise.all(names.map(function (name) { return load('f/' + name); })).then(function (columns) {
      if (!names.length) return null;
      var allowed = null;
      columns.forEach(function (column, n) {
        var own = new Set();
        [].concat(filters[names[n]]).forEach(function (value) {
          if (Object.prototype.hasOwnProperty.call(column, value)) gaps(column[value]).forEach(function (page) { if (!allowed || allowed.has(page)) own.add(page); });
        });
        allowed = own;
      });
      return allowed;
    });
  }

  function everything(manifest) {
    var order = [];
    for (var page = 0; page < manifest.pages; page++) order.push(page);
    return { order: order, keys: new Map(), all: true };
  }

  function matching(text, options) {
    return open().then(function (manifest) {
      var empty = !String(text).trim();
      var known = Object.keys(options.filters || {}).every(function (name) { return manifest.facets.indexOf(name) >= 0; });
      if (!known) return Promise.reject(new Error('unknown filter'));
      return Promise.all([empty ? everything(manifest) : rank(String(text), options), passing(options.filters), manifest]);
    });
  }

  /* ---- The interface; see docs/search-index.md ---- */

  var sohieu = window.sohieu = window.sohieu || {};

  /* Loads what every query needs, before the first key. */
  sohieu.prepare = function () { return open().then(function () {}); };

  sohieu.search = function (text, options) {
    options = options || {};
    return matching(text, options).then(function (found) {
      var result = found[0], allowed = found[1], manifest = found[2];
      var order = allowed ? result.order.filter(function (page) { return allowed.has(page); }) : result.order;
      return (options.sort === 'date' ? byDate(order) : Promise.resolve(order)).then(function (order) {
        var from = options.offset || 0, pages = order.slice(from, from + (options.limit === undefined ? 10 : options.limit));
        return rows(pages, manifest).then(function (list) {
          return {
            total: order.length,
            results: list.map(function (row, n) {
              return {
                url: row[0], title: row[1], number: row[2], kind: row[3], date: row[4], excerpt: row[5],
                score: result.keys.get(pages[n]) || 0
              };
            })
          };
        });
      });
    });
  };

  function byDate(order) {
    return load('f/date').then(function (column) {
      function date(page) {
        return (digits[column.dates.charCodeAt(page * 3)] * 89 + digits[column.dates.charCodeAt(page * 3 + 1)]) * 89 + digits[column.dates.charCodeAt(page * 3 + 2)];
      }
      return order.slice().sort(function (x, y) { return date(y) - date(x) || x - y; });
    });
  }

  /* {facet: [{value, count}]}: each facet counted under the filters of the others. */
  sohieu.facets = function (text, options) {
    options = options || {};
    return matching(text, options).then(function (found) {
      var counts = {}, manifest = found[2];
      return Promise.all(manifest.facets.map(function (name) {
        return Promise.all([load('f/' + name), passing(options.filters, name)]).then(function (loaded) {
          var member = new Set(found[0].order.filter(function (page) { return !loaded[1] || loaded[1].has(page); }));
          counts[name] = Object.keys(loaded[0]).map(function (value) {
            return { value: value, count: gaps(loaded[0][value]).filter(function (page) { return member.has(page); }).length };
          }).filter(function (entry) { return entry.count; });
        });
      })).then(function () { return counts; });
    });
  };

  /* The best passage of a page: {text, marks: [[start, end]], anchor}. */
  sohieu.excerpt = function (url, text) {
    return Promise.all([open(), textOf(url)]).then(function (loaded) {
      return excerptOf(loaded[1], parse(text, loaded[0], false));
    });
  };

  /* What of `subject` the query `text` speaks of: [[start, end]] in its composed form. */
  sohieu.marks = function (subject, text) {
    var list = split(String(text));
    var h = highlights(subject, { syllables: list, marked: list.some(function (s) { return s.code; }) });
    return { text: h.text, marks: h.marks };
  };

  sohieu.parts = { split: split, fold: fold, load: load, open: open, forms: forms, gaps: gaps, find: find, shardName: shardName };
})();
