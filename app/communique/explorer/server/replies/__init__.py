"""What the server answers, interface by interface as ``web/src/api.ts`` has it."""
