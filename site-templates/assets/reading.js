// What a reader does with a text: asks what a citation leads to. Comes with their first movement (site.js).
(function () {
  'use strict';
  const root = document.documentElement;

  // Cards. What a citation leads to is told by an element of <template id="cards"> with the same address, or, for a
  // number that may be several documents, by the list of its candidates at the foot of the text.
  function source(link) {
    const href = link.getAttribute('href') || '';
    if (href.charAt(0) === '#') {
      const entry = document.getElementById(href.slice(1));
      return entry && entry.closest('.ambiguities') ? entry : null;
    }
    const template = document.getElementById('cards');
    if (!template) return null;
    const path = href.split('#')[0];
    let found = null;
    Array.from(template.content.children).forEach(child => {
      if (child.getAttribute('data-url') === path) found = child;
    });
    return found;
  }

  const card = document.createElement('div');
  let owner = null;
  let timer = 0;
  card.className = 'card';
  card.id = 'citation-card';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.body.appendChild(card);

  function hide() {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute('aria-describedby');
    owner = null;
    card.hidden = true;
  }
  function show(link) {
    clearTimeout(timer);
    if (owner === link) return;
    hide();
    const content = source(link);
    if (!content) return;
    owner = link;
    card.textContent = '';
    content.childNodes.forEach(node => { card.appendChild(node.cloneNode(true)); });
    card.hidden = false;
    link.setAttribute('aria-describedby', 'citation-card');
    const box = link.getClientRects()[0];
    const width = root.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - card.offsetWidth - 8));
    const below = box.bottom + card.offsetHeight + 12 < window.innerHeight || box.top < card.offsetHeight + 12;
    card.style.left = (left + window.scrollX) + 'px';
    card.style.top = (below ? box.bottom + window.scrollY + 6 : box.top + window.scrollY - card.offsetHeight - 6) + 'px';
  }
  function later(work, delay) { clearTimeout(timer); timer = setTimeout(work, delay); }
  function citation(event) { return event.target.closest ? event.target.closest('a.citation') : null; }

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    const link = citation(event);
    if (link) later(() => { show(link); }, 180);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (owner) later(hide, 250);
    else clearTimeout(timer);
  });
  document.addEventListener('focusin', event => {
    const link = citation(event);
    if (link && link.matches(':focus-visible')) show(link);
    else if (link !== owner && !card.contains(event.target)) hide();
  });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
  // On touch a tap follows the link, and a longer press shows the card: by the clock, or where the browser would open its menu.
  const HOLD = 400;
  let touches = false;
  let held = false;
  function hold(link) {
    held = true;
    show(link);
  }
  document.addEventListener('pointerdown', event => {
    const link = citation(event);
    touches = event.pointerType === 'touch';
    held = false;
    if (link !== owner && !card.contains(event.target)) hide();
    if (touches && link && source(link)) later(() => { hold(link); }, HOLD);
  });
  ['pointerup', 'pointercancel'].forEach(end => {
    document.addEventListener(end, event => {
      if (event.pointerType === 'touch' && !held) clearTimeout(timer);
    });
  });
  document.addEventListener('contextmenu', event => {
    const link = citation(event);
    if (!link || !source(link) || !(touches || event.pointerType === 'touch')) return;
    event.preventDefault();
    hold(link);
  });
  document.addEventListener('click', event => {
    if (held && citation(event) === owner) event.preventDefault();
    held = false;
  });

  // Pages that were read or saved: known to this machine alone, shown on the start page (recent.js).
  const home = new URL(root.getAttribute('data-root') || '.', location.href).href;
  const here = {
    root: home,
    path: location.href.split('#')[0].slice(home.length),
    title: document.title.replace(' – ' + document.querySelector('.brand').textContent.trim(), '')
  };
  function own(key) {
    try { return [].concat(JSON.parse(localStorage.getItem('sohieu.' + key) || '[]')); } catch (refused) { return []; }
  }
  function keep(key, list, most) {
    try { localStorage.setItem('sohieu.' + key, JSON.stringify(list.slice(0, most))); } catch (refused) { /* nothing is kept */ }
  }
  function isElsewhere(entry) { return !entry || entry.root !== home || entry.path !== here.path; }
  function saves() {
    const button = document.querySelector('[data-action="save"]');
    let list = own('saved');
    if (button.hasAttribute('data-pressed')) {
      button.removeAttribute('data-pressed');
      list = list.every(isElsewhere) ? [here].concat(list) : list.filter(isElsewhere);
      keep('saved', list, 50);
    }
    button.textContent = window.sohieuWords[list.every(isElsewhere) ? 'save' : 'saved'];
  }
  keep('recent', [here].concat(own('recent').filter(isElsewhere)), 10);
  saves();
  document.addEventListener('click', saves);

  // The contents mark the section that is being read.
  const entries = Array.from(document.querySelectorAll('.contents a'));
  const sections = entries.map(entry => document.getElementById(entry.hash.slice(1)));
  let waits = false;
  function mark() {
    waits = false;
    let current = -1;
    sections.forEach((section, index) => {
      if (section && section.getBoundingClientRect().top < window.innerHeight / 3) current = index;
    });
    entries.forEach((entry, index) => {
      if (index === current) entry.setAttribute('aria-current', 'true');
      else entry.removeAttribute('aria-current');
    });
  }
  if (entries.length) {
    document.addEventListener('scroll', () => {
      if (!waits) requestAnimationFrame(mark);
      waits = true;
    }, { passive: true });
    mark();
  }

  // The reader may be at a citation already: this script came with their first movement.
  const focused = document.activeElement && document.activeElement.closest('a.citation');
  if (focused && focused.matches(':focus-visible')) show(focused);
})();
