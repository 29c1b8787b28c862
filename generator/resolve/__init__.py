"""Over all documents: mentions become entities, claims become events."""
