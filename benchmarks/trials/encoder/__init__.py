"""A small pretrained encoder beside the scorer: what it would add (docs/decisions/0008)."""
