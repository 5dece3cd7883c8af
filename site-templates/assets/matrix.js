// Lets a reader choose which places stand side by side in a matrix, and keeps the choice in the address.
(function () {
  "use strict";
  var table = document.querySelector("table.matrix");
  var heads = table ? Array.prototype.slice.call(table.querySelectorAll("th[data-place]")) : [];
  if (heads.length < 2) return;

  var box = document.createElement("fieldset");
  var legend = document.createElement("legend");
  box.className = "choices";
  legend.textContent = table.getAttribute("data-label");
  box.appendChild(legend);
  var choices = heads.map(function (head) {
    var label = document.createElement("label");
    var choice = document.createElement("input");
    choice.type = "checkbox";
    choice.value = head.getAttribute("data-place");
    choice.addEventListener("change", function () { show(); keep(); });
    label.appendChild(choice);
    label.appendChild(document.createTextNode(" " + head.textContent));
    box.appendChild(label);
    return choice;
  });
  var all = document.createElement("button");
  all.type = "button";
  all.textContent = table.getAttribute("data-all");
  all.addEventListener("click", function () {
    choices.forEach(function (choice) { choice.checked = false; });
    show();
    keep();
  });
  box.appendChild(all);

  // Without a choice every place is shown.
  function show() {
    var chosen = choices.filter(function (choice) { return choice.checked; });
    all.hidden = !chosen.length;
    Array.prototype.forEach.call(table.rows, function (row) {
      choices.forEach(function (choice, column) { row.cells[column + 1].hidden = chosen.length > 0 && !choice.checked; });
    });
  }
  function keep() {
    var chosen = choices.filter(function (choice) { return choice.checked; }).map(function (choice) { return choice.value; });
    history.replaceState(null, "", chosen.length ? "#noi=" + chosen.map(encodeURIComponent).join(",") : location.href.split("#")[0]);
  }
  function read() {
    var found = /^#noi=(.*)$/.exec(location.hash);
    var wanted = found ? found[1].split(",").map(decodeURIComponent) : [];
    choices.forEach(function (choice) { choice.checked = wanted.indexOf(choice.value) >= 0; });
    show();
  }
  window.addEventListener("hashchange", read);
  read();
  var place = table.closest(".scroll");
  place.parentNode.insertBefore(box, place);
})();
