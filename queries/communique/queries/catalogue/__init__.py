"""The catalogue of questions: templates of the package, and of one's own."""

from communique.queries.catalogue.head import Fault, MalformedTemplateError, parse
from communique.queries.catalogue.own import OwnTemplates, UnreadableTemplatesError, read_own
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
    "Fault",
    "Group",
    "MalformedTemplateError",
    "OwnTemplates",
    "Parameter",
    "ParameterKind",
    "Template",
    "UnreadableTemplatesError",
    "catalogue",
    "parse",
    "read_own",
    "template",
]
