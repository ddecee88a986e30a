"""The catalogue of questions: the templates of the package and what their heads declare."""

from communique.queries.catalogue.head import parse
from communique.queries.catalogue.shelf import catalogue, template
from communique.queries.catalogue.template import (
    Column,
    ColumnKind,
    Group,
    Parameter,
    ParameterKind,
    Template,
)

__all__ = [
    "Column",
    "ColumnKind",
    "Group",
    "Parameter",
    "ParameterKind",
    "Template",
    "catalogue",
    "parse",
    "template",
]
