"""Whether a name is a publisher's: an agency, a paper, a broadcaster."""

from __future__ import annotations

import re

# The great agencies, by the names under which their copy goes out.
WIRES = (
    r"(?:Thomson )?Reuters|REUTERS|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|EFE|dpa|DPA"
    r"|ANSA|TASS|Xinhua|ANI|PTI|UPI"
    r"|Anadolu(?: Agency)?|AA|CNN|BBC|IPS|Kyodo|Yonhap|Bloomberg|IANS|MTI|CTK|PAP|STA|BTA|APA|SDA|NTB|TT|Ritzau"
    r"|Belga|ANP|Lusa|LUSA"
)
MEDIA_WORD = re.compile(
    r"news|times|post|herald|tribune|press|agency|wire|gazette|journal|radio|\btv\b|television|media|daily|weekly"
    r"|chronicle"
    r"|observer|guardian|telegraph|monitor|mail|express|standard|bulletin|review|magazine|today|online|broadcast"
    r"|courier"
    r"|\.(?:com|net|org|info|co\.\w\w)$",
    re.I,
)


def is_publisher(name: str) -> bool:
    """Whether a name is one of a newspaper, broadcaster or agency: known as a body, or says so itself."""
    from generator import gazetteer

    if MEDIA_WORD.search(name) or re.fullmatch(WIRES, name):
        return True
    known = gazetteer.find(name)
    return known is not None and known.kind == "body" and name.isupper() is False
