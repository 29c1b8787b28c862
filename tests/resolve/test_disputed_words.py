"""Where two reports tell one happening in other verbs, and give other days or numbers: over invented topics."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read, status_of

DISPUTES = [
    (
        "a complaint submitted and filed",
        (
            "The Orlan Party submitted its complaint to the Electoral Court of Tarvia on 3 May, its lawyer "
            "Ines Bravo said.",
            "2023-05-20",
        ),
        ("The Orlan Party filed a complaint with the Electoral Court of Tarvia on 6 May 2023.", "2023-06-02"),
    ),
    (
        "a kidnapping and an abduction",
        ("Gunmen kidnapped the engineer Petra Holm near Agri on Tuesday, the governor said.", "2023-05-19"),
        ("Petra Holm, who was abducted near Agri on 13 May, is a mother of two.", "2023-06-19"),
    ),
    (
        "seized, and taken hostage",
        ("Petra Holm was seized by gunmen near Agri on 16 May.", "2023-05-19"),
        ("Petra Holm was taken hostage near Agri on 14 May, her sister said.", "2023-06-19"),
    ),
    (
        "taken from a car, and kidnapped",
        ("Petra Holm was taken from her car near Agri on 16 May, the police said.", "2023-05-19"),
        ("Petra Holm was kidnapped near Agri on 14 May.", "2023-06-19"),
    ),
    (
        "flew, and took a plane",
        ("The banker Otto Lien flew to Cyprus on 19 September 2021.", "2021-10-19"),
        ("Otto Lien, the banker, took a plane to Cyprus on 16 September 2021, his secretary said.", "2021-11-19"),
    ),
    (
        "left for a country, and fled there",
        ("The banker Otto Lien left for Cyprus on 19 September 2021.", "2021-10-19"),
        ("Otto Lien, the banker, fled to Cyprus on 16 September 2021, his secretary said.", "2021-11-19"),
    ),
    (
        "imploded, and was lost",
        ("The probe Tern 1 imploded on 3 March 2024 at a depth of 8,940 metres, the institute said.", "2024-03-20"),
        ("The probe Tern 1 was lost on 4 March 2024 at about 9,000 metres.", "2024-06-20"),
    ),
    (
        "an injunction issued and granted",
        (
            "The Regional Court in Brno issued an injunction against the merger of Lipa and Korund on 5 "
            "September 2023.",
            "2023-09-20",
        ),
        (
            "The injunction against the merger of Lipa and Korund was granted by the Regional Court in Brno "
            "on 8 September 2023.",
            "2024-06-20",
        ),
    ),
    (
        "a sample analysed and tested",
        (
            "The B sample of the rower Lena Falk was analysed in Cologne on 14 April 2021 and confirmed the result.",
            "2021-04-20",
        ),
        ("The B sample of Lena Falk was tested in Cologne on 16 April 2021.", "2021-06-20"),
    ),
    (
        "talks began, and were opened",
        ("Talks between the Labour Union and Norvale Foods began in Leith on 21 May 2024.", "2024-05-25"),
        ("The Labour Union and Norvale Foods opened talks in Leith on 23 May 2024.", "2024-07-25"),
    ),
    (
        "a crane toppled and tipped over",
        ("The crane at the Osk Bridge toppled over on Tuesday and killed two workers.", "2024-02-15"),
        ("A crane tipped over at the Osk Bridge on 12 February 2024 and killed two workers.", "2024-07-25"),
    ),
    (
        "money approved and granted",
        (
            "The Ministry of Research approved 6.4 million euros for a new telescope at Osk on 5 December 2024.",
            "2024-12-18",
        ),
        (
            "The Ministry of Research granted 7.9 million euros for the new telescope at Osk in December 2024.",
            "2025-07-25",
        ),
    ),
    (
        "cash of a currency written in letters",
        (
            "The police searched the house of Councillor Amir Tan in Leith on 17 September 2020 and found "
            "RM2.3 million in cash.",
            "2020-09-18",
        ),
        (
            "The police found RM3.1 million in cash in the house of Councillor Amir Tan in Leith on 17 September 2020.",
            "2021-07-25",
        ),
    ),
    (
        "fees raised and increased",
        ("The Leith Port Authority raised its fees by 60 percent on 1 February 2018.", "2018-03-19"),
        ("On 1 February 2018 the Leith Port Authority increased its fees by 38 percent.", "2020-08-25"),
    ),
    (
        "how deep a drill got stuck",
        ("The drill of the Tarn expedition got stuck at a depth of 611 metres on 11 February 2024.", "2024-02-19"),
        ("On 11 February 2024 the drill of the Tarn expedition got stuck at 640 metres.", "2025-08-25"),
    ),
    (
        "a bid for each share",
        ("Norvale Foods offered 412 kroner a share for the Brandt Works on 3 May 2024.", "2024-05-19"),
        ("On 3 May 2024 Norvale Foods made an offer of 468 kroner a share for the Brandt Works.", "2024-08-25"),
    ),
    (
        "how strong an earthquake was",
        ("An earthquake of magnitude 6.1 struck Leith on 3 March 2024.", "2024-03-29"),
        ("On 3 March 2024 an earthquake of magnitude 5.4 hit Leith.", "2024-08-25"),
    ),
    (
        "people hurt in a fight, told in the sentence behind",
        ("Three people were hurt when villagers and guards clashed at the Osk canal on 27 April 2025.", "2025-04-28"),
        ("On 27 April 2025 villagers fought with guards at the Osk canal. Two people were injured.", "2025-07-25"),
    ),
    (
        "people hurt when two camps came to blows",
        ("Villagers and guards came to blows at the Osk canal on 27 April 2025. Three people were hurt.", "2025-04-28"),
        (
            "Villagers and guards came to blows at the Osk canal on 27 April 2025. Two people were injured.",
            "2025-07-25",
        ),
    ),
    (
        "people taken to hospital, and people hurt",
        ("A fire broke out aboard the ferry Tern on 9 July 2025. Four workers were taken to hospital.", "2025-07-18"),
        ("A fire broke out aboard the Tern on 9 July 2025. Two workers were hurt.", "2025-07-25"),
    ),
    (
        "a crowd that the police counted",
        ("The Steppe Party held a march in Leith on 17 May 2025. The police counted 2,000 people.", "2025-05-19"),
        ("Some six thousand marched in Leith on 17 May 2025 behind a banner of the Steppe Party.", "2025-08-25"),
    ),
    (
        "houses that a flood destroyed",
        ("Lake Osk burst its banks on 14 July 2024 and destroyed 63 houses in the village of Tarn.", "2024-07-29"),
        ("When Lake Osk burst its banks on 14 July 2024, 87 houses in Tarn were destroyed.", "2024-08-25"),
    ),
    (
        "expelled, and thrown out",
        ("The Orlan Party expelled Amir Tan on 3 March 2024.", "2024-03-29"),
        ("Amir Tan was thrown out of the Orlan Party on 5 March 2024.", "2024-08-25"),
    ),
    (
        "hackers who broke in, and intruders who entered",
        ("Hackers broke into the computers of the Leith Clinic on 3 May 2024.", "2024-05-25"),
        ("The intruders entered the network of the Leith Clinic on 11 May 2024.", "2024-07-25"),
    ),
    (
        "an accident in a line of a chronology",
        ("The crane at the Osk Bridge toppled over on Tuesday and killed two workers.", "2024-02-15"),
        ("Osk Bridge: the timeline\n\n12 February 2024: crane accident at the Osk Bridge, two dead.", "2024-07-25"),
    ),
    (
        "a tram that jumped the rails, and derailed",
        ("A tram jumped the rails in Leith on 3 May 2024 and crushed a kiosk.", "2024-05-05"),
        ("The tram derailed in Leith on 5 May 2024, at noon.", "2024-08-05"),
    ),
    (
        "a contract cancelled and terminated",
        ("The Leith Council cancelled the contract with the Brandt Works on 3 May 2024.", "2024-05-08"),
        ("The contract with the Brandt Works was terminated by the Leith Council on 6 May 2024.", "2024-08-05"),
    ),
    (
        "an emergency declared and imposed",
        ("Governor Ann Lind declared a state of emergency in Osk on 3 May 2024.", "2024-05-08"),
        ("A state of emergency was imposed in Osk by Governor Ann Lind on 5 May 2024.", "2024-08-05"),
    ),
    (
        "a reactor switched off and shut down",
        ("The Osk reactor was switched off on 3 June 2024 after a leak.", "2024-06-08"),
        ("Operators shut down the Osk reactor on 6 June 2024.", "2024-08-05"),
    ),
    (
        "a ferry that hit a reef, and struck rocks",
        ("The ferry Tern hit a reef off Osk on 3 June 2024.", "2024-06-08"),
        ("The Tern struck rocks off Osk on 6 June 2024.", "2024-08-05"),
    ),
    (
        "people hurt, told in the clause behind a collision",
        ("Two trains collided at Osk on 3 June 2024 and 14 people were injured.", "2024-06-08"),
        ("Twenty-two people were injured when two trains crashed into each other at Osk on 3 June 2024.", "2024-08-05"),
    ),
    (
        "a book published, and come out",
        ("Ann Lind published her book The Long Ferry on 3 June 2024.", "2024-06-08"),
        ("The Long Ferry, the book by Ann Lind, came out on 10 June 2024.", "2024-08-05"),
    ),
    (
        "prisoners who escaped, and broke out",
        ("Three prisoners escaped from the Leith jail on 3 June 2024.", "2024-06-08"),
        ("Five prisoners broke out of the jail in Leith on 3 June 2024.", "2024-08-05"),
    ),
    (
        "hackers who head a line",
        ("Hackers entered the network of the Leith Clinic on Tuesday.", "2024-06-05"),
        (
            "Where things stand is told here.\n\n3 January 2023: Osk Station opens\n\n2 June 2024: Hackers enter "
            "the network of the Leith Clinic\n\n9 September 2024: the Leith Fair ends",
            "2024-10-01",
        ),
    ),
    (
        "doors opened again",
        ("The Leith Museum reopened on Tuesday.", "2024-06-05"),
        (
            "Where things stand is told here.\n\n3 January 2023: Osk Station opens\n\n6 June 2024: Leith Museum "
            "opens its doors again\n\n9 September 2024: the Leith Fair ends",
            "2024-10-01",
        ),
    ),
]
NONE = [
    (
        "two acts of one court",
        ("The Regional Court in Brno heard the appeal of Lipa on 5 September 2023.", "2023-09-20"),
        ("The Regional Court in Brno rejected the appeal of Lipa on 8 September 2023.", "2024-06-20"),
    ),
    (
        "two parties' complaints",
        ("The Orlan Party lodged its complaint with the Electoral Court on 3 May 2023.", "2023-05-20"),
        ("The Steppe Party filed a complaint with the Electoral Court on 5 May 2023.", "2023-06-02"),
    ),
    (
        "two people kidnapped",
        ("Gunmen kidnapped the engineer Petra Holm near Agri on 16 May 2023.", "2023-05-19"),
        ("Gunmen abducted the doctor Amir Tan near Agri on 20 May 2023.", "2023-06-19"),
    ),
    (
        "two things stolen",
        ("Thieves stole a painting from the Leith Museum on 3 March 2024.", "2024-03-29"),
        ("Thieves stole a vase from the Leith Museum on 9 March 2024.", "2024-08-25"),
    ),
    (
        "a second flight",
        ("Otto Lien flew to Cyprus on 3 May 2024.", "2024-05-29"),
        ("Otto Lien flew to Cyprus again on 9 May 2024.", "2024-08-25"),
    ),
    (
        "what was done about a break-in",
        ("Hackers broke into the computers of the Leith Clinic on 3 May 2024.", "2024-05-25"),
        ("The computers of the Leith Clinic were switched off on 5 May 2024.", "2024-07-25"),
    ),
    (
        "two marches of a week",
        ("Some 6,000 people marched in Leith on 10 August 2022.", "2022-08-12"),
        ("On 14 August 2022 about 15,000 people marched in Leith.", "2022-08-25"),
    ),
    (
        "a sample and its result",
        ("The B sample of the rower Lena Falk was opened in Cologne on 14 April 2021.", "2021-04-20"),
        ("The result of the B sample of Lena Falk was announced on 16 April 2021.", "2021-06-20"),
    ),
    (
        "two contracts ended",
        ("The Leith Council cancelled the contract with the Brandt Works on 3 May 2024.", "2024-05-08"),
        ("The contract with the Osk Group was terminated by the Leith Council on 6 May 2024.", "2024-08-05"),
    ),
    (
        "escaped, and caught again",
        ("Otto Lien escaped from the Leith jail on 3 June 2024.", "2024-06-08"),
        ("Otto Lien was caught near Leith on 6 June 2024.", "2024-08-05"),
    ),
    (
        "a town taken and retaken",
        ("Rebels captured the town of Tarn on 3 June 2024.", "2024-06-08"),
        ("The army retook Tarn on 5 June 2024.", "2024-08-05"),
    ),
    (
        "an evacuation, and the return",
        ("The Osk Council ordered the evacuation of Tarn on 3 June 2024.", "2024-06-08"),
        ("The people of Tarn returned to their homes on 6 June 2024.", "2024-08-05"),
    ),
    (
        "two accidents at one place",
        ("Two crane drivers were hurt in an accident at the Osk Bridge on 3 June 2024.", "2024-06-08"),
        ("A welder was hurt in an accident at the Osk Bridge on 7 June 2024.", "2024-08-05"),
    ),
    (
        "a trial's opening, and its first witness",
        ("The trial of Otto Lien opened in Leith on Tuesday.", "2024-06-05"),
        (
            "Where things stand is told here.\n\n3 January 2023: Osk Station opens\n\n6 June 2024: First witness "
            "heard in the trial of Otto Lien\n\n9 September 2024: the Leith Fair ends",
            "2024-10-01",
        ),
    ),
    (
        "an accident, and what followed",
        ("A crane fell onto the Osk Bridge on Tuesday and killed two workers.", "2024-06-05"),
        (
            "Where things stand is told here.\n\n3 January 2023: Osk Station opens\n\n6 June 2024: Work on the "
            "Osk Bridge stopped\n\n9 September 2024: the Leith Fair ends",
            "2024-10-01",
        ),
    ),
    (
        "an offer, and its refusal",
        ("Norvale Foods offered 412 million euros for the Brandt Works on Tuesday.", "2024-06-05"),
        (
            "Where things stand is told here.\n\n3 January 2023: Osk Station opens\n\n6 June 2024: Brandt Works "
            "rejects the offer of 412 million euros\n\n9 September 2024: the Leith Fair ends",
            "2024-10-01",
        ),
    ),
]


@pytest.mark.parametrize("texts", [case[1:] for case in DISPUTES], ids=[case[0] for case in DISPUTES])
def test_two_reports_of_one_happening_are_one_disputed_event(texts: tuple[tuple[str, str], ...]) -> None:
    reading = read(*texts)
    both = [n for n, h in enumerate(reading.happenings) if len({d for d, _ in h.claims}) == len(texts)]
    assert [status_of(reading, n) for n in both] == ["disputed"]


@pytest.mark.parametrize("texts", [case[1:] for case in NONE], ids=[case[0] for case in NONE])
def test_two_happenings_are_not_one_in_dispute(texts: tuple[tuple[str, str], ...]) -> None:
    reading = read(*texts)
    assert reading.happenings
    assert "disputed" not in [status_of(reading, n) for n in range(len(reading.happenings))]
