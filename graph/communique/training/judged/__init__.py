"""Releases whose candidate statements were judged one by one, and nothing else of them."""
