"""Follow-up questions on claims: decisive facts only, their order, wording, grouping and promised verdicts."""

import re
from collections.abc import Iterable
from fractions import Fraction

import pytest

from rules.claims import JURISDICTIONS
from rules.contracts import LANGUAGES, read_toml
from rules.model import FactDefinition
from service.schemes.claims.claim_check import ClaimCheckRequest, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.one_claim import FAULTS
from service.schemes.claims.questions import (
    ALL_KINDS,
    LEADING_QUESTIONS,
    DecidingCounts,
    Question,
    QuestionRanker,
    question_words,
    read_deciding_counts,
)
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES
from tests.support.claims.judging_claims import EVALUATORS, GAZETTE, MARKETS, judge

TEXTS = ("Our bottle is carbon neutral", "Our cups are recyclable")


def asked(text: str, *, most: int | None = 3, language: str = "en", **facts: str) -> tuple[Question, ...]:
    return QuestionRanker(judge(text, facts), language).questions(most)


def facts_of(questions: Iterable[Question]) -> set[str]:
    return {fact for one in questions for fact in ({item.fact for item in one.stated_items()} or {one.id})}


@pytest.mark.full
@pytest.mark.parametrize("text", TEXTS)
def test_an_answer_changes_the_verdicts_as_was_foretold(text: str) -> None:
    """The verdicts promised by the open conditions match those of the cards once the fact is known."""
    result = judge(text, {"audience": "b2c"})
    asking = QuestionRanker(result, "en")
    for question in asking.questions(3):
        for option in question.options:
            if question.several:
                continue
            stated = {item.fact: item.value for item in option.sets} or {question.id: option.value}
            again = judge(text, {"audience": "b2c", **stated})
            for state in asking._groups:
                place = state.answer.jurisdiction
                foretold = asking.possible(state, {fact: (value,) for fact, value in stated.items()})
                (really,) = (one.wide for one in again.claims[0].answers if one.jurisdiction is place)
                assert set(really) <= set(foretold), (question.id, option.value, place.id)
                assert really[0] is foretold[0], (question.id, option.value, place.id)


def test_offsets_are_the_first_question_on_a_neutrality_claim() -> None:
    first = asked("Our bottle is carbon neutral", audience="b2c")[0]
    assert (first.id, first.jurisdictions) == ("offsets_used", MARKETS)
    faults = {option.value: option.faults for option in first.options}
    assert [(verdict.value, places) for verdict, places in faults["yes"].items()] == [("prohibited", ("EU-DE",))]
    assert not faults["no"]


def test_the_audience_is_the_first_question_unless_consumers_are_assumed() -> None:
    """Toward consumers no verdict is milder than toward others."""
    asked_so = ClaimCheckRequest(MARKETS, as_of="2026-11-20", not_assumed=("audience",))
    result = judge_text(
        Document("text", "Eco-friendly soap"), asked_so, GAZETTE, EVALUATORS.conclude, ProblemCollector(NAMES)
    )
    assert QuestionRanker(result, "en").questions(1)[0].id == "audience"
    assert "audience" not in [one.id for one in asked("Eco-friendly soap", most=None)]


def test_settled_jurisdictions_have_no_questions() -> None:
    facts = {"audience": "b2c", "offsets_used": "yes"}
    places = {place for one in asked("Our bottle is carbon neutral", most=None, **facts) for place in one.jurisdictions}
    assert places == {"UK", "US"}, "in EU-DE it is prohibited whatever else is answered"


def test_no_question_concerns_a_fact_that_no_open_rule_needs() -> None:
    with_credits = facts_of(asked("Our bottle is carbon neutral", most=None, audience="b2c"))
    without = facts_of(asked("Our bottle is carbon neutral", most=None, audience="b2c", offsets_used="no"))
    assert "credits_counted_once" in with_credits
    assert not {"credits_counted_once", "credits_retired_for_beneficiary", "storage_long_enough"} & without


def test_questions_are_worded_in_the_language_of_the_user() -> None:
    first = asked("Our bottle is carbon neutral", language="zh", audience="b2c")[0]
    assert first.words == "是否为此购买碳信用（抵消）？"
    assert [option.words for option in first.options] == ["是", "否"]


def test_a_question_on_several_claims_lists_these_claims() -> None:
    first, *_ = asked("Our bottle is carbon neutral. Our cap is carbon neutral.", audience="b2c")
    assert first.claims == (0, 1)


