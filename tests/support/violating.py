"""Violations of a refused subject: fields with reasons, or with words."""

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import Subject
from rules.engine.read_subject import read_subject
from rules.model.scorecard import Scorecard


def refusals(scorecard: Scorecard, subject: Subject, *, words: bool = False) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        read_subject(scorecard, subject)
    assert all(one.description for one in caught.value.violations)
    assert len({one.field for one in caught.value.violations}) == len(caught.value.violations)
    return {one.field: one.description if words else one.reason for one in caught.value.violations}
