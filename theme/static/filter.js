// Combines the filters of the chronology, counts what is left, says so, and keeps the choice in the address.
// Without this file every event stands on the page, and the status alone filters, by CSS.
const form = document.querySelector(".filter form");
const events = [...document.querySelectorAll(".event[data-status]")];
const out = form.querySelector("output");
const reset = form.querySelector("[type=reset]");
const names = ["status", "entity", "kind", "source", "from", "to"].filter((name) => form.elements[name]);
const marks = new Map();
for (const mark of document.querySelectorAll(".overview a")) {
  const id = decodeURIComponent(mark.getAttribute("href").split("#event-")[1] ?? "");
  if (id) marks.set(id, mark);
}

const has = (list, value) => !value || (list ?? "").split(" ").includes(value);
const fits = ({ dataset: e }, c) =>
  (!c.status || e.status === c.status) &&
  has(e.entity, c.entity) && has(e.kind, c.kind) && has(e.source, c.source) &&
  // What has no date lies in no span; what may have been in it, does.
  (!c.from || (e.last ?? "") >= c.from) && (!c.to || (e.first && e.first <= c.to));

const chosen = () => Object.fromEntries(names.map((name) => [name, form.elements[name].value]));

function apply() {
  const choice = chosen();
  const active = names.filter((name) => choice[name]);
  let shown = 0;
  for (const event of events) {
    event.hidden = !fits(event, choice);
    shown += !event.hidden;
    marks.get(event.id.slice(6))?.classList.toggle("is-out", event.hidden);
  }
  // A live region speaks when its text changes; "#" is where the number goes.
  const said = !active.length ? out.dataset.all : shown ? out.dataset.some.replace("#", shown) : out.dataset.none;
  if (out.textContent !== said) out.textContent = said;
  reset.hidden = !active.length;
  return active.map((name) => [name, choice[name]]);
}

function keep(pairs) {
  const query = new URLSearchParams(pairs).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
}

// A year or a month in an address means all of it.
const day = (value, last) => {
  if (!/^\d{4}(-\d\d){0,2}$/.test(value)) return "";
  const [year, month] = value.split("-");
  if (value.length === 10) return value;
  if (!last) return `${year}-${month ?? "01"}-01`;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
};

function fromAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const value = query.get(name) ?? "";
    const field = form.elements[name];
    field.value = name === "from" ? day(value) : name === "to" ? day(value, true) : value;
    if (name === "status" && !field.value) field.value = ""; // a word that is no status: all
    if (field.selectedIndex === -1) field.selectedIndex = 0; // a name that is not in the list: any
    for (let fold = field.value && field.closest?.("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  apply();
}

function anchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // "#100%" is nobody's
  }
}

// A link into the page must not lead to what a filter hides.
function showTarget() {
  const target = document.getElementById(anchor());
  if (!target?.matches(".event, .year__head")) return;
  const event = target.closest(".event") ?? target.closest(".year").querySelector(".event:not([hidden])");
  if (event && !event.hidden) return;
  form.reset();
  keep(apply());
  target.scrollIntoView();
}

form.addEventListener("change", () => keep(apply()));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { keep(apply()); (form.elements.status?.[0] ?? form.querySelector("select")).focus(); }));
addEventListener("hashchange", showTarget);
addEventListener("popstate", fromAddress);
if (location.search) fromAddress(); // else the page stands as it should already
showTarget();
