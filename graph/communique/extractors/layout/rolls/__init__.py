"""Lines in a row of which the words above them say what they have in common."""
