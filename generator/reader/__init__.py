"""A language model as second reader: it proposes claims and names, and an editor decides.

What it says is worth nothing by itself. A claim counts only where its quote stands in the article word for word and our
own tagger reads the date that the model gives from the quote's own words (`proof`); what passes becomes a draft that
bears the model's name and takes part in nothing (`proposing`). `asking` alone sends text to a model, and only to one
that the settings name.
"""
