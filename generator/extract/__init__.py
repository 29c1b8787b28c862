"""From one document to its mentions, times and claims; one module per question."""
