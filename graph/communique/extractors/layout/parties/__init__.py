"""Those whom one sentence names together, and the states of an operation among them."""
