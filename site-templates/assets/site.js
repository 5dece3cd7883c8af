// What every page can do beyond reading: choosing theme and text size, the menu, printing.
// Pages work without it.
(function () {
  'use strict';
  const root = document.documentElement;
  // From script-words.mustache, which stands before this script.
  const words = window.sohieuWords;

  // Storage may be refused (private windows, some file:// settings): then a choice lasts for the page.
  function remember(key, value) { try { localStorage.setItem('sohieu.' + key, value); } catch (refused) { /* kept for this page only */ } }

  const themes = ['auto', 'light', 'dark'];
  const sizes = ['s', 'm', 'l', 'x'];
  function apply(key, value, neutral) {
    if (value && value !== neutral) root.setAttribute('data-' + key, value);
    else root.removeAttribute('data-' + key);
  }
  function current(key, values, neutral) {
    const value = root.getAttribute('data-' + key);
    return values.indexOf(value) < 0 ? neutral : value;
  }

  const actions = {
    'theme': function (button) {
      const next = themes[(themes.indexOf(current('theme', themes, 'auto')) + 1) % themes.length];
      apply('theme', next, 'auto');
      remember('theme', next);
      button.textContent = words[next];
    },
    'text-smaller': function () { resize(-1); },
    'text-larger': function () { resize(1); },
    'print': function () { window.print(); },
    'copy': function (button) {
      let text = [pinpoint(), button.getAttribute('data-text')].filter(Boolean).join(' ');
      const where = button.getAttribute('data-where');
      if (where !== null) text += ', ' + (where || address()) + section();
      copy(text);
    },
    'copy-link': function () { copy(address() + section()); },
    // Kept until the script that saves is there (reading.js).
    'save': function (button) { button.setAttribute('data-pressed', ''); }
  };

  // Copying is here and not in a script that comes later: browsers let it happen only while the tap is fresh.
  function address() { return location.href.split('#')[0]; }

  // Where the reader stands: the address says it, or the contents mark it.
  function section() {
    const here = location.hash.length > 1 ? location : document.querySelector('.contents [aria-current]');
    return here ? here.hash : '';
  }
  function pinpoint() {
    const place = /^#(dieu|bai-hoc)-(\d+)(?:-khoan-(\d+))?$/.exec(section());
    if (!place) return '';
    const form = place[1] === 'bai-hoc' ? 'lesson' : place[3] ? 'clause' : 'article';
    const text = words[form].replace('{n}', place[2]).replace('{k}', place[3]);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  function copy(text) {
    const status = document.querySelector('.toast');
    function say(isDone) {
      status.textContent = isDone ? words.copied + ' ' + text : words.copyFailed;
      clearTimeout(copy.timer);
      copy.timer = setTimeout(() => { status.textContent = ''; }, 6000);
    }
    function byHand() {
      const field = document.createElement('textarea');
      field.value = text;
      field.className = 'visually-hidden';
      document.body.appendChild(field);
      field.select();
      say(document.execCommand('copy'));
      field.remove();
    }
    status.textContent = '';
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(() => { say(true); }, byHand);
    else byHand();
  }
  function resize(step) {
    const index = sizes.indexOf(current('text', sizes, 'm')) + step;
    const next = sizes[Math.max(0, Math.min(sizes.length - 1, index))];
    apply('text', next, 'm');
    remember('text', next);
  }

  document.addEventListener('click', event => {
    const anchor = event.target.closest('.heading-anchor');
    if (anchor) copy(address() + anchor.hash);
    const button = event.target.closest('[data-action]');
    if (button && actions[button.getAttribute('data-action')]) actions[button.getAttribute('data-action')](button);
  });

  // The search scripts come when the reader turns to a search box, or at once where they have work to do.
  function loadSearch() {
    words.scripts.split(' ').forEach(name => {
      const path = (root.getAttribute('data-root') || '') + name;
      if (!name || document.querySelector('[src="' + path + '"], [href="' + path + '"]')) return;
      if (/\.css$/.test(path)) {
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = path;
        document.head.appendChild(style);
        return;
      }
      loadScript(path);
    });
  }
  function loadScript(path) {
    const script = document.createElement('script');
    script.src = path;
    script.async = false;
    document.head.appendChild(script);
  }

  // What only a hand on the page needs comes with its first movement.
  function loadReading() {
    const text = document.querySelector('[data-reading]');
    if (!text) return;
    const movements = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'];
    function moved() {
      movements.forEach(name => { document.removeEventListener(name, moved); });
      loadScript(text.getAttribute('data-reading'));
    }
    movements.forEach(name => { document.addEventListener(name, moved, { passive: true }); });
  }

  // Number and address at the foot of every printed page where the browser has margin boxes, else once at the end.
  function footPrintedPages() {
    const end = document.querySelector('.print-address');
    if (!end || !('adoptedStyleSheets' in document) || document.adoptedStyleSheets.length) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { @bottom-left { content: ' + JSON.stringify(end.textContent) + '; font: 9pt sans-serif; } }');
    if (sheet.cssRules[0].cssText.indexOf('@bottom-left') < 0) return;
    document.adoptedStyleSheets = [sheet];
    root.classList.add('footed');
  }

  // Beside the text there is room for the contents and what is related; below the title they wait folded.
  const wide = matchMedia('(min-width: 60em)');
  function unfold() {
    document.querySelectorAll('.fold').forEach(fold => { fold.open = wide.matches; });
    // Contents that would fill the window go with the text.
    const contents = document.querySelector('.contents');
    if (contents) contents.classList.toggle('stays', contents.offsetHeight < window.innerHeight * .6);
  }
  unfold();
  wide.addEventListener('change', unfold);

  const theme = document.querySelector('[data-action="theme"]');
  if (theme) theme.textContent = words[current('theme', themes, 'auto')];
  const menu = document.querySelector('.menu-button');
  if (menu) {
    menu.addEventListener('click', () => {
      const open = document.getElementById('site-menu').classList.toggle('open');
      menu.setAttribute('aria-expanded', String(open));
    });
  }
  document.querySelectorAll('.search-form').forEach(form => {
    form.addEventListener('focusin', loadSearch);
  });
  // Ctrl-K or Cmd-K goes to the search box.
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || String(event.key).toLowerCase() !== 'k') return;
    const boxes = Array.from(document.querySelectorAll('.search-form input[name=q]')).filter(box => box.offsetParent);
    if (!boxes.length) return;
    event.preventDefault();
    boxes[0].focus();
    boxes[0].select();
  });
  const form = document.querySelector('.search-form');
  if (form && /[?&#](q|tim)=/.test(location.search + location.hash)) loadSearch();
  // A box that scrolls sideways must be reachable by keyboard.
  document.querySelectorAll('.prose table, .prose pre, .scroll').forEach(element => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else if (element.tabIndex === 0) element.removeAttribute('tabindex');
  });
  loadReading();
  window.addEventListener('beforeprint', () => {
    footPrintedPages();
    document.querySelectorAll('details:not(.facets)').forEach(element => { element.open = true; });
  });
})();
