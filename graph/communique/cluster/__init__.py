"""Reading releases on a Ray cluster: the same statements, by many processes on many machines.

Nothing here is imported by who builds on one machine; Ray and Arrow come with ``communique[ray]``.
"""
