"""Judging who is who, a pair at a time.

The process that resolves a large ledger imports this package, so it imports nothing by itself.
"""
