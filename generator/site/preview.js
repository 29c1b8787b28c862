// The preview alone: asks when the next build has ended, and loads the page again. Only a page that is looked at asks:
// a browser opens few connections to one host, and many tabs would leave none to load a page with.
const panel = document.querySelector(".bench");

const shown = () =>
  new Promise((go) => {
    if (!document.hidden) go();
    else document.addEventListener("visibilitychange", () => document.hidden || go());
  });

async function follow() {
  for (;;) {
    await shown();
    const asking = new AbortController();
    const hide = () => document.hidden && asking.abort();
    document.addEventListener("visibilitychange", hide);
    try {
      const to = `${panel.dataset.wait}?${panel.dataset.number}`;
      const answer = await fetch(to, { cache: "no-store", signal: asking.signal });
      if (answer.ok && (await answer.text()) !== panel.dataset.number) {
        location.reload();
        return;
      }
    } catch {
      await new Promise((again) => setTimeout(again, 1000)); // hidden, or the preview was ended or begins anew
    } finally {
      document.removeEventListener("visibilitychange", hide);
    }
  }
}

if (panel) follow();
