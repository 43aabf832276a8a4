"""Composition of verdicts from several cards: worst case, open rules, readings, law and practice."""

from datetime import date
from itertools import product

from hypothesis import given, strategies as st

from rules.claims.composition import CardAnswer, RuleName, compose, overall_verdict, possible_worst_verdicts
from rules.claims.jurisdictions import PRACTICE
from rules.contracts.dates import Period
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.engine.verdicts import RuleStatus

PART = Period(date(2026, 1, 1), date(2026, 1, 31))
MET, OPEN, NOT = Outcome.MET, Outcome.UNDETERMINED, Outcome.NOT_MET
POSSIBLE = st.lists(st.sampled_from(Verdict), min_size=1, max_size=3, unique=True)


def answer(
    card: str,
    *possible: Verdict,
    kind: ConclusionKind = ConclusionKind.JUDGED,
    **rules: tuple[Verdict, Outcome, Outcome],
) -> CardAnswer:
    """Answer for a card; each rule has its verdict, whether its conditions hold, and whether it is in force."""
    named = tuple(
        RuleStatus(name, verdict, outcome, in_force, is_upcoming=False)
        for name, (verdict, outcome, in_force) in rules.items()
    )
    return CardAnswer(card, PART, kind, possible, named, ("fact",), "secondary")


@given(st.lists(POSSIBLE, min_size=1, max_size=4))
def test_the_possible_worst_verdicts_match_all_combinations(cards: list[list[Verdict]]) -> None:
    every = {min(chosen, key=lambda verdict: verdict.rank) for chosen in product(*cards)}
    assert set(possible_worst_verdicts(cards)) == every


def test_the_worst_card_decides() -> None:
    law = answer("law", Verdict.PROHIBITED, A=(Verdict.PROHIBITED, MET, MET), B=(Verdict.MISLEADING, MET, MET))
    practice = answer("practice", Verdict.NEEDS_EVIDENCE, C=(Verdict.NEEDS_EVIDENCE, MET, MET))
    composed = compose([[law, practice]], PART)
    assert composed.verdict is Verdict.PROHIBITED
    assert composed.deciding == (RuleName("law", "A"),)
    assert composed.holding == (RuleName("law", "A"), RuleName("law", "B"), RuleName("practice", "C"))


def test_a_worse_but_undetermined_verdict_needs_evidence() -> None:
    law = answer("law", Verdict.PROHIBITED, Verdict.OK, A=(Verdict.PROHIBITED, OPEN, MET))
    composed = compose([[law, answer("practice", Verdict.OK, C=(Verdict.MISLEADING, NOT, MET))]], PART)
    assert composed.verdict is Verdict.NEEDS_EVIDENCE
    assert composed.possible == (Verdict.PROHIBITED, Verdict.OK)
    assert composed.deciding == composed.open == (RuleName("law", "A"),)
    assert composed.holding == ()


def test_a_rule_applies_with_certainty_only_if_every_reading_satisfies_it() -> None:
    by_offsets = [answer("law", Verdict.PROHIBITED, A=(Verdict.PROHIBITED, MET, MET))]
    without = [answer("law", Verdict.OK, A=(Verdict.PROHIBITED, NOT, MET))]
    composed = compose([by_offsets, without], PART)
    assert composed.verdict is Verdict.NEEDS_EVIDENCE
    assert composed.possible == (Verdict.PROHIBITED, Verdict.OK)
    assert (composed.holding, composed.open) == ((), (RuleName("law", "A"),))
    assert compose([by_offsets, by_offsets], PART).verdict is Verdict.PROHIBITED


def test_cards_that_do_not_apply_or_have_no_rule_in_force_are_named() -> None:
    law = answer("law", Verdict.OK, A=(Verdict.PROHIBITED, MET, NOT))
    foreign = answer("foreign", Verdict.OUT_OF_SCOPE, kind=ConclusionKind.NOT_APPLICABLE)
    composed = compose([[law, foreign]], PART)
    assert (composed.silent, composed.out_of_scope) == (("law",), ("foreign",))
    assert composed.verdict is None, "no rule is in force, so nothing can be said"
    assert overall_verdict([composed]) == (None, ())


def test_a_card_that_may_not_apply_has_no_certain_rule() -> None:
    law = answer(
        "law",
        Verdict.PROHIBITED,
        Verdict.OUT_OF_SCOPE,
        kind=ConclusionKind.INCOMPLETE,
        A=(Verdict.PROHIBITED, MET, MET),
    )
    composed = compose([[law]], PART)
    assert composed.verdict is Verdict.NEEDS_EVIDENCE
    assert composed.open == (RuleName("law", "A"),)


def test_the_worst_part_decides_the_whole_time() -> None:
    early = compose([[answer("law", Verdict.OK, A=(Verdict.PROHIBITED, NOT, MET))]], PART)
    late = compose([[answer("law", Verdict.MISLEADING, A=(Verdict.MISLEADING, MET, MET))]], PART)
    assert overall_verdict([early, late]) == (Verdict.MISLEADING, (Verdict.MISLEADING,))


def test_practice_alone_yields_no_verdict_without_a_law_in_force() -> None:
    law = answer("law", Verdict.OK, A=(Verdict.PROHIBITED, MET, NOT))
    practice = answer(PRACTICE, Verdict.PROHIBITED, Verdict.OK, C=(Verdict.PROHIBITED, OPEN, MET))
    composed = compose([[law, practice]], PART)
    assert (composed.verdict, composed.possible, composed.deciding) == (None, (), ())
    assert composed.open == (RuleName(PRACTICE, "C"),), "what practice asks is told all the same"
    foreign = answer("law", Verdict.OUT_OF_SCOPE, kind=ConclusionKind.NOT_APPLICABLE)
    assert compose([[foreign, practice]], PART).verdict is Verdict.NEEDS_EVIDENCE, "no law applies that could be silent"


def test_the_law_of_a_jurisdiction_outranks_practice() -> None:
    law = answer("law", Verdict.MISLEADING, A=(Verdict.MISLEADING, MET, MET))
    practice = answer(PRACTICE, Verdict.MISLEADING, C=(Verdict.MISLEADING, MET, MET))
    both = compose([[law, practice]], PART)
    assert both.deciding == (RuleName("law", "A"),)
    assert both.holding == (RuleName("law", "A"), RuleName(PRACTICE, "C")), "what practice says is told beside it"
    assert not both.by_practice


def test_a_verdict_from_practice_alone_is_marked() -> None:
    practice = answer(PRACTICE, Verdict.MISLEADING, C=(Verdict.MISLEADING, MET, MET))
    silent = answer("law", Verdict.OK, A=(Verdict.PROHIBITED, NOT, MET))
    assert compose([[silent, practice]], PART).by_practice
    open_law = answer("law", Verdict.PROHIBITED, Verdict.OK, A=(Verdict.PROHIBITED, OPEN, MET))
    assert not compose([[open_law, practice]], PART).by_practice, "the law could give a worse one"
    assert not compose([[silent, answer(PRACTICE, Verdict.OK, C=(Verdict.MISLEADING, NOT, MET))]], PART).by_practice
