"""Nested records in a dossier: equivalence with separate lists, error positions and the JSON schema."""

from __future__ import annotations

import pytest
import yaml
from jsonschema_rs import Draft202012Validator

from rules.contracts.errors import InputError
from rules.engine.read_subject import read_subject
from rules.language.compiler import compile_folder
from rules.model.published_version import published_bytes, read_published
from rules.model.scorecard import Scorecard
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.tree.placed_errors import PlacedError
from service.output.schema.dossiers import dossier_schema
from tests.support.guide import LEVY, card

HEAD = "subject: organizations/a/subjects/b\nfacts:\n"
SALE = "{note: D1, fuel: petrol, mass: 10 t, day: 2026-03-01, grown: 0 %"
INSIDE = f"  deliveries:\n    - {SALE}, blends: [{{line: B1, what: bio, added: 4 t}}]}}\n"
APART = f"  deliveries:\n    - {SALE}}}\n  blends:\n    - {{line: B1, sale: D1, what: bio, added: 4 t}}\n"


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    compiled = compile_folder(card(LEVY)).scorecard
    assert compiled is not None
    return compiled


def dossier(scorecard: Scorecard, text: str) -> Dossier:
    return read_dossier((HEAD + text).encode(), scorecard, as_of="2026-06-30", settings={})


def checked(scorecard: Scorecard, parsed_dossier: Dossier) -> None:
    try:
        read_subject(scorecard, parsed_dossier.subject.model_copy(update={"known": "2026-06-30T00:00:00Z"}))
    except InputError as error:
        raise parsed_dossier.located(error) from None


def refused(scorecard: Scorecard, text: str) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        checked(scorecard, dossier(scorecard, text))
    return [problem.render("d.yaml") for problem in raised.value.problems]


@pytest.mark.parametrize("in_full", [False, True])
def test_nested_and_separate_lists_yield_the_same_subject(scorecard: Scorecard, *, in_full: bool) -> None:
    text = INSIDE.replace("deliveries:\n", "deliveries:\n     value:\n  ", 1) if in_full else INSIDE
    assert dossier(scorecard, text).subject == dossier(scorecard, APART).subject


def test_an_error_in_a_nested_record_is_reported_with_its_location(scorecard: Scorecard) -> None:
    (message,) = refused(scorecard, INSIDE.replace("4 t", "4 apples"))
    assert message.startswith("d.yaml:4:")
    assert "apples" in message


def test_a_list_may_not_be_both_nested_and_separate(scorecard: Scorecard) -> None:
    both = INSIDE + "  blends:\n    - {line: B2, sale: D1, what: bio, added: 4 t}\n"
    assert any("is written both as a fact and inside its parent records" in told for told in refused(scorecard, both))


def test_a_nested_value_that_is_not_a_list_is_refused(scorecard: Scorecard) -> None:
    text = INSIDE.replace("[{line: B1, what: bio, added: 4 t}]", "4")
    message = "'blends' in this record is not a list. Write the records of 'blends' as a list"
    assert any(message in told for told in refused(scorecard, text))


def test_a_record_without_parent_is_refused_with_its_location(scorecard: Scorecard) -> None:
    (message,) = refused(scorecard, APART.replace("sale: D1", "sale: D7"))
    assert message.startswith("d.yaml:6:24:")
    assert "No record of deliveries has the key 'D7'" in message


def test_the_schema_accepts_both_forms(scorecard: Scorecard) -> None:
    version = read_published(published_bytes(scorecard, card(LEVY)), "2026-01-01T00:00:00Z")
    validator = Draft202012Validator(dossier_schema(version))
    for text, right in ((INSIDE, True), (APART, True), (INSIDE.replace("line:", "lien:"), False)):
        written = yaml.load(HEAD + text, Loader=yaml.BaseLoader)  # noqa: S506 -- every scalar stays a text
        assert validator.is_valid(written) is right, text
