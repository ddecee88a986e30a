"""How the watching goes, for people and for programs that look after it."""
