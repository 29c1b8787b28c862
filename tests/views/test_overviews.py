"""The map and the network: what is drawn, where, and that the tables say the same."""

from __future__ import annotations

import re

import pytest

from generator.views import entities_index, geomap, home, network, outlines
from generator.views.lookup import Lookup
from generator.views.outlines import Frame
from tests.views.ferry import Build

WHERE = {
    "lisbon": ("Lisbon", "[38.7, -9.1]", "PT"),
    "porto": ("Porto", "[41.1, -8.6]", "PT"),
    "portugal": ("Portugal", "[39.5, -8.0]", "PT"),
    "suva": ("Suva", "[-18.1, 178.4]", "FJ"),
    "apia": ("Apia", "[-13.8, -171.8]", "WS"),
    "old-mill": ("Old Mill", "", ""),
}


def place(id: str) -> str:
    name, at, country = WHERE[id]
    lines = [f"name: {name}", "type: place"]
    lines += [f"coordinates: {at}"] if at else []
    lines += [f"country: {country}"] if country else []
    return "---\n" + "\n".join(lines) + "\n---\n"


def made(build: Build, *events: str, kinds: dict[str, str] | None = None) -> Lookup:
    """Events of these entities (parted by spaces), one a day, all told and named by one report."""
    used = sorted({id for who in events for id in who.split()})
    others = {
        id: f"---\nname: {id.title()}\ntype: {(kinds or {}).get(id, 'person')}\n---\n" for id in used if id not in WHERE
    }
    pages = {
        f"e{n}": f"---\ntitle: Event {n}\ndate: '2031-05-{n + 1:02}'\nstatus: unverified\n"
        f"entities: [{', '.join(who.split())}]\n---\n"
        for n, who in enumerate(events)
    }
    rows = "".join(f"  - {{id: e{n}, date: '2031-05-{n + 1:02}', quote: It rained}}\n" for n in range(len(events)))
    named = "".join(f"  - {{id: {id}, names: [{id}]}}\n" for id in used)
    article = (
        f"---\ntitle: T\ndate: 2031-06-01\nsource: {{seed: a, sha256: a}}\nentities:\n{named}events:\n{rows}---\n"
        f"It rained on {', '.join(used)}.\n"
    )
    entities = {**{id: place(id) for id in used if id in WHERE}, **others}
    return build(articles={"a": article}, events=pages, entities=entities)


def test_places_stand_where_they_lie_and_the_table_has_them_all(build: Build) -> None:
    page = geomap.view(made(build, "lisbon porto", "lisbon old-mill"))
    assert page is not None
    for picture in (page.wide, page.narrow):
        spots = {s.name: s for s in picture.spots}
        assert set(spots) == {"Lisbon", "Porto"}
        assert spots["Porto"].y < spots["Lisbon"].y
        assert spots["Porto"].x > spots["Lisbon"].x
        assert spots["Lisbon"].r > spots["Porto"].r  # two events against one
        assert all(0 < s.x < picture.width and 0 < s.y < picture.height for s in picture.spots)
    assert [(row.name, row.events, row.where) for row in page.rows] == [
        ("Lisbon", "2", "yes"),
        ("Old Mill", "1", "no: place not known"),
        ("Porto", "1", "yes"),
    ]
    assert "Of one place this briefing does not know where it lies" in page.note


def test_a_country_is_an_area_and_no_dot(build: Build) -> None:
    page = geomap.view(made(build, "portugal lisbon"))
    assert page is not None
    (area,) = [a for a in page.wide.areas if a.name]
    assert (area.name, area.address) == ("Portugal", "/entities/portugal/")
    assert {s.name: s.r > 0 for s in page.wide.spots} == {"Portugal": False, "Lisbon": True}


def test_one_place_far_away_does_not_make_the_others_small(build: Build) -> None:
    page = geomap.view(made(build, *["lisbon porto"] * 8, "suva"))
    assert page is not None
    assert {s.name for s in page.wide.spots} == {"Lisbon", "Porto"}
    assert {row.name: row.where for row in page.rows}["Suva"].startswith("no: far away")
    assert "One place lies far from the others" in page.note


def test_places_on_both_sides_of_the_date_line_are_neighbours(build: Build) -> None:
    page = geomap.view(made(build, "suva apia"))
    assert page is not None
    spots = {s.name: s for s in page.wide.spots}
    assert spots["Suva"].x < spots["Apia"].x  # Samoa lies east of Fiji, across the line
    assert spots["Apia"].x - spots["Suva"].x > page.wide.width / 3


