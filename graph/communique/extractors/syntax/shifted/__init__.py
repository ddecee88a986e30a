"""Words that a parse hangs on what stands between them and their verb."""
