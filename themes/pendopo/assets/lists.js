// Filters and sorts the rows of a list on its page; all words come from the page.
document.querySelectorAll(".tools").forEach((box) => {
  const list = box.nextElementSibling, rows = [...list.children], say = box.dataset;
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const make = (tag, parts, attributes = {}) => {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    element.append(...parts);
    return element;
  };
  const value = { // the smaller, the earlier
    stop: (d) => d.stop,
    due: (d) => Date.parse(d.due) || Infinity,
  };
  const field = make("input", [], { type: "search", autocomplete: "off" });
  const order = make("select", ["none", "stop", "due"].filter((key) => say[key]).map((key) => new Option(say[key], key)));
  const told = make("p", [], { role: "status", class: "small" });
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let shown = 0;
    rows.forEach((row, n) => {
      row.hidden = !words.every((word) => texts[n].includes(word));
      shown += !row.hidden;
    });
    told.textContent = say.shown.replace("{n}", shown).replace("{all}", rows.length);
  });
  order.addEventListener("change", () => {
    const of = value[order.value];
    const sorted = of ? rows.map((row) => [of(row.dataset), row]).sort(([a], [b]) => a - b || 0).map(([, row]) => row) : rows;
    list.append(...sorted);
  });
  box.append(make("details", [make("summary", [say.label]), make("p", [make("label", [say.filter, " ", field])]),
    make("p", [make("label", [say.sort, " ", order])]), told]));
});
