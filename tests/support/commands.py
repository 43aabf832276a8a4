"""The command line, called in this process."""

import pytest
from click.testing import CliRunner, Result

from service.cli.main import app
from service.configuration.products import products

__all__ = ["Result", "answered", "touchstone", "unless_taken_out"]

PRODUCT_OF = {
    "batch screen": "bulk", "batch replay": "bulk", "evaluation export": "bulk", "draft impact": "bulk",
    "dossier passport": "battery", "dossier pact": "footprint", "dossier ratings": "rating",
    "evaluation rank": "rating", "draft weights": "rating", "cbam": "cbam", "inventory": "inventory",
    "claims": "claims",
}  # fmt: skip
"""Commands, or nouns with all their commands, that a product adds."""


def product_of(*command: object) -> str | None:
    words = [str(word) for word in command]
    return PRODUCT_OF.get(" ".join(words[:2])) or PRODUCT_OF.get(words[0] if words else "")


def unless_taken_out(*command: object) -> None:
    """Skip a test of a command that belongs to a removed product."""
    product = product_of(*command)
    if product is not None and not any(each.name == product and each.is_installed for each in products()):
        pytest.skip(f"{product} is taken out of the tree")


def touchstone(*arguments: object) -> Result:
    """Call `touchstone` as a shell would, with arguments that need not be text."""
    unless_taken_out(*arguments)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answered(*arguments: object) -> str:
    """Run a command that must succeed and return its output."""
    result = touchstone(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout
