"""Going to the web: feeds by conditional requests, and the articles that they lead to."""
