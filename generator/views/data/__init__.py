"""What the site gives to other programs: rows, documents and links, as values that no page prints."""
