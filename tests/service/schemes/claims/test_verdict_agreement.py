"""Agreement of the parts of a claim answer: status, verdict, totals in short and full text, JSON and exit code."""

import json
import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings, strategies as st

from rules.claims import ClaimStatus
from rules.engine import CancellationScope
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.schemes.claims.answer import (
    CONDEMNED_STANDINGS,
    FORMAL_FAULTS,
    count_unread,
    counted_claims,
    standing_word,
    worst_standing,
)
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.caller_facts import CallerFacts
from service.schemes.claims.check_command import check_json
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.interview import InterviewAnswers, Value
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.render_full import full_text
from service.schemes.claims.render_short import short_text
from service.schemes.claims.sources import NAMES
from tests.support.claims.checking_claims import SCORECARDS
from tests.support.tiers import tries
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as pb2

DAY = "2026-11-20"
CLAIMS = (
    "Klimaneutral verschickt", "We deliver carbon neutral", "CO2-neutraal bezorgd", "imprimé neutre en carbone",
    "Our bottle is carbon neutral.", "Lingettes biodégradables", "Unser eigenes Nachhaltigkeitssiegel",
    "50 % recycled glass", "An eco-friendly soap.", "Cups are compostable (EN 13432).", "We will be net zero by 2040.",
    "Not climate neutral.", "环保洗衣液", "Produced with 100 % renewable energy.", "30 % less CO2 than in 2019.",
    "The greenest soap in the world.", "Recyclable packaging. Eco-friendly soap.", "Wash at 30 degrees.",
    "Is our soap green?", "Alojamiento web neutro en carbono",
)  # fmt: skip
FACTS: dict[str, tuple[str, ...]] = {
    "offsets_used": ("yes", "no"),
    "subject_level": ("product", "process", "service", "trader"),
    "specification": ("same_medium", "elsewhere_only", "none"),
    "truthful": ("yes", "no"),
    "substantiated": ("yes", "no"),
    "reep_basis": ("no_basis", "eu_ecolabel"),
    "label_kind": ("self_declared", "certification_scheme"),
    "audience": ("b2c", "b2b"),
    "neutrality_file_complete": ("yes", "no"),
    "degrades_within_year": ("yes", "no"),
}
PLACES = ("EU-DE", "EU-FR", "EU-NL", "EU-SE", "UK", "US", "CN", "AU", "DE", "EU")
MILDEST = {
    evaluation_pb2.VERDICT_PROHIBITED: pb2.CLAIM_STANDING_PROHIBITED_AS_IT_STANDS,
    evaluation_pb2.VERDICT_MISLEADING: pb2.CLAIM_STANDING_MISLEADING_AS_IT_STANDS,
}


class Checker:
    """Checks texts by the published cards, which are made ready once."""

    def __init__(self, evaluators: Evaluators) -> None:
        self._gazette, self._evaluators = Gazette(SCORECARDS), evaluators

    def judged(
        self, text: str, places: tuple[str, ...], facts: dict[str, Value], days: tuple[str, str]
    ) -> ClaimCheckResult:
        asked = ClaimCheckRequest(
            jurisdictions=places,
            shown=days,
            as_of=DAY,
            caller_facts=InterviewAnswers().of_all(facts).added_to(CallerFacts()),
        )
        problems = ProblemCollector(NAMES)
        return judge_text(Document("text", text), asked, self._gazette, self._evaluators.conclude, problems)

    def checked(
        self, text: str, places: tuple[str, ...], facts: dict[str, Value], days: tuple[str, str]
    ) -> CheckedText:
        judged = self.judged(text, places, facts, days)
        return CheckedText(text, AnswerBuilder(judged, "en").answer(CancellationScope()), judged.document, "en")


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with closing(Evaluators.for_gazette(Gazette(SCORECARDS))) as evaluators:
        yield Checker(evaluators)


def assert_agrees(checked: CheckedText) -> None:
    answer = checked.answer
    counted = counted_claims(answer)
    condemned = [claim for claim in counted if worst_standing(claim) in CONDEMNED_STANDINGS]
    assert checked.is_no is bool(condemned or count_unread(answer))
    assert json.loads(check_json(checked))["condemnedCount"] == len(condemned)
    for shown in (short_text(checked), full_text(checked)) if counted else ():
        (code,) = re.findall(r"\(exit code ([01])\)\.", shown.replace("so the text is not cleared (exit code 1)", ""))
        assert int(code) == checked.is_no
        assert ("none is prohibited or misleading" in shown) is not bool(condemned)
    for each in (each for claim in answer.checked_claims for each in claim.answers):
        if each.verdict in MILDEST:
            assert 0 < each.standing <= MILDEST[each.verdict]
        if each.verdict in FORMAL_FAULTS and len(each.possible_verdicts) == 1:
            assert each.standing == FORMAL_FAULTS[each.verdict]
        if each.standing not in (pb2.CLAIM_STANDING_UNSPECIFIED, pb2.CLAIM_STANDING_FINE):
            assert each.standing_rules
        if each.standing in CONDEMNED_STANDINGS:
            assert each.verdict in (*MILDEST, evaluation_pb2.VERDICT_NEEDS_EVIDENCE)


