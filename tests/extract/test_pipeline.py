"""The pipeline that is walked here, beside spaCy's own way through it: the same parse, to the last bit."""

from generator.extract import nlp, pipeline

TEXTS = [
    "Ms. Orla Venn of the Kestrel Ferry Company said on 3 May 2031 that she'd sell two ships to Norway for $4 million.",
    "",
    "MARSTAD, April 3 (Coastal Wire) – The council couldn't agree.\n\nWhat's more, it hasn't been told, but it'll be.",
    "The more they paid, the less they got. Nobody's boat is theirs; all of them are going to be re-elected.",
    " \n\n",
    "So that's that, as well as the rest: either this one or those, neither of which anyone who was there had seen. "
    * 40,
    "Rain.",
]


def test_texts_are_parsed_just_as_by_spacy_itself() -> None:
    model = nlp.load()
    stock = [nlp.packed(doc) for doc in model.pipe(TEXTS)]
    for size in (1, 3, 32):
        ours = list(pipeline.run(model, TEXTS, size))
        assert [doc.text for doc in ours] == TEXTS
        assert [nlp.packed(doc) for doc in ours] == stock
    assert any(t.ent_type_ for doc in ours for t in doc)
    assert any(t.lemma_ == "would" for doc in ours for t in doc)


def test_rules_of_one_word_and_of_several_act_in_the_order_in_which_they_were_written() -> None:
    import spacy

    model = spacy.blank("en")
    ruler = model.add_pipe("attribute_ruler")
    rules = [
        ([[{"LOWER": "port"}]], {"LEMMA": "first"}, 0),
        ([[{"LOWER": "the"}, {"LOWER": "port"}]], {"LEMMA": "second"}, 1),
        ([[{"LOWER": {"IN": ["port", "quay"]}}]], {"POS": "NOUN"}, 0),
        ([[{"IS_TITLE": True}], [{"LOWER": "quay"}]], {"LEMMA": "fourth"}, 0),
    ]
    for patterns, attributes, index in rules:
        ruler.add(patterns, attributes, index=index)  # type: ignore[attr-defined]
    text = "Near the port a port has no quay."
    (doc,) = pipeline.run(model, [text])
    assert nlp.packed(doc) == nlp.packed(model(text))
    assert [t.lemma_ for t in doc if t.lemma_] == ["fourth", "second", "first", "fourth"]
