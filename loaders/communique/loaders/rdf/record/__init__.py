"""What a ledger holds as named graphs, and back: one graph for each release, one of judgements.

Beside the graphs that partners read these are for the project itself: every text, statement and
quote as it was recorded, nothing normalised or merged, so that a ledger can be made of them. Each
row of the ledger is a node, each of its columns a property, as in the W3C's Direct Mapping.

Nothing is imported here: who writes does not load what reading needs.
"""
