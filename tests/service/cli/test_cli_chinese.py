"""Whatever a command is asked in Chinese it answers in Chinese, refusals too, and its help teaches by an example."""

import json
import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from service.cli.main import app
from tests.support.chinese import HAN, english, half_width
from tests.support.commands import SCHEME_OF, touchstone

ROOT = Path(__file__).resolve().parents[3]
WORKED = ROOT / "examples" / "worked-factory.yaml"
NOWHERE = ("--server", "127.0.0.1:1")
DAY = ("--as-of", "2026-11-20")


def commands() -> Iterator[tuple[str, Any]]:
    def inside(group: TyperGroup, path: str) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                yield from inside(command, f"{path}{name} ")
            else:
                yield f"{path}{name}", command

    group = typer.main.get_group(app)
    assert isinstance(group, TyperGroup)
    yield from inside(group, "")


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_by_an_example_and_speaks_both_languages(name: str) -> None:
    text = touchstone(*name.split(), "--help").stdout
    assert f"  touchstone {name}" in text
    assert "Exit codes:" in text
    assert "--language" in text
    assert "\b" not in text


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("wrong", [("--nosuch",), ("--language",), ("a", "b", "c", "d", "e", "f")], ids=str)
def test_a_wrong_command_line_is_told_in_chinese(name: str, wrong: tuple[str, ...]) -> None:
    if len(wrong) == 6 and any(param.nargs == -1 for param in COMMANDS[name].params):
        pytest.skip("takes any number of arguments")
    told = CliRunner().invoke(app, [*name.split(), *wrong], env={"TOUCHSTONE_LANGUAGE": "zh"})
    assert told.exit_code == 2, told.output
    first, last = told.stderr.splitlines()
    assert first.startswith("touchstone: ")
    assert re.search(HAN, first), first
    assert last.startswith(f"用法：touchstone {name} "), last
    assert not english(first), first
    assert not half_width(told.stderr), told.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evaluate", "a"), "DOSSIER: is required, and was not given"),
        (("evaluate", "a", "b", "--as-off", "x"), "--as-off: there is no such option; did you mean '--as-of'?"),
        (("evaluate", "a", "b", "--format", "yaml"), "--format: 'yaml' is not one of text, json"),
        (("weights", "--experts=99"), "--experts: '99' is not a whole number from 1 to 50"),
        (("tables", "diff", "a", "b", "--limit", "-1"), "--limit: '-1' is not a whole number of 0 or more"),
        (("evaluations", "a", "--page-size", "x"), "--page-size: 'x' is not a whole number"),
        (("edges", "a", "--write=1"), "--write: takes no value; leave it out"),
        (("evaluate", "a", "b", "--as-of"), "--as-of: needs a value, which was not given"),
        (("evaluate", "a", "b", "c d"), "c d: is one argument too many; put quotes around an argument with spaces"),
    ],
)
def test_a_wrong_command_line_names_what_was_found_and_what_is_allowed(arguments: tuple[str, ...], said: str) -> None:
    told = touchstone(*arguments)
    assert told.exit_code == 2
    assert told.stderr.splitlines()[0] == f"touchstone: {said}"


def test_a_command_that_is_not_there_is_told_with_those_that_are() -> None:
    for arguments in (("evalute",), ("claims", "chek")):
        told = touchstone(*arguments, "--language", "zh")
        assert told.exit_code == 2
        assert "没有这个命令；是否指“" in told.stderr
        assert "可用的有：" in told.stderr


def test_a_wrong_command_line_is_a_status_where_json_is_asked_for() -> None:
    told = touchstone("evaluate", "a", "--format", "json", "--language", "zh")
    assert told.exit_code == 2
    status = json.loads(told.stdout)
    assert status["message"] == "DOSSIER: is required, and was not given"
    assert status["details"][-1] == {
        "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
        "locale": "zh-CN",
        "message": "DOSSIER：必须给出，而没有给出",
    }