def test_usually_satisfied_points_are_grouped_in_one_question() -> None:
    questions = {one.id: one for one in asked("We will be net zero by 2040", most=None, audience="b2c")}
    assert {item.value for item in questions["target"].items} == {"yes", "somebody", "not_claimed"}
    assert "money and staff are assigned" in [item.words for item in questions["target"].items]
    assert not questions.keys() & {item.fact for one in questions.values() for item in one.items}, (
        "nothing is asked twice"
    )


def test_a_question_on_an_excuse_appears_only_for_claims_that_it_may_excuse() -> None:
    """Recognised excellence excuses a generic claim; recital 9 requires a statement next to a property claim."""
    ids = [one.id for one in asked("Produced with 100% renewable energy", most=None, audience="b2c")]
    assert "statement" in ids
    assert "reep_basis" not in ids
    eco = [one.id for one in asked("Eco-friendly soap", most=None, audience="b2c", specification="none")]
    assert eco.index("reep_basis") < eco.index("statement"), "where nothing explains the word, it decides"


def test_new_facts_are_questions_only_for_their_claim_type() -> None:
    new = {"future_binding", "future_validation", "scope_three", "facilities_where_shown", "trader_financed_emissions"}
    facts_by_text = {}
    for text in ("Our cups are recyclable", "We will be net zero by 2040", "PVC-free packaging"):
        facts_by_text[text] = new & facts_of(asked(text, most=None, audience="b2c"))
    assert facts_by_text["Our cups are recyclable"] == {"facilities_where_shown"}
    assert facts_by_text["We will be net zero by 2040"] == new - {"facilities_where_shown"}
    assert facts_by_text["PVC-free packaging"] == set()


def test_absolute_wording_is_a_question_only_if_the_text_contains_it() -> None:
    assert "absolute_wording_proved" in [one.id for one in asked("The greenest detergent", most=None, audience="b2c")]
    ordinary = {one.id: one for one in asked("Our cups are recyclable", most=None, audience="b2c")}
    together = {item.fact for question in ordinary.values() for item in question.items}
    assert not (ordinary.keys() | together) & {"absolute_wording", "absolute_wording_proved", "vcmi_tier"}


def test_a_question_on_one_claim_is_not_shown_for_other_claims() -> None:
    text = "Our flights are carbon neutral. By 2032 every van is electric. A lamp that treads lightly on the earth."
    flights = 0
    for question in asked(text, audience="b2c", offsets_used="yes"):
        assert flights in question.claims or not _is_on_credits(question)
    credits_ = [one for one in asked(text, most=None, audience="b2c") if _is_on_credits(one)]
    assert credits_
    assert {one.claims for one in credits_} == {(flights,)}


def _is_on_credits(question: Question) -> bool:
    return any(fact.startswith("credits_") for fact in facts_of([question]))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "text",
    [
        "Our pipe is PVC-free.",
        "Made of recycled plastic.",
        "The cup is recyclable.",
        "PVC-free, recycled and recyclable. Soap: 30 % less water.",
    ],
)
def test_facts_answered_for_all_claims_are_not_questions_again(text: str) -> None:
    known: dict[str, str] = {"audience": "b2c"}
    for _ in range(3):
        answered: dict[str, str] = {}
        for question in asked(text, most=3, **known):
            facts = [item.fact for item in question.stated_items()] or [question.id]
            assert known.keys().isdisjoint(facts)
            answered |= {item.fact: item.value for item in question.items if item.value}
            if question.options and not question.several:
                best = min(question.options, key=lambda one: len(one.faults))
                answered |= {item.fact: item.value for item in best.sets} or {question.id: best.value}
        known |= answered


ASKED_TEXTS = (
    "Eco-friendly soap", "Our bottle is carbon neutral", "Our cups are recyclable", "We will be net zero by 2040",
    "30 % less CO2 than our previous model", "PVC-free packaging", "Das grünste Waschmittel", "可降解塑料袋",
)  # fmt: skip


@pytest.mark.full(sample=3)
@pytest.mark.parametrize("text", ASKED_TEXTS)
def test_each_of_the_first_questions_is_about_one_matter_and_its_answers_have_effects(text: str) -> None:
    questions = asked(text, most=None, audience="b2c")
    for question in questions[:LEADING_QUESTIONS]:
        assert question.items == ()
        effects = [bool(option.faults or option.excluded_rules) for option in question.options]
        assert not effects or any(effects), question.id
        for option in question.options:
            facts = [item.fact for item in option.sets]
            assert len(facts) == len(set(facts))
    assert sum(len(facts_of([one])) for one in questions) == len(facts_of(questions)), "no fact is asked twice"


