"""Offices that lead names from farther off: behind their field of work, or several names."""
