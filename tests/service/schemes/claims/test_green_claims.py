"""Published claim cards combined: facts by jurisdiction, cited sources, and verdicts that differ by market."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from rules.claims.circumstances import ExcludedCircumstances
from rules.claims.jurisdictions import JURISDICTIONS, PRACTICE
from rules.claims.screening.screen import screen
from rules.contracts.dates import Period
from rules.contracts.outcomes import Verdict
from rules.model.scorecard import FactType
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.schemes.claims.answer_builder import deciding_rule_names
from service.schemes.claims.caller_facts import CallerFacts, read_facts_file
from service.schemes.claims.claim_cards import Ask, CardAnswerCache, ClaimCard, build_claim_assessor, load_cards
from service.schemes.claims.one_claim import (
    ClaimContext,
    ClaimEvaluator,
    JurisdictionResult,
    SurroundingFacts,
    claim_types_in,
)
from service.schemes.claims.refusals import ProblemCollector, RequestFieldNames

ROOT = Path(__file__).resolve().parents[4]
AS_OF, KNOWN = date(2026, 11, 20), "2026-12-31T00:00:00Z"
NAMES = RequestFieldNames(
    jurisdictions="jurisdictions", shown="shown", as_of="as_of", text="text", languages="languages"
)
AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def cards() -> dict[str, ClaimCard]:
    ids = tuple(dict.fromkeys(card for place in JURISDICTIONS.values() for card in place.cards))
    return load_cards(Gazette(ROOT / "scorecards"), ids, as_of=AS_OF, known=KNOWN, refusals=ProblemCollector(NAMES))


@pytest.fixture(scope="module")
def here() -> Iterator[Ask]:
    with closing(Evaluators.for_gazette(Gazette(ROOT / "scorecards"))) as evaluators:
        yield evaluators.conclude


def test_every_jurisdiction_sets_only_facts_known_to_its_cards(cards: dict[str, ClaimCard]) -> None:
    for place in JURISDICTIONS.values():
        assert place.cards[-1] == PRACTICE
        for name, value in place.facts.items():
            asked = [fact for card in place.cards for fact in cards[card].scorecard.facts if fact.id == name]
            assert asked, (place.id, name)
            assert all(value in {choice.id for choice in fact.choices} for fact in asked)


def test_practice_cites_no_court_and_no_law_of_a_single_country(cards: dict[str, ClaimCard]) -> None:
    """Practice applies in every country; the note of the basis names the court or forum."""
    single = re.compile(r"\bCFR\b|\bFTC\b|Karlsruhe|LG |OLG |Rb |Federal Court|Advertising Standards|Reclame|Directive")
    cited = [f"{basis.instrument}, {basis.place}" for basis in cards[PRACTICE].scorecard.bases]
    assert [words for words in cited if single.search(words)] == []
    rulings = [words for words in cited if words.startswith("court and self-regulation rulings")]
    assert len(rulings) >= 8
    assert all(words.endswith("persuasive only") for words in rulings)


def test_rules_of_the_green_guides_cite_their_own_section(cards: dict[str, ClaimCard]) -> None:
    card = cards["green-claim-us"]
    places = {basis.id: basis.place for basis in card.scorecard.bases}
    numbered = {id: re.match(r"US-(260-[0-9]+)", id) for id in card.rules}
    sections = {id: found[1].replace("-", ".") for id, found in numbered.items() if found}
    assert len(set(sections.values())) >= 13
    for id, section in sections.items():
        assert [places[basis] for basis in card.rules[id].basis if re.match(rf"{section}\b(?! to)", places[basis])], id


def test_the_time_of_display_governs_every_card(cards: dict[str, ClaimCard]) -> None:
    for card in cards.values():
        (governing,) = (fact for fact in card.scorecard.facts if fact.id == card.verdicts.governed_by)
        assert governing.type is FactType.PERIOD, card.id


def asked(
    text: str, jurisdictions: str, cards: dict[str, ClaimCard], here: Ask, facts: str = ""
) -> tuple[list[dict[str, JurisdictionResult]], CardAnswerCache]:
    """Check a text shown in the autumn of 2026 to consumers."""
    caller_facts = read_facts_file(facts.encode(), ProblemCollector(NAMES)) if facts else CallerFacts()
    stated = {"kind": ("commercial",), "audience": ("b2c",)}
    places = tuple(JURISDICTIONS[name] for name in jurisdictions.split(","))
    questions = CardAnswerCache(here, as_of=AS_OF.isoformat(), known=KNOWN)
    conditions = ClaimContext(places, AUTUMN, stated, cards, questions, build_claim_assessor(cards))
    candidates = screen(text).candidates
    kinds = claim_types_in(candidates, caller_facts)
    around = SurroundingFacts(ExcludedCircumstances(text), kinds)
    claims = [ClaimEvaluator(candidate, caller_facts, around).checked(conditions) for candidate in candidates]
    return [{answer.jurisdiction.id: answer for answer in claim.answers} for claim in claims], questions


def test_neutrality_by_offsets_becomes_prohibited_only_in_the_union(cards: dict[str, ClaimCard], here: Ask) -> None:
    facts = "facts: {offsets_used: yes, subject_level: product}"
    (answers,), _ = asked("Our bottle is carbon neutral.", "EU-DE,EU-SE,UK", cards, here, facts)
    for place in ("EU-DE", "EU-SE"):
        assert answers[place].verdict is Verdict.PROHIBITED
        assert "EU-4c" in [name.rule for name in deciding_rule_names(answers[place])]
        early, late = answers[place].parts[0], answers[place].parts[-1]
        assert (early.part.last, late.part.first) == (date(2026, 9, 26), date(2026, 9, 27))
        assert "EU-4c" in [name.rule for name in early.coming]
        assert Verdict.PROHIBITED is not early.verdict
    assert answers["UK"].verdict is not Verdict.PROHIBITED


def test_an_advertisement_to_businesses_is_out_of_scope_of_the_union(cards: dict[str, ClaimCard], here: Ask) -> None:
    facts = "claims: [{quote: eco-friendly, facts: {audience: b2b}}]"
    (answers,), _ = asked("Eco-friendly soap.", "EU-SE", cards, here, facts)
    assert all(part.out_of_scope == ("green-claim-eu",) for part in answers["EU-SE"].parts)


def test_cards_shared_by_jurisdictions_are_evaluated_once(cards: dict[str, ClaimCard], here: Ask) -> None:
    text = "Eco-friendly soap. Eco-friendly soap."
    (first, second), questions = asked(text, "UK,SG,AU", cards, here)
    assert {name: one.verdict for name, one in first.items()} == {name: one.verdict for name, one in second.items()}
    assert questions.request_count == len(("uk", "sg", "au", "practice"))


NATIONAL = ("NL", "BE", "IT", "ES", "DK", "SE")
UNPROVED = {"NL": "NL-02", "BE": "BE-02", "IT": "IT-03", "ES": "ES-03", "DK": "DK-03", "SE": "SE-02"}


@pytest.mark.parametrize("country", NATIONAL)
def test_an_unprovable_claim_misleads_businesses_under_national_law(
    country: str, cards: dict[str, ClaimCard], here: Ask
) -> None:
    """The Union card does not cover businesses, and practice only requires evidence; the trader bears the burden."""
    facts = "claims: [{quote: Recyclable, facts: {audience: b2b, substantiated: no}}]"
    (answers,), _ = asked("Recyclable crates.", f"EU-{country},{country},EU-FI", cards, here, facts)
    for place in (f"EU-{country}", country):
        assert answers[place].verdict is Verdict.MISLEADING
        assert [(name.card, name.rule) for name in deciding_rule_names(answers[place])] == [
            (f"green-claim-{country.lower()}", UNPROVED[country])
        ]
    assert answers["EU-FI"].verdict is Verdict.NEEDS_EVIDENCE


@pytest.mark.parametrize("country", NATIONAL)
def test_a_claim_without_stated_proof_needs_evidence(country: str, cards: dict[str, ClaimCard], here: Ask) -> None:
    facts = "claims: [{quote: Recyclable, facts: {audience: b2b}}]"
    (answers,), _ = asked("Recyclable crates.", country, cards, here, facts)
    assert answers[country].verdict is Verdict.NEEDS_EVIDENCE
    open_rules = {name.rule for part in answers[country].parts for name in part.open}
    assert UNPROVED[country] in open_rules


def test_only_italy_wants_degradable_qualified_toward_businesses(cards: dict[str, ClaimCard], here: Ask) -> None:
    facts = "claims: [{quote: Biodegradable, facts: {audience: b2b, specification: none}}]"
    (answers,), _ = asked("Biodegradable bags.", "EU-IT,EU-NL,EU-ES,EU-DK", cards, here, facts)
    assert answers["EU-IT"].verdict is Verdict.MISLEADING
    assert [name.rule for name in deciding_rule_names(answers["EU-IT"])] == ["IT-06"]
    assert {answers[f"EU-{country}"].verdict for country in ("NL", "ES", "DK")} == {Verdict.NEEDS_EVIDENCE}


def test_national_cards_allow_wording_covered_by_recognised_excellence(cards: dict[str, ClaimCard], here: Ask) -> None:
    """The Directive harmonises fully, so national cards allow generic wording under the EU Ecolabel."""
    facts = "facts: {specification: none, reep_basis: eu_ecolabel, subject_level: product}"
    (answers,), _ = asked("Eco-friendly soap.", "NL,IT,ES,DK", cards, here, facts)
    without, _ = asked("Eco-friendly soap.", "NL,IT,ES,DK", cards, here, facts.replace("eu_ecolabel", "no_basis"))
    for country, vague in (("NL", "NL-01"), ("IT", "IT-01"), ("ES", "ES-04")):
        assert vague not in {name.rule for part in answers[country].parts for name in (*part.deciding, *part.open)}
        assert vague in [name.rule for name in deciding_rule_names(without[0][country])]
    assert "DK-01" not in {name.rule for part in answers["DK"].parts for name in part.open}
    assert "DK-01" in {name.rule for part in without[0]["DK"].parts for name in part.open}
