"""Tally of a batch: counts of subjects instead of answers."""

import pytest

from service.batch.batch_results import SubjectOutcome, Tally
from service.batch.batch_run import BatchResult
from service.batch.render_summary import summary_text
from tests.support.small_card import small_card


def test_a_subject_with_double_use_is_named_once_for_all_years() -> None:
    tally = Tally()
    for year in (2024, 2025):
        tally.add(
            SubjectOutcome(
                f"hotel/{year}", conclusion="scored", double_uses=2, subject="organizations/a/subjects/hotel"
            )
        )
    assert tally.plain()["doubleUses"] == {"subjects": 1, "count": 4, "named": ["organizations/a/subjects/hotel"]}


def tally_lines(*done: SubjectOutcome, language: str = "en") -> list[str]:
    """Return the printed summary of a batch with these outcomes."""
    result = BatchResult(small_card(), "small-factory", "2026-03-01", len(done))
    for outcome in done:
        result.tally.add(outcome)
    return summary_text(result, language).splitlines()


def test_the_summary_uses_the_singular_for_one_subject() -> None:
    assert tally_lines(SubjectOutcome("a", conclusion="not_graded"))[0] == "small-factory as of 2026-03-01: 1 subject"
    assert tally_lines()[0] == "small-factory as of 2026-03-01: 0 subjects"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_equal_conclusions_are_counted_in_one_line(language: str) -> None:
    same = [SubjectOutcome(key, conclusion="graded", answer="gold", is_open=key == "a") for key in "abc"]
    lines = tally_lines(*same, SubjectOutcome("d", conclusion="incomplete"), language=language)
    assert len([line for line in lines if line.startswith("       ")]) == 2
    assert sum("     3  " in line for line in lines) == 1
    assert len(set(lines)) == len(lines)


def test_each_kind_of_error_is_reported_with_its_first_occurrence() -> None:
    errors = [SubjectOutcome(f"u{place}", error="WRONG_UNIT", says=f"a.csv: B{place}: no unit") for place in (2, 3)]
    lines = tally_lines(*errors, SubjectOutcome("x", error="UNKNOWN_FACT", says="a.csv: C9: no fact"))
    place = lines.index("       2  WRONG_UNIT")
    assert lines[place + 1] == "          first: a.csv: B2: no unit"
    assert "          first: a.csv: C9: no fact" in lines
