"""From the text of a release to statements with their evidence."""
