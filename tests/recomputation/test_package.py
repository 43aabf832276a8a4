"""Independent evaluator as a package: standard library only, its command, faulty input, worked vectors."""

import ast
import json
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.examples.wrong_types import CARDS, wrong_records
from tests.recomputation.agreement import GAZETTE
from tests.support.kept import Kept, kept
from tests.support.recomputing import (
    FOLDER,
    ROOT,
    Choice,
    Interval,
    Number,
    Seen,
    answer,
    command,
    compute,
    day_number,
    divide,
    exactly,
    given,
    interval,
    multiply,
    round_to,
    shifted,
    time_between,
    write_interval,
)

MODULES = sorted((FOLDER / "recompute").glob("*.py"))
SPEC = (ROOT / "docs" / "spec" / "version.md").read_text(encoding="utf-8")
MOST_LINES = 2_650
"""Limit for lines of code, without blank lines, docstrings and imports."""


def imported(module: Path) -> set[str]:
    """Name the packages that a module imports, and every way round an import."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "." * node.level)
        elif isinstance(node, ast.Name) and node.id in {"__import__", "exec", "eval", "importlib"}:
            names.add(node.id)
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("module", MODULES, ids=[module.name for module in MODULES])
def test_the_evaluator_imports_only_the_standard_library(module: Path) -> None:
    assert imported(module) <= {*sys.stdlib_module_names, "recompute"} - {"importlib"}


def test_no_module_of_rules_or_service_imports_the_evaluator() -> None:
    wanted = re.compile(r"^\s*(?:from|import) recompute\b", re.MULTILINE)
    modules = [path for folder in ("rules", "service") for path in (ROOT / folder).rglob("*.py")]
    assert modules
    assert not [path for path in modules if wanted.search(path.read_text("utf-8"))]


def test_the_evaluator_is_small_enough_to_review() -> None:
    lines = 0
    for module in MODULES:
        text = module.read_text("utf-8")
        skipped_lines = {
            line
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Import | ast.ImportFrom)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            for line in range(node.lineno, (node.end_lineno or 0) + 1)
        }
        lines += sum(
            bool(line.strip()) and number not in skipped_lines for number, line in enumerate(text.split("\n"), 1)
        )
    assert lines <= MOST_LINES


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with only the evaluator, one factory record and its required files."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copytree(FOLDER, folder / "recomputation", ignore=shutil.ignore_patterns("__pycache__"))
    evaluation = factory()
    (folder / "result.json").write_text(exported(evaluation), "utf-8")
    number = evaluation.version.rpartition("/")[2]
    shutil.copy(GAZETTE.folder / "zero-carbon-factory" / f"{number}.json", folder / "version.json")
    return folder


def factory() -> Kept:
    """Return the stored evaluation of the factory."""
    return next(one for one in kept() if one.version.startswith("scorecards/zero-carbon-factory/"))


def exported(evaluation: Kept, content: bytes | None = None) -> str:
    return json.dumps(
        {
            "recordDigest": evaluation.digest,
            "recordKey": b64encode(evaluation.record_key).decode(),
            "recordJson": (content or evaluation.content).decode(),
        }
    )


def asked(alone: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", "-X", "utf8", alone / "recomputation", *arguments],
        cwd=alone,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_stranger_computes_a_record_again(alone: Path) -> None:
    code, output, wrong = asked(alone, "result.json", "--version", "version.json")
    assert (code, wrong) == (0, "")
    assert "to the last byte" in output
    assert "Not proved: who stated the facts" in output
    code, output, wrong = asked(alone, "result.json", "--version", "version.json", "--language", "zh")
    assert (code, wrong) == (0, "")
    assert "已独立重算" in output


def test_a_forged_outcome_is_reported_with_its_consequences(alone: Path) -> None:
    evaluation = factory()
    (gate,) = re.findall(rb'\["gates/G2","met","m+"\]', evaluation.content)
    not_met = re.sub(rb'"met","m', b'"not_met","n', gate)
    (alone / "forged.json").write_text(exported(evaluation, evaluation.content.replace(gate, not_met)), "utf-8")
    code, output, _ = asked(alone, "forged.json", "--version", "version.json")
    assert code == 1
    assert f"{not_met.decode()}\n  {gate.decode()}" in output
    assert "does not open with its salt" in output


def test_a_file_that_shows_another_score_than_its_record_is_detected(alone: Path) -> None:
    file = json.loads((alone / "result.json").read_text("utf-8"))
    file["record"] = {"conclusion": {"kind": "KIND_GRADED", "grade": "6"}}
    (alone / "shown.json").write_text(json.dumps(file), "utf-8")
    code, output, _ = asked(alone, "shown.json", "--version", "version.json")
    assert code == 1
    assert 'conclusion: the file shows {"grade":"6","kind":"graded"}, and its record says' in output
    assert "文件显示" in asked(alone, "shown.json", "--version", "version.json", "--language", "zh")[1]
    file["record"] = [1]
    (alone / "shown.json").write_text(json.dumps(file), "utf-8")
    code, _, wrong = asked(alone, "shown.json", "--version", "version.json")
    assert (code, "RECORD: record" in wrong) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("nowhere.json", "--version", "version.json"), "nowhere.json: cannot be read"),
        (("result.json", "--version", "result.json"), "version schema None"),
        (("version.json", "--version", "version.json"), "record schema None"),
        (("list.json", "--version", "version.json"), "RECORD: is no JSON object: list"),
        (("result.json",), "--version: cannot be read"),
        (("large.json", "--version", "version.json"), "large.json: has 105000000 bytes"),
        (("result.json", "--version", "large.json"), "33554432 are read at most"),
    ],
)
def test_invalid_input_is_reported(alone: Path, arguments: tuple[str, ...], expected_message: str) -> None:
    (alone / "list.json").write_text("[1, null]", "utf-8")
    with (alone / "large.json").open("wb") as file:
        file.truncate(105_000_000)
    code, output, wrong = asked(alone, *arguments)
    assert (code, output) == (2, "")
    assert expected_message in wrong


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"head":' * 100_000,
        b'{"head":{},"head":{}}',
        b'{"head":NaN}',
        b'{"head":1e400}',
        b'{"head":' + b"9" * 5_000 + b"}",
        b'{"commitments":"\\ud800","head":{},"steps":[]}',
        b'{"recordJson":"{\\"head\\":\\"\\ud800\\"}"}',
        b"\xff\xfe\xff",
        b"",
    ],
)
def test_an_invalid_json_record_is_refused_without_a_traceback(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(content)
    assert command([str(file), "--gazette", str(GAZETTE.folder)]) == 2
    output, wrong = capsys.readouterr()
    assert output == ""
    assert re.match(r"(RECORD|record)\b.*: ", wrong), wrong


@pytest.mark.full
@pytest.mark.parametrize(
    "one", [one for one in kept() if one.version.split("/")[1] in CARDS], ids=lambda one: one.version
)
def test_a_record_or_version_with_a_value_of_another_type_is_never_accepted(one: Kept) -> None:
    assert list(wrong_records(one, 40)) == []


def test_a_version_other_than_that_of_the_record_is_refused(alone: Path) -> None:
    shutil.copy(GAZETTE.folder / "csr-three-stage" / "1.0.0.json", alone / "other.json")
    code, _, wrong = asked(alone, "result.json", "--version", "other.json", "--language", "zh")
    assert code == 2
    assert "请给出记录所指的版本" in wrong


def test_the_worked_vectors_of_the_specification_are_reproduced() -> None:
    vectors = SPEC.partition("## Worked vectors")[2].partition("## Who")[0]
    zero, two, three = Fraction(0), Fraction(2), Fraction(3)
    product = multiply(Interval(zero, Fraction(10)), interval(two, three, low_open=True, high_open=True))
    quotient = divide(exactly(1), Interval(zero, Fraction(4)))
    for text, bounds in ("`[0,10]` × `(2,3)`", product), ("`1` ÷ `[0,4]`", quotient):
        assert f"| {text} | `{write_interval(bounds)}` |" in vectors
    assert shifted({"shift_months": 1}, Fraction(day_number("2024-01-31"))) == day_number("2024-02-29")
    quarter = {"calendar_day": "quarter_last", "shift_months": -1}
    assert shifted(quarter, Fraction(day_number("2024-05-15"))) == day_number("2024-05-30")
    month = {"month_start": True, "shift_months": 12, "shift_days": -1}
    assert shifted(month, Fraction(day_number("2025-01-31"))) == day_number("2025-12-31")
    assert write_interval(exactly(Fraction(-7, 8))) == "-0.875"
    first = date(2024, 1, 31)
    assert [time_between("months", first, last) for last in (date(2024, 2, 29), date(2024, 3, 30))] == [1, 1]
    half = Fraction(5, 2)
    rounded = [round_to(half, Fraction(1), "half-even"), round_to(half, Fraction(1), "half-up")]
    assert [*rounded, round_to(-half, Fraction(1), "half-up")] == [two, three, -three]


def test_powers_without_an_exact_value_are_rounded_as_the_real_number_is() -> None:
    def rounded(power: dict[str, object], step: str) -> str:
        formula = {"kind": "rounded", "value": power, "step": {"value": step}, "mode": "half-even"}
        bounds = compute(formula, Seen({}, {}, {})).found
        return "" if bounds is None else write_interval(bounds)

    def number(value: str) -> dict[str, str]:
        return {"kind": "number", "value": value}

    assert rounded({"kind": "euler_power", "exponent": number("1")}, "0.000000000001") == "2.718281828459"
    assert rounded({"kind": "power", "base": number("2"), "exponent": number("0.5")}, "0.0000001") == "1.4142136"
    assert rounded({"kind": "power", "base": number("2.25"), "exponent": number("1.5")}, "0.001") == "3.375"


def test_choices_points_and_sections_of_the_specification_are_reproduced() -> None:
    words = {"c": Choice(frozenset({"a", "c"}))}
    seen = Seen({**words, "n": Number(Interval(Fraction(60), Fraction(70)))}, {"n": ""}, {"c": ("a", "b", "c")})
    assert answer({"kind": "choice", "name": "c", "values": ["b"]}, seen) == "u"
    corners = [{"at": "50", "points": "0"}, {"at": "90", "points": "4"}]
    line = {"scale": {"kind": "line", "measure": "n", "corners": corners}, "maximum": "4"}
    assert write_interval(given(line, seen, None).points) == "[1,2]"
    assert "`[1,2]`" in SPEC
