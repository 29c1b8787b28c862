// On every page: "/" opens the search; a link to an event, a name or a source shows what stands there, on hover and
// focus, until Escape; what can be copied gets its button. Nothing here is needed to read a page.
const root = new URL("../", import.meta.url);
const search = new URL("search/", root);

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const field = document.querySelector(".seek input");
  if (field) field.focus();
  else location.assign(search);
});

// ---- previews ----

const WAIT = 350; // ms: a pointer that only passes over a link asks for nothing
const SHOWN = ["events", "entities", "sources"];
const heads = new Map(); // address -> promise of what stands at the head of its page
let card;
let owner;
let timer;

function target(link) {
  const url = new URL(link.href.baseVal ?? link.href, location.href); // a mark of a drawing is a link of SVG
  const [folder, id] = url.href.startsWith(root.href) ? url.pathname.slice(root.pathname.length).split("/") : [];
  if (!SHOWN.includes(folder) || !id || url.pathname === location.pathname) return null;
  // The head of an entry that shows its words already.
  return link.closest("h2, h3, h4") && link.closest("li, article")?.querySelector(".claim") ? null : url;
}

async function fetchHead(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const head = page.querySelector("main .title");
  const event = page.body.classList.contains("page-event");
  const pick = (...list) => list.map((selector) => head.querySelector(selector)?.textContent.trim()).find(Boolean);
  return {
    kind: page.querySelector('meta[name="briefing:kind"]')?.content,
    note: page.querySelector('meta[name="briefing:note"]')?.content,
    title: pick("h1"),
    role: page.querySelector(".spellings td > span[dir]")?.textContent.trim(),
    text: pick(".standfirst", ".title__note"),
    from: page.querySelector(event ? "main .claim__from" : "main .mentions h3")?.textContent.trim(),
    words: page.querySelector(event ? "main .claim__words" : "main .mentions li")?.textContent.trim(),
  };
}

function line(cls, text) {
  const p = document.createElement("p");
  p.className = cls;
  p.dir = "auto";
  p.textContent = text.replace(/\s+/g, " ");
  return p;
}

function hide() {
  clearTimeout(timer);
  if (!card || card.hidden) return;
  card.hidden = true;
  owner?.removeAttribute("aria-describedby");
}

async function show(link, url) {
  let head;
  try {
    if (!heads.has(url.pathname)) heads.set(url.pathname, fetchHead(url.pathname));
    head = await heads.get(url.pathname);
  } catch {
    return; // no preview is no loss
  }
  if (owner !== link || !(link.matches(":hover") || link === document.activeElement)) return;
  if (!card) {
    card = document.createElement("div");
    card.id = "preview";
    card.className = "preview";
    card.setAttribute("role", "tooltip");
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", hide);
    document.body.append(card);
  }
  const rows = [["preview__kind", [head.kind, head.note].filter(Boolean).join(" · ")], ["preview__title", head.title]];
  rows.push(["preview__text", head.role], ["preview__text", head.text], ["preview__from", head.from], ["preview__words", head.words]);
  card.replaceChildren(...rows.filter(([, text]) => text).map(([cls, text]) => line(cls, text)));
  card.hidden = false;
  link.querySelector("title")?.remove(); // the browser's own tip of a mark would stand above it
  const at = link.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
  card.style.left = `${scrollX + Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
  card.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - height - 6)}px`;
  link.setAttribute("aria-describedby", card.id);
}

function consider(event) {
  const link = event.target.closest?.("main a[href]");
  if (!link || (event.type === "pointerover" && (event.pointerType === "touch" || link === owner))) return;
  const url = target(link);
  hide();
  owner = link;
  if (!url || (event.type === "focusin" && !link.matches(":focus-visible"))) return;
  timer = setTimeout(show, WAIT, link, url);
}

addEventListener("pointerover", consider);
addEventListener("focusin", consider);
addEventListener("pointerout", (event) => {
  if (event.target.closest?.("a[href]") !== owner || event.relatedTarget?.closest?.("a[href]") === owner) return;
  clearTimeout(timer);
  timer = setTimeout(() => { hide(); owner = undefined; }, 200); // time to move into the preview
});
addEventListener("focusout", hide);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

// ---- citing ----

// A site that was built without knowing its host learns it here.
for (const place of document.querySelectorAll("[data-address]")) place.textContent = new URL(place.textContent, location);

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies).innerText.trim();
    try {
      await navigator.clipboard.writeText(text);
      document.getElementById(button.dataset.says).textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(document.getElementById(button.dataset.copies));
    }
  });
}
