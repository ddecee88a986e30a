"""Reading sentences: frames as data, whom words mean, when and where things happen."""
