"""What holds by how somebody or something is called, and what follows from other statements."""
