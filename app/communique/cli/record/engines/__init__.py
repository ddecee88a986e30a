"""Who reads the releases of a build: this machine, or a cluster."""
