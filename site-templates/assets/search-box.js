// The search box of every page, and what it shares with the results page. Works on the markup of partials/search-*.mustache;
// the words it says stand in script-words.mustache, those of the results page in its markup.
(function () {
'use strict';

const sohieu = window.sohieu;
const root = document.documentElement.getAttribute('data-root') || '';

const say = Object.assign({}, window.sohieuWords.search);
document.querySelectorAll('[data-search-strings]').forEach(node => {
  Array.from(node.attributes).forEach(a => { if (a.name.slice(0, 5) === 'data-' && a.value) say[a.name.slice(5)] = a.value; });
});

const phrase = (key, values) => (say[key] || key).replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
// As Nghị định 30/2020 has it: 03/6/2013, 05/01/2018.
const date = iso => iso.split('-').reverse().map((part, n, all) => (all.length - n === 2 && +part > 2 ? String(+part) : part)).join('/');
const label = (facet, value) => (facet === 'kind' ? say['kind-' + value] || value : value.charAt(0).toUpperCase() + value.slice(1));

function make(tag, attributes, children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach(name => {
    if (attributes[name] !== null) node.setAttribute(name, attributes[name]);
  });
  [].concat(children || []).forEach(child => { node.append(child); });
  return node;
}

// `text` with the stretches [start, end] set in <mark>.
function marked(found) {
  const nodes = [];
  let at = 0;
  found.marks.forEach(([start, end]) => {
    nodes.push(found.text.slice(at, start), make('mark', {}, found.text.slice(start, end)));
    at = end;
  });
  return nodes.concat(found.text.slice(at));
}

const later = (act, wait) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
};

// Where a result leads: the page, the words to mark, the best heading.
function address(result, query, anchor) {
  const [path, fragment] = result.url.split('#');
  return root + path + (query ? '?tim=' + encodeURIComponent(query) : '') + (fragment || anchor ? '#' + encodeURIComponent(fragment || anchor) : '');
}

// A date with the word for as much of it as is known: "ngày 03/6/2013", "tháng 6/2013", "năm 2013".
const dated = d => (/^\d+$/.test(d) ? say.inYear + ' ' + d : d.split('/').length === 2 ? say.inMonth + ' ' + d : phrase('day', { d }));

// Kind, number, place and date of a result, as far as it has them.
const about = result => [label('kind', result.kind), result.number, result.place, result.date && dated(date(result.date))].filter(Boolean);

// Calls `act` when the reader has typed; not while an input method is composing.
function whenTyped(input, act) {
  let composing = false;
  input.addEventListener('compositionstart', () => { composing = true; });
  input.addEventListener('compositionend', () => { composing = false; act(); });
  input.addEventListener('input', event => { if (!composing && !event.isComposing) act(); });
  const prepare = () => { sohieu.prepare().catch(() => {}); };
  if (document.activeElement === input) prepare(); else input.addEventListener('focus', prepare, { once: true });
}

function combobox(form, number) {
  const input = form.querySelector('input[name=q]');
  if (!input) return;
  const list = make('ul', { role: 'listbox', id: 'search-options-' + number, 'class': 'search-options', hidden: '', 'aria-label': say.options });
  const status = make('p', { role: 'status', 'class': 'visually-hidden' });
  form.append(list, status);
  Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })
    .forEach(([name, value]) => { input.setAttribute(name, value); });
  let turn = 0, active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function choose(index) {
    const options = list.children;
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = (index + options.length + 1) % (options.length + 1);
    if (active === options.length) active = -1;
    if (active < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    options[active].setAttribute('aria-selected', 'true');
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  }
  const update = later(() => {
    const query = input.value.trim(), own = ++turn;
    if (query.length < 2) {
      close();
      return;
    }
    sohieu.search(query, { limit: 7, prefix: true, instead: input }).then(found => {
      if (own !== turn || document.activeElement !== input) return;
      list.replaceChildren(...found.results.map((result, n) => {
        const option = make('li', { role: 'option', id: list.id + '-' + n, 'aria-selected': 'false' }, [
          make('span', { 'class': 'search-option-title' }, marked(sohieu.marks(result.title, query))),
          make('span', { 'class': 'search-option-meta' }, about(result).slice(0, 2).join(' · '))
        ]);
        option.addEventListener('mousedown', event => { event.preventDefault(); });
        option.addEventListener('click', () => { location.href = address(result, ''); });
        return option;
      }));
      active = -1;
      list.hidden = !found.results.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
      status.textContent = found.results.length ? phrase('suggestions', { n: found.results.length }) : '';
    }, () => { if (own === turn) close(); });
  }, 120);
  whenTyped(input, update);
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) {
        update();
        return;
      }
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? active + 1 : active < 0 ? list.children.length - 1 : active - 1);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      list.children[active].click();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener('blur', () => {
    turn++;
    close();
  });
  // These scripts come with the first focus, and some readers type faster.
  if (document.activeElement === input && input.value) update();
}

const page = document.getElementById('search-page');
document.querySelectorAll('form.search-form').forEach((form, number) => { if (!page || !page.contains(form)) combobox(form, number); });

Object.assign(sohieu.parts, { say, phrase, date, label, make, marked, later, address, about, dated, whenTyped });
})();