def test_answers_about_one_matter_state_different_facts() -> None:
    matters = read_toml("service.schemes.claims", "questions.toml")["matters"]
    definitions = {fact.id: fact for fact in _asked_facts()}
    for matter in matters:
        stated = [tuple(sorted(answer["facts"].items())) for answer in matter["answers"]]
        assert len(stated) == len(set(stated)), matter["id"]
        assert matter["id"] not in definitions
        for fact, value in (pair for answer in stated for pair in answer):
            choices = [choice.id for choice in definitions[fact].choices] or ["yes", "no"]
            assert value in choices, (matter["id"], fact, value)


def _asked_facts() -> list[FactDefinition]:
    cards = sorted({card for place in JURISDICTIONS.values() for card in place.cards} & {*GAZETTE.card_ids()})
    facts = {fact.id: fact for card in cards for fact in GAZETTE.newest(card).scorecard.facts}
    return [fact for id, fact in facts.items() if id != "display"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_a_full_sentence(language: str) -> None:
    texts = read_toml("service.schemes.claims", "questions.toml")
    words = [question_words(fact, language) for fact in _asked_facts()]
    words += [entry[language] for entry in (*texts["matters"], *texts["together"])]
    start, end = (r"[A-Z]\w*", "?") if language == "en" else (r"[\u4e00-\u9fff]", "？")
    for each in words:
        assert re.match(start, each), each
        assert each.endswith(end), each
        assert len(each.split()) > 2 or language == "zh", each
    assert {fact.id for fact in _asked_facts()} <= texts["one"].keys(), "a new fact needs a question in questions.toml"


def test_a_claim_of_unknown_kind_has_general_questions_only() -> None:
    result = judge_text(
        Document("text", "Eco-friendly soap"),
        ClaimCheckRequest(MARKETS, as_of="2026-11-20", not_assumed=("claim_types",)),
        GAZETTE,
        EVALUATORS.conclude,
        ProblemCollector(NAMES),
    )
    assert result.claims[0].kinds == ()
    questions = QuestionRanker(result, "en").questions()
    assert questions[0].id == "claim_types"
    general = {*read_toml("service.schemes.claims", "questions.toml")["any_kind"]["facts"]}
    facts = facts_of(questions)
    assert facts <= general
    assert {"truthful", "substantiated"} <= facts


def test_facts_that_decided_more_claims_of_a_kind_have_a_higher_share() -> None:
    counts = DecidingCounts({ALL_KINDS: 20, "label": 10}, {"label_kind": {ALL_KINDS: 9, "label": 9}})
    assert counts.share("label_kind", ["label"]) > counts.share("label_kind", []) == Fraction(9, 20)
    assert counts.share("label_certificate", ["label"]) > counts.share("clear", ["label"]), "the law gives a priority"
    without = counts.without(["label"], ["label_kind"])
    assert (without.claims, without.facts) == ({ALL_KINDS: 19, "label": 9}, {"label_kind": {ALL_KINDS: 8, "label": 8}})


def test_the_counts_of_deciding_facts_agree_with_each_other() -> None:
    counts = read_deciding_counts()
    for by_kind in counts.facts.values():
        assert all(0 < count <= counts.claims[kind] for kind, count in by_kind.items())
        assert by_kind[ALL_KINDS] == max(by_kind.values())


@pytest.mark.full(sample=2)
@pytest.mark.parametrize("place", ["EU", "UK", "US"])
def test_a_specific_claim_needs_at_most_ten_questions(place: str) -> None:
    text = "Our bottle contains 30% recycled plastic (post-consumer, by weight, ISO 14021, 2025)"
    known: dict[str, str] = {"audience": "b2c"}
    result = judge(text, known, (place,))
    for number in range(10):
        leading = max(LEADING_QUESTIONS - number, 0)
        questions = QuestionRanker(result, "en", only=0).questions(1, (), leading)
        if not questions:
            break
        (question,) = questions
        known |= {item.fact: item.value for item in question.items}
        if question.options:
            best = min(question.options, key=lambda one: (len(one.faults), -len(one.excluded_rules)))
            known |= {item.fact: item.value for item in best.sets} or {question.id: best.value}
        elif not question.items:
            known[question.id] = "30 %"
        result = judge(text, known, (place,))
    (answer,) = result.claims[0].answers
    assert len(answer.wide) == 1
    assert answer.verdict not in FAULTS
