"""Reading releases in: newswire files, folders, web pages, feeds and documents."""
