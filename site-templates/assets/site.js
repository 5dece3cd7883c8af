// What every page can do beyond reading: choosing theme and text size, the menu, printing.
// Pages work without it.
(function () {
  "use strict";
  var root = document.documentElement;

  // Storage may be refused (private windows, some file:// settings): then a choice lasts for the page.
  function remember(key, value) { try { localStorage.setItem("sohieu." + key, value); } catch (refused) { /* kept for this page only */ } }

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

  var actions = {
    "theme": function (button) {
      var next = themes[(themes.indexOf(current("theme", themes, "auto")) + 1) % themes.length];
      apply("theme", next, "auto");
      remember("theme", next);
      button.textContent = button.getAttribute("data-" + next);
    },
    "text-smaller": function () { resize(-1); },
    "text-larger": function () { resize(1); },
    "print": function () { window.print(); }
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
      loadScript(path);
    });
  }
  function loadScript(path) {
    var script = document.createElement("script");
    script.src = path;
    script.async = false;
    document.head.appendChild(script);
  }

  // What only a hand on the page needs comes with its first movement.
  function loadReading() {
    var text = document.querySelector("[data-reading]");
    if (!text) return;
    var movements = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
    function moved() {
      movements.forEach(function (name) { document.removeEventListener(name, moved); });
      loadScript(text.getAttribute("data-reading"));
    }
    movements.forEach(function (name) { document.addEventListener(name, moved, { passive: true }); });
  }

  // Number and address at the foot of every printed page where the browser has margin boxes, else once at the end.
  function footPrintedPages() {
    var end = document.querySelector(".print-address");
    if (!end || !("adoptedStyleSheets" in document) || document.adoptedStyleSheets.length) return;
    var sheet = new CSSStyleSheet();
    sheet.replaceSync("@page { @bottom-left { content: " + JSON.stringify(end.textContent) + "; font: 9pt sans-serif; } }");
    if (sheet.cssRules[0].cssText.indexOf("@bottom-left") < 0) return;
    document.adoptedStyleSheets = [sheet];
    root.classList.add("footed");
  }

  var theme = document.querySelector('[data-action="theme"]');
  if (theme) theme.textContent = theme.getAttribute("data-" + current("theme", themes, "auto"));
  var menu = document.querySelector(".menu-button");
  if (menu) menu.addEventListener("click", function () {
    var open = document.getElementById("site-menu").classList.toggle("open");
    menu.setAttribute("aria-expanded", String(open));
  });
  document.querySelectorAll(".search-form").forEach(function (form) {
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
  // A box that scrolls sideways must be reachable by keyboard.
  document.querySelectorAll(".prose table, .prose pre, .scroll").forEach(function (element) {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else if (element.tabIndex === 0) element.removeAttribute("tabindex");
  });
  loadReading();
  window.addEventListener("beforeprint", function () {
    footPrintedPages();
    document.querySelectorAll("details:not(.facets)").forEach(function (element) { element.open = true; });
  });
})();
