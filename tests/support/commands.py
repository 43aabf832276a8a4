"""The command line, called in this process."""

from collections.abc import Sequence
from typing import Any

import pytest
from click import testing
from click.testing import Result

from service.cli.main import app
from service.configuration.products import products

__all__ = ["CliRunner", "Result", "answered", "touchstone", "unless_taken_out"]

PRODUCT_OF = {
    "batch screen": "bulk",
    "batch replay": "bulk",
    "evaluation export": "bulk",
    "draft impact": "bulk",
    "dossier passport": "battery",
    "dossier pact": "footprint",
    "dossier ratings": "rating",
    "evaluation rank": "rating",
    "draft weights": "rating",
    "cbam": "cbam",
    "inventory": "inventory",
    "claims": "claims",
}
"""Commands, or nouns with all their commands, that a product adds."""
_FORMER = {
    "evaluate-bulk": "bulk",
    "replay": "bulk",
    "export-evaluations": "bulk",
    "impact": "bulk",
    "passport": "battery",
    "quarterly-report": "cbam",
    "rank": "rating",
    "ratings": "rating",
    "weights": "rating",
}
"""The same, as they were called before."""


class CliRunner(testing.CliRunner):
    """Calls `touchstone` as a shell would; commands may still be called as they were before."""

    def invoke(self, cli: Any, args: Any = None, **given: Any) -> Result:  # type: ignore[override]
        """Call a command by its name of now."""
        return super().invoke(cli, named_now(args or ()), **given)


def named_now(arguments: Sequence[str]) -> list[str]:
    """Put the name that a command has now in place of the one that it had."""
    return app.renamed([*arguments])[1]


def product_of(*command: object) -> str | None:
    """Give the product that adds a command."""
    words = [str(word) for word in command]
    return PRODUCT_OF.get(" ".join(words[:2])) or (PRODUCT_OF | _FORMER).get(words[0] if words else "")


def unless_taken_out(*command: object) -> None:
    """Skip a test that calls a command whose product is not in the tree."""
    product = product_of(*command)
    if product is not None and not any(name.endswith(f".{product}") for name in products()):
        pytest.skip(f"{product} is taken out of the tree")


def touchstone(*arguments: object) -> Result:
    """Call `touchstone` as a shell would, with arguments that need not be text."""
    unless_taken_out(*arguments)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answered(*arguments: object) -> str:
    """Call it likewise, and give what it says when nothing is wrong."""
    result = touchstone(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout
