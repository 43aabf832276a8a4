"""Golden outputs of `claims check`: ten documented console examples with a line limit."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app
from tests.support.claims.checking_claims import SCORECARDS

_PAGE = (Path(__file__).parent / "ordinary_texts.md").read_text(encoding="utf-8")
EXAMPLES = [block.partition("```\n")[0] for block in _PAGE.split("```console\n$ touchstone ")[1:]]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("number", range(10))
def test_an_ordinary_text_is_answered_as_printed(number: int) -> None:
    command, _, printed = EXAMPLES[number].partition("\n")
    shown = CliRunner().invoke(app, [*shlex.split(command), "--gazette", str(SCORECARDS)]).stdout
    assert shown == printed
    assert len(shown.splitlines()) <= (45 if number == 9 else 28)
