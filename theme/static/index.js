// The index of names: finds a name as one types, and sorts by name, reports or events. The choice stands in the address.
const form = document.querySelector(".sorter form");
const out = form.querySelector("output");
const kinds = [...document.querySelectorAll(".kind")].map((section) => {
  const lists = [...section.querySelectorAll(".index")].map((list) => ({ list, items: [...list.children] }));
  return { section, lists, fold: section.querySelector("details") };
});
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map();
for (const { lists } of kinds)
  for (const { items } of lists)
    for (const item of items) words.set(item, fold([...item.querySelectorAll("a, .alias")].map((e) => e.textContent).join(" ")));

function sort(by) {
  for (const { lists } of kinds) {
    // Sorted by a number, the letters of a list run together into its first part; by name, each goes home.
    for (const folded of [false, true]) {
      const parts = lists.filter(({ list }) => list.classList.contains("index--one") === folded);
      if (!parts.length) continue;
      const all = parts.flatMap(({ items }) => items);
      if (by) parts[0].list.append(...all.toSorted((a, b) => b.dataset[by] - a.dataset[by]));
      else for (const { list, items } of parts) list.append(...items);
    }
  }
  document.querySelector("main").classList.toggle("is-sorted", Boolean(by));
}

function find(text) {
  const wanted = fold(text.trim());
  let found = 0;
  for (const [item, name] of words) {
    item.hidden = !name.includes(wanted);
    found += !item.hidden;
  }
  for (const { section, fold: details } of kinds) {
    section.hidden = Boolean(wanted) && !section.querySelector("li:not([hidden])");
    if (!details) continue;
    const inside = details.querySelector("li:not([hidden])");
    details.hidden = Boolean(wanted) && !inside;
    if (wanted) details.open = Boolean(inside);
    else if (details.dataset.opened) details.open = false;
    details.dataset.opened = wanted && inside ? "true" : "";
  }
  for (const letter of document.querySelectorAll(".letter")) letter.hidden = !letter.querySelector("li:not([hidden])");
  out.textContent = !wanted ? "" : found ? out.dataset.some.replace("#", found) : out.dataset.none;
}

function apply() {
  const [q, by] = [form.elements.q.value, form.elements.sort.value];
  sort(by);
  find(q);
  return Object.entries({ q, sort: by }).filter(([, value]) => value);
}

form.addEventListener("input", () => {
  const query = new URLSearchParams(apply()).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
});
form.addEventListener("submit", (event) => event.preventDefault());
const given = new URLSearchParams(location.search);
form.elements.q.value = given.get("q") ?? "";
form.elements.sort.value = given.get("sort") ?? "";
if (!form.elements.sort.value) form.elements.sort.value = "";
if (given.size) apply();
