"""Proof bundle checks: selective disclosure, forgery for each check, flipped bytes, and use as earlier evaluations."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.dates import parse_date
from rules.contracts.errors import TrailError
from rules.contracts.record_bytes import read_complete_record
from rules.trail.previous_evaluation import fault_of
from rules.trail.verify import CheckResult, with_late_publication
from service.api.proof_bundles import BundleMaker
from service.base.call_context import set_current_organization
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.output.bundles import Bundle, is_bundle, read_bundle, read_bundled_record
from service.proofs.bundle_verification import NAMES, check_bundle
from service.proofs.log_handlers import write_bundle
from service.store.tables import EvaluationRow
from service.transparency.checkpoints import read_note
from tests.support.logged import Logged
from tests.support.small_card import small_card
from touchstone.v1 import log_service_pb2


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    logged_store = Logged(tmp_path_factory.mktemp("logged"))
    yield logged_store
    logged_store.close()


@pytest.fixture(scope="module")
def row(logged: Logged) -> EvaluationRow:
    logged.evaluate(subject="other")
    logged.evaluate()
    return logged.evaluate()


@pytest.fixture(scope="module")
def bundle(logged: Logged, row: EvaluationRow) -> Bundle:
    return logged.bundle(row)


def failed(logged: Logged, bundle: Bundle) -> list[str]:
    return [check.name for check in check_bundle(bundle, logged.trust) if check.result is CheckResult.FAILED]


def changed(bundle: Bundle, **parts: Any) -> Bundle:
    return Bundle.model_validate({**bundle.model_dump(), **parts})


def test_an_unchanged_bundle_passes_every_check(logged: Logged, bundle: Bundle) -> None:
    checks = check_bundle(read_bundle(bundle.written()), logged.trust)
    assert [check.number for check in checks] == list(range(1, 14))
    assert {check.name: check.message for check in checks if check.result is not CheckResult.PASSED} == {
        "approvals": (
            "scorecards/small-factory/versions/1.0.0 has no signatures, like the versions that come with the software, "
            "so the bundle does not show who approved it. Ask the publisher of the version."
        ),
        "time_stamps": "The bundle has no time stamp of an authority, and none is required.",
    }
    assert {check.result for check in checks} == {CheckResult.PASSED, CheckResult.NOT_CHECKED}
    assert "witness.example. The first cosignature is from 2025-11-24T16:00:00Z" in checks[4].message
    size = read_note(bundle.checkpoint).checkpoint.size
    position = f"entry {bundle.evaluation.position} (counted from 0) of the {size} entries in the log"
    assert position in checks[2].message


def test_a_changed_step_is_named_and_not_blamed_on_the_key(logged: Logged, bundle: Bundle) -> None:
    record = json.loads(bundle.record or "")
    record["steps"][-1][1]["grade"] = "gold+"
    for key, said in (
        (bundle.record_key, f"(1 of {len(record['steps'])}), beginning with '{record['steps'][-1][0]}'"),
        ("A" * 43 + "=", "The record key in the proof bundle does not match any step of the record."),
    ):
        changes = {"record": canonical_bytes(record).decode(), "record_key": key}
        (check,) = [
            one
            for one in check_bundle(changed(bundle, **changes), logged.trust)
            if one.result is CheckResult.FAILED and one.name == "steps"
        ]
        assert said in check.message
        assert "Request the original bundle from its issuer." in check.message


def test_a_version_published_after_the_as_of_date_is_reported(logged: Logged, row: EvaluationRow) -> None:
    version = logged.gazette.newest("small-factory")
    as_of = parse_date("2024-12-31")
    assert with_late_publication("Yes.", version, as_of) == (
        "Yes. It was published on 2025-01-01, after the as-of date 2024-12-31, and applies to this date because its "
        f"first day is {version.scorecard.card.first_date}."
    )
    assert with_late_publication("Yes.", version, parse_date("2025-01-01")) == "Yes."


def test_a_bundle_without_a_signature_of_the_log_is_called_no_proof(
    logged: Logged, row: EvaluationRow, bundle: Bundle, tmp_path: Path
) -> None:
    note = logged.store.log.note()
    assert note is not None
    unsigned = changed(bundle, signature=None, checkpoint=f"{read_note(bundle.checkpoint).checkpoint.body}\n")
    messages = {check.name: check.message for check in check_bundle(unsigned, logged.trust)}
    for name in ("checkpoint", "signature"):
        assert "no signature of the log" in messages[name]
        assert "TOUCHSTONE_LOG_KEY" in messages[name]
    for content, said in (
        (bundle.written(), "proves the evaluation ("),
        (unsigned.written(), "does not prove the evaluation, because this server does not sign its log"),
    ):
        answer = log_service_pb2.ProofBundle(content=content)
        assert said in write_bundle(answer, tmp_path / "bundle.json", "en")


def test_a_disclosure_shows_only_the_conclusion_and_the_chosen_facts(logged: Logged, row: EvaluationRow) -> None:
    disclosed = logged.bundle(row, shown=["facts/certified"])
    content = disclosed.written().decode()
    assert disclosed.shown is not None
    assert [json.loads(step.step)[0] for step in disclosed.shown.steps] == ["facts/certified", "conclusion"]
    assert "gold" in content
    assert "energy_used" not in json.dumps(disclosed.shown.model_dump())
    assert failed(logged, disclosed) == []
    step = disclosed.shown.steps[0]
    lied = step.model_copy(update={"step": step.step.replace("true", "false")})
    shown = disclosed.shown.model_copy(update={"steps": [lied, *disclosed.shown.steps[1:]]})
    assert failed(logged, disclosed.model_copy(update={"shown": shown})) == ["steps"]


def test_a_step_shown_twice_does_not_count_as_two_steps(logged: Logged, row: EvaluationRow) -> None:
    disclosed = logged.bundle(row, shown=["facts/certified"])
    assert disclosed.shown is not None
    steps = [*disclosed.shown.steps, disclosed.shown.steps[0]]
    doubled = disclosed.model_copy(update={"shown": disclosed.shown.model_copy(update={"steps": steps})})
    assert failed(logged, doubled) == ["steps"]


def test_every_forgery_fails_the_check_meant_for_it(logged: Logged, row: EvaluationRow, bundle: Bundle) -> None:
    other = logged.bundle(logged.evaluate(serious_violations=None))
    # Other facts under a true name: record and key of another evaluation behind the leaf of this.
    swapped = changed(bundle, record=other.record, record_key=other.record_key)
    assert failed(logged, swapped) == ["leaf"]
    # Altered envelope with a recomputed leaf: the leaf is not in the tree, and the signature does not cover it.
    for field, value in (
        ("create_time", "2020-01-01T00:00:00Z"),
        ("request_id", "another"),
        ("principal", {"id": "boss", "kind": "local", "organization": ""}),
    ):
        leaf = json.loads(bundle.evaluation.leaf)
        written = json.dumps({**leaf, field: value}, sort_keys=True, separators=(",", ":"))
        noted = {**bundle.evaluation.model_dump(), "leaf": written}
        assert failed(logged, changed(bundle, evaluation=noted)) == ["inclusion", "signature"]
    finding = {"id": "ARCHIVE.OTHER_SUBJECT", "severity": "major", "place": "x"}
    assert failed(logged, changed(bundle, archive_findings=[finding])) == ["findings"]
    assert failed(logged, changed(bundle, archive_findings=[{}])) == ["findings"]
    # Forged record with its own leaf and recomputed digests, but without a signature.
    leaf = {**json.loads(bundle.evaluation.leaf), "record_digest": json.loads(other.evaluation.leaf)["record_digest"]}
    written = json.dumps(leaf, sort_keys=True, separators=(",", ":"))
    noted = {**bundle.evaluation.model_dump(), "leaf": written}
    forged = changed(swapped, evaluation=noted, signature=None)
    assert failed(logged, forged) == ["inclusion", "signature"]
    assert failed(logged, changed(bundle, signature=other.signature)) == ["signature"]


def test_another_version_with_the_same_number_fails_the_version_check(
    logged: Logged, bundle: Bundle, tmp_path: Any
) -> None:
    card = small_card()
    other = card.model_copy(update={"card": card.card.model_copy(update={"not_assessed": ()})})
    published = write_version(tmp_path, other, {"a.en.feature": "other"}, publish_time="2025-01-01T00:00:00Z")
    content = (tmp_path / "small-factory" / "1.0.0.json").read_text("utf-8")
    sidecar = (tmp_path / "small-factory" / "1.0.0.sig.json").read_text("utf-8")
    assert published.name == json.loads(bundle.version.leaf)["name"]
    version = {**bundle.version.model_dump(), "content": content, "sidecar": sidecar}
    assert "version" in failed(logged, changed(bundle, version=version))


def test_the_trust_file_decides_which_keys_are_valid(logged: Logged, bundle: Bundle) -> None:
    try:
        logged.write_trust(needed=2)
        assert failed(logged, bundle) == ["witnesses"]
        logged.write_trust(log={"last_size": 1})
        assert failed(logged, bundle) == ["checkpoint", "signature"]
        logged.write_trust(log={"compromised": True})
        assert failed(logged, bundle) == ["checkpoint", "signature"]
    finally:
        logged.write_trust()


PARTS = {
    "archive_findings": {"findings"},
    "checkpoint": {"inclusion", "checkpoint", "witnesses", "signature", "version"},
    "evaluation": {"leaf", "findings", "inclusion", "signature"},
    "record": {"leaf", "steps"},
    "record_key": {"steps"},
    "signature": {"signature"},
    "version": {"version"},
}
"""Checks that read each part of a bundle."""


@pytest.mark.full
def test_a_byte_changed_anywhere_in_a_bundle_fails_a_check_of_its_part(logged: Logged, bundle: Bundle) -> None:
    content = bundle.written()
    begins = sorted((content.index(f'"{part}":'.encode()), part) for part in json.loads(content))
    chance = random.Random(18)
    for place in chance.sample(range(len(content)), 1_000):
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            read = read_bundle(bytes(flipped))
        except TrailError:
            continue
        part = [name for begin, name in begins if begin <= place][-1]
        assert set(check_cheaply(logged, read)) & PARTS[part], (place, part)


def check_cheaply(logged: Logged, bundle: Bundle) -> list[str]:
    """The checks that fail, without recomputing, which no other check needs."""
    from service.proofs.bundle_verification import _BundleVerification  # noqa: PLC0415 -- private class, needed only here
    from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- needed only here

    checking = _BundleVerification(bundle, logged.trust, read_log_trust(logged.trust))
    made = [
        checking.checked(number, check)
        for number, check in checking.checks.items()
        if NAMES[number - 1] != "recomputation"
    ]
    return [check.name for check in made if check.result is CheckResult.FAILED]


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": ""},
        {"tables": [{"id": "t", "name": "t", "edition": "1", "digest": digest(b"[]"), "rows": 1}]},
        {"schema_number": 2**60},
        {"step_count": -1},
    ],
)
def test_a_forged_part_fails_its_check_without_a_crash(
    logged: Logged, row: EvaluationRow, changes: Mapping[str, Any]
) -> None:
    disclosed = logged.bundle(row, shown=["facts/certified"])
    assert disclosed.shown is not None
    head = json.dumps({**json.loads(disclosed.shown.head), **changes}, sort_keys=True, separators=(",", ":"))
    forged = disclosed.model_copy(update={"shown": disclosed.shown.model_copy(update={"head": head})})
    assert {"leaf", "steps"} & set(failed(logged, forged))


@pytest.mark.parametrize("manifest", ["[]", "{}", "not JSON", '{"name":5}'])
def test_an_invalid_table_fails_its_check(logged: Logged, bundle: Bundle, manifest: str) -> None:
    assert "tables" in failed(logged, changed(bundle, tables=[{"manifest": manifest, "rows": ""}]))


@pytest.mark.parametrize("statements", [5, [5], [{}], {"payload": 1}])
def test_invalid_statements_fail_the_approval_check(logged: Logged, bundle: Bundle, statements: object) -> None:
    sidecar = json.dumps({**json.loads(bundle.version.sidecar), "statements": statements})
    checking = changed(bundle, version={**bundle.version.model_dump(), "sidecar": sidecar})
    plain = json.loads(logged.trust.read_text("utf-8"))
    person = {"name": "Anna", "roles": ["rule-approver"], "keys": []}
    try:
        logged.trust.write_text(json.dumps({**plain, "schema": 1, "approvals": {"*": 1}, "people": {"anna": person}}))
        assert {"version", "approvals"} <= set(failed(logged, checking))
    finally:
        logged.write_trust()


def test_a_later_own_card_of_the_same_id_leaves_earlier_bundles_whole(
    logged: Logged, row: EvaluationRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_version(tmp_path / "a", small_card(version="1.5.0"), {}, publish_time="2025-02-01T00:00:00Z")
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(tmp_path))
    logged.cosigned()
    bundling = BundleMaker(logged.store, Gazette(logged.gazette.folder), logged.keeper)

    def made() -> Bundle:
        set_current_organization("a")
        assert bundling.gazette.owner("small-factory") == "organizations/a"
        return bundling.bundle(row.name)

    assert failed(logged, copy_context().run(made)) == []


def test_a_bundle_of_another_format_is_refused_with_the_format_to_use(bundle: Bundle) -> None:
    content = bundle.written().replace(b'"touchstone-bundle-1"', b'"touchstone-bundle-2"')
    assert is_bundle(content)
    with pytest.raises(
        TrailError, match=r"reads touchstone-bundle-1\. Use a newer version that reads touchstone-bundle-2"
    ):
        read_bundle(content)


def test_a_bundle_is_an_earlier_evaluation_at_hand(tmp_path: Path) -> None:
    logged = Logged(tmp_path)
    row = logged.evaluate()
    bundle = logged.bundle(row)
    content = bundle.written()
    assert is_bundle(content)
    record = read_bundled_record(content)
    assert (record.name, record.stated_digest, record.record_key) == (row.name, row.record_digest, row.record_key)
    assert fault_of(record, read_complete_record(record.content)) is None
    assert record.version is not None
    assert record.version.name == row.scorecard_version
    with pytest.raises(TrailError):
        read_bundled_record(content.replace(b'"record_key":"', b'"record_key":"A'))
    with pytest.raises(TrailError, match="This proof bundle discloses only some steps"):
        read_bundled_record(logged.bundle(row, shown=["facts/certified"]).written())
    logged.close()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"form":"other"}'])
def test_other_files_are_not_bundles(content: bytes) -> None:
    assert not is_bundle(content)
