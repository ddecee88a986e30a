"""The networks of the model, of which words and rows are counted once."""
