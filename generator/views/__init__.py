"""What the templates print: one module per kind of page, Briefing -> frozen dataclasses. No HTML, no Pelican, no I/O."""
