"""ScreenClaims RPC against a running server: texts, files, refusals, and commands run with `--server`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from click.testing import CliRunner
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from rules.claims.screening.screen import screen
from service.cli.main import app
from service.schemes.claims.documents.document import Document
from service.schemes.claims.messages import write_screened
from service.schemes.claims.request_messages import MAXIMUM_CHARACTERS
from tests.support.calling import refused
from tests.support.claim_cards import write_claim_cards
from tests.support.running import RunningServer
from touchstone.v1 import screening_service_pb2
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

TEXT = (
    "Our bottle is 100% recycled* (*bottle only). Not climate neutral. 30% less CO2 than 2019. Net zero by 2040.\n\n"
    "To opakowanie jest wykonane z papieru z recyklingu i dlatego lepsze.\n\nA green shirt. Blue Angel soap."
)


@pytest.fixture(scope="module")
def judging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    gazette = write_claim_cards(tmp_path_factory.mktemp("gazette"))
    with RunningServer(tmp_path_factory.mktemp("server"), gazette) as running:
        yield running


@pytest.mark.full
def test_a_text_is_screened_as_in_process(judging: RunningServer) -> None:
    answer = judging.screenings.ScreenClaims(ScreenClaimsRequest(text=TEXT))
    assert answer == write_screened(Document("text", TEXT), screen(TEXT))
    assert answer.text == TEXT
    assert len(answer.candidate_claims) > 3
    for claim in answer.candidate_claims:
        assert TEXT[claim.span.start : claim.span.end] == claim.span.quote
    (unread,) = answer.unscreened_segments
    assert unread.span.quote.startswith("To opakowanie")
    assert unread.reason == screening_service_pb2.UnscreenedSegment.REASON_NO_LEXICON
    recycled = answer.candidate_claims[0]
    shown = {fact.path: list(fact.values) for fact in recycled.proposed_facts}
    assert shown["claim_types"] == ["absolute", "recycled_content"]
    assert "evidence" in recycled.open_fact_paths


def test_bad_news_is_sent_with_its_reason(judging: RunningServer) -> None:
    text = "Our emissions rose by 4 % in 2025."
    answer = judging.screenings.ScreenClaims(ScreenClaimsRequest(text=text))
    assert [span.reason for span in answer.masked_spans] == [screening_service_pb2.MaskedSpan.REASON_WORSE]
    assert answer == write_screened(Document("text", text), screen(text))


def test_the_requested_detection_sensitivity_is_applied(judging: RunningServer) -> None:
    text = "Our lakes breathe easier with every refill."
    hearing = screening_service_pb2.CLAIM_HEARING_KEEN
    screened = judging.screenings.ScreenClaims(ScreenClaimsRequest(text=text, hearing=hearing))
    assert screened == write_screened(Document("text", text), screen(text, hearing="keen"))
    assert [list(each.categories) for each in screened.candidate_claims] == [["heard"]]
    request = screening_service_pb2.CheckClaimsRequest(text=text, jurisdictions=["UK"], hearing=hearing)
    (checked,) = judging.screenings.CheckClaims(request).checked_claims
    assert checked.candidate_claim == screened.candidate_claims[0]
    assert checked.candidate_claim.claim_percent > 50
    quiet = screening_service_pb2.CheckClaimsRequest(text="We open at nine.", jurisdictions=["UK"])
    answer = judging.screenings.CheckClaims(quiet)
    assert (answer.unheard_sentence.span.quote, answer.hearing) == (
        "We open at nine.", screening_service_pb2.CLAIM_HEARING_BALANCED
    )  # fmt: skip


def test_sentence_weighing_is_switched_off_on_request(judging: RunningServer) -> None:
    text = "Our steelworks paid taxes, and its filters cut mercury, dust and soot by half for people and nature around."
    for unweighed, count in ((False, 1), (True, 0)):
        screened = judging.screenings.ScreenClaims(ScreenClaimsRequest(text=text, unweighed=unweighed))
        assert [list(each.categories) for each in screened.candidate_claims].count(["statement"]) == count
        request = screening_service_pb2.CheckClaimsRequest(text=text, jurisdictions=["UK"], unweighed=unweighed)
        checked = [
            list(each.candidate_claim.categories) for each in judging.screenings.CheckClaims(request).checked_claims
        ]
        assert checked.count(["statement"]) == count


def test_a_page_is_read_without_its_navigation(judging: RunningServer) -> None:
    page = b"<html><nav>green</nav><h1>Carbon neutral soap</h1></html>"
    answer = judging.screenings.ScreenClaims(ScreenClaimsRequest(file=page, language_codes=["en"]))
    assert (answer.document_kind, answer.text) == ("html", "Carbon neutral soap")
    assert [block.place for block in answer.text_blocks] == ["h1"]
    assert answer.left_out_counts == {"navigation": 1}


@pytest.mark.parametrize(
    ("asked", "field", "expected_message"),
    [
        (ScreenClaimsRequest(), "source", "The text to check is missing. Send a text, or the bytes of a file."),
        (ScreenClaimsRequest(text=""), "text", "The text to check is missing."),
        (ScreenClaimsRequest(text=" \n"), "text", "The text is empty."),
        (ScreenClaimsRequest(text="a" * (MAXIMUM_CHARACTERS + 1)), "text", "At most 500,000 are screened in one call"),
        (
            ScreenClaimsRequest(text="soap", language_codes=["pl"]),
            "language_codes[0]",
            "The language 'pl' has no lexicon. Use one of en, de, fr, zh, nl, it, es, da",
        ),
        (
            ScreenClaimsRequest(text="soap", trader_names=["a"] * 101),
            "trader_names",
            "101 trader names are listed. List at most 100.",
        ),
        (
            ScreenClaimsRequest(text="soap", trader_names=["Eco", " "]),
            "trader_names[1]",
            "Use a name of 1 to 200 characters that is not blank.",
        ),
        (ScreenClaimsRequest(file=bytes(range(256)) * 8), "file", "The file is binary."),
    ],
)
def test_an_unscreenable_input_is_refused(
    judging: RunningServer, asked: ScreenClaimsRequest, field: str, expected_message: str
) -> None:
    error = refused(judging.screenings.ScreenClaims, asked)
    assert error.code is grpc.StatusCode.INVALID_ARGUMENT
    assert expected_message in error.violations[field]


def test_the_service_is_listed_by_reflection(judging: RunningServer) -> None:
    stub: Any = reflection_pb2_grpc.ServerReflectionStub(judging.channel)
    (answer,) = stub.ServerReflectionInfo(iter([reflection_pb2.ServerReflectionRequest(list_services="")]))
    assert "touchstone.v1.ScreeningService" in [one.name for one in answer.list_services_response.service]


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["claims", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_commands_print_the_same_with_and_without_a_server(judging: RunningServer, tmp_path: Path) -> None:
    screen = ("screen", TEXT)
    assert run(*screen, "--server", judging.address) == run(*screen)
    gazette = judging.environment["TOUCHSTONE_GAZETTE"]
    facts, page = tmp_path / "facts.yaml", tmp_path / "page.html"
    facts.write_text("facts: {offsets_used: yes}\nclaims: [{quote: eco-friendly, facts: {specification: none}}]\n")
    page.write_text("<h1>Eco-friendly soap</h1><button>Add to cart</button><p style='font-size:4px'>neutral*</p>")
    by_server = ("--server", judging.address)
    cases: tuple[tuple[str, ...], ...] = (
        ("Eco-friendly and carbon neutral soap. It is not recyclable.", "--jurisdiction", "UK", "--facts", str(facts)),
        (str(page), "--jurisdiction", "UK", "--shown-on", "2026-09-01..2026-12-31", "--not-assumed", "medium"),
        ("We are open on Sunday. Это мыло.", "--jurisdiction", "UK"),
        ("eco-friendly", "--jurisdiction", "XX", "--fact", "audience=everyone", "--fact", "nosuch=1"),
    )
    known = ("--gazette", gazette, "--as-of", "2026-11-20")
    for asked in cases:
        check = ("check", *asked, *known)
        for form in ((), ("--full", "--language", "zh"), ("--format", "json")):
            assert run(*check, *form, *by_server) == run(*check, *form)
    check = ("check", "eco-friendly", "--jurisdiction", "UK", *known)
    kept = json.loads(run(*check, "--format", "json", *by_server, "--store")[1])
    assert kept.pop("storedEvaluations")
    here = json.loads(run(*check, "--format", "json")[1])
    assert here.pop("storedEvaluations") is None
    assert kept == here
    assert run(*check, "--store")[0] == 2
