"""Paging of CheckClaims: response size limits, pages that add up to the whole, and page token scope."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.claims import JURISDICTIONS
from tests.support.calling import refused
from tests.support.claims.stated_claims import Stated
from tests.support.running import RunningServer
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest, CheckClaimsResponse

SCORECARDS = Path(__file__).parents[4] / "scorecards"
DAY = "2026-11-20"
TEXT = "Our bottle is carbon neutral. Eco-friendly soap. Not climate neutral. Biodegradable bags."


@pytest.fixture(scope="module")
def judging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), SCORECARDS) as running:
        yield running


def test_coverage_of_each_jurisdiction_lists_its_cards_in_order(judging: RunningServer) -> None:
    request = CheckClaimsRequest(text=TEXT, jurisdictions=["EU-DE", "UK"], as_of_date=DAY)
    cards: dict[str, list[str]] = {}
    for coverage in judging.screenings.CheckClaims(request).coverages:
        cards.setdefault(coverage.jurisdiction, []).append(coverage.scorecard_version.split("/")[1])
    assert cards == {place: list(JURISDICTIONS[place].cards) for place in request.jurisdictions}


MANY = " ".join(f"Our bottle {number} is carbon neutral." for number in range(60))
PLACES = (
    "EU-AT", "EU-BE", "EU-DE", "EU-DK", "EU-ES", "EU-FI", "EU-FR", "EU-IT", "EU-NL", "EU-PL", "EU-SE", "UK", "US-CA",
    "CN",
)  # fmt: skip


def paged(judging: RunningServer, **fields: Any) -> list[CheckClaimsResponse]:
    pages, token = [], ""
    while True:
        request = CheckClaimsRequest(as_of_date=DAY, page_token=token, **fields)
        pages.append(judging.screenings.CheckClaims(request, timeout=120))
        token = pages[-1].next_page_token
        if not token:
            return pages


def essence(answers: list[CheckClaimsResponse]) -> list[object]:
    """Return the content of answers per claim, with references to rules and conditions resolved."""
    return [
        (
            claim.candidate_claim.span.start,
            got.jurisdiction,
            got.verdict,
            [Stated(answer, got.jurisdiction).rule_text(rule) for rule in got.deciding_rules],
            [Stated(answer, got.jurisdiction).conditions(one) for part in got.parts for one in part.open_rules],
        )
        for answer in answers
        for claim in answer.checked_claims
        for got in claim.answers
    ]


@pytest.mark.full
def test_a_large_answer_is_split_into_pages_within_the_client_limit(judging: RunningServer) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        paged(judging, text=MANY, jurisdictions=PLACES)
    assert raised.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED  # the client's own limit of 4 MiB
    pages = paged(judging, text=MANY, jurisdictions=PLACES, page_size=100)
    assert len(pages) > 1
    assert all(page.ByteSize() <= 3 * 1024 * 1024 for page in pages)
    assert [page.claim_count for page in pages] == [60] * len(pages)
    claims = [claim for page in pages for claim in page.checked_claims]
    assert [claim.candidate_claim.span.start for claim in claims] == sorted(
        {claim.candidate_claim.span.start for claim in claims}
    )
    assert len(claims) == 60
    assert [page.text for page in pages] == [MANY, *[""] * (len(pages) - 1)]


@pytest.mark.full
@pytest.mark.parametrize("size", [1, 2, 3, 1_000])
def test_all_pages_together_equal_a_single_answer(judging: RunningServer, size: int) -> None:
    fields: dict[str, Any] = {"text": TEXT, "jurisdictions": ["EU-DE", "UK"], "language_code": "zh"}
    whole = judging.screenings.CheckClaims(CheckClaimsRequest(as_of_date=DAY, **fields))
    pages = paged(judging, page_size=size, **fields)
    assert [len(page.checked_claims) for page in pages][:-1] == [size] * (len(pages) - 1)
    assert essence(pages) == essence([whole])
    first = pages[0]
    for name in ("text", "document_kind", "page_facts", "assumed_facts", "unscreened_segments"):
        assert getattr(first, name) == getattr(whole, name)
    assert whole.claim_count == first.claim_count == len(whole.checked_claims)
    assert not whole.next_page_token
    for page in pages:
        shown = len(page.checked_claims)
        assert all(number < shown for one in page.questions for number in one.claims)
        assert all(one.claim < shown for one in page.rewritings)
    proposals = [(one.text, one.needs) for page in pages for one in page.rewritings]
    assert proposals == [(one.text, one.needs) for one in whole.rewritings] != []
    assert {fact for page in pages for fact in asked_facts(page)} == set(asked_facts(whole)) != set()


def asked_facts(answer: CheckClaimsResponse) -> Iterator[str]:
    """Yield the facts of all questions."""
    for question in answer.questions:
        named = [*question.points, *(fact for option in question.options for fact in option.sets)]
        yield from (fact.fact_id for fact in named)
        if not named:
            yield question.id


@pytest.mark.full
def test_a_page_token_is_valid_for_one_query_and_date(judging: RunningServer) -> None:
    def ask(**fields: Any) -> CheckClaimsRequest:
        return CheckClaimsRequest(
            **{"text": TEXT, "jurisdictions": ["UK"], "as_of_date": DAY, "page_size": 1, **fields}
        )

    token = judging.screenings.CheckClaims(ask()).next_page_token
    assert judging.screenings.CheckClaims(ask(page_token=token, page_size=2)).checked_claims
    for other in (
        {"jurisdictions": ["EU-DE"]},
        {"as_of_date": "2026-11-21"},
        {"text": f"{TEXT} "},
        {"page_token": "x"},
    ):
        answer = refused(judging.screenings.CheckClaims, ask(**{"page_token": token, **other}))
        assert answer.violations == {
            "page_token": "The page token belongs to another query. Leave it empty to start from the first page."
        }
    answer = refused(judging.screenings.CheckClaims, ask(page_size=-1))
    assert answer.violations == {
        "page_size": "-1 is negative. Use 1 to 100, or leave the page size empty to receive all claims at once."
    }
