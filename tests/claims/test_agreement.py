"""Replay of decided cases: at least 95 % agreement, and no forbidden claim with a permitting verdict."""

import pytest

from rules.contracts.outcomes import Verdict
from tests.claims.agreement import Compared, historic, replayed, tables
from tests.claims.judging import Silence
from tests.claims.mapping import HERE, cases, expected_verdicts, table

PAGE = HERE / "README.md"
FORBIDDEN = {"prohibited", "misleading"}
EXCLUDED = {"C52": "no outcome", "A08": "no outcome", "A10": "no text", "A05": "flips"}


def disagreeing(compared: tuple[Compared, ...]) -> set[str]:
    return {one.case.id for one in compared if not one.agrees}


def test_cases_without_a_known_outcome_have_no_expected_verdict() -> None:
    assert {case.id for case in cases() if not case.expected} == set(EXCLUDED)
    for number in ("C52", "A08", "A10"):
        assert expected_verdicts(number, "prohibited") == ()


def test_every_row_of_the_mapping_reads_some_input() -> None:
    rows = table()["input"]
    assert isinstance(rows, list)
    assert {row["key"] for row in rows} <= {key for case in cases() for key in case.inputs}


@pytest.mark.full
@pytest.mark.parametrize("silence", Silence)
def test_every_case_with_a_known_outcome_is_judged(silence: Silence) -> None:
    assert len(replayed(silence)) == 45


@pytest.mark.full
def test_at_least_95_of_100_agree() -> None:
    compared = replayed(Silence.UNDISPUTED)
    assert sum(one.agrees for one in compared) * 100 >= 95 * len(compared)
    assert disagreeing(compared) == {"C45"}


@pytest.mark.full
@pytest.mark.parametrize("silence", Silence)
def test_a_prohibited_claim_never_gets_a_permitting_verdict(silence: Silence) -> None:
    for replay in (*replayed(silence), *historic()):
        if set(replay.wanted) <= FORBIDDEN:
            assert replay.judged.verdict.rank <= Verdict.NEEDS_EVIDENCE.rank, replay


@pytest.mark.full
def test_an_unknown_fact_never_improves_a_verdict() -> None:
    """Unknown facts may only worsen a verdict, or lead to a request for evidence."""
    for known, unknown in zip(replayed(Silence.UNDISPUTED), replayed(Silence.UNKNOWN), strict=True):
        assert unknown.judged.verdict.rank <= max(known.judged.verdict.rank, Verdict.NEEDS_EVIDENCE.rank) or (
            unknown.judged.verdict is Verdict.OUT_OF_SCOPE
        )
        if not unknown.agrees:
            assert unknown.judged.verdict is Verdict.NEEDS_EVIDENCE


@pytest.mark.usefixtures("engines")
def test_the_same_cases_as_of_the_day_of_the_decision() -> None:
    assert disagreeing(historic()) == {"A11", "C08", "C13"}
    assert len(historic()) == 23


@pytest.mark.usefixtures("engines")
def test_the_page_shows_the_tables_and_explains_every_disagreement() -> None:
    page = PAGE.read_text("utf-8")
    assert tables() in page
    explained = disagreeing(historic()) | {number for one in Silence for number in disagreeing(replayed(one))}
    assert [number for number in sorted(explained | set(EXCLUDED)) if f"**{number}**" not in page] == []
