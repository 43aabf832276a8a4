"""Filters bind every literal, page tokens belong to one query, and stored uses never change."""

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from rules.contracts.errors import InputError
from service.base.paging import read_page_size, read_token, write_token
from service.store.listing_query import FIELDS, read_filter, read_listing
from service.store.store import Store
from service.store.tables import EvaluationUsesRow
from service.store.write_access import with_write_access


def quoted(text: str) -> str:
    escaped = "".join(f"\\{character}" if character in "\"'\\" else character for character in text)
    return f'"{escaped}"'


@pytest.mark.full
@given(st.text(max_size=60))
def test_a_literal_is_bound_and_never_becomes_sql(text: str) -> None:
    filter_text = f"record.conclusion.grade = {quoted(text)}"
    assert [one.value for one in read_filter(filter_text)] == [text]
    compiled = read_listing("a", filter_text=filter_text, order_by="").select(None, 1).compile()
    assert "conclusion.grade = :grade_1" in str(compiled)
    assert compiled.params["grade_1"] == text


WORDS = st.sampled_from([*FIELDS, "AND", "OR", "=", "!=", "<", "'", '"', "(", ";", "x"])


@given(st.text(max_size=80) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_a_filter_or_is_refused_with_its_column(text: str) -> None:
    try:
        read_filter(text)
    except InputError as error:
        (violation,) = error.violations
        column = int(violation.description.split(":")[0].removeprefix("Column "))
        assert (violation.field, 1 <= column <= len(text) + 1) == ("filter", True)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)


@given(st.lists(st.text(max_size=20), max_size=4), TEXTS)
def test_a_page_token_is_valid_only_for_its_own_query(parts: list[str], position: str) -> None:
    query = tuple(parts)
    token = write_token(query, position)
    assert read_token(token, query) == position
    with pytest.raises(InputError, match="The page token belongs to another query"):
        read_token(token, (*query, ""))


def test_a_token_never_hands_nul_to_the_database() -> None:
    with pytest.raises(InputError, match="The page token belongs to another query"):
        read_token(write_token((), "organizations/a/drafts/\0"), ())


def test_page_sizes_are_bounded() -> None:
    assert [read_page_size(size) for size in (0, 1, 1_000, 5_000)] == [50, 1, 1_000, 1_000]


def test_only_the_documented_orders_are_accepted() -> None:
    for order in ("create_time", "create_time desc", "record.as_of_date", "record.as_of_date desc", ""):
        descending = not order or order.endswith(" desc")
        assert read_listing("a", filter_text="", order_by=order).descending == descending
    for order in ("create_time asc", "desc", " ", "\x1e"):
        with pytest.raises(InputError, match="order_by"):
            read_listing("a", filter_text="", order_by=order)


@pytest.mark.full(sample=5)
def test_texts_are_sorted_by_their_bytes_in_every_locale(store: Store) -> None:
    if store._engine.dialect.name != "postgresql":
        return  # SQLite compares bytes
    wrong = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND left(table_name, 15) <> 'alembic_version'
      AND data_type IN ('character varying', 'text') AND collation_name IS DISTINCT FROM 'C'
    """
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql(wrong).all() == []


@pytest.mark.parametrize("statement", ["UPDATE evaluation_uses SET digests = places", "DELETE FROM evaluation_uses"])
def test_stored_uses_never_change(store: Store, statement: str) -> None:
    with with_write_access(store._engine).begin() as connection:
        row = {"number": 2, "evaluation": "e", "holder": 1, "digests": b"d", "places": b"p"}
        connection.execute(insert(EvaluationUsesRow), row)
    with (
        pytest.raises(IntegrityError, match="stored uses never change"),
        with_write_access(store._engine).begin() as connection,
    ):
        connection.exec_driver_sql(statement)
