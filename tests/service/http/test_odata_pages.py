"""Pages of the OData feed: the address of the next page, and the filter that the API receives."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, strategies as st

from service.http.odata_query import Query
from service.http.odata_tables import ODataFeed, bearer_of, page_content
from service.http.routes import Routes
from service.serving.registry import SERVICES
from service.store.listing_query import read_filter
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

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


def test_a_password_is_the_credential() -> None:
    assert bearer_of("Basic YW55OmtleTp3aXRoIGNvbG9u") == "Bearer key:with colon"
    assert bearer_of("Bearer key") == "Bearer key"
