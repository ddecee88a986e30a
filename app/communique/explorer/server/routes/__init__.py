"""The routes under ``/api``."""

from communique.explorer.server.routes import facts, graph, network

ROUTERS = (graph.router, network.router, facts.router)
"""All of them, in the order in which the description of the API has them."""
