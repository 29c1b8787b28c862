"""Names whose extent and type the text itself tells: by an apposition, a head word, an honorific, a number."""

from __future__ import annotations

import pytest

from generator.document import Document
from generator.extract import mentions, nlp
from generator.extract.mention_agree import Finding
from tests.extract.marked import read
from tests.extract.test_mentions import marked


@pytest.mark.parametrize(
    "line",
    [
        # fields of a body over a list
        "The {Ministry of Agriculture, Food and Fisheries|o} said so.",
        "She left the {Institute of Music and Dance|o} for the {Institute of Music, Dance and Theatre|o}.",
        "He wrote to the {Ministry of Health|o}, {Interpol|o} and {Europol|o}.",
        # towns of saints, however long
        "The flood tore through the town of {San Rafael del Orinuco|l} after a dam broke.",
        # what an apposition or a noun beside it calls a name
        "{Nueva Luz|o}, the bloc of the former mayor {Ana Ruiz|p}, won three seats.",
        "The {Nueva Luz|o} bloc won three seats, and {Nueva Luz|o} thanked its voters.",
        "At {Agrotek|e}, the farm fair in {Brno|l}, he met her.",
        "The {SealCheck 2|q} sensors failed. {SealCheck 2|q} will not be used again.",
        # marches and houses that bear an "of"
        "They walked in the {March of Lanterns|e} on Friday, 4 March.",
        "Viewing will be at the {National Theatre of Dance|o} in {Riga|l}.",
        # honorifics that are no names
        "The mission manager, Engr. {Musa Bello|p}, called Malam {Tanko|p}. Mallam {Musa Bello|p} smiled.",
        # a known town's airport, mosque or prison is a place in it
        "He was held at {Kutaisi|l} airport, she at {Lindane airport|l}.",
        # a valley is its river's; a word of the language opens a sentence
        "He lives in the {Luzna|l} valley, and fished in the {Luzna|l}.",
        "Labour has made its peace with the plan.",
        # a country under its full name, a festival in its own language
        "The {Federative Republic of Brazil|l} paid for the {Festival Internacional de Cine|e}.",
        # a study of medicine, a language, another body's assembly
        "The trial, called {BRIGHTLUNG|e}, was halted. The {BRIGHTLUNG|e} trial enrolled 400 patients.",
        "He spoke in Mingrelian and answered in Ladin.",
        "The Congress of the {Fisheries Workers' League|o} met. He told the Congress so.",
        # what somebody does, with the capital of a sentence
        "Welder {Sofia Marin|p} left. Diver {Otto Marin|p} stayed.",
        # parts of papers and steps of scales that numbers tell apart
        "It was a Tier Two alarm. He would make it Tier Three. Annex IV is a single sheet.",
        # money and marks that debtors get
        "It cost 4 million CFA francs. After the rating agency {Ostler & Lowe|o} cut it to CCC, the bank fell.",
        # a mine, wells, units of a plant
        "The {Orva Deep|l} copper mine was flooded. The {Orva Deep|l} shaft is 900 metres deep.",
        "They met near the wells of {Tin Agrar|l}. The way to {Tin Agrar|l} is long.",
        "The core of {Orvala Unit 2|q} is cold. The {Orvala-2|q} welds were tested.",
        # families whose name ends like a plural; a movement by an adjective
        "An inquiry led by {Giorgos Kranis|p} criticised it.",
        "The opposition {Democratic Revival|o} party voted against it.",
        # whom the head of something is
        "Its head of systems, {Marta Prieto|p}, left the week after.",
        # a body of people whose trade is a title as well
        "The {Kenya Teachers’ Provident Scheme|o} and the {Kenya Teachers' Provident Fund|o} met.",
        # a ship that begins like a month
        "The barge, {Mar Luciano|q}, sank on Mar 3, a Friday.",
        # a key of music, a formula in capitals, what a surname is wished
        "It leaks in E flat, and in B minor.",
        "HAVING SEEN the appeal lodged on 20 May, the court met.",
        "He did not wish {Bediaku|p} prison. {Yaw Bediaku|p} smiled.",
        # a dateline with its agency; what is returned to somebody of the text
        "{LUNDEBY|l}, {Norway|l} (Fjordwire) - Professor {Eero Lundeby|p} spoke.",
        "{Kaarel Randvee|p} was jailed. The nails are to be returned to {Randvee|p}.",
        # firms by their first word; an office of another country
        "The beans had been bought by {Chocolaterie Delvoy|o}.",
        "Intendant {Rosa Saraiva|p} may not stand a third time.",
        # members of parliament by their ground; clubs by their letters
        "A bill was brought in by Local TD {Maura Breslin|p}.",
        "{UD Marenza|o} believed that they had their striker.",
        # who has an age is somebody, whatever bears the first name as well
        "In a tent above {Sirjana|l} she reads. {Sirjana Rai|p} is ten and was born in that hamlet.",
        "Ten-year-old {Sirjana Rai|p} saw the lake go from the village of {Sirjana|l}.",
        # Malay honorifics stand before given names
        "The house of {Marzuki Hijau|p}, which the map had coloured red, was gone. Pak {Marzuki|p} was not in it.",
        "Encik {Zulfadli|p} and Puan {Rosmah Jati|p} wrote to Mak Cik {Halijah|p}.",
        # programmes; a body that speaks of itself
        "The pictures are free under a programme named {Bumi Terang|o}. {Bumi Terang|o} ends in May.",
        "The {Bumi Terang|o} programme has been extended.",
        "This is the blog of {Karnali Mitra|o}. We are a small charity with one jeep.",
        # some of a row of things, and what a blog files an article under
        "Schools in Wards 2 to 5 are shut, and those in Wards 6 and 7 are open.",
        "Posted 3 May 2022 by the crew in Notes from the Yard\n\nWe sailed to {Riga|l} on Monday.",
        # one of a row of things is no name
        "Silo No. 3 burst, and the other silos were emptied.",
    ],
)
def test_names_that_the_text_describes(line: str) -> None:
    text, gold = read(line)
    found = mentions.find(next(iter(nlp.parse([text]))), Document("a.txt", "", "A title", text, text))
    wanted = {(g.text, kind) for g in gold for kind in g.types}
    assert {(m.text, m.type) for m in found if m.certain} == wanted


