"""Cost of spelling suggestions: linear in the number of errors, as only those shown get one."""

from collections.abc import Iterable

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue
from rules.contracts.suggestions import did_you_mean_or_known
from rules.engine import read_evidence
from rules.engine.read_subject import read_subject
from tests.support.small_card import meter, small_card, small_subject


def test_hints_are_computed_only_for_the_displayed_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hint is searched among all items of evidence, so searching one for every mistake would be quadratic."""
    asked: list[str] = []

    def counted(name: str, known: Iterable[str]) -> str:
        asked.append(name)
        return did_you_mean_or_known(name, known)

    monkeypatch.setattr(read_evidence, "did_you_mean_or_known", counted)
    names = tuple(f"metre{number}" for number in range(2_000))
    share = DeclaredValue(number="80", unit="%", evidence=names)
    items = tuple(meter().model_copy(update={"id": f"meter{number}"}) for number in range(2_000))
    subject = small_subject(renewable_share=share)
    subject = subject.model_copy(update={"evidence": (*subject.evidence, *items)})
    with pytest.raises(InputError) as raised:
        read_subject(small_card(), subject)
    assert len(raised.value.violations) == 2_000
    assert len(asked) == 100
    assert "did you mean" in raised.value.violations[0].description
