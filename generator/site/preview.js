// The preview alone: asks when the next build has ended, and loads the page again.
const panel = document.querySelector(".bench");

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`${panel.dataset.wait}?${panel.dataset.number}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== panel.dataset.number) {
        location.reload();
        return;
      }
    } catch {
      await new Promise((again) => setTimeout(again, 1000)); // the preview was ended, or begins anew
    }
  }
}

if (panel) follow();
