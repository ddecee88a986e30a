"""``communique review``: judge who is who."""

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, progress, say, say_json, say_table
from communique.cli.identity import judgements
from communique.cli.identity.show import (
    plain_decision,
    plain_party,
    plain_question,
    say_sides,
)
from communique.cli.identity.sides import AT, named_entity, sides_of
from communique.cli.identity.walk import walk
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace, settings_of
from communique.cli.wrong_use import WrongUseError
from communique.graph import Judgement, Ruling, Side
from communique.workspace.clock import now

if TYPE_CHECKING:
    from communique.builder.review import Question

review = typer.Typer(
    help="""Judge who is who, and see why entities are one or two.

Without a command it asks about each pair that the rules are not sure of, the evidence side by
side. Every answer is kept in the ledger at once, overrules the rules, survives rebuilds, and can
be undone.
""",
    invoke_without_command=True,
    epilog="""\
communique review

communique review list

communique review explain "Ada Lind"

communique review different person-ada-lind@RELEASE person-ada-lind --reason "her daughter"
""",
)

Author = Annotated[
    str | None,
    typer.Option("--author", metavar="NAME", help="Who judges; else COMMUNIQUE_AUTHOR."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, to be kept.")]
Entity = Annotated[
    str, typer.Argument(help="A name or an id; NAME@RELEASE is who has the name there.")
]


@review.callback()
def ask(
    context: typer.Context,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Ask also what was answered with unsure.")
    ] = False,
    author: Author = None,
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Ask about the pairs that the rules are not sure of."""
    if context.invoked_subcommand is not None:
        return
    from communique.builder.review import questions

    workspace = Workspace.of(context, data, store)
    with workspace.ledger() as ledger, workspace.writing():
        with progress("resolving"):
            open_ = questions(ledger, again=again)
        if not open_:
            say("nothing to judge: the rules are sure of every pair")
            return

        def judge(question: "Question", ruling: Ruling) -> None:
            sides = question.one.side, question.other.side
            ledger.judgements.add([_judgement(ruling, *sides, "", _who(context, author))])

        answered = walk(open_, judge)
    say(f"\n{counted(answered, 'answer')}, {len(open_) - answered} left")
    if answered:
        judgements.bring_up(workspace)


@review.command("list", epilog="communique review list --json")
def list_questions(
    context: typer.Context,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Also what was answered with unsure.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the pairs that the rules are not sure of, that on which most facts hang first."""
    from communique.builder.review import questions

    with Workspace.of(context, data).ledger() as ledger, progress("resolving"):
        found = questions(ledger, again=again)
    if as_json:
        say_json([plain_question(question) for question in found])
        return
    say_table(
        ("one", "other", "facts", "score", "why not sure"),
        (
            (q.one.entity.id, q.other.entity.id, str(q.facts), f"{q.score:.2f}", q.reason)
            for q in found
        ),
    )
    say(f"{counted(len(found), 'pair')}; `communique review` asks about each")


@review.command(epilog='communique review explain "Ada Lind"')
def explain(
    context: typer.Context, entity: Entity, data: Data = None, as_json: AsJson = False
) -> None:
    """Explain an entity: where it stands, and what made it one or kept it from others."""
    from communique.builder import project_with_decisions
    from communique.builder.review import decisions_about, parties_of

    with Workspace.of(context, data).ledger() as ledger, progress("resolving"):
        projection = project_with_decisions(ledger)
        id_ = named_entity(ledger, projection, *entity.partition(AT)[::2])
        party = parties_of(ledger, projection, {id_})[id_]
    entities = projection.resolution.entities
    made = [
        plain_decision(decision, list(dict.fromkeys(entities[local].id for local in decision.ids)))
        for decision in decisions_about(projection, id_)
    ]
    if as_json:
        say_json(plain_party(party) | {"decisions": made})
        return
    say(f"{party.entity.name} ({id_})")
    say_table(
        ("release", "there called", "published", "says"),
        (
            (m.anchor.release, m.anchor.name, m.published or "", " ".join(m.quote.split()))
            for m in party.mentions
        ),
    )
    for decision in made:
        others = [name for name in decision["entities"] if name != id_]
        against = f" with {', '.join(others)}" if others else ""
        say(f"{decision['kind']}{against} ({decision['score']:.2f}): {decision['reason']}")
        for feature in decision["features"]:
            say(f"  {feature['weight']:+.1f} {feature['name']}")


@review.command(epilog='communique review same "Ada Lind" "A. Holm" --reason "married in 2021"')
def same(
    context: typer.Context,
    one: Entity,
    other: Entity,
    *,
    reason: Reason = "",
    author: Author = None,
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Say that two entities are one."""
    workspace = Workspace.of(context, data, store)
    _judge(workspace, Ruling.SAME, (one, other), reason, _who(context, author))


@review.command(epilog="communique review different person-ada-lind@RELEASE person-ada-lind")
def different(
    context: typer.Context,
    one: Entity,
    other: Entity,
    *,
    reason: Reason = "",
    author: Author = None,
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Say that two entities are not one, or that one entity is two.

    To part one entity, name the release that means somebody else: NAME@RELEASE.
    """
    workspace = Workspace.of(context, data, store)
    _judge(workspace, Ruling.DIFFERENT, (one, other), reason, _who(context, author))


for command, name, epilog in judgements.COMMANDS:
    review.command(name, epilog=epilog)(command)


def _judge(
    workspace: Workspace, ruling: Ruling, typed: tuple[str, str], reason: str, author: str
) -> None:
    from communique.builder import project_with_decisions

    with workspace.ledger() as ledger, workspace.writing():
        with progress("resolving"):
            one, other = sides_of(ledger, project_with_decisions(ledger), *typed)
        judgement = _judgement(ruling, one.side, other.side, reason, author)
        added = ledger.judgements.add([judgement])
    say_sides(one, other)
    judgements.say_replaced(added.replaced)
    if not added.written:
        say("the ledger holds this judgement already")
        return
    say(f"recorded as {judgement.key}: {ruling}")
    judgements.bring_up(workspace)


def _judgement(ruling: Ruling, one: Side, other: Side, reason: str, author: str) -> Judgement:
    day = now()[: len("2024-05-03")]
    try:
        return Judgement(ruling, one, other, reason, author, day)
    except ValueError as error:  # a person and a country are not one
        raise WrongUseError(str(error)) from error


def _who(context: typer.Context, author: str | None) -> str:
    return settings_of(context).author if author is None else author