def test_a_name_that_another_text_tells_whole_is_whole_everywhere() -> None:
    texts = [
        "The Council for Fair Courts in Europe (CFCE) sent observers.",
        "Ada Brook of the Council for Fair Courts in Europe praised the judges in Europe.",
    ]
    rows = [mentions.find(d, Document("a.txt", "", "A", t, t)) for t, d in zip(texts, nlp.parse(texts), strict=True)]
    agreed = mentions.agree(rows)
    assert [m.text for m in agreed[1]] == ["Ada Brook", "Council for Fair Courts in Europe", "Europe"]
    assert all(texts[1][m.start : m.end] == m.text for m in agreed[1])


@pytest.mark.parametrize(
    "foot",
    [
        "*Interview: Nora Keita*",
        "Text: Nora Keita. Illustration: Dos Pintores.",
        "Nora Keita writes here every second week.",
        "Most read this week: 1. Why are the trains late? 2. Bear census",
    ],
)
def test_lines_of_who_wrote_or_what_is_read_are_furniture(foot: str) -> None:
    text = f"The ferry to Lowmoor sank on Monday, and nobody was hurt.\n\n{foot}"
    doc = next(iter(nlp.parse([text])))
    found = mentions.find(doc, Document("a.txt", "", "A", text, text))
    assert [m.text for m in found if m.certain] == ["Lowmoor"]


def test_the_agency_of_a_dateline_is_not_spoken_of() -> None:
    text = "LIMA (NTW) - The ferry to Lowmoor sank on Monday. Nobody was hurt, NTW was told."
    doc = next(iter(nlp.parse([text])))
    found = mentions.find(doc, Document("a.txt", "", "A", text, text))
    assert "NTW" not in [m.text for m in found]


def test_a_name_of_a_body_in_its_own_language_in_brackets() -> None:
    text = "The appeal of the Civic Party (Partido Cívico, PC) failed."
    doc = next(iter(nlp.parse([text])))
    found = mentions.find(doc, Document("a.txt", "", "A", text, text))
    pairs = mentions.declared_aliases(doc, found)
    assert ("Civic Party", "Partido Cívico") in [(found[a].text, found[b].text) for a, b in pairs]


@pytest.mark.parametrize(
    "head",
    ["Coastal Affairs, June 2020\nBy Rosa Lind", "Nora Keita", "Report: Nora Keita", "The Harbour Review\nNora Keita"],
)
def test_lines_of_names_and_days_before_the_first_paragraph_are_furniture(head: str) -> None:
    text = f"{head}\nThe ferry to Lowmoor sank on Monday, and nobody was hurt."
    doc = next(iter(nlp.parse([text])))
    found = mentions.find(doc, Document("a.txt", "", "A", text, text))
    assert [m.text for m in found if m.certain] == ["Lowmoor"]


