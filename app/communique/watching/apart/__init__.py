"""Processes of their own for what comes from outside: what ends one ends no watch."""
