"""A small tuned encoder, asked where the scorer is unsure: what the words of a sentence tell.

Nothing is imported here: the digest of its file is asked for before anything is read.
"""