def test_a_side_of_a_town_and_a_side_at_home_to_another() -> None:
    text = (
        "He scored 19 goals last season, having joined from Montevideo side Rincón Marítimo in January. The striker, a"
        " goalkeeper and the coach left the pitch after the match. Lakeside are at home to Cádiz today. The"
        " final of the cup was a draw, and the midfielder was on the bench."
    )
    doc = next(iter(nlp.parse([text])))
    found = {m.text: m.type for m in mentions.find(doc, Document("a.txt", "", "A", text, text))}
    assert found["Montevideo"] == "place"
    assert found["Cádiz"] == "organization"


@pytest.mark.parametrize(
    "line",
    [
        # an office's field, though nobody knows the given name behind it
        "The Minister of Agriculture {Femke Holmgaard|p} told parliament so.",
        "Yesterday Minister of Rural Development {Jelle Brouwerszoon|p} resigned.",
        # a family that is called like newspapers
        "Secretary {Anja Post|p} called it a good piece of paper. The {Birmingham Post|o} did not.",
        # an auction house, and a number of a registered paper
        "A cup was sold at the old auction house {Haus Lindmark|o} in {Sofia|l}. ISSN 0000-0000.",
    ],
)
def test_offices_families_and_houses(line: str) -> None:
    text, gold = read(line)
    made = {
        m.text: m.type
        for m in mentions.find(next(iter(nlp.parse([text]))), Document("a.txt", "", "A", text, text))
        if m.certain
    }
    wanted = {g.text: g.types for g in gold if not g.optional}
    for name, types in wanted.items():
        assert made.get(name) in types
    assert set(made) <= {g.text for g in gold}


def test_an_undertaking_is_nobody() -> None:
    text = (
        "Their aim, and that of the Deep Orva Project, is to bring up ice. The Project failed. Deep Orva Project left."
    )
    doc = next(iter(nlp.parse([text])))
    found = mentions.find(doc, Document("a.txt", "", "A", text, text))
    assert not [m for m in found if m.type == "person"]


def test_the_last_word_of_what_other_texts_tell_to_be_a_dam_is_nobodys_surname() -> None:
    def named(kind: str, votes: float, told: str | None, *names: str) -> tuple[Finding, ...]:
        return tuple(
            Finding(i * 99, i * 99 + len(n), n, kind, True, ((kind, votes),), None, told) for i, n in enumerate(names)
        )  # type: ignore[arg-type]

    dam = [named("place", 3.0, "place", "La Orvana") for _ in range(2)]
    agreed = mentions.agree([*dam, named("person", 1.8, None, "La Orvana", "Orvana")])
    assert [(m.type, m.certain) for m in agreed[2]] == [("place", True), ("person", False)]
    alone = mentions.agree([named("person", 3.6, None, "Ada Orvana", "Orvana")])
    assert [(m.type, m.certain) for m in alone[0]] == [("person", True), ("person", True)]


def test_a_firm_that_is_named_before_its_founder_is_not_the_founder() -> None:
    def row(*named: tuple[str, str]) -> tuple[Finding, ...]:
        return tuple(
            Finding(i * 99, i * 99 + len(n), n, k, True, ((k, 3.0),), None, k)  # type: ignore[arg-type]
            for i, (n, k) in enumerate(named)
        )

    firm = row(("Orvik Seeds", "organization"), ("Orvik", "organization"))
    founder = ("Ada Orvik", "person")
    bare = ("Orvik", "person")
    before, behind = mentions.agree([firm, row(bare, founder, bare), row(founder, bare)])[1:]
    assert [m.certain for m in before] == [False, True, False]
    assert [m.certain for m in behind] == [True, True]


def test_a_town_that_runs_into_whom_the_sentence_is_about() -> None:
    def made(*texts: str) -> list[tuple[str, str]]:
        docs = zip(texts, nlp.parse(texts), strict=True)
        agreed = mentions.agree([mentions.find(d, Document("a.txt", "", "A", t, t)) for t, d in docs])
        assert all(texts[-1][m.start : m.end] == m.text for m in agreed[-1])
        return [(m.text, m.type) for m in agreed[-1] if m.certain]

    elsewhere = "The village of Gorna Reka voted on Sunday. People in Gorna Reka are tired."
    told = "Maria Ilkova won the mayoral election. In Gorna Reka Ilkova had 203 votes."
    assert made(elsewhere, told) == [("Maria Ilkova", "person"), ("Gorna Reka", "place"), ("Ilkova", "person")]
    assert ("Gorna Reka Ilkova", "place") in made(elsewhere, told.replace("Maria Ilkova", "Maria Stoeva"))


def test_a_country_before_a_name_is_nobodys_first_name() -> None:
    text = (
        "Dov Marish flew to Rabat. He likes Morocco. Minister Morocco came. "
        "Before Morocco Dov Marish had only visited one country, namely Bahrain."
    )
    assert "Morocco Dov Marish" not in {name for name, _ in marked(text)}
