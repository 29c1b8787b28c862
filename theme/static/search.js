// The search page: asks Pagefind's index, which is fetched only when somebody searches, and keeps the question in the
// address. Everything that a page says is set as text, never as HTML.
const form = document.querySelector(".seek");
const list = document.querySelector(".results");
const more = document.querySelector(".results__more");
const out = form.querySelector("output");
const hint = out.textContent;
const names = ["q", "kind", "type", "year"];
const bundle = new URL("../search/pagefind/pagefind.js", import.meta.url);
const PAGE = 10;

let engine;
const load = () =>
  (engine ??= import(bundle).then(async (pagefind) => {
    await pagefind.options({ baseUrl: new URL("../../", bundle).pathname, excerptLength: 28 });
    fillLists(await pagefind.filters());
    return pagefind;
  }));

function fillLists(filters) {
  for (const name of names.slice(1)) {
    const select = form.elements[name];
    if (select.options.length > 1) continue;
    const values = Object.entries(filters[name] ?? {});
    if (name === "year") values.reverse();
    select.append(...values.map(([value, count]) => new Option(`${value} (${count})`, value)));
    select.value = new URLSearchParams(location.search).get(name) ?? "";
    if (select.selectedIndex === -1) select.selectedIndex = 0;
  }
}

// Pagefind's excerpt is escaped text with <mark> in it: the marks become elements, the rest stays text.
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
const plain = (text) => text.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity]);
function excerpt(text) {
  const p = element("p", "result__words", "… ");
  text.split(/<\/?mark>/).forEach((part, i) => p.append(i % 2 ? element("mark", "hit", plain(part)) : plain(part)));
  p.append(" …");
  return p;
}

function element(tag, cls, text = "") {
  const made = document.createElement(tag);
  made.className = cls;
  made.textContent = text;
  made.dir = "auto";
  return made;
}

function row(result) {
  const item = document.createElement("li");
  const title = element("h2", "result__title");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  title.append(link);
  item.append(element("p", "result__kind", [result.meta.kind, result.meta.note].filter(Boolean).join(" · ")), title);
  if (result.excerpt) item.append(excerpt(result.excerpt));
  return item;
}

let results = [];
let asked = 0;

async function show(count) {
  const turn = asked;
  const rows = await Promise.all(results.slice(list.children.length, list.children.length + count).map((r) => r.data()));
  if (turn !== asked) return null;
  const made = rows.map(row);
  list.append(...made);
  more.hidden = list.children.length >= results.length;
  return made[0];
}

// "#" is where the question goes, in its own direction.
function say(said, question) {
  const [before, after = ""] = said.split("#");
  const words = document.createElement("bdi");
  words.textContent = question;
  out.replaceChildren(before, words, after);
}

async function ask() {
  const turn = ++asked;
  const query = names.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value);
  const words = new URLSearchParams(query).toString();
  history.replaceState(null, "", words ? `?${words}` : location.pathname);
  const { q, ...filters } = Object.fromEntries(query);
  if (!query.length) {
    list.replaceChildren();
    more.hidden = true;
    out.textContent = hint;
    return;
  }
  try {
    const found = await (await load()).search(q ?? null, { filters });
    if (turn !== asked) return;
    results = found.results;
    list.replaceChildren();
    await show(PAGE);
    const said = results.length === 1 ? out.dataset.single : results.length ? out.dataset.some : out.dataset.none;
    if (turn === asked) say(said.replace("@", results.length), q ?? Object.values(filters).join(", "));
  } catch {
    out.textContent = out.dataset.failed;
  }
}

let waiting;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, event.target.name === "q" ? 180 : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask();
});
// The lists are filled before a reader opens one; a page that is only opened fetches nothing.
for (const type of ["pointerover", "keydown"]) form.addEventListener(type, () => load().catch(() => {}), { once: true });
more.addEventListener("click", async () => (await show(PAGE))?.querySelector("a").focus());

const given = new URLSearchParams(location.search);
form.elements.q.value = given.get("q") ?? "";
if (names.some((name) => given.get(name))) load().then(ask, () => (out.textContent = out.dataset.failed));
else if (!matchMedia("(pointer: coarse)").matches) form.elements.q.focus();
