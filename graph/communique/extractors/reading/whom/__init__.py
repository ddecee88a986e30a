"""Whom words mean: mentions, pronouns, nouns, speakers, officials without a name."""
