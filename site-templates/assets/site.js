// What every page can do beyond reading: theme, text size, menu, printing, copying, cards on citations, filters of
// tables. Runs in the head so that a chosen theme is there before the first paint; pages work without it.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  // Storage may be refused (private windows, some file:// settings): then a choice lasts for the page.
  function remember(key, value) { try { localStorage.setItem("sohieu." + key, value); } catch (refused) { /* kept for this page only */ } }
  function recall(key) { try { return localStorage.getItem("sohieu." + key); } catch (refused) { return null; } }

  var themes = ["auto", "light", "dark"];
  var sizes = ["s", "m", "l", "x"];
  function apply(key, value, neutral) {
    if (value && value !== neutral) root.setAttribute("data-" + key, value);
    else root.removeAttribute("data-" + key);
  }
  function current(key, values, neutral) {
    var value = root.getAttribute("data-" + key);
    return values.indexOf(value) < 0 ? neutral : value;
  }
  apply("theme", recall("theme"), "auto");
  apply("text", recall("text"), "m");

  function say(message) {
    var toast = document.querySelector(".toast");
    if (!toast) {
      toast = document.createElement("p");
      toast.className = "toast";
      toast.setAttribute("role", "status");
      document.body.appendChild(toast);
    }
    toast.hidden = false;
    toast.textContent = message;
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { toast.hidden = true; }, 2500);
  }

  function copy(text, done) {
    function byHand() {
      var field = document.createElement("textarea");
      field.value = text;
      field.className = "visually-hidden";
      document.body.appendChild(field);
      field.select();
      var copied = document.execCommand("copy");
      field.remove();
      if (copied) say(done);
    }
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(function () { say(done); }, byHand);
    else byHand();
  }

  var actions = {
    "theme": function (button) {
      var next = themes[(themes.indexOf(current("theme", themes, "auto")) + 1) % themes.length];
      apply("theme", next, "auto");
      remember("theme", next);
      button.textContent = button.getAttribute("data-" + next);
    },
    "text-smaller": function () { resize(-1); },
    "text-larger": function () { resize(1); },
    "print": function () { window.print(); },
    "copy": function (button) { copy(button.getAttribute("data-text"), button.getAttribute("data-done")); },
    "copy-link": function (button) { copy(location.href.split("#")[0], button.getAttribute("data-done")); }
  };
  function resize(step) {
    var index = sizes.indexOf(current("text", sizes, "m")) + step;
    var next = sizes[Math.max(0, Math.min(sizes.length - 1, index))];
    apply("text", next, "m");
    remember("text", next);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-action]");
    if (button && actions[button.getAttribute("data-action")]) actions[button.getAttribute("data-action")](button);
  });

  // The search scripts come when the reader turns to a search box, or at once where they have work to do.
  function loadSearch(form) {
    (form.getAttribute("data-scripts") || "").split(" ").forEach(function (path) {
      if (!path || document.querySelector('[src="' + path + '"], [href="' + path + '"]')) return;
      if (/\.css$/.test(path)) {
        var style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = path;
        document.head.appendChild(style);
        return;
      }
      var script = document.createElement("script");
      script.src = path;
      script.async = false;
      document.head.appendChild(script);
    });
  }

  // Cards. What a citation leads to is told by an element of <template id="cards"> with the same address, or, for a
  // number that may be several documents, by the list of its candidates at the foot of the text.
  function source(link) {
    var href = link.getAttribute("href") || "";
    if (href.charAt(0) === "#") {
      var entry = document.getElementById(href.slice(1));
      return entry && entry.closest(".ambiguities") ? entry : null;
    }
    var template = document.getElementById("cards");
    if (!template) return null;
    var path = href.split("#")[0];
    var found = null;
    Array.prototype.forEach.call(template.content.children, function (child) {
      if (child.getAttribute("data-url") === path) found = child;
    });
    return found;
  }

  function cards() {
    var card = document.createElement("div");
    var owner = null;
    var timer = 0;
    card.className = "card";
    card.id = "citation-card";
    card.setAttribute("role", "tooltip");
    card.hidden = true;
    document.body.appendChild(card);

    function hide() {
      clearTimeout(timer);
      if (!owner) return;
      owner.removeAttribute("aria-describedby");
      owner = null;
      card.hidden = true;
    }
    function show(link) {
      clearTimeout(timer);
      if (owner === link) return;
      hide();
      var content = source(link);
      if (!content) return;
      owner = link;
      card.textContent = "";
      Array.prototype.forEach.call(content.childNodes, function (node) { card.appendChild(node.cloneNode(true)); });
      card.hidden = false;
      link.setAttribute("aria-describedby", "citation-card");
      var box = link.getClientRects()[0];
      var width = root.clientWidth;
      var left = Math.max(8, Math.min(box.left, width - card.offsetWidth - 8));
      var below = box.bottom + card.offsetHeight + 12 < window.innerHeight || box.top < card.offsetHeight + 12;
      card.style.left = (left + window.scrollX) + "px";
      card.style.top = (below ? box.bottom + window.scrollY + 6 : box.top + window.scrollY - card.offsetHeight - 6) + "px";
    }
    function later(work, delay) { clearTimeout(timer); timer = setTimeout(work, delay); }
    function citation(event) { return event.target.closest ? event.target.closest("a.citation") : null; }

    document.addEventListener("pointerover", function (event) {
      if (event.pointerType === "touch") return;
      var link = citation(event);
      if (link) later(function () { show(link); }, 180);
      else if (card.contains(event.target)) clearTimeout(timer);
      else if (owner) later(hide, 250);
      else clearTimeout(timer);
    });
    document.addEventListener("focusin", function (event) {
      var link = citation(event);
      if (link && link.matches(":focus-visible")) show(link);
      else if (!card.contains(event.target)) hide();
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
    // On touch the first tap shows the card, the second follows the link.
    var touched = false;
    document.addEventListener("pointerdown", function (event) {
      touched = event.pointerType === "touch";
      if (!citation(event) && !card.contains(event.target)) hide();
    });
    document.addEventListener("click", function (event) {
      var link = citation(event);
      if (!link || !touched || owner === link || !source(link)) return;
      event.preventDefault();
      show(link);
    });
  }

  // Tables that list things get a filter box and, where a column says so, a way to sort.
  function register(table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    if (rows.length < 8) return;
    function fold(text) {
      return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
    }
    var keys = rows.map(function (row) { return fold(row.textContent); });
    var tools = document.createElement("div");
    tools.className = "list-tools";
    var count = document.querySelector('[data-count-of="' + table.id + '"]');
    var whole = count ? count.textContent : "";
    var filters = [];
    function add(label, control) {
      var wrapper = document.createElement("label");
      wrapper.textContent = label;
      wrapper.appendChild(control);
      tools.appendChild(wrapper);
      control.addEventListener("input", update);
      return control;
    }
    var box = add(table.getAttribute("data-filter"), document.createElement("input"));
    box.type = "search";
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
      if (!cell.hasAttribute("data-choose")) return;
      var values = [];
      rows.forEach(function (row) {
        var value = row.cells[column].textContent.trim();
        if (value && values.indexOf(value) < 0) values.push(value);
      });
      if (values.length < 2) return;
      var select = document.createElement("select");
      select.appendChild(new Option(cell.getAttribute("data-choose"), ""));
      values.sort(function (a, b) { return a.localeCompare(b, root.lang); }).forEach(function (value) { select.appendChild(new Option(value, value)); });
      filters.push({ column: column, select: add(cell.textContent, select) });
    });
    function update() {
      var words = fold(box.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, index) {
        var fits = words.every(function (word) { return keys[index].indexOf(word) >= 0; })
          && filters.every(function (filter) { return !filter.select.value || row.cells[filter.column].textContent.trim() === filter.select.value; });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      if (count) count.textContent = shown === rows.length ? whole : shown ? shown + " / " + rows.length : table.getAttribute("data-none");
    }
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
      if (cell.hasAttribute("data-sort")) sortable(table, rows, cell, column);
    });
    if (count) count.setAttribute("role", "status");
    var place = table.closest(".scroll") || table;
    place.parentNode.insertBefore(tools, count || place);
  }

  // A column sorts up, then down; what is empty stays last. Hidden rows move along with the others.
  function sortable(table, rows, cell, column) {
    var button = document.createElement("button");
    button.type = "button";
    while (cell.firstChild) button.appendChild(cell.firstChild);
    cell.appendChild(button);
    function key(row) {
      var time = row.cells[column].querySelector("time");
      return time ? time.getAttribute("datetime") : row.cells[column].textContent.trim();
    }
    button.addEventListener("click", function () {
      var down = cell.getAttribute("aria-sort") === "ascending";
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.map(function (row, index) { return { row: row, index: index, key: key(row) }; }).sort(function (a, b) {
        if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1) || a.index - b.index;
        var order = a.key.localeCompare(b.key, root.lang, { numeric: true });
        return (down ? -order : order) || a.index - b.index;
      }).forEach(function (entry) { table.tBodies[0].appendChild(entry.row); });
    });
  }

  function ready() {
    var theme = document.querySelector('[data-action="theme"]');
    if (theme) theme.textContent = theme.getAttribute("data-" + current("theme", themes, "auto"));
    var menu = document.querySelector(".menu-button");
    if (menu) menu.addEventListener("click", function () {
      var open = document.getElementById("site-menu").classList.toggle("open");
      menu.setAttribute("aria-expanded", String(open));
    });
    Array.prototype.forEach.call(document.querySelectorAll(".search-form"), function (form) {
      form.addEventListener("focusin", function () { loadSearch(form); });
    });
    // Ctrl-K or Cmd-K goes to the search box.
    document.addEventListener("keydown", function (event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || String(event.key).toLowerCase() !== "k") return;
      var boxes = Array.prototype.filter.call(document.querySelectorAll(".search-form input[name=q]"), function (box) { return box.offsetParent; });
      if (!boxes.length) return;
      event.preventDefault();
      boxes[0].focus();
      boxes[0].select();
    });
    var form = document.querySelector(".search-form");
    if (form && /[?&#](q|tim)=/.test(location.search + location.hash)) loadSearch(form);
    Array.prototype.forEach.call(document.querySelectorAll("table.register"), register);
    // A box that scrolls sideways must be reachable by keyboard.
    Array.prototype.forEach.call(document.querySelectorAll(".prose table, .prose pre, .scroll"), function (element) {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else if (element.tabIndex === 0) element.removeAttribute("tabindex");
    });
    cards();
    window.addEventListener("beforeprint", function () {
      Array.prototype.forEach.call(document.querySelectorAll("details:not(.facets)"), function (element) { element.open = true; });
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
