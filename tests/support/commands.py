"""The command line, called in this process."""

from typer.testing import CliRunner, Result

from service.cli.main import app


def touchstone(*arguments: object) -> Result:
    """Call `touchstone` as a shell would, with arguments that need not be text."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
