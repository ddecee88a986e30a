"""Requests that nobody would think of, made from the description of the API."""

from typing import Any, TypeAlias

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

Operation: TypeAlias = APIOperation[Any, Any, Any, Any]
Request: TypeAlias = Case[Any]

EXAMPLES = 2
"""Requests of each kind to each route; a longer run is made by hand."""

KNOWN = {
    "/api/entities/{id}": ["person-rosa-hammerstein", "organisation-harbour-league"],
    "/api/releases/{id}": ["a", "d"],
    "/api/questions/{name}": ["most-connected", "planned-meetings"],
}
"""What nobody finds by chance."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
_SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_every_answer_is_as_described_and_none_is_a_failure(browser: TestClient) -> None:
    schema = schemathesis.openapi.from_dict(browser.get("/api/openapi.json").json())
    told = [p for path in schema.raw_schema["paths"].values() for op in path.values()
            for p in op.get("parameters", ())]  # fmt: skip
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]

    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            attack(browser, operation, mode)

    assert len(operations) > 20
    assert [parameter["name"] for parameter in told if not parameter.get("description")] == []


def attack(browser: TestClient, operation: Operation, mode: GenerationMode) -> None:
    """Send requests that are right, or wrong, and look at each answer."""
    known = st.sampled_from([*KNOWN.get(operation.path, []), None])

    @_SETTINGS
    @given(operation.as_strategy(generation_mode=mode), known)
    def sent(case: Request, name: str | None) -> None:
        if name is not None:
            case.path_parameters = dict.fromkeys(case.path_parameters, name)
        answer = browser.request(**_request(case, str(browser.base_url)))
        case.validate_response(answer, checks=CHECKS)

    try:
        sent()
    except Unsatisfiable:  # without parameters nothing can be wrong
        assert mode is GenerationMode.NEGATIVE
        assert not list(operation.iter_parameters())


def _request(case: Request, address: str) -> dict[str, Any]:
    """The parts of a request, as the client of the tests takes them."""
    parts = case.as_transport_kwargs(base_url=address)
    names = {"method": "method", "url": "url", "params": "params", "json": "json"}
    names |= {"data": "content", "headers": "headers"}
    return {names[name]: value for name, value in parts.items() if name in names}
