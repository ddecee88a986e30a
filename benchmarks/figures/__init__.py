"""What the benchmarks share: how figures are laid out, where they go and what they were made on."""
