"""Asking the model; the only module that loads the packages of the extra."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.exceptions import (
    ModelConnectionError,
    ModelHTTPError,
    ModelRequestTimeout,
    ModelTimeoutError,
    UnexpectedModelBehavior,
)
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputSpec
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings

from communique.extractors.llm.answer import Answer
from communique.extractors.llm.endpoint import Endpoint, Output

Form = TypeVar("Form", bound=BaseModel)
"""What an answer is parsed into."""

_NAME = "report_statements"
_PROVIDER = "communique"
_MESSAGE = 200
"""Characters of a server's own message that are passed on."""
_PAUSES = 8.0
"""Seconds that the client waits at most before it sends a request again, unless it is told to."""


async def ask(endpoint: Endpoint, instructions: str, questions: Sequence[str]) -> list[Answer]:
    """What the model states, in the order of the questions, as ``ask_for`` asks."""
    return await ask_for(endpoint, instructions, questions, Answer, _NAME)


async def ask_for(
    endpoint: Endpoint, instructions: str, questions: Sequence[str], form: type[Form], name: str
) -> list[Form]:
    """The model's answers of a form, in the order of the questions; each is asked by itself.

    A request that fails is sent again, and an answer of the wrong form is sent back, as often as
    the endpoint says; then the error comes out.

    Args:
        endpoint: Which model, and the limits.
        instructions: What holds for all questions.
        questions: What is asked.
        form: Of each answer.
        name: What the form is called in the request.
    """
    provider = OpenAICompatibleProvider(_PROVIDER, base_url=endpoint.url, api_key=endpoint.key)
    async with provider.client:
        model = OpenAIChatModel(endpoint.model, provider=provider)
        agent = Agent(
            model,
            output_type=_form(endpoint.output, form, name),
            instructions=instructions,
            retries=endpoint.retries,
            model_settings=_limits(endpoint, reasons=_reasons(model)),
        )
        return [(await agent.run(question)).output for question in questions]


def reason(error: Exception, endpoint: Endpoint) -> str:
    """Why asking failed, in one line for the report, without the key."""
    where = f"{endpoint.model} at {endpoint.url}"
    if isinstance(error, ModelHTTPError):
        said = f"{where} answered with status {error.status_code}{_message(error)}"
    elif isinstance(error, ModelTimeoutError | ModelRequestTimeout):
        said = f"{where} did not answer within {endpoint.timeout:g} s"
    elif isinstance(error, ModelConnectionError):
        said = f"no connection to {where}: {_cause(error)}"
    elif isinstance(error, UnexpectedModelBehavior):
        said = f"{where} gave no answer of the form asked for"
    else:
        said = f"{where} could not be asked: {type(error).__name__}: {str(error)[:_MESSAGE]}"
    return endpoint.hidden(" ".join(said.split()))


def _form(output: Output, form: type[Form], name: str) -> OutputSpec[Form]:
    """The typed answer in the way the endpoint wants it asked for."""
    if output is Output.TOOL:
        return ToolOutput(form, name=name)
    if output is Output.SCHEMA:
        return NativeOutput(form, name=name)
    return PromptedOutput(form, name=name)


def _limits(endpoint: Endpoint, *, reasons: bool) -> ModelSettings:
    """How long a request may take, also if a server sends drop by drop; the likeliest words.

    Args:
        endpoint: The limits.
        reasons: Whether the model reasons before it answers; such a one refuses a temperature.
    """
    limits = ModelSettings(
        timeout=endpoint.timeout,
        request_timeout=endpoint.timeout * (endpoint.retries + 1) + _PAUSES * endpoint.retries,
        max_retries=endpoint.retries,
    )
    return limits if reasons else limits | ModelSettings(temperature=0.0)


def _reasons(model: OpenAIChatModel) -> bool:
    return bool(OpenAIModelProfile(**model.profile).get("openai_supports_reasoning"))


def _message(error: ModelHTTPError) -> str:
    """What the server says about an error, if it says it in OpenAI's form."""
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("error"), dict):
        body = body["error"]
    message = body.get("message") if isinstance(body, dict) else None
    return f": {message[:_MESSAGE]}" if isinstance(message, str) else ""


def _cause(error: BaseException) -> str:
    """What lies at the bottom of an error of connection."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error)[:_MESSAGE] or type(error).__name__
