// Tables that list things get a filter box and, where a column says so, a way to choose a value and a way to sort.
(function () {
  "use strict";
  var root = document.documentElement;

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

  Array.prototype.forEach.call(document.querySelectorAll("table.register"), register);
})();
