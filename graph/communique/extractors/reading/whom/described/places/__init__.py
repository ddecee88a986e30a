"""Where a text is: the host, the site, the state spoken of, and "there"."""
