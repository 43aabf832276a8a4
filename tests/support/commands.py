"""The command line, called in this process."""

from typer.testing import CliRunner, Result

from service.cli.main import app


def touchstone(*arguments: object) -> Result:
    """Call `touchstone` as a shell would, with arguments that need not be text."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answered(*arguments: object) -> str:
    """Call it likewise, and give what it says when nothing is wrong."""
    result = touchstone(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout
