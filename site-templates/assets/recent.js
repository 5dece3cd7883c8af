// The pages that this reader read last and those they saved, shown on the start page. The list is kept on their machine alone.
(function () {
  "use strict";
  var section = document.getElementById("da_doc");
  if (!section) return;
  var root = location.href.split("#")[0].replace(/[^/]*$/, "");

  function read(key) {
    try {
      var list = JSON.parse(localStorage.getItem("sohieu." + key) || "[]");
      return Array.isArray(list) ? list.filter(function (entry) { return entry && entry.root === root && typeof entry.title === "string" && /^[\w%./-]+\.html$/.test(entry.path); }) : [];
    } catch (refused) { return []; }
  }
  function show(key) {
    var part = section.querySelector('[data-list="' + key + '"]');
    var entries = read(key);
    part.hidden = !entries.length;
    entries.forEach(function (entry) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = entry.path;
      link.textContent = entry.title;
      item.appendChild(link);
      part.querySelector("ul").appendChild(item);
    });
    return entries.length;
  }
  var count = show("saved") + show("recent");
  section.hidden = !count;
  section.querySelector("button").addEventListener("click", function () {
    ["saved", "recent"].forEach(function (key) { try { localStorage.removeItem("sohieu." + key); } catch (refused) { /* nothing is kept */ } });
    section.hidden = true;
  });
})();
