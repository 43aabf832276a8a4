"""Tampered proofs: offline verification refuses each proof and names the fault, in both languages."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.chinese import english, half_width
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[3]
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("exported") / "result.json"
    dossier = ROOT / "examples" / "worked-factory.yaml"
    asked = ("zero-carbon-factory", dossier, "--as-of", "2026-11-20", "--format", "json", "--out", path)
    assert touchstone("evaluate", *asked).exit_code == 0
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def canonical(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def inside(change: Change) -> Change:
    """Change the record and state its new digest, as a forger would."""

    def forge(document: dict[str, Any]) -> None:
        record = json.loads(document["recordJson"])
        change(record)
        document["recordJson"] = canonical(record)
        document["recordDigest"] = hashlib.sha256(canonical(record["head"]).encode()).hexdigest()
        del document["record"]

    return forge


def head(name: str, value: Any) -> Change:
    return inside(lambda record: record["head"].__setitem__(name, value))


def step_value(record: dict[str, Any], id: str) -> Any:
    return next(step[1] for step in record["steps"] if step[0] == id)


def changed_fact(record: dict[str, Any]) -> None:
    assert step_value(record, "facts/scope_1")["value"]["number"] == "1200"
    step_value(record, "facts/scope_1")["value"]["number"] = "1201"


def swapped(record: dict[str, Any]) -> None:
    record["steps"][3], record["steps"][4] = record["steps"][4], record["steps"][3]


def put(name: str, value: Any) -> Change:
    return lambda document: document.__setitem__(name, value)


TABLE = {"id": "t", "name": "cbam-mark-up", "edition": "2025-12-31", "digest": "0" * 64, "certainty": "confirmed"}
TAMPERED: dict[str, tuple[Change, tuple[str, ...]]] = {
    "one byte, digest kept": (
        lambda document: put("recordJson", document["recordJson"].replace("worked-factory", "worked-factorz", 1))(
            document
        ),
        ("1. record digest FAILED       The file states the record digest ",),
    ),
    "a fact": (
        inside(changed_fact),
        (
            "1 of 205 steps do not match their digests, beginning with facts/scope_1: the record was changed.",
            "7. recomputation FAILED       The record differs from the recomputed record, first at 'steps[",
        ),
    ),
    "two steps swapped": (
        inside(swapped),
        (
            "2 of 205 steps do not match",
            "first at 'steps[3][0]': the record has 'evidence/energy', "
            "the recomputed record has 'evidence/electricity-bills'.",
        ),
    ),
    "a step left out": (
        inside(lambda record: record["steps"].pop(4)),
        ("The record cannot be read: commitments: Base64 of 6528 bytes is required for 204 steps.",),
    ),
    "rule digest": (head("rule_digest", "0" * 64), ("4. rules         FAILED", "'head.rule_digest'")),
    "another version": (
        head("scorecard_version", "scorecards/zero-carbon-factory/versions/9.0.0"),
        (
            "versions/9.0.0 was not found. Use a published versions folder that contains it.",
            "versions/1.0.0 was in force on 2026-11-20 as known at",
            ", but the evaluation used scorecards/zero-carbon-factory/versions/9.0.0",
        ),
    ),
    "another table": (head("tables", [TABLE]), ("5. tables        FAILED", "cbam-mark-up@2025-12-31", "0" * 64)),
    "no record": (
        head("settings", []),
        ("The record cannot be read: head.settings: the value is not an object with named fields",),
    ),
    "key removed": (
        lambda document: document.pop("recordKey"),
        ("2. commitments   not checked  The record key is missing",),
    ),
    "key of another": (
        put("recordKey", base64.b64encode(b"x" * 32).decode()),
        ("The record key does not match any of the 205 steps, so it belongs to another record.",),
    ),
    "grade": (
        inside(lambda record: step_value(record, "conclusion").__setitem__("grade", "6")),
        (
            "The record differs from the recomputed record, first at 'steps[conclusion][1].grade': "
            "the record has '6', the recomputed record has '3'.",
        ),
    ),
    "grade shown": (
        lambda document: document["record"]["conclusion"].__setitem__("grade", "6"),
        ("The displayed record differs from the bytes of record_json in `conclusion`",),
    ),
    "envelope's digest": (
        put("recordDigest", "0" * 64),
        (f"The file states the record digest {'0' * 64}, but the record has ",),
    ),
    "trail digest": (head("trail_digest", "0" * 64), (f", but the record states {'0' * 64}",)),
}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", TAMPERED)
def test_verification_names_the_fault_in_a_tampered_proof(name: str, exported: dict[str, Any], tmp_path: Path) -> None:
    change, phrases = TAMPERED[name]
    document = json.loads(json.dumps(exported))
    change(document)
    assert document != exported
    path = tmp_path / "tampered.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    answer = touchstone("verify", path)
    assert answer.exit_code == 1
    for words in phrases:
        assert words in answer.output
    chinese = touchstone("verify", path, "--language", "zh")
    assert chinese.exit_code == 1
    assert not english(chinese.output)
    assert not half_width(chinese.output)


def test_verification_states_that_the_name_of_a_record_is_not_proved(exported: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "renamed.json"
    path.write_text(json.dumps({**exported, "softwareVersions": {"touchstone": "9.9"}}), encoding="utf-8")
    answer = touchstone("verify", path)
    assert answer.exit_code == 0
    assert "These checks do not prove that the evaluation was stored under this name," in answer.output


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("encoding", "words"), [("utf-16", "probably UTF-16"), ("gb18030", "GB18030"), ("utf-8-sig", "")]
)
def test_verification_names_the_encoding_of_a_file_that_is_not_utf8(
    encoding: str, words: str, exported: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "saved.json"
    text = json.dumps({**exported, "softwareVersions": {"touchstone": "软件"}}, ensure_ascii=False)
    path.write_text(text, encoding=encoding)
    answer = touchstone("verify", path)
    assert answer.exit_code == (2 if words else 0)
    assert words in answer.output
    assert "codec" not in answer.output


@pytest.mark.parametrize("command", [("verify",), ("verify", "bundle")])
def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, command: tuple[str, ...]) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(105_000_000)
    answer = touchstone(*command, large, *(("--trust", large) if len(command) > 1 else ()))
    assert answer.exit_code == 2
    assert "large.json: The file has 105,000,000 bytes; at most 33,554,432 are allowed" in answer.output