def test_the_language_of_the_environment_is_spoken_unless_another_is_asked_for() -> None:
    for arguments, chinese in ((("evaluate", "a", "b"), True), (("evaluate", "a", "b", "--language", "en"), False)):
        told = CliRunner().invoke(app, arguments, env={"TOUCHSTONE_LANGUAGE": "zh"})
        assert bool(re.search(HAN, told.stderr)) == chinese


SUBJECT = ("--subject", "organizations/a/subjects/b")
REFUSALS: dict[str, tuple[tuple[object, ...], ...]] = {
    "evaluate": (
        ("nosuch", WORKED, *DAY),
        ("zero-carbon-factory", WORKED),
        ("zero-carbon-factory", WORKED, "--as-of", "2026-13-01"),
        ("zero-carbon-factory", "{bad}", *DAY),
        ("zero-carbon-factory", "{missing}", *DAY),
        ("zero-carbon-factory", WORKED, *DAY, "--set", "x=y"),
        ("zero-carbon-factory", WORKED, *DAY, "--set", "reading=aloud"),
        ("zero-carbon-factory", WORKED, "--as-of", "2020-01-01"),
        ("zero-carbon-factory", WORKED, *DAY, *NOWHERE),
        ("csr-three-stage", WORKED, *DAY),
    ),
    "verify": (("{missing}",), ("{empty}",), ("{object}",), ("{bad}",)),
    "explain": (("{missing}",), ("{empty}",), ("{object}",), ("organizations/a/evaluations/b", *NOWHERE)),
    "simulate": (("{missing}",), ("{empty}",), ("{object}",), (WORKED, *DAY)),
    "report": (("{missing}",), ("{empty}",), ("{object}",)),
    "scorecards": (("nosuch",), ("zero-carbon-factory@9.9.9",), ("A B",)),
    "template": (
        ("nosuch", "--out", "{new}.xlsx"),
        ("cbam-goods", "--out", "{new}.csv"),
        ("cbam-goods", "--out", "{book}"),
    ),
    "evaluate-batch": (
        ("nosuch", "{folder}", *DAY),
        ("zero-carbon-factory", "{folder}", *DAY),
        ("zero-carbon-factory", "{bad}", *DAY),
        ("zero-carbon-factory", "{folder}"),
    ),
    "evaluations": (("organizations/a", *NOWHERE),),
    "diff": (("zero-carbon-factory", "nosuch"), ("A B", "zero-carbon-factory"), ("cbam-goods@9.9.9", "cbam-goods")),
    "rank": (
        ("nosuch", "organizations/a", *NOWHERE),
        ("csr-three-stage", "organizations/a", *NOWHERE, "--track", "x"),
        ("csr-three-stage", "organizations/a", *NOWHERE, "--format", "xlsx"),
    ),
    "quarterly-report": (("{missing}",), ("{empty}",), ("{page}",)),
    "passport": (("{missing}", *SUBJECT), ("{empty}", *SUBJECT), ("{object}", *SUBJECT), ("{list}", *SUBJECT)),
    "check": (("{missing}",), ("{folder}",), ("{latin}",)),
    "edges": (("{missing}",), ("{folder}",), ("{latin}",)),
    "export": (("nosuch",), ("{folder}",), ("A B",)),
    "publish": (("{missing}",), ("{folder}",), ("{latin}",)),
    "weights": (
        (),
        ("{missing}.csv",),
        ("{object}",),
        ("--template", "A,A", "--out", "{new}.csv"),
        ("--total", "x", ROOT / "features" / "csr-three-stage" / "judgements" / "reconstruction.csv"),
    ),
    "rebuild-outcomes": (("--database-url", "x"), ("--database-url", "postgresql://h/x")),
    "serve": (("--database-url", "x"), ("--address", "x")),
    "ratings compare": (
        ("{bad}", "--card", "csr-three-stage"),
        ("{bad}", "{empty}", "--card", "csr-three-stage"),
        ("{bad}", "{bad}", "--card", "nosuch"),
        ("{bad}", "{bad}", "--card", "csr-three-stage", "--moderate", "{bad}"),
    ),
    "tables list": (),
    "tables check": (),
    "tables show": (
        ("nosuch",),
        ("cbam-retained-share@1",),
        ("cbam-retained-share", "--known", "2026-01-01"),
        ("cbam-retained-share", "--as-of", "x"),
    ),
    "tables diff": (("a", "b"), ("cbam-retained-share", "cbam-mark-up"), ("cbam-mark-up@1", "cbam-mark-up")),
    "tables lookup": (
        ("cbam-default-values", "nope", "country=BR"),
        ("cbam-default-values", "total", "x=BR"),
        ("cbam-default-values", "total", "country=BR", "cn_code=72031000", "--as-of", "x"),
        ("nosuch", "total", "country=BR"),
    ),
    "tables import": (("{missing}",), ("{object}",), ("{object}", "--kind", "cbam-defaults")),
}
"""What each command refuses; those of `claims` and `cbam` have their own tests."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("refused")
    contents = {
        "bad": ("bad.yaml", "subject: 3\nfacts: [1]\nother: 4\n"),
        "empty": ("empty.json", ""),
        "object": ("object.json", "{}"),
        "list": ("list.json", "[1]"),
        "page": ("page.xml", "<page/>"),
        "book": ("book.xlsx", ""),
    }
    named = {"missing": str(folder / "missing"), "new": str(folder / "new")}
    for name, (file, text) in contents.items():
        (folder / file).write_text(text, encoding="utf-8")
        named[name] = str(folder / file)
    for name in ("folder", "latin"):
        (folder / name).mkdir()
        named[name] = str(folder / name)
    (folder / "latin" / "card.en.feature").write_bytes(b"\xff\xfe")
    return named


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, arguments) for name, refused in REFUSALS.items() for arguments in refused]
)
def test_a_refusal_is_told_in_chinese(name: str, arguments: tuple[object, ...], files: dict[str, str]) -> None:
    given = [re.sub(r"\{(\w+)\}", lambda found: files[found[1]], str(argument)) for argument in arguments]
    required = ("--language", "zh")
    refused = touchstone(*name.split(), *given, *required)
    assert refused.exit_code in {2, 3}, refused.output
    for line in filter(None, refused.stderr.splitlines()):
        assert re.search(HAN, line), line
        told = reduce(lambda text, path: text.replace(path, ""), files.values(), line)
        assert not english(told), line
        assert not half_width(told), line
    assert (
        touchstone(*name.split(), *given, *(("--language", "en") if name == "export" else ())).stderr != refused.stderr
    )


def test_every_command_is_refused_something() -> None:
    own = {name for name in COMMANDS if not name.startswith(("claims", "cbam"))}
    assert {name for name in REFUSALS if name in COMMANDS or name.split()[0] not in SCHEME_OF} == own


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("evaluated") / "result.json"
    assert touchstone("evaluate", "zero-carbon-factory", WORKED, *DAY, "--format", "json", "--out", path).exit_code == 0
    return str(path)


ANSWERS: tuple[tuple[object, ...], ...] = (
    ("evaluate", "zero-carbon-factory", WORKED, *DAY),
    ("verify", "{evaluated}"),
    ("explain", "{evaluated}"),
    ("simulate", "{evaluated}", "--without", "waste_use_share"),
    ("scorecards",),
    ("scorecards", "zero-carbon-factory"),
    ("diff", "csr-three-stage@1.0.0", "csr-three-stage"),
    ("diff", "cbam-goods", "cbam-goods"),
    ("quarterly-report", ROOT / "tests" / "service" / "schemes" / "cbam" / "quarterly_report.xml"),
    ("tables", "list"),
    ("tables", "check"),
    ("tables", "show", "cbam-retained-share"),
    ("tables", "diff", "cbam-default-values@2026-02-04", "cbam-default-values@2026-08-06", "--limit", "2"),
    ("tables", "lookup", "cbam-default-values", "total", "country=BR", "cn_code=72031000"),
    ("weights", ROOT / "features" / "csr-three-stage" / "judgements" / "reconstruction.csv"),
)


@pytest.mark.parametrize("arguments", ANSWERS, ids=lambda arguments: " ".join(map(str, arguments[:2])))
def test_an_answer_is_told_in_chinese(arguments: tuple[object, ...], evaluated: str) -> None:
    given = [str(argument).replace("{evaluated}", evaluated) for argument in arguments]
    answered = touchstone(*given, "--language", "zh")
    assert answered.exit_code in {0, 1}, answered.output
    assert re.search(HAN, answered.stdout)
    wrong = half_width(answered.output)
    assert not wrong, wrong


def test_a_damaged_evaluation_is_refused_in_chinese(evaluated: str, tmp_path: Path) -> None:
    document = json.loads(Path(evaluated).read_text(encoding="utf-8"))
    document["recordDigest"] = "0" * 64
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(document), encoding="utf-8")
    for command in ("verify", "explain", "report"):
        told = touchstone(command, damaged, "--language", "zh")
        assert told.exit_code == 1
        assert "该记录不成立。" in told.output
        assert not english(told.output)
        assert not half_width(told.output)


def test_what_leaves_open_whether_a_gate_applies_is_told_before_what_would_fail(tmp_path: Path) -> None:
    dossier, result = tmp_path / "subject.yaml", tmp_path / "result.json"
    evidence = f"{{kind: public-report, issuer: x, digest: {'a' * 64}, issue_date: 2026-01-01}}"
    dossier.write_text(
        "subject: organizations/a/subjects/b\n"
        "facts:\n  carbon_disclosure: {value: qualitative, evidence: [r]}\n"
        f"evidence:\n  r: {evidence}\n",
        encoding="utf-8",
    )
    touchstone("evaluate", "csr-three-stage", dossier, *DAY, "--format", "json", "--out", result)
    told = touchstone("explain", result, "--criterion", "G1").stdout
    assert (
        "open. It is open whether it applies: reported emissions is more than 0 tCO2e. "
        "If it applies, this fails: carbon disclosure is qualitative, required: quantified."
    ) in told


@pytest.mark.parametrize(
    ("language", "said", "heading"),
    [
        ("en", "0 of 12 parts hold and 12 are unknown, which earns 0 to 24 of 24 points", "Findings"),
        ("zh", "12 项中成立 0 项、未知 12 项，得 0 至 24 分（满分 24 分）", "发现"),
    ],
)
def test_a_count_says_what_is_unknown_and_observations_are_not_called_nonconformities(
    language: str, said: str, heading: str
) -> None:
    told = touchstone("evaluate", "eu-battery", ROOT / "examples" / "eu-battery-ev.yaml", *DAY, "--language", language)
    assert said in told.stdout
    assert heading in told.stdout.splitlines()


def test_fractions_are_told_as_decimals_and_recorded_exactly(evaluated: str) -> None:
    assert '"4/3"' in Path(evaluated).read_text(encoding="utf-8")
    for command in (("evaluate", "zero-carbon-factory", WORKED, *DAY), ("explain", evaluated)):
        told = touchstone(*command, "--language", "zh").stdout
        assert "得 ≈1.3333 分（满分 2 分）" in told
        assert "4/3" not in told


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        (
            ("passport", "battery/passports/lmt-catenax.json", "--subject"),
            "# 读自 lmt-catenax.json：Catena-X Battery Pass 6.1.0。",
        ),
        (("quarterly-report", "cbam/quarterly_report.xml", "--dossier"), "报告。每项货物尚须填写：net_mass、complex、"),
    ],
    ids=["passport", "quarterly-report"],
)
def test_what_is_remarked_in_a_dossier_is_in_chinese(arguments: tuple[str, ...], head: str) -> None:
    name, file, option = arguments
    given = (name, ROOT / "tests" / "service" / "schemes" / file, option, "organizations/a/subjects/b")
    told = touchstone(*given, "--language", "zh")
    assert told.exit_code in {0, 1}, told.output
    assert head in told.stdout.splitlines()[0]
    assert not english(told.stderr), told.stderr
    assert not half_width(told.stderr)
    assert "Read from" in touchstone(*given).stdout.splitlines()[0]
