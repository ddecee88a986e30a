"""Taking a question apart: names, times, offices, numbers, and words by what they say."""
