"""Commands that write files and figures."""
