"""Do the cards agree with rulings on which they were not tuned, and stay on the safe side where little is known?"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.contracts.outcomes import Verdict
from rules.model.expressions import ChoiceClause, IncludesClause, NumberClause, NumberOperator
from rules.model.verdicts import VerdictRow, VerdictRule
from tests.claims.agreement import Compared
from tests.claims.judging import EVERYWHERE, REPLAYED_ON, Silence, draft, judge
from tests.claims.mapping import HERE, Case, Facts, Value, cases, facts_of, table
from tests.claims.rulings import FORBIDDEN, Ruling, historic_rulings, replayed_rulings, ruling_tables, rulings

PAGE = HERE.parents[1] / "docs" / "claims-agreement.md"
GUIDE = HERE.parents[1] / "docs" / "claim-facts.md"
CARDS = sorted({card for cards in table()["cards"].values() for card in cards} | {EVERYWHERE})  # type: ignore[attr-defined]
FINE = {Verdict.OK, Verdict.PERMITTED_WITH_QUALIFICATION}

OF_ONE_LAW = {
    "green-claim-eu": {"EU-4a-9", "EU-REEP-1", "EU-23d", "EU-23e", "EU-23f", "EU-23i", "EU-23j", "EU-7-7"},
    "green-claim-fr": {"FR-01", "FR-02", "FR-02-N", "FR-03"},
    "green-claim-uk": {"UK-04", "UK-05"},
    "green-claim-us": {"US-CA-PLA", "US-CA-343"},
    "green-claim-ca": {"CA-01", "CA-02b"},
    "green-claim-cn": {"CN-01", "CN-02", "CN-04b", "CN-05", "CN-06", "CN-09"},
}
"""Rules whose facts exist in one law only, or under another name elsewhere, and words that one law alone calls generic;
other cards judge by other facts."""


def disagreeing(compared: tuple[Compared, ...]) -> set[str]:
    return {one.case.id for one in compared if not one.agrees}


def test_every_fact_and_value_of_a_ruling_is_one_of_a_card() -> None:
    known = {fact.id: {choice.id for choice in fact.choices} for card in CARDS for fact in draft(card).facts}
    for ruling in rulings():
        for fact, value in ruling.facts.items():
            assert fact in known, (ruling.case.id, fact)
            named = value if isinstance(value, list) else [value] if isinstance(value, str) and known[fact] else []
            assert set(named) <= known[fact], (ruling.case.id, fact)


def test_what_disagrees_is_known_one_by_one() -> None:
    assert disagreeing(replayed_rulings(Silence.UNDISPUTED)) == {"AU-12", "US-17", "US-20"}
    assert disagreeing(historic_rulings()) == {"US-17"}


@pytest.mark.parametrize("silence", Silence)
def test_what_a_forum_forbade_is_never_called_fine(silence: Silence) -> None:
    for one in (*replayed_rulings(silence), *historic_rulings()):
        if set(one.wanted) <= set(FORBIDDEN):
            assert one.judged.verdict not in FINE, one


def recorded() -> tuple[Ruling, ...]:
    return (*rulings(), *(Ruling(case, facts_of(case), 0, "given") for case in cases() if case.expected))


@settings(max_examples=40)
@given(st.data())
def test_fewer_facts_never_make_a_verdict_better_than_asking_for_evidence(data: st.DataObject) -> None:
    """They never make it worse either, but where it is not known whether the claim is in the scope of a card."""
    ruling = data.draw(st.sampled_from(recorded()))
    dropped = data.draw(st.sets(st.sampled_from(sorted(ruling.facts))))
    whole = judge(ruling.case, ruling.facts, silence=Silence.UNKNOWN)
    part = {fact: value for fact, value in ruling.facts.items() if fact not in dropped}
    found = judge(ruling.case, part, silence=Silence.UNKNOWN)
    assert found.verdict.rank <= max(whole.verdict.rank, Verdict.NEEDS_EVIDENCE.rank)
    if not dropped & {"audience", "kind"}:
        assert found.verdict.rank >= whole.verdict.rank


SAME_IN_OTHER_WORDS: tuple[tuple[str, Value, str, Value], ...] = (
    ("specification", "none", "specification", "elsewhere_only"),
    ("specification", "none", "basis_in_claim", False),
    ("specification", "none", "qualified_prominently", False),
    ("specification", "none", "clear", False),
    ("basis_in_claim", False, "specification", "none"),
    ("truthful", False, "evidence_contradicts", True),
    ("truthful", False, "substantiated", False),
    ("evidence_contradicts", True, "truthful", False),
    ("substantiated", False, "evidence_on_file", False),
    ("nothing_important_omitted", False, "clear", False),
    ("green_share_stated", False, "nothing_important_omitted", False),
    ("comparison_fair", False, "comparison_like_with_like", False),
    ("comparison_like_with_like", False, "comparison_fair", False),
    ("future_detailed_plan", False, "future_measurable_targets", False),
    ("evidence_covers", "a_part", "headline_excludes_parts", True),
    ("evidence_covers", "a_part", "evidence_boundary_covers_claim", False),
    ("subject_level", "product", "subject_level", "service"),
    ("subject_level", "product", "subject_level", "category"),
    ("subject_level", "product", "subject_level", "process"),
    ("subject_level", "trader", "subject_level", "brand"),
)
"""A fact and its value, and how another reader of the same record could put it."""


@pytest.mark.parametrize("words", SAME_IN_OTHER_WORDS)
def test_what_is_told_in_other_words_is_never_called_fine(words: tuple[str, Value, str, Value]) -> None:
    fact, value, other, told = words
    forbidden = [one for one in recorded() if one.case.expected and set(one.case.expected) <= set(FORBIDDEN)]
    concerned = [one for one in forbidden if one.facts.get(fact) == value]
    assert concerned
    for one in concerned:
        facts = {name: each for name, each in one.facts.items() if name != fact} | {other: told}
        assert judge(one.case, facts, silence=Silence.UNDISPUTED).verdict not in FINE, one.case.id


def forbidding() -> Iterator[tuple[str, VerdictRule, VerdictRow]]:
    for card in CARDS:
        verdicts = draft(card).verdicts
        assert verdicts is not None
        for rule in verdicts.rules:
            ended = rule.last is not None and rule.last.literal is not None and str(rule.last.literal) < REPLAYED_ON
            if rule.verdict.value in FORBIDDEN and rule.id not in OF_ONE_LAW.get(card, set()) and not ended:
                yield from ((card, rule, row) for row in rule.rows)


def facts_in(row: VerdictRow) -> Facts:
    """Give the least that makes a row hold, over the circumstances."""
    facts: Facts = dict(table()["circumstances"])  # type: ignore[call-overload]
    for clause in row.when:
        if isinstance(clause, IncludesClause):
            facts[clause.name] = [clause.values[0]]
        elif isinstance(clause, NumberClause):
            assert clause.operator in (NumberOperator.IS, NumberOperator.LESS_THAN)
            facts[clause.name] = f"0 {clause.operand.unit}"  # type: ignore[union-attr]
        else:
            assert isinstance(clause, ChoiceClause)
            value = clause.values[0]
            facts[clause.name] = value == "yes" if value in ("yes", "no") else value
    return facts


def test_what_one_law_forbids_by_facts_that_all_have_no_other_card_calls_fine() -> None:
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    for card, rule, row in forbidding():
        for country in ("DE", "FR", "UK", "US", "CA", "AU", "SG", "CN"):
            case = Case(rule.id, country, "", "", {}, "", (), ())
            for cards in {(*of_country[country], EVERYWHERE), (of_country[country][-1], EVERYWHERE)}:
                found = judge(case, facts_in(row), silence=Silence.UNDISPUTED, cards=cards)
                assert found.verdict not in FINE, (card, rule.id, country, cards)


def test_the_page_says_what_was_found_and_explains_every_disagreement() -> None:
    page = PAGE.read_text("utf-8")
    assert ruling_tables() in page
    left = disagreeing(replayed_rulings(Silence.UNDISPUTED)) | disagreeing(historic_rulings())
    assert [number for number in sorted(left) if f"**{number}**" not in page] == []


def test_the_guide_from_records_to_facts_names_only_facts_and_values_of_the_cards() -> None:
    facts = {fact.id: fact for card in CARDS for fact in draft(card).facts}
    known = set(facts) | {choice.id for fact in facts.values() for choice in fact.choices}
    written = set(re.findall(r"`([a-z0-9_]+)`", GUIDE.read_text("utf-8")))
    assert written - known == set()
    assert len(written) > 50
