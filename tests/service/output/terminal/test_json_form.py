"""JSON documents: names of fields, and the text of the standard library."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from service.output.terminal.json_form import to_json_document

NAMES = st.from_regex(r"[a-z][a-zA-Z0-9]{0,8}", fullmatch=True)
VALUES = st.none() | st.booleans() | st.integers() | st.text()
DOCUMENTS = st.dictionaries(
    NAMES,
    st.recursive(
        VALUES,
        lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(NAMES, inner),
        max_leaves=20,
    ),
)


@given(DOCUMENTS)
@example({"text": "\ud800"})
@example({"number": 2**70, "list": [], "map": {}, "text": '\x7f\x00\u2028"\\/'})
def test_a_document_has_the_text_of_the_standard_library(document: dict[str, Any]) -> None:
    assert to_json_document(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("document", [{"no name": 1}, {"list": [{"a_b": 1}]}, {"a": {"1": 2}}])
def test_a_key_that_is_not_the_name_of_a_field_is_an_error(document: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match="not names of fields"):
        to_json_document(document)
