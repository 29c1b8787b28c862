"""From one document to its mentions, times and claims; one module per question.

Modules of one prefix are a family, and what each family answers, and where to begin to read it, stands in
docs/architecture.md under "The largest room". The way of a document is in `stage`: `mentions.find` and `agree`, then
`times.read`, `parsed.read` (the parse, mended; nobody changes it after that), `claims.find`, `parts.tell`, `roles`.
"""
