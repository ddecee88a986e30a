"""Commands that work on the ledger and bring the store up to date."""
