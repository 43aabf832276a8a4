"""How is a command found without loading the modules of all others?"""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from typer._click.core import Command as AnyCommand


class Later(MutableMapping[str, "AnyCommand"]):
    """Commands by their names, each read with its module, which has `register(app)`, when it is first wanted."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Know in which module each command stands."""
        self._modules = dict(modules)
        self._read: dict[str, AnyCommand] = {}

    def __getitem__(self, name: str) -> AnyCommand:
        if name not in self._read and name in self._modules:
            app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
            import_module(self._modules[name]).register(app)
            self._read |= typer.main.get_group(app).commands
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)

    def __setitem__(self, name: str, command: AnyCommand) -> None:
        self._modules[name], self._read[name] = "", command

    def __delitem__(self, name: str) -> None:
        del self._modules[name]
        self._read.pop(name, None)
