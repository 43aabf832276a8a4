"""What does each scheme add to the shell and the server?

Every package here is one scheme. Nothing outside imports it: what it adds is found by the name of its modules, so a
scheme can be taken out of the house and the rest still stands. `commands` has `register(app)`; `shown` has `SHOWN`,
which names its commands under the heads of the general help, and `SENTENCES`, which says what each of them and each
group does, may have `HEADS` of its own there, and loads nothing; `services` has `NAMES` and
`add(server, settings, parts)`, which puts on `parts` what is to be closed at the end; `table_imports` has `KINDS`, the
kinds of workbook that it reads as reference tables.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def additions(kind: str) -> Iterator[ModuleType]:
    """Give the module of this name of every scheme that has one, by the name of the scheme."""
    for scheme in sorted(module.name for module in iter_modules(__path__)):
        name = f"{__name__}.{scheme}.{kind}"
        if find_spec(name) is not None:
            yield import_module(name)
