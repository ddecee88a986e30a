"""Who is who across releases."""
