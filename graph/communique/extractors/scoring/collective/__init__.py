"""A second look at what the scorer holds likely: each statement beside all others of a release.

The scorer judges every pair by itself. Which of two events somebody attended, or which of two
states an office is in, shows only where both are seen together (collective classification).
"""
