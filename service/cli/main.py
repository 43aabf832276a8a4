"""Entry point of the touchstone command."""

from __future__ import annotations

import atexit
import gc
import os
from typing import TYPE_CHECKING

from rules.contracts import InputError, set_build_cache
from service.base.cache_folder import CacheFolder
from service.cli.typer_front_end import RootGroup
from service.configuration.products import check_commands, product_files
from service.output.terminal.command_declarations import COMMAND_FILE, BilingualText, read_commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts import Violation

# Start-up creates some 100,000 permanent objects. Scanning them for garbage would take a tenth of a short command.
gc.set_threshold(200_000, 10, 10)
# Avoid a scan of equal cost at exit. All resources that need closing are closed by their users.
atexit.register(gc.freeze)
# No pydantic plugin is used. Searching for plugins reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
set_build_cache(CacheFolder.of_current_user())

_EXAMPLES = (
    "dossier template zero-carbon-factory --out factory.xlsx",
    "evaluate zero-carbon-factory examples/worked-factory.yaml --as-of 2026-11-20",
    "evaluation list organizations/example --server 127.0.0.1:50051 --language zh",
)
_HELP_ORDER = (
    "evaluate", "verify", "explain", "simulate", "plan", "report", "check", "new", "publish", "serve", "workbench",
    "mcp",
    "card list", "card show", "card diff", "card calendar", "card export", "card plan", "card repeal",
    "dossier template", "dossier schema", "dossier measures",
    "evaluation list", "batch evaluate", "batch plan",
    "draft format", "draft list", "table list", "evidence add", "case open", "case show", "correction find",
    "proof bundle", "data backup",
    "server status",
)  # fmt: skip
_PACKAGES = (
    "service.cli",
    "service.batch",
    "service.drafts",
    "service.calendar",
    "service.cases",
    "service.erasure",
    "service.events",
    "service.evidence",
    "service.feeds",
    "service.mail",
    "service.proofs",
    "service.mappings",
    "service.monitoring",
    "service.shadow",
)


def build_command_tree() -> RootGroup:
    """Build the command tree; if a product cannot load, every command is refused."""
    built_in_files = [*map(read_commands, _PACKAGES)]
    faults: Sequence[Violation] = ()
    try:
        files = [*built_in_files, *product_files(COMMAND_FILE, read_commands)]
        check_commands(
            [("", __name__), *((noun, file.path) for file in files for noun in file.nouns)],
            [(command.name, file.path) for file in files for command in file.commands],
        )
    except InputError as error:
        files, faults = built_in_files, error.violations
    nouns: dict[str, BilingualText] = {}
    for file in files:
        nouns |= file.nouns
    root = RootGroup(nouns, _EXAMPLES, _HELP_ORDER, faults)
    root.add(command for file in files for command in file.commands)
    return root


app = build_command_tree()

if __name__ == "__main__":
    app()
