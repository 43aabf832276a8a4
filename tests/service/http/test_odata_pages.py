"""Pages of the OData feed: the address of the next page, and the filter that the API receives."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError
from service.base.refusals import Refusal
from service.http.odata_query import Query
from service.http.odata_tables import ODataFeed, bearer_of, page_content
from service.http.routes import Routes
from service.serving.registry import SERVICES
from service.store.listing_query import read_filter
from touchstone.v1 import account_service_pb2, evaluation_pb2, evaluation_service_pb2

FEED = ODataFeed(Routes(SERVICES))
PATH = "/odata/example/evaluations"


def asked(query: str) -> Query:
    read = FEED.read(PATH, query, "https://touchstone.example")
    assert isinstance(read, Query)
    return read


def page(query: Query, count: int, token: str) -> dict[str, object]:
    rows = [evaluation_pb2.Evaluation(name=f"organizations/example/evaluations/{number}") for number in range(count)]
    answer = evaluation_service_pb2.ListEvaluationsResponse(evaluations=rows, next_page_token=token)
    content: dict[str, object] = json.loads(page_content(query, answer))
    return content


@given(token=st.text(st.characters(codec="ascii", min_codepoint=33, max_codepoint=126), min_size=1))
def test_the_next_page_has_the_token_and_the_other_options(token: str) -> None:
    link = str(page(asked("$select=name&$orderby=create_time desc"), 2, token)["@odata.nextLink"])
    assert link.startswith(f"https://touchstone.example{PATH}?")
    options = parse_qs(urlsplit(link).query)
    assert (options["$select"], options["$orderby"]) == (["name"], ["create_time desc"])
    following = asked(urlsplit(link).query)
    assert following.message.page_token == token  # type: ignore[attr-defined]
    assert following.remaining is None


@pytest.mark.parametrize(("top", "sizes"), [(1, [1]), (1_000, [1_000]), (1_500, [1_000, 500]), (2_000, [1_000, 1_000])])
def test_pages_together_have_at_most_the_wanted_rows(top: int, sizes: list[int]) -> None:
    query, content = asked(f"$top={top}"), dict[str, object]()
    for size in sizes:
        assert query.message.page_size == size  # type: ignore[attr-defined]
        content = page(query, size, "more")
        if size is sizes[-1] and query.remaining == size:
            break
        query = asked(urlsplit(str(content["@odata.nextLink"])).query)
    assert "@odata.nextLink" not in content


@given(subject=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_text_reaches_the_filter_of_the_api_unchanged(subject: str) -> None:
    written = subject.replace("'", "''")
    query = asked("$filter=" + "".join(f"%{byte:02x}" for byte in f"record_subject eq '{written}'".encode()))
    (comparison,) = read_filter(query.message.filter)  # type: ignore[attr-defined]
    assert (comparison.field, comparison.sign, comparison.value) == ("record.subject", "=", subject)


@pytest.mark.parametrize(
    "condition",
    [
        "()", "record_subject eq 'a' ()", "(record_subject) eq 'a'", "record_subject eq 'a')",
        "record_subject eq 'a') and (record_subject eq 'b'", "record_subject eq 'a' and ()", "and",
        "not (record_subject eq 'a')", "record_subject eq 'a' 'b'",
    ],
)  # fmt: skip
def test_a_filter_that_is_not_read_in_full_is_refused(condition: str) -> None:
    with pytest.raises(InputError):
        asked(f"$filter={condition}")


def test_parentheses_around_comparisons_change_nothing() -> None:
    query = asked(
        "$filter= ((record_subject eq 'a''(')and ( create_time ge 2026-01-01T00:00:00Z ))and record_subject ne b"
    )
    assert query.message.filter == (  # type: ignore[attr-defined]
        'record.subject = "a\'(" AND create_time >= 2026-01-01T00:00:00Z AND record.subject != b'
    )


def test_the_first_rows_of_a_list_without_pages() -> None:
    query = FEED.read("/odata/example/accounts", "$top=2", "https://touchstone.example")
    assert isinstance(query, Query)
    answer = account_service_pb2.ListAccountsResponse(accounts=[{"name": f"a{number}"} for number in range(3)])
    assert [row["name"] for row in json.loads(page_content(query, answer))["value"]] == ["a0", "a1"]


@pytest.mark.parametrize("password", ["", "key\nother: header", "k\0", "schlüssel"])
def test_a_password_that_is_no_credential_is_refused(password: str) -> None:
    with pytest.raises(Refusal):
        bearer_of(f"Basic {base64.b64encode(f'any:{password}'.encode()).decode()}")


def test_a_password_is_the_credential() -> None:
    assert bearer_of("Basic YW55OmtleTp3aXRoIGNvbG9u") == "Bearer key:with colon"
    assert bearer_of("Bearer key") == "Bearer key"
