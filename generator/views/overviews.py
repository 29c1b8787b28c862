"""The pages that show the whole briefing in one drawing, where there is something to draw."""

from __future__ import annotations

from generator.views import addresses, geomap, network
from generator.views.claims import Link
from generator.views.lookup import Lookup
from generator.views.words import t


def links(look: Lookup) -> tuple[Link, ...]:
    """To the map and to the network."""
    found = []
    if geomap.exists(look):
        found.append(Link(t("map.link"), addresses.MAP))
    if network.exists(look):
        found.append(Link(t("network.link"), addresses.NETWORK))
    return tuple(found)