def test_standings_are_the_statuses_numbered_worst_first() -> None:
    assert [standing_word(number) for number in pb2.ClaimStanding.values()] == ["none", *ClaimStatus]


@settings(max_examples=tries(20), deadline=None)
@given(st.data())
def test_status_verdict_totals_and_exit_code_always_agree(checker: Checker, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=2, unique=True)))
    places = tuple(data.draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True)))
    names = data.draw(st.sets(st.sampled_from(sorted(FACTS)), max_size=4))
    facts: dict[str, Value] = {name: data.draw(st.sampled_from(FACTS[name])) for name in sorted(names)}
    first = data.draw(st.sampled_from((DAY, "2026-09-01", "2020-01-01")))
    assert_agrees(checker.checked(text, places, facts, (first, DAY)))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("text", CLAIMS)
def test_parts_of_an_answer_agree_without_stated_facts(checker: Checker, text: str) -> None:
    assert_agrees(checker.checked(text, PLACES, {}, (DAY, DAY)))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Klimaneutral verschickt", "EU-DE"),
        ("We deliver carbon neutral", "EU"),
        ("CO2-neutraal bezorgd", "EU-NL"),
        ("Imprimé neutre en carbone", "EU-FR"),
        ("Alojamos su web de forma neutra en carbono", "EU-ES"),
        ("Spedito a impatto climatico zero", "EU-IT"),
        ("CO2-neutralt leveret", "EU-DK"),
        ("Klimatneutralt tryckt", "EU"),
        ("碳中和运输", "EU"),
        ("Lingettes biodégradables", "EU-FR"),
        ("Unser eigenes Nachhaltigkeitssiegel", "EU-DE"),
    ],
)
def test_an_activity_good_or_own_seal_named_in_the_words_decides_the_verdict(
    checker: Checker, text: str, place: str
) -> None:
    (claim,) = checker.checked(text, (place,), {"offsets_used": "yes"}, (DAY, DAY)).answer.checked_claims
    (answer,) = claim.answers
    assert answer.verdict == evaluation_pb2.VERDICT_PROHIBITED
    assert answer.standing == pb2.CLAIM_STANDING_PROHIBITED_AS_IT_STANDS


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Our company ships carbon neutral", "service"),
        ("We are carbon neutral and deliver worldwide", None),
        ("All our shirts are shipped carbon neutral", "product"),
        ("A carbon neutral company that delivers", "trader"),
        ("Sustainably shipped", None),
    ],
)
def test_an_adjacent_activity_without_an_object_is_the_subject_of_a_neutral_claim(
    checker: Checker, text: str, level: str | None
) -> None:
    (claim, *_) = checker.judged(text, ("EU",), {}, (DAY, DAY)).claims
    levels = {read.get("subject_level", (None,))[0] for read in claim.readings}
    assert levels == {level}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("text", "place"), [("CO2-neutraal", "EU-NL"), ("Vert et durable", "EU-FR")])
def test_the_subject_of_a_claim_is_the_first_question_if_it_alone_decides(
    checker: Checker, text: str, place: str
) -> None:
    answer = checker.checked(text, (place,), {"offsets_used": "yes"}, (DAY, DAY)).answer
    assert answer.questions[0].id == "subject_level"


def _stated_facts(question: pb2.ClaimQuestion) -> list[str]:
    return [each.fact_id for each in (*question.points, *(each for option in question.options for each in option.sets))]


def _favourable_answer(question: pb2.ClaimQuestion) -> dict[str, Value]:
    if question.points:
        return {point.fact_id: point.value or () for point in question.points}
    option = min(question.options, key=lambda each: (len(each.faults), -len(each.excluded_rules)))
    return {each.fact_id: each.value for each in option.sets} or {question.id: option.value}


def test_open_facts_are_covered_by_the_questions_on_the_claim(checker: Checker) -> None:
    answer = checker.checked("50 % recycled glass", ("UK", "EU-DE"), {}, (DAY, DAY)).answer
    asked = {name for question in answer.questions for name in (question.id, *_stated_facts(question))}
    for each in answer.checked_claims[0].answers:
        open_facts = {fact.fact_id for fact in each.open_facts}
        assert "recycled_share_by_mass" in open_facts
        assert open_facts <= asked
        assert not open_facts & {
            "airline", "offsets_used", "recycled_share_stated", "vcmi_tier", "absolute_wording_proved",
        }  # fmt: skip


def test_a_recycled_share_is_permitted_once_all_questions_are_answered_favourably(checker: Checker) -> None:
    known: dict[str, Value] = {}
    for _ in range(3):
        answer = checker.checked("50 % recycled glass", ("UK", "EU-DE"), known, (DAY, DAY)).answer
        for question in answer.questions:
            known |= _favourable_answer(question)
    last = checker.checked("50 % recycled glass", ("UK", "EU-DE"), known, (DAY, DAY)).answer
    assert [(each.verdict, each.standing) for each in last.checked_claims[0].answers] == [
        (evaluation_pb2.VERDICT_OK, pb2.CLAIM_STANDING_FINE)
    ] * 2
