"""CheckClaims RPC against a running server: the same result as `claims check`, and all errors at once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from click.testing import CliRunner

from service.cli.main import app
from tests.support.calling import refused
from tests.support.claims.checking_claims import response, without_sources
from tests.support.running import RunningServer
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2
from touchstone.v1.fact_pb2 import Fact
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest, CheckClaimsResponse, ClaimFacts
from touchstone.v1.types_pb2 import ChoiceList, DateRange, Value

SCORECARDS = Path(__file__).parents[4] / "scorecards"
DAY = "2026-11-20"
OCTOBER = DateRange(first_date="2026-10-01", last_date="2026-10-01")
TEXT = "Our bottle is carbon neutral. Eco-friendly soap. Not climate neutral. Biodegradable bags."
PAGE = "<!doctype html><html><body><h1>Eco-friendly soap</h1><button>Add to cart</button></body></html>"


@pytest.fixture(scope="module")
def judging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), SCORECARDS) as running:
        yield running


def by_command(*arguments: str) -> dict[str, Any]:
    asked = ["claims", "check", *arguments, "--as-of", DAY, "--gazette", str(SCORECARDS), "--format", "json"]
    answer: dict[str, Any] = json.loads(CliRunner().invoke(app, asked).stdout)
    return answer


def assert_same(answer: CheckClaimsResponse, shown: dict[str, Any]) -> None:
    """Assert that a response equals the command output, including every rule and condition.

    Only the command knows the option or file of a fact.
    """
    assert without_sources(answer) == without_sources(response(shown))


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_server_and_command_judge_a_text_equally(judging: RunningServer, tmp_path: Path, language: str) -> None:
    request = CheckClaimsRequest(
        text=TEXT,
        jurisdictions=["EU-DE", "EU-SE", "UK"],
        shown_period=DateRange(first_date="2026-09-01", last_date="2026-12-31"),
        as_of_date=DAY,
        facts=[
            Fact(fact_id="audience", value=Value(choice="b2c")),
            Fact(fact_id="offsets_used", value=Value(flag=True)),
            Fact(fact_id="subject.level", value=Value(choice="product")),
        ],
        claim_facts=[
            ClaimFacts(quote="eco-friendly", facts=[Fact(fact_id="specification", value=Value(choice="none"))])
        ],
        language_code=language,
    )
    answer = judging.screenings.CheckClaims(request)
    facts = tmp_path / "facts.yaml"
    facts.write_text(
        "facts: {audience: b2c, offsets_used: yes, subject_level: product}\n"
        "claims: [{quote: eco-friendly, facts: {specification: none}}]\n"
    )
    options = ("--jurisdiction", "EU-DE,EU-SE,UK", "--shown-on", "2026-09-01..2026-12-31", "--facts", str(facts))
    shown = by_command(TEXT, *options, "--language", language)
    assert_same(answer, shown)
    dated = [rule for rule in answer.rules if (rule.scorecard, rule.rule_id) == ("green-claim-eu", "EU-4c")]
    assert [list(rule.jurisdictions) for rule in dated] == [["EU-DE"], ["EU-SE"]]
    assert dated[0].bases != dated[1].bases
    neutral = answer.checked_claims[0].answers[0]
    assert neutral.verdict == evaluation_pb2.VERDICT_PROHIBITED
    assert "EU-4c" in [rule.rule_id for rule in neutral.deciding_rules]
    assert [(one.fact_id, list(one.values)) for one in answer.assumed_facts] == [("kind", ["commercial"])]


@pytest.mark.full
def test_server_and_command_return_the_same_questions_and_proposals(judging: RunningServer) -> None:
    text = "Our eco-friendly soap."
    request = CheckClaimsRequest(
        text=text,
        jurisdictions=["EU-DE", "UK"],
        as_of_date=DAY,
        facts=[
            Fact(fact_id="audience", value=Value(choice="b2c")),
            Fact(fact_id="specification", value=Value(choice="none")),
        ],
    )
    answer = judging.screenings.CheckClaims(request)
    options = ("--audience", "consumers", "--fact", "specification=none")
    shown = by_command(text, "--jurisdiction", "EU-DE,UK", *options)
    assert_same(answer, shown)
    assert [one.id for one in answer.questions] == [one["id"] for one in shown["questions"]] != []
    assert all(list(one.claims) == [0] and one.words and one.jurisdictions for one in answer.questions)
    faults = [fault for one in answer.questions for option in one.options for fault in option.faults]
    assert (evaluation_pb2.VERDICT_PROHIBITED, ["EU-DE"]) in [(one.verdict, list(one.jurisdictions)) for one in faults]
    assert any(point.fact_id and point.label for one in answer.questions for point in one.points)
    (proposal,) = answer.rewritings
    assert (proposal.HasField("claim"), proposal.claim) == (True, 0)
    assert "___" in proposal.text
    assert proposal.needs


def test_a_verdict_from_practice_alone_is_marked(judging: RunningServer) -> None:
    def by_practice(place: str) -> list[bool]:
        boundary = Fact(fact_id="evidence_boundary_covers_claim", value=Value(flag=False))
        request = CheckClaimsRequest(
            text="Our eco-friendly soap.", jurisdictions=[place], as_of_date=DAY, shown_period=OCTOBER, facts=[boundary]
        )
        answer = judging.screenings.CheckClaims(request)
        return [part.by_practice_alone for part in answer.checked_claims[0].answers[0].parts]

    assert by_practice("SG") == [True]
    assert by_practice("UK") == [False]


@pytest.mark.full
def test_many_claims_fit_into_the_default_message_limit_of_clients(judging: RunningServer) -> None:
    request = CheckClaimsRequest(
        text=" ".join(f"Our eco-friendly soap number {number}." for number in range(150)),
        jurisdictions=["EU-DE"],
        as_of_date=DAY,
    )
    answer = judging.screenings.CheckClaims(request)
    assert len(answer.checked_claims) == 150
    named = [(rule.scorecard, rule.rule_id) for rule in answer.rules]
    assert len(set(named)) == len(named)
    assert answer.ByteSize() < 2 * 1024 * 1024


def test_a_page_is_judged_with_the_facts_it_shows(judging: RunningServer, tmp_path: Path) -> None:
    request = CheckClaimsRequest(file=PAGE.encode(), jurisdictions=["EU-FR"], as_of_date=DAY)
    answer = judging.screenings.CheckClaims(request)
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    assert_same(answer, by_command(str(page), "--jurisdiction", "EU-FR"))
    audience = next(fact for fact in answer.page_facts if fact.path == "audience")
    assert (audience.value, audience.span.quote) == ("b2c", "Add to cart")
    assert not answer.assumed_facts


@pytest.mark.parametrize(
    ("language", "expected_messages"),
    [
        (
            "en",
            (
                "'XX' is not a known jurisdiction. Choose from EU, EU-AT",
                "'everyone' is not allowed. Enter one of b2c, b2b",
                "is not a fact about",
            ),
        ),
        (
            "zh",
            ("“XX”不是已知法域。可用的有：EU、", "“everyone”不合要求。请填写下列之一：b2c、b2b", "不是关于声明的事实"),
        ),
    ],
)
def test_all_errors_are_refused_at_once(
    judging: RunningServer, language: str, expected_messages: tuple[str, ...]
) -> None:
    request = CheckClaimsRequest(
        text=TEXT,
        jurisdictions=["XX"],
        shown_period=DateRange(first_date="2026-12-31", last_date="2026-12-01"),
        facts=[
            Fact(fact_id="audience", value=Value(choice="everyone")),
            Fact(fact_id="colour", value=Value(text="green")),
            Fact(fact_id="claim_types", value=Value(choices=ChoiceList(values=["generic", "genric"]))),
        ],
        claim_facts=[ClaimFacts(quote="no such words"), ClaimFacts(quote=" ")],
        language_code=language,
    )
    answer = refused(judging.screenings.CheckClaims, request)
    violations = answer.violations
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert set(violations) == {
        "jurisdictions", "shown_period", "facts[audience]", "facts[colour]", "facts[claim_types]",
        "claim_facts[0].quote", "claim_facts[1].quote",
    }  # fmt: skip
    for field, words in zip(("jurisdictions", "facts[audience]", "facts[colour]"), expected_messages, strict=True):
        assert words in (violations if language == "en" else answer.localized)[field]


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (CheckClaimsRequest(jurisdictions=["UK"]), "source"),
        (CheckClaimsRequest(text=" ", jurisdictions=["UK"]), "text"),
        (CheckClaimsRequest(file=bytes(range(256)), jurisdictions=["UK"]), "file"),
        (CheckClaimsRequest(text=TEXT), "jurisdictions"),
        (CheckClaimsRequest(text=TEXT, jurisdictions=["UK"], language_codes=["pl"]), "language_codes[0]"),
        (CheckClaimsRequest(text=TEXT, jurisdictions=["UK"], language_code="fr"), "language_code"),
        (CheckClaimsRequest(text=TEXT, jurisdictions=["UK"], as_of_date="2026-02-30"), "as_of_date"),
    ],
)
def test_a_single_mistake_is_named(judging: RunningServer, request_: CheckClaimsRequest, field: str) -> None:
    answer = refused(judging.screenings.CheckClaims, request_)
    assert (answer.code, list(answer.violations)) == (grpc.StatusCode.INVALID_ARGUMENT, [field])


def test_a_day_before_the_scorecards_is_a_failed_precondition(judging: RunningServer) -> None:
    request = CheckClaimsRequest(text=TEXT, jurisdictions=["UK"], as_of_date="2020-01-01")
    answer = refused(judging.screenings.CheckClaims, request)
    assert (answer.code, answer.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "VERSION_NOT_IN_FORCE")
    assert "1.0.0 applies from 2026-11-20" in answer.message
    assert "use shown_period." in answer.message


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "message_template"), [("en", "Stored at {address}: "), ("zh", "已存于 {address}：")]
)
def test_the_command_prints_the_server_that_stores_the_evaluations(
    judging: RunningServer, language: str, message_template: str
) -> None:
    asked = ["claims", "check", "eco-friendly soap", "--jurisdiction", "UK", "--as-of", DAY]
    asked += ["--gazette", str(SCORECARDS), "--server", judging.address, "--store"]
    output = CliRunner().invoke(app, [*asked, "--language", language]).stdout
    assert message_template.format(address=judging.address) in output
    names = json.loads(CliRunner().invoke(app, [*asked, "--format", "json"]).stdout)["storedEvaluations"]
    assert names
    for name in names:
        evaluation = judging.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=name))
        assert evaluation.record.subject.startswith("organizations/claims/subjects/eco-friendly-")
