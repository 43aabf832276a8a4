"""The command line, called in this process."""

import pytest
from typer.testing import CliRunner, Result

from service.cli.main import app
from service.products import products

PRODUCT_OF = {
    "evaluate-bulk": "bulk",
    "replay": "bulk",
    "export-evaluations": "bulk",
    "impact": "bulk",
    "passport": "battery",
    "cbam": "cbam",
    "quarterly-report": "cbam",
    "claims": "claims",
    "rank": "rating",
    "ratings": "rating",
    "weights": "rating",
}
"""Commands, or groups of commands, that a product adds."""


def unless_taken_out(command: object) -> None:
    """Skip a test that calls a command whose product is not in the tree."""
    product = PRODUCT_OF.get(str(command))
    if product is not None and not any(name.endswith(f".{product}") for name in products()):
        pytest.skip(f"{product} is taken out of the tree")


def touchstone(*arguments: object) -> Result:
    """Call `touchstone` as a shell would, with arguments that need not be text."""
    unless_taken_out(arguments[0] if arguments else None)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answered(*arguments: object) -> str:
    """Call it likewise, and give what it says when nothing is wrong."""
    result = touchstone(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout
