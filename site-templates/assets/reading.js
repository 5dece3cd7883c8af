// What a reader does with a text: asks what a citation leads to. Comes with their first movement (site.js).
(function () {
  "use strict";
  var root = document.documentElement;

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

  // The reader may be at a citation already: this script came with their first movement.
  var focused = document.activeElement && document.activeElement.closest("a.citation");
  if (focused && focused.matches(":focus-visible")) show(focused);
})();
