"""Draws the pictures of the README from the shipped briefing: `make pictures`. Needs Chromium, as browser tests do."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from generator import briefing, store
from generator.site import serve

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"]
WIDE, PHONE = (1200, 800), (390, 800)
QUALITY = 72  # of WebP: text stays sharp, and a picture has some 40 kB


def shots() -> dict[str, tuple[str, tuple[int, int], str]]:
    """Name of the picture -> (address, size of the window, colours). The event is the first that is disputed."""
    linked, _ = briefing.link(store.load(ROOT / "content"))
    disputed = sorted(id for id, event in linked.events.items() if event.front.status == "disputed")
    event = f"events/{disputed[0]}/" if disputed else "disputes/"
    middle = sorted(linked.events)[len(linked.events) // 2]
    return {
        "home": ("", WIDE, "light"),
        "chronology": (f"chronology/#event-{middle}", WIDE, "light"),
        "dispute": (event, WIDE, "light"),
        "source-dark": (f"sources/{min(linked.articles)}/", WIDE, "dark"),
        "phone": ("chronology/", PHONE, "light"),
    }


def draw(browser: Any, address: str, size: tuple[int, int], colours: str) -> bytes:
    """The top of one page, as WebP."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=colours)
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    page.close()
    return base64.b64decode(shot["data"])


def main() -> int:
    """Build the site into a folder that is thrown away, serve it, and draw."""
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        print(f"pictures: no browser: none of {', '.join(NAMES)} is on the PATH", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pelican", "content", "-o", folder, "-s", str(ROOT / "pelicanconf.py")]
        subprocess.run(command, cwd=ROOT, check=True)
        running = serve.server(Path(folder), port=0, quiet=True)
        threading.Thread(target=running.serve_forever, daemon=True).start()
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, (address, size, colours) in shots().items():
                data = draw(browser, serve.address(running) + address, size, colours)
                (PICTURES / f"{name}.webp").write_bytes(data)
                print(f"docs/pictures/{name}.webp: {len(data) // 1000} kB")
        running.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
