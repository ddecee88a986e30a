"""Parsing: mentions masked as words, arguments of verbs, the stance of a clause."""
