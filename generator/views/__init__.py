"""What the templates print, one module per kind of page: Briefing -> frozen dataclasses. No HTML, Pelican or I/O."""
