"""Record specification: proof of a record with the standard library alone, and the form of every step."""

import hashlib
import json
import re
from base64 import b64decode
from typing import Any

import pytest

from tests.support.kept import ROOT, kept

SPEC = (ROOT / "docs" / "spec" / "record.md").read_text(encoding="utf-8")
ALL = kept()

OUTCOME, CLAUSES, ROW = r"met|not_met|undetermined|not_applicable", r"[mnua]*", r"[mnua]:[mnua]*"
END = r"-?\d+(?:\.\d+|/\d+)?|\d{4}-\d\d-\d\d|never"
NUMBER = rf"(?:{END})|[\[(](?:{END})?,(?:{END})?[\])]"
CONDITION = [OUTCOME, CLAUSES]
FORMS: dict[str, list[Any]] = {
    "evidence/": [dict],
    "places/": [list],
    "quantities/": [(NUMBER, list, "unknown|not_applicable")],
    "applies": CONDITION,
    "gates/": CONDITION,
    "stages/": CONDITION,
    "stage": [list],
    "rules/": [OUTCOME, OUTCOME, "[a-z_]+", [ROW]],
    "verdict": ["[a-z_]+", list, list],
    "indicators/": [OUTCOME, NUMBER, END, list],
    "sections/": [NUMBER, END],
    "score": [NUMBER],
    "ladder/": CONDITION,
    "findings/": CONDITION,
    "open_facts": [list],
    "setting_alternatives": [list],
    "declared_conclusion": [dict],
    "track": [dict],
    "standing": [dict],
    "conclusion": [dict],
}
FURTHER: dict[str, list[Any]] = {"quantities/": [dict], "rules/": ["coming"], "indicators/": [dict]}


def canonical(part: Any) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def root(nodes: list[bytes]) -> bytes:
    if len(nodes) == 1:
        return nodes[0]
    split = 1 << (len(nodes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root(nodes[:split]) + root(nodes[split:])).digest()


def fits(part: Any, form: Any) -> bool:
    """Return whether a part has a type, matches a pattern, is a list of matching items, or matches an alternative."""
    if isinstance(form, tuple):
        return any(fits(part, one) for one in form)
    if isinstance(form, type):
        return isinstance(part, form)
    if isinstance(form, list):
        return isinstance(part, list) and all(fits(item, form[0]) for item in part)
    return isinstance(part, str) and re.fullmatch(form, part) is not None


def group(step: str) -> str:
    head, slash, _ = step.partition("/")
    return head + slash


def test_a_record_is_proved_by_the_method_of_the_specification(subtests: pytest.Subtests) -> None:
    for evaluation in ALL:
        with subtests.test(evaluation.version):
            record = json.loads(evaluation.content)
            assert record.keys() == {"commitments", "head", "steps"}
            assert canonical(record) == evaluation.content
            head, steps = record["head"], record["steps"]
            assert hashlib.sha256(canonical(head)).hexdigest() == evaluation.digest
            salts = hashlib.shake_256(evaluation.record_key).digest(32 * len(steps))
            leaves = [
                hashlib.sha256(b"\0" + salts[32 * place : 32 * place + 32] + canonical(step)).digest()
                for place, step in enumerate(steps)
            ]
            assert b"".join(leaves) == b64decode(record["commitments"])
            assert (root(leaves).hex(), len(leaves)) == (head["trail_digest"], head["step_count"])


def has_its_form(step: str, parts: list[Any]) -> bool:
    if step.startswith("facts/"):
        return isinstance(parts[0], dict)
    form = FORMS[group(step)]
    wanted = form + FURTHER.get(group(step), [])
    return len(form) <= len(parts) <= len(wanted) and all(
        fits(part, want) for part, want in zip(parts, wanted, strict=False)
    )


def test_every_step_has_the_form_stated_in_the_specification() -> None:
    steps = [(one.version, step) for one in ALL for step in json.loads(one.content)["steps"]]
    wrong = [f"{version}: {step}" for version, step in steps if not has_its_form(step[0], step[1:])]
    assert not wrong, "\n".join(wrong)


def test_the_specification_lists_exactly_the_kinds_of_steps() -> None:
    steps = SPEC.partition("## Steps")[2].partition("| **lookup**")[0]
    listed = {group(found) for found in re.findall(r"^\| `([^`]+)`", steps, flags=re.MULTILINE)}
    assert listed == {*FORMS, "facts/"}
    there = {group(step[0]) for one in ALL for step in json.loads(one.content)["steps"]}
    assert there <= listed
    assert len(there) > 15
