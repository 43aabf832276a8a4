"""Replay of held-out rulings: known disagreements, and no permitting verdict from fewer facts or synonyms."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.outcomes import Verdict
from rules.model.expressions import ChoiceClause, IncludesClause, IncludesNoneClause, NumberClause, NumberOperator
from rules.model.scorecard import VerdictRow, VerdictRule
from tests.claims.agreement import Compared
from tests.claims.judging import EVERYWHERE, REPLAYED_ON, Silence, draft, judge
from tests.claims.mapping import HERE, Case, Facts, Value, table
from tests.claims.other_words import FINE, SAME_IN_OTHER_WORDS, changed_by_other_words, recorded
from tests.claims.rulings import FORBIDDEN, historic_rulings, replayed_rulings, ruling_tables, rulings
from tests.support.tiers import all_or_few, tries

PAGE = HERE / "README.md"
SCREENING_PAGE = HERE.parents[1] / "docs" / "screening.md"
CARDS = sorted({card for cards in table()["cards"].values() for card in cards} | {EVERYWHERE})  # type: ignore[attr-defined]
pytestmark = pytest.mark.usefixtures("engines")

OF_ONE_LAW = {
    "green-claim-eu": {"EU-4a-9", "EU-REEP-1", "EU-23d", "EU-23e", "EU-23f", "EU-23i", "EU-23j", "EU-7-7"},
    "green-claim-fr": {"FR-01", "FR-01-P", "FR-02", "FR-02-N", "FR-03"},
    "green-claim-uk": {"UK-04", "UK-05"},
    "green-claim-us": {"US-CA-PLA", "US-CA-343"},
    "green-claim-ca": {"CA-01", "CA-01-W", "CA-02b", "CA-02b-W"},
    "green-claim-it": {"IT-06"},
    "green-claim-dk": {"DK-02", "DK-11"},
    "green-claim-cn": {"CN-01", "CN-03-U", "CN-04b", "CN-05", "CN-06", "CN-09", "CN-10", "CN-10-W"},
    "green-claim-jp": {"JP-09-W"},
    "green-claim-kr": {"KR-06-W"},
}
"""Rules that use facts of one law only, or facts with another name elsewhere, or words that only one law calls generic.

