"""JSON output of commands: fields in lowerCamelCase, and full enumeration names."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.output.terminal.json_form import to_json_document
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[3]
JUDGEMENTS = ROOT / "features" / "csr-three-stage" / "judgements"
LOOKUP = ("table", "lookup", "cbam-default-values", "total", "cn_code=72031000")
ENUM = re.compile(r"[A-Z]+(_[A-Z0-9]+)+\Z")
MAPS = {"settings", "keys", "fields", "softwareVersions", "track", "leftOutCounts", "witness", "witnessSettings"}
"""Message fields that are maps with ids as keys."""


def fields(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield name, each
            if name not in MAPS:
                yield from fields(each)
    elif isinstance(value, list):
        for each in value:
            yield from fields(each)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "command",
    [
        ("card", "list"),
        ("card", "show", "cbam-goods"),
        ("card", "diff", "csr-three-stage", "1.0.0", "1.1.0"),
        ("check", ROOT / "features" / "cbam-electricity"),
        ("check", ROOT / "tests" / "corpus" / "good" / "RL041"),
        ("draft", "edges", ROOT / "tests" / "corpus" / "good" / "RL041"),
        ("card", "export", "cbam-electricity", "--language", "en"),
        ("table", "list"),
        ("table", "show", "cbam-retained-share"),
        ("table", "diff", "cbam-default-values@2026-02-04", "cbam-default-values@2026-08-06"),
        ("table", "check"),
        (*LOOKUP, "country=BR", "--else", "country=other"),
        (*LOOKUP, "country=QQ"),
        ("draft", "weights", JUDGEMENTS / "reconstruction.csv", "--blocks", JUDGEMENTS / "stages.csv"),
        ("cbam", "quarterly-report", ROOT / "tests" / "service" / "schemes" / "cbam" / "quarterly_report.xml"),
        ("cbam", "declare", ROOT / "examples" / "cbam" / "goods-2026.csv"),
        ("claims", "screen", "Our eco-friendly soap, made of 30 % recycled plastic."),
        ("claims", "check", "Our eco-friendly soap.", "--jurisdiction", "EU-DE,UK", "--audience", "consumers"),
        ("evaluate", "cbam-goods", ROOT / "examples" / "cbam" / "actual-values.yaml", "--as-of", "2026-05-10"),
        ("evaluate", "eu-battery", ROOT / "examples" / "eu-battery-ev.yaml", "--as-of", "2026-11-20"),
        ("evaluate", "no-such-card", ROOT / "examples" / "eu-battery-ev.yaml", "--as-of", "2026-11-20"),
        ("verify", ROOT / "README.md"),
    ],
    ids=lambda command: " ".join(str(word).rpartition("/")[2] for word in command[:3]),
)
def test_every_json_field_is_in_lower_camel_case_with_full_enumeration_names(command: tuple[object, ...]) -> None:
    shown = touchstone(*command, "--format", "json").stdout
    answer = json.loads(shown)
    assert answer
    assert [name for name, _ in fields(answer) if not re.match(r"[@a-z][a-zA-Z0-9]*\Z", name)] == []
    kinds = {"certainty", "severity", "verdict", "standing", "confidence", "scale", "outcome", "side", "finding"}
    pairs = [(name, value) for name, value in fields(answer) if name in kinds and isinstance(value, str)]
    assert [one for one in pairs if not ENUM.match(one[1])] == []
    assert not any(isinstance(value, float) for _, value in fields(answer)), "exact numbers are texts"


@pytest.mark.parametrize("wrong", ["snake_case", "Capital", "cn-code", ""])
def test_a_document_with_an_invalid_key_is_never_written(wrong: str) -> None:
    with pytest.raises(AssertionError, match="not names of fields"):
        to_json_document({"rows": [{wrong: "1"}]})
    assert json.loads(to_json_document({"lowerCamel": None, "of": [{"x1": "1/3"}]})) == {
        "lowerCamel": None, "of": [{"x1": "1/3"}],
    }  # fmt: skip
