"""Which people are compared, and how those that are alike are put together."""
