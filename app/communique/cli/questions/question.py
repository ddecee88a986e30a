"""A question at the terminal: what it takes, what it returns, an example and its Cypher."""

from typing import TYPE_CHECKING

from communique.cli.console import say, say_table

if TYPE_CHECKING:
    from communique.queries.catalogue import Parameter, Template


def say_template(template: "Template", options: str = "") -> None:
    """Print what a person needs to know to ask it.

    Args:
        template: The question.
        options: That a command needs as well to find it.
    """
    from communique.queries.catalogue.wording import asking, command

    say(template.question)
    if template.parameters:
        say("")
        say_table(("option", "value", "left out", "meaning"), map(_taken, template.parameters))
    say("")
    say_table(("column", "holds"), ((c.name, c.description) for c in template.columns))
    say("")
    if template.example:
        say(command(template) + options)
    if words := asking(template):
        say(words + options)
    say("")
    say(template.statement)


def _taken(parameter: "Parameter") -> tuple[str, str, str, str]:
    from communique.queries.catalogue.wording import taken

    left_out = parameter.default or "" if not parameter.required else "must be given"
    return f"--{parameter.name}", taken(parameter), left_out, parameter.description
