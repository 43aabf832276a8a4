"""Follow-up questions on claims: decisive facts only, their order, wording, grouping and promised verdicts."""

import pytest

from service.schemes.claims.claim_check import ClaimCheckRequest, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.questions import Question, QuestionRanker
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES
from tests.support.claims.judging_claims import EVALUATORS, GAZETTE, MARKETS, judge

TEXTS = ("Our bottle is carbon neutral", "Our cups are recyclable")


def asked(text: str, *, most: int | None = 3, language: str = "en", **facts: str) -> tuple[Question, ...]:
    return QuestionRanker(judge(text, facts), language).questions(most)


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
            again = judge(text, {"audience": "b2c", question.id: option.value})
            for state in asking._groups:
                place = state.answer.jurisdiction
                value = (option.value,)
                foretold = asking.possible(state, {question.id: value})
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
    with_credits = {one.id for one in asked("Our bottle is carbon neutral", most=None, audience="b2c")}
    without = asked("Our bottle is carbon neutral", most=None, audience="b2c", offsets_used="no")
    assert "credits_counted_once" in with_credits
    assert not {"credits_counted_once", "credits_retired_for_beneficiary", "storage_long_enough"} & {
        one.id for one in without
    }


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
    assert "a detailed, realistic plan exists" in [item.words for item in questions["target"].items]
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
        several = asked(text, most=None, audience="b2c")
        facts_by_text[text] = new & {fact for one in several for fact in (one.id, *(item.fact for item in one.items))}
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
        assert flights in question.claims or not question.id.startswith("credits_")
    credits_ = [one for one in asked(text, most=None, audience="b2c") if one.id.startswith("credits_")]
    assert credits_
    assert {one.claims for one in credits_} == {(flights,)}


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
            facts = [item.fact for item in question.items] or [question.id]
            assert known.keys().isdisjoint(facts)
            answered |= {item.fact: item.value for item in question.items if item.value}
            if question.options and not question.several:
                answered[question.id] = min(question.options, key=lambda one: len(one.faults)).value
        known |= answered