def test_names_never_cover_each_other(build: Build) -> None:
    page = geomap.view(made(build, "lisbon porto portugal", "suva apia", "lisbon"))
    assert page is not None
    for picture in (page.wide, page.narrow):
        boxes = []
        for s in (s for s in picture.spots if s.anchor):
            wide = 7.0 * len(s.name)
            left = {"start": s.label_x, "end": s.label_x - wide, "middle": s.label_x - wide / 2}[s.anchor]
            boxes.append((left, s.label_y - 10, left + wide, s.label_y + 2))
        assert boxes
        for i, one in enumerate(boxes):
            assert not any(
                one[0] < b[2] and b[0] < one[2] and one[1] < b[3] and b[1] < one[3] for b in boxes[i + 1 :]
            ), picture


def test_without_coordinates_there_is_no_map_and_no_link_to_one(build: Build) -> None:
    look = made(build, "old-mill")
    assert geomap.view(look) is None
    assert home.view(look).overviews == entities_index.view(look).overviews == ()


def corners(path: str) -> list[tuple[float, float]]:
    points = []
    for ring in filter(None, path.split("z")):
        start, steps = ring[1:].split("l")
        x, y = map(float, start.split())
        points.append((x, y))
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


@pytest.mark.parametrize(
    "frame",
    [
        Frame(-12, 36, -4, 44, 340, 400),
        Frame(170, -25, 200, -5, 960, 600),  # over the date line
        Frame(-180, -70, 180, 84, 960, 420),
        Frame(150, 50, 210, 75, 960, 500),  # Russia on both sides of it
    ],
)
def test_no_outline_leaves_its_frame(frame: Frame) -> None:
    drawn = outlines.paths(frame)
    assert drawn
    for code, path in drawn:
        assert all(-7 <= x <= frame.width + 7 and -7 <= y <= frame.height + 7 for x, y in corners(path)), code


def test_a_country_over_the_date_line_is_whole() -> None:
    frame = Frame(150, 50, 210, 75, 960, 500)
    russia = dict(outlines.paths(frame))["RU"]
    beyond = [x for x, _ in corners(russia) if x > frame.x(181)]
    assert beyond  # the end of Chukotka
    assert max(beyond) < frame.x(192)
    assert "US" in dict(outlines.paths(frame))


def test_who_shares_events_is_joined_and_the_table_says_the_same(build: Build) -> None:
    kinds = {"port": "organization", "lisbon": "place"}
    page = network.view(made(build, "anna bruno", "anna bruno lisbon", "bruno port", "dora", kinds=kinds))
    assert page is not None
    assert [(row.one, row.other, row.events, row.latest) for row in page.rows] == [
        ("Anna", "Bruno", "2", "Event 1"),
        ("Bruno", "Port", "1", "Event 2"),
    ]
    for drawing in (page.wide, page.narrow):
        assert {n.name for n in drawing.nodes} == {"Anna", "Bruno", "Port"}
        assert len(drawing.ties) == 2
        assert {t.title: t.weight for t in drawing.ties}["Anna and Bruno: two events"] == 2
        assert len({n.y for n in drawing.nodes}) == 3
    assert "Three people and organisations, two pairs" in page.standfirst


def test_a_roll_of_guests_ties_nobody_and_alone_nobody_is_a_network(build: Build) -> None:
    crowd = " ".join(f"guest{n}" for n in range(20))
    look = made(build, crowd, "anna")
    assert network.view(look) is None
    assert home.view(look).overviews == ()


def test_where_many_meet_often_what_happens_once_is_in_the_table_alone(build: Build) -> None:
    often = "anna bruno carla dario elena"
    page = network.view(made(build, often, often, "anna zoe"))
    assert page is not None
    assert "Zoe" not in {n.name for n in page.wide.nodes}
    assert ("Anna", "Zoe") in {(row.one, row.other) for row in page.rows}
    assert "at least two events" in page.note


def test_each_drawing_has_links_from_the_first_page_and_the_index(build: Build) -> None:
    look = made(build, "anna bruno lisbon")
    wanted = ["/map/", "/network/"]
    assert [link.address for link in home.view(look).overviews] == wanted
    assert [link.address for link in entities_index.view(look).overviews] == wanted
