"""From feeds to ledger to graph."""