Other cards judge by other facts.
"""

CALLED_FINE: set[str] = set()
"""Claims that a forum objected to and the cards permit; none today. The page explains every entry."""


def disagreeing(compared: tuple[Compared, ...]) -> set[str]:
    return {one.case.id for one in compared if not one.agrees}


def test_every_fact_and_value_of_a_ruling_is_defined_by_a_card() -> None:
    known = {fact.id: {choice.id for choice in fact.choices} for card in CARDS for fact in draft(card).facts}
    for ruling in rulings():
        for fact, value in ruling.facts.items():
            assert fact in known, (ruling.case.id, fact)
            named = value if isinstance(value, list) else [value] if isinstance(value, str) and known[fact] else []
            assert set(named) <= known[fact], (ruling.case.id, fact)


@pytest.mark.full
def test_the_disagreements_are_exactly_the_known_rulings() -> None:
    assert disagreeing(replayed_rulings(Silence.UNDISPUTED)) == {
        "AU-12", "US-17", "US-20", "US-34", "RC-10a", "DE-14", "CN-11", "IS-4",
    }  # fmt: skip
    assert disagreeing(historic_rulings()) == {"US-17", "US-34"}


@pytest.mark.full
@pytest.mark.parametrize("silence", Silence)
def test_only_the_listed_forbidden_claims_get_a_permitting_verdict(silence: Silence) -> None:
    forbidden = (one for one in (*replayed_rulings(silence), *historic_rulings()) if set(one.wanted) <= set(FORBIDDEN))
    assert {one.case.id for one in forbidden if one.judged.verdict in FINE} == CALLED_FINE


@settings(max_examples=tries(40))
@given(st.data())
def test_fewer_facts_never_improve_a_verdict_beyond_needs_evidence(data: st.DataObject) -> None:
    """They never make it worse either, but where it is not known whether the claim is in the scope of a card."""
    ruling = data.draw(st.sampled_from(recorded()))
    dropped = data.draw(st.sets(st.sampled_from(sorted(ruling.facts))))
    whole = judge(ruling.case, ruling.facts, silence=Silence.UNKNOWN)
    part = {fact: value for fact, value in ruling.facts.items() if fact not in dropped}
    judgement = judge(ruling.case, part, silence=Silence.UNKNOWN)
    assert judgement.verdict.rank <= max(whole.verdict.rank, Verdict.NEEDS_EVIDENCE.rank)
    if not dropped & {"audience", "kind"}:
        assert judgement.verdict.rank >= whole.verdict.rank


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("words", SAME_IN_OTHER_WORDS)
def test_an_equivalent_description_never_makes_a_forbidden_claim_permitted(
    words: tuple[str, Value, str, Value],
) -> None:
    fact, value, other, equivalent = words
    forbidden = [one for one in recorded() if one.case.expected and set(one.case.expected) <= set(FORBIDDEN)]
    concerned = [one for one in forbidden if one.facts.get(fact) == value and one.case.id not in CALLED_FINE]
    assert concerned
    for ruling in concerned[:: all_or_few(1, 5)]:
        facts = {name: each for name, each in ruling.facts.items() if name != fact} | {other: equivalent}
        assert judge(ruling.case, facts, silence=Silence.UNDISPUTED).verdict not in FINE, ruling.case.id


@pytest.mark.full
def test_the_page_states_the_count_of_verdicts_changed_by_equivalent_descriptions() -> None:
    variants, other, fine = changed_by_other_words()
    assert f"of {variants} variants {other} had another verdict than expected, {fine} of them" in PAGE.read_text(
        "utf-8"
    )
    assert fine * 100 <= variants


def forbidding() -> Iterator[tuple[str, VerdictRule, VerdictRow]]:
    for card in CARDS:
        verdicts = draft(card).verdicts
        assert verdicts is not None
        for rule in verdicts.rules:
            ended = rule.last is not None and rule.last.literal is not None and str(rule.last.literal) < REPLAYED_ON
            if rule.verdict.value in FORBIDDEN and rule.id not in OF_ONE_LAW.get(card, set()) and not ended:
                yield from ((card, rule, row) for row in rule.rows)


def facts_in(row: VerdictRow) -> Facts:
    facts: Facts = dict(table()["circumstances"])  # type: ignore[call-overload]
    for clause in row.when:
        if isinstance(clause, IncludesClause):
            facts[clause.name] = [clause.values[0]]
        elif isinstance(clause, IncludesNoneClause):
            assert not set(clause.values).intersection(facts.get(clause.name, ()))  # type: ignore[arg-type]
        elif isinstance(clause, NumberClause):
            assert clause.operator in (NumberOperator.IS, NumberOperator.LESS_THAN)
            facts[clause.name] = f"0 {clause.operand.unit}"  # type: ignore[union-attr]
        else:
            assert isinstance(clause, ChoiceClause)
            value = clause.values[0]
            facts[clause.name] = value == "yes" if value in ("yes", "no") else value
    return facts


def test_a_claim_forbidden_by_one_law_on_common_facts_is_permitted_by_no_card() -> None:
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    for card, rule, row in [*forbidding()][:: all_or_few(1, 20)]:
        for country in ("DE", "FR", "NL", "IT", "ES", "DK", "SE", "BE", "UK", "US", "CA", "AU", "SG", "CN", "JP", "KR"):
            case = Case(rule.id, country, "", "", {}, "", (), ())
            for cards in {(*of_country[country], EVERYWHERE), (of_country[country][-1], EVERYWHERE)}:
                judgement = judge(case, facts_in(row), silence=Silence.UNDISPUTED, cards=cards)
                assert judgement.verdict not in FINE, (card, rule.id, country, cards)


@pytest.mark.parametrize("place", ["EU", "DE", "UK", "US", "CA", "AU", "SG", "FR", "NL"])
def test_absolute_wording_needs_proof_in_every_jurisdiction(place: str) -> None:
    """Claim NL-24 with this finding alone; everything else is undisputed."""
    claim = Case("NL-24", place, "", "", {}, "", (), ())
    words: Facts = {**dict(table()["circumstances"]), "claim_types": ["compostable"], "absolute_wording": True}  # type: ignore[call-overload]
    verdicts = [
        judge(claim, words | {"absolute_wording_proved": proved}, silence=Silence.UNDISPUTED).verdict
        for proved in (False, True)
    ]
    worst = Verdict.NEEDS_EVIDENCE if place in ("AU", "SG") else Verdict.MISLEADING
    assert verdicts == [worst, Verdict.OK]


@pytest.mark.full
def test_the_page_shows_the_results_and_explains_every_disagreement() -> None:
    page = PAGE.read_text("utf-8")
    assert ruling_tables() in page
    disagreements = disagreeing(replayed_rulings(Silence.UNDISPUTED)) | disagreeing(historic_rulings())
    assert [number for number in sorted(disagreements) if f"**{number}**" not in page] == []


def test_the_guide_from_records_to_facts_names_only_facts_and_values_of_the_cards() -> None:
    facts = {fact.id: fact for card in CARDS for fact in draft(card).facts}
    known = set(facts) | {choice.id for fact in facts.values() for choice in fact.choices}
    section = SCREENING_PAGE.read_text("utf-8").partition("\n## From a record to facts\n")[2].partition("\n## ")[0]
    written = set(re.findall(r"`([a-z0-9_]+)`", section))
    assert written - known == set()
    assert len(written) > 50
