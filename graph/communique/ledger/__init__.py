"""The record: every statement of every release, the one source of truth."""
