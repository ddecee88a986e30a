"""The routes under ``/api``."""

from communique.explorer.server.routes import (
    cypher,
    entities,
    facts,
    graph,
    network,
    overviews,
    questions,
    releases,
    review,
)

ROUTERS = (
    graph.router,
    network.router,
    facts.router,
    overviews.router,
    entities.router,
    releases.router,
    questions.router,
    review.router,
    cypher.router,
)
"""All of them, in the order in which the description of the API has them."""
