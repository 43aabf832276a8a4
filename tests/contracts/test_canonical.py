"""Canonical JSON (RFC 8785): bytes of an independent library, and refusal of floats, keys and large integers."""

import hashlib

import pytest
import rfc8785
from hypothesis import given, strategies as st

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.outcomes import Outcome

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KEYS = st.text(st.characters(max_codepoint=127), max_size=6)
SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS
DOCUMENTS: st.SearchStrategy[Json] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(DOCUMENTS)
def test_the_bytes_are_those_of_an_independent_library(document: Json) -> None:
    assert canonical_bytes(document) == rfc8785.dumps(document)


@given(st.dictionaries(KEYS, SCALARS, min_size=2, max_size=6))
def test_the_order_of_keys_has_no_meaning(document: dict[str, Json]) -> None:
    assert canonical_bytes(document) == canonical_bytes(dict(reversed(document.items())))


@pytest.mark.parametrize("number", [0.5, 1.0, float("nan"), float("inf")])
@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one], lambda one: {"a": {"b": (1, one)}}])
def test_a_float_is_refused_anywhere_in_a_document(number: float, wrap: object) -> None:
    assert callable(wrap)
    with pytest.raises(TypeError, match="float is not allowed in a canonical document"):
        canonical_bytes(wrap(number))


@pytest.mark.parametrize("key", ["键", "é", "\x80"])
def test_a_key_that_is_not_ascii_is_refused(key: str) -> None:
    with pytest.raises(TypeError, match="is not ASCII"):
        canonical_bytes({"a": [{key: 1}]})


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**63, 2**70])
def test_an_integer_that_readers_would_round_is_refused(number: int) -> None:
    with pytest.raises(TypeError, match="integer"):
        canonical_bytes({"n": number})


def test_an_enumeration_value_is_written_as_its_text() -> None:
    assert canonical_bytes({"outcome": Outcome.MET, "all": [Outcome.MET]}) == b'{"all":["met"],"outcome":"met"}'


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical_bytes("\ud800")


@given(st.binary(max_size=50))
def test_a_digest_is_sha_256_in_lower_case(content: bytes) -> None:
    assert digest(content) == hashlib.sha256(content).hexdigest()
