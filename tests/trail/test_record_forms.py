"""Two record forms: both are read, verified and stored, and software without the second form refuses it."""

from __future__ import annotations

from contextlib import closing

import orjson
import pytest

from rules.contracts.canonical import canonical_bytes
from rules.contracts.erased_records import read_record
from rules.contracts.errors import TrailError
from rules.contracts.record import RECORD_SCHEMA
from rules.contracts.record_bytes import RECORD_FORMS, RecordHead, read_complete_record
from rules.trail.erasure import ErasureExtent, places_erased, to_erasable_record
from rules.trail.evaluation import Evaluator
from service.store.stored_records import pack, restore_record, restore_record_or_remains
from tests.support.random_subjects import KEY, KNOWN
from tests.support.recomputing import GivenError, recompute
from tests.support.small_card import small_subject
from tests.support.verifying import FAILED, NOT_CHECKED, PASSED, Document, checked, published, recorded

SECOND = 2


class SecondHead(RecordHead):
    """A later form: its head names the language of the rules, and leaves out no default."""

    language: str = "en"

    def written(self) -> bytes:
        return canonical_bytes(self.model_dump(mode="json"))


def written_in(form: int) -> bytes:
    version = published()
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        return evaluator.evaluate(small_subject().model_copy(update={"known": KNOWN}), KEY, form=form).content


@pytest.fixture
def upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Software that knows the second form."""
    monkeypatch.setitem(RECORD_FORMS, SECOND, SecondHead)


@pytest.mark.usefixtures("upgraded")
def test_both_forms_are_read_verified_and_stored() -> None:
    contents = {form: written_in(form) for form in RECORD_FORMS}
    assert contents[RECORD_SCHEMA] == recorded().content
    assert b'"language":"en"' in contents[SECOND]
    for form, content in contents.items():
        assert {check.result for check in checked(content)} == {PASSED}
        record = read_complete_record(content)
        assert (record.head.schema_number, record.content) == (form, content)
        assert restore_record(pack(record), KEY).content == content
        erasable = to_erasable_record(record, KEY)
        erased = erasable.without(places_erased(erasable, ErasureExtent.INPUTS))
        assert read_record(erased.content) == restore_record_or_remains(pack(erased), b"") == erased
        results = {check.number: check.result for check in checked(erased.content)}
        assert results == {**dict.fromkeys(range(1, 7), PASSED), 7: NOT_CHECKED}


def test_software_without_the_second_form_refuses_it_and_names_the_required_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as later:
        later.setitem(RECORD_FORMS, SECOND, SecondHead)
        content = written_in(SECOND)
        stored = pack(read_complete_record(content))
    message = r"has format 2, but .* reads only format 1\. .* reads format 2"
    with pytest.raises(TrailError, match=message):
        read_record(content)
    with pytest.raises(TrailError, match=message):
        restore_record(stored, KEY)
    first, *others = checked(content)
    assert first.result is FAILED
    assert "Use a version that reads format 2" in first.message
    assert {check.result for check in others} == {NOT_CHECKED}


def test_the_second_evaluator_refuses_an_unknown_form() -> None:
    document = orjson.loads(recorded().content)
    document["head"]["schema_number"] = SECOND
    with pytest.raises(GivenError) as refused:
        recompute(canonical_bytes(document), b'{"schema":1}', None)
    assert "found record schema 2" in refused.value.told("en")


@pytest.mark.parametrize("semantics", [0, 2])
def test_other_semantics_are_refused(semantics: int) -> None:
    document = orjson.loads(recorded().content)
    document["head"]["semantics"] = semantics
    message = rf"evaluation method {semantics} \(semantics\), but this version of Touchstone has only method 1\."
    with pytest.raises(TrailError, match=message):
        read_record(canonical_bytes(document))


def development_record() -> Document:
    """The outline of a record as development versions wrote it first: no head, and steps with their sentences."""
    return {
        "as_of_date": "2026-03-01",
        "schema_number": 1,
        "scorecard_version": "scorecards/small-factory/versions/1.0.0",
        "steps": [{"commitment": "00" * 32, "id": "facts/share", "payload": "{}"}],
        "trail_digest": "00" * 32,
    }


def test_a_record_of_a_development_version_is_refused() -> None:
    content = canonical_bytes(development_record())
    with pytest.raises(
        TrailError, match=r"If a development version before 1\.0 wrote the record, evaluate the subject again"
    ):
        read_record(content)
    assert checked(content)[0].result is FAILED


@pytest.mark.parametrize("number", [None, "1", True, [1]])
def test_a_form_number_of_another_type_is_refused(number: object) -> None:
    document = orjson.loads(recorded().content)
    document["head"]["schema_number"] = number
    with pytest.raises(TrailError, match="schema_number"):
        read_complete_record(canonical_bytes(document))
