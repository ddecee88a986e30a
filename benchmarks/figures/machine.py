"""What figures were made on."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import packages_distributions, version
from importlib.util import find_spec

from spacy.language import Language

from communique.extractors.model import PACKAGES


@dataclass(frozen=True, slots=True)
class Machine:
    """What figures depend on besides the code.

    Attributes:
        python: Version of the interpreter.
        model: Language model and its version.
        package: Distribution that brought it, and the version of that.
        cores: Processors of the machine.
        system: Operating system and architecture.
    """

    python: str
    model: str
    package: str
    cores: int
    system: str

    @classmethod
    def running(cls, nlp: Language) -> "Machine":
        """This machine with a language model that was loaded from one of ``PACKAGES``."""
        meta = nlp.meta
        module = next(name for name in PACKAGES if find_spec(name) is not None)
        package = packages_distributions()[module][0]
        return cls(
            platform.python_version(),
            f"{meta['lang']}_{meta['name']} {meta['version']}",
            f"{package} {version(package)}",
            os.cpu_count() or 1,
            f"{platform.system()} {platform.machine()}",
        )

    def __str__(self) -> str:
        """The machine in words."""
        cores = f"{self.cores} core" + "s" * (self.cores != 1)
        return f"Python {self.python}, {self.model} ({self.package}), {cores}, {self.system}"
