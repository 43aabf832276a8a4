"""Commands in Chinese: answers, refusals, and help texts with an example."""

import json
import re
from functools import reduce
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app
from service.cli.typer_front_end import DeclaredCommand
from service.output.terminal.command_declarations import Command
from tests.support.chinese import HAN, english, half_width
from tests.support.commands import product_of, touchstone

ROOT = Path(__file__).resolve().parents[3]
WORKED = ROOT / "examples" / "worked-factory.yaml"
NOWHERE = ("--server", "127.0.0.1:1")
DAY = ("--as-of", "2026-11-20")


COMMANDS = dict(app.leaves())


def test_the_help_of_every_command_has_an_example_and_both_languages() -> None:
    wrong = []
    for name in COMMANDS:
        text = touchstone(*name.split(), "--help").stdout
        missing = [said for said in ("  touchstone ", "Exit codes:", "--language") if said not in text]
        wrong += [f"{name} --help does not say {said!r}" for said in missing]
        wrong += [f"{name} --help shows a backspace"] if "\b" in text else []
    assert not wrong, "\n".join(wrong)


ROLES = (
    "assessor", "reviewer", "decider", "rule-author", "rule-approver", "regulator", "integrator", "operator",
    "applicant",
)  # fmt: skip
MISUSES: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]] = {
    "MISSING": (
        (
            ("evaluate", "a"),
            "DOSSIER: The command requires this value, but it is missing. Add the value to the command.",
            "DOSSIER：命令需要此值，但没有给出。请在命令中写明该值。",
        ),
        (
            ("data", "lift", "a"),
            "--reason: The command requires this value, but it is missing. Add the value to the command.",
            "--reason：命令需要此值，但没有给出。请在命令中写明该值。",
        ),
    ),
    "NO_OPTION": (
        *(
            (
                arguments,
                "--nosuch: The option does not exist. Correct or remove the option.",
                "--nosuch：没有这个选项。请更正或去掉该选项。",
            )
            for arguments in (("serve", "--nosuch"), ("table", "--nosuch"), ("--nosuch",))
        ),
        (
            ("evaluate", "a", "b", "--as-off", "x"),
            "--as-off: The option does not exist. Correct or remove the option. Did you mean '--as-of'?",
            "--as-off：没有这个选项。请更正或去掉该选项。是否指“--as-of”？",
        ),
    ),
    "NO_COMMAND": (
        (
            ("evidence", "chek"),
            "chek: The command does not exist. Use one of add, check, get, list. Did you mean 'check'?",
            "chek：没有这个命令；可用的有：add、check、get、list。是否指“check”？",
        ),
        (
            ("cbam", "nosuch"),
            "nosuch: The command does not exist. Use one of declare, compare, template, quarterly-report.",
            "nosuch：没有这个命令；可用的有：declare、compare、template、quarterly-report。",
        ),
    ),
    "ONE_TOO_MANY": (
        (
            ("evaluate", "a", "b", "c d", "--as-of", "2026-03-01"),
            "c d: The command does not expect this argument. "
            "Remove it, or write quotes around an argument with spaces.",
            "c d：该命令不需要此参数；请去掉，或在参数含空格时加引号。",
        ),
    ),
    "NEEDS_VALUE": (
        (
            ("evaluate", "a", "b", "--as-of"),
            "--as-of: The option requires a value. Write a value after the option.",
            "--as-of：该选项需要一个值。请在选项之后写一个值。",
        ),
        (
            ("proof", "checkpoint", "--language"),
            "--language: The option requires a value. Write a value after the option.",
            "--language：该选项需要一个值。请在选项之后写一个值。",
        ),
    ),
    "TAKES_NO_VALUE": (
        (
            ("draft", "edges", "a", "--write=1"),
            "--write: The option does not accept a value. Remove the value.",
            "--write：该选项不带值；请去掉该值。",
        ),
    ),
    "NO_CHOICE": (
        (
            ("evaluate", "a", "b", "--format", "yaml"),
            "--format: 'yaml' is not allowed. Use one of text, json.",
            "--format：“yaml”不可用；可用的有：text、json。",
        ),
        (
            ("server", "key-create", "--role", "integrator", "--role", "nobody", "--role", "assessor"),
            f"--role: 'nobody' is not allowed. Use one of {', '.join(ROLES)}.",
            f"--role：“nobody”不可用；可用的有：{'、'.join(ROLES)}。",
        ),
    ),
    "NO_NUMBER_BETWEEN": (
        (
            ("server", "events", "--page-size=0"),
            "--page-size: '0' is not a whole number from 1 to 1000. Enter a whole number in this range.",
            "--page-size：“0”不是 1 至 1000 的整数。请写此范围内的整数。",
        ),
        (
            ("evaluation", "list", "a", "--page-size", "9" * 4_400),
            f"--page-size: '{'9' * 40}' is not a whole number from 0 to 2147483647. "
            "Enter a whole number in this range.",
            f"--page-size：“{'9' * 40}”不是 0 至 2147483647 的整数。请写此范围内的整数。",
        ),
        (
            ("table", "diff", "a", "b", "--limit", "99999999999"),
            "--limit: '99999999999' is not a whole number from 0 to 2147483647. Enter a whole number in this range.",
            "--limit：“99999999999”不是 0 至 2147483647 的整数。请写此范围内的整数。",
        ),
    ),
}
"""Command lines by kind of error, with the expected message in English and in Chinese."""
CALLED = {"en": "Usage: `touchstone ", "zh": "用法：`touchstone "}


@pytest.mark.parametrize("kind", MISUSES)
def test_a_wrong_command_line_is_refused_with_the_wrong_value_and_the_allowed_values(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments, english_said, chinese_said in MISUSES[kind]:
        for language, message in (("en", english_said), ("zh", chinese_said)):
            monkeypatch.setenv("TOUCHSTONE_LANGUAGE", language)
            result = touchstone(*arguments)
            assert result.exit_code == 2
            first, last = result.stderr.splitlines()
            assert first == f"touchstone: {message}"
            assert last.startswith(CALLED[language])


def test_an_unknown_command_is_refused_with_the_available_commands() -> None:
    result = touchstone("evalute", "--language", "zh")
    assert result.exit_code == 2
    known = "、".join(app.commands)
    assert f"没有这个命令；可用的有：{known}。是否指“evaluate”？" in result.stderr


def test_a_wrong_command_line_is_a_status_in_json_output() -> None:
    result = touchstone("evaluate", "a", "--format", "json", "--language", "zh")
    assert result.exit_code == 2
    status = json.loads(result.stdout)
    assert (
        status["message"]
        == "DOSSIER: The command requires this value, but it is missing. Add the value to the command."
    )
    assert status["details"][-1] == {
        "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
        "locale": "zh-CN",
        "message": "DOSSIER：命令需要此值，但没有给出。请在命令中写明该值。",
    }


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("card", "show", "scorecards/no/such"), "CARD"),
        (("evaluate", "zero-carbon-factory", WORKED, "--as-of", "2026-13-01"), "--as-of"),
    ],
    ids=["of the request", "here"],
)
def test_a_json_refusal_is_in_chinese_and_names_the_typed_argument(arguments: tuple[object, ...], typed: str) -> None:
    status = json.loads(touchstone(*arguments, "--format", "json", "--language", "zh").stdout)
    (wrong,) = (one for one in status["details"] if one["@type"].endswith("BadRequest"))
    assert [one["field"] for one in wrong["fieldViolations"]] == [typed]
    assert status["message"].startswith(f"{typed}: ")
    (message,) = (one["message"] for one in status["details"] if one["@type"].endswith("LocalizedMessage"))
    assert touchstone(*arguments, "--language", "zh").stderr.endswith(f"{message}\n")
    assert message.startswith(f"{typed}：")


def test_the_language_of_the_environment_applies_unless_the_option_overrides_it() -> None:
    for arguments, chinese in ((("evaluate", "a", "b"), True), (("evaluate", "a", "b", "--language", "en"), False)):
        result = CliRunner().invoke(app, arguments, env={"TOUCHSTONE_LANGUAGE": "zh"})
        assert bool(re.search(HAN, result.stderr)) == chinese


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
    "verify": (
        ("{missing}",),
        ("{empty}",),
        ("{object}",),
        ("{bad}",),
        ("{object}", "{object}"),
        ("bundle", "{object}"),
        ("bundle", "{object}", "--trust", "{missing}"),
    ),
    "mcp": (("--folder", "{missing}"),),
    "case decide": (
        ("organizations/a/cases/b", "grant", "--revision", "1", "--reason", "c", "--key", "absent.pem", *NOWHERE),
    ),
    "case verify": (("absent.json", "--trust", "absent.json"),),
    "case check-sample": (("absent.json",), ("{object}",)),
    "case credential": (("absent.jwt", "--did", "absent.json"), ("{object}", "--did", "{object}")),
    "case record": (
        ("organizations/a/cases/b", "declare", "absent.yaml", "--revision", "1", "--reason", "c", *NOWHERE),
    ),
    "case evaluate": (("organizations/a/cases/b", "--as-of", "2026-01-01", *NOWHERE),),
    "proof witness": (
        ("--name", "a b", "--key", "{missing}", "--trust", "{missing}", "--folder", "{new}", *NOWHERE),
        ("--name", "w", "--key", "{missing}", "--trust", "{missing}", "--folder", "{new}", *NOWHERE),
    ),
    "correction find": (("organizations/a", "issuer", "b", *NOWHERE), ("organizations/a", "colour", "b", *NOWHERE)),
    "correction begin": (
        ("organizations/a", "b", "issuer", "c", "--reason", "d", *NOWHERE),
        ("organizations/a", "b", "colour", "c", "--reason", "d", *NOWHERE),
    ),
    "correction show": (("organizations/a/campaigns/b", *NOWHERE),),
    "correction decide": (
        ("organizations/a/campaigns/b", "c", "stands", "--person", "d", "--reason", "e", *NOWHERE),
        ("organizations/a/campaigns/b", "c", "perhaps", "--person", "d", "--reason", "e", *NOWHERE),
    ),
    "correction items": (
        ("organizations/a/campaigns/b", "--page-size", "x", *NOWHERE),
        ("organizations/a/campaigns/b", "--all-pages", *NOWHERE),
    ),
    "proof inclusion": (("organizations/a/evaluations/b", *NOWHERE),),
    "proof growth": (("--since", "{missing}", *NOWHERE), ("--since", "{object}", *NOWHERE)),
    "proof mirror": (("{new}", *NOWHERE),),
    "proof stamp": (
        ("--authority", "ftp://tsa.example", "--trust", "{missing}", *NOWHERE),
        ("--authority", "http://tsa.example", "--trust", "{missing}", *NOWHERE),
    ),
    "data audit": (("--checkpoint", "{missing}"),),
    "data months": (("--database-url", "x"),),
    "data archive": (
        ("2026-13", "{folder}", "--database-url", "sqlite:///{new}"),
        ("2026-01", "{folder}", "--database-url", "x"),
    ),
    "data archive-restore": (("{missing}",), ("{object}", "--database-url", "x")),
    "case document-add": (
        ("organizations/a/cases/b", "{missing}", *NOWHERE),
        ("organizations/a/cases/b", "{object}", *NOWHERE),
    ),
    "evidence add": (("organizations/a", "{missing}", *NOWHERE), ("organizations/a", "{object}", *NOWHERE)),
    "explain": (("{missing}",), ("{empty}",), ("{object}",), ("organizations/a/evaluations/b", *NOWHERE)),
    "simulate": (("{missing}",), ("{empty}",), ("{object}",), (WORKED, *DAY)),
    "report": (("{missing}",), ("{empty}",), ("{object}",)),
    "card list": (("--format", "yaml"),),
    "card show": (("nosuch",), ("zero-carbon-factory@9.9.9",), ("A B",)),
    "dossier template": (
        ("nosuch", "--out", "{new}.xlsx"),
        ("cbam-goods", "--out", "{new}.csv"),
        ("cbam-goods", "--out", "{book}"),
    ),
    "batch evaluate": (
        ("nosuch", "{folder}", *DAY),
        ("zero-carbon-factory", "{folder}", *DAY),
        ("zero-carbon-factory", "{bad}", *DAY),
        ("zero-carbon-factory", "{folder}"),
    ),
    "batch group": (
        ("nosuch", "{folder}", *DAY),
        ("zero-carbon-factory", "{bad}", *DAY),
        ("zero-carbon-factory", "{folder}"),
        ("zero-carbon-factory", "{folder}", *DAY, "--page", "{new}.txt"),
    ),
    "batch plan": (
        ("nosuch", "{folder}", "{missing}", "--on", "2027-11-30"),
        ("zero-carbon-factory", "{folder}", "{missing}", "--on", "2027-11-30"),
        ("zero-carbon-factory", "{folder}", "{bad}", "--on", "x"),
    ),
    "plan": (
        ("{missing}", "{missing}", "--scorecard", "zero-carbon-factory", "--to", "4", "--on", "2027-12-31"),
        ("{bad}", "{bad}", "--scorecard", "zero-carbon-factory", "--to", "4", "--on", "2027-12-31"),
        ("{object}", "{bad}", "--scorecard", "nosuch", "--to", "4", "--on", "2027-12-31"),
        ("{object}", "{bad}", "--scorecard", "zero-carbon-factory", "--to", "4", "--on", "x"),
    ),
    "dossier measures": (
        ("{missing}", "--scorecard", "zero-carbon-factory", "--out", "{new}.yaml"),
        ("{bad}", "--scorecard", "nosuch", "--out", "{new}.yaml"),
    ),
    "card plan": (("nosuch",), ("zero-carbon-factory@9.9.9",), ("A B",), ("./nosuch",)),
    "dossier schema": (("nosuch",), ("zero-carbon-factory@9.9.9",), ("A B",), ("./nosuch",)),
    "card diff": (
        ("zero-carbon-factory", "nosuch"),
        ("A B", "zero-carbon-factory"),
        ("cbam-goods@9.9.9", "cbam-goods"),
    ),
    "evaluation rank": (
        ("nosuch", "organizations/a", *NOWHERE),
        ("csr-three-stage", "organizations/a", *NOWHERE, "--track", "x"),
        ("csr-three-stage", "organizations/a", *NOWHERE, "--format", "xlsx"),
    ),
    "cbam quarterly-report": (("{missing}",), ("{empty}",), ("{page}",)),
    "dossier passport": (("{missing}", *SUBJECT), ("{empty}", *SUBJECT), ("{object}", *SUBJECT), ("{list}", *SUBJECT)),
    "dossier pact": (("{missing}", *SUBJECT), ("{empty}", *SUBJECT), ("{object}", *SUBJECT), ("{list}", *SUBJECT)),
    "draft mutate": (("nosuch",), ("zero-carbon-factory@9.9.9",), ("A B",), ("./nosuch",)),
    "draft impact": (
        ("zero-carbon-factory", "--out", "{new}"),
        ("nosuch", "--archive", "organizations/a", "--out", "{new}"),
        ("zero-carbon-factory", "--archive", "A B", "--out", "{new}"),
        ("zero-carbon-factory", "--dossiers", "{missing}", "--out", "{new}"),
        ("zero-carbon-factory", "--results", "{missing}", "--out", "{new}"),
        ("zero-carbon-factory", "--results", "{bad}", "--out", "{new}"),
    ),
    "batch replay": (
        ("organizations/a", "zero-carbon-factory", "--database-url", "postgresql://a:b@c/d", "--out", "{new}"),
        ("A B", "zero-carbon-factory", "--out", "{new}"),
        ("organizations/a", "nosuch", "--out", "{new}"),
    ),
    "batch screen": (
        ("zero-carbon-factory", "{missing}.csv", "--as-of", "2026-11-20", "--out", "{new}"),
        ("zero-carbon-factory", "{bad}", "--as-of", "2026-11-20", "--out", "{new}"),
        ("zero-carbon-factory", "{list}", "--out", "{new}"),
        ("./nosuch", "{list}", "--as-of", "2026-11-20", "--out", "{new}"),
    ),
    "new": (("A B",), ("green-office@1.0.0",), ("green-office", "--out", "{latin}")),
    "mapping apply": (("organizations/x/mappings/m", "absent.csv"),),
    "mapping save": (("organizations/x/mappings/m", "absent.json"), ("organizations/x/mappings/m", "{bad}")),
    "mapping suggest": (("organizations/x", "zero-carbon-factory", "absent.csv"),),
    "dmn import": (("{missing}", "--card", "x"), ("{bad}", "--card", "x"), ("{bad}", "--card", "No Id")),
    "dmn export": (("{missing}",), ("{folder}",), ("{latin}",)),
    "draft format": (("{missing}",), ("{folder}",), ("{latin}",)),
    "draft language-server": (("{missing}",), ("--gazette",)),
    "draft tables-out": (("{missing}", "{new}.xlsx"), ("{folder}", "{new}.xlsx"), ("{latin}", "{new}.csv")),
    "draft tables-back": (
        ("{missing}", "{missing}"),
        (ROOT / "features" / "cdr-eligibility", "{missing}"),
        (ROOT / "features" / "cdr-eligibility", "{bad}"),
        (ROOT / "features" / "cdr-eligibility", "{page}"),
    ),
    "check": (("{missing}",), ("{folder}",), ("{latin}",), ("organizations/a/drafts/b", *NOWHERE)),
    "draft edges": (("{missing}",), ("{folder}",), ("{latin}",)),
    "draft merge": (
        ("{missing}", "{folder}"),
        ("{missing}", "{folder}", "--base", "nosuch"),
        ("{folder}", "{folder}", "--base", "{missing}"),
        ("{folder}", "{folder}", "--base", "{folder}", "--take", "mine"),
        ("{folder}", "{folder}", "--base", "{folder}", "--note", "x"),
        ("organizations/a/drafts/b", "organizations/a/drafts/c", *NOWHERE),
    ),
    "card export": (("nosuch",), ("{folder}",), ("A B",)),
    "evaluation export": (
        ("A", "--out", "{new}.csv"),
        ("organizations/a", "--out", "{new}.txt"),
        ("organizations/a", "--out", "{new}.csv", "--filter", "x = 1"),
        ("organizations/a", "--out", "{new}.csv", "--what", "nosuch"),
        ("organizations/a", "--out", "{new}.csv", "--database-url", "postgresql://u:secret@h/x"),
        ("organizations/a", "--out", "{new}.csv", "--database-url", "sqlite:///{missing}.sqlite3"),
    ),
    "card calendar": (
        ("--from", "soon"),
        ("--from", "2026-02-02", "--until", "2026-02-01"),
        ("--card", "nosuch"),
        ("--format", "pdf"),
        ("--names",),
        ("--archive", "A"),
        ("--archive", "organizations/a", "--database-url", "postgresql://u:secret@h/x"),
        ("--archive", "organizations/a", "--database-url", "sqlite:///{missing}.sqlite3", *NOWHERE),
        ("--archive", "organizations/a", *NOWHERE),
        NOWHERE,
        ("--archive", "organizations/a", "--database-url", "sqlite:///{missing}.sqlite3"),
    ),
    "evaluation applied": (
        ("A", "--on", "2026-01-01"),
        ("organizations/a/subjects/b", "--on", "soon"),
        ("organizations/a/subjects/b",),
        ("organizations/a/subjects/b", "--on", "2026-01-01", "--known", "soon"),
        ("organizations/a/subjects/b", "--on", "2026-01-01", "--database-url", "postgresql://u:secret@h/x"),
    ),
    "publish": (("{missing}",), ("{folder}",), ("{latin}",), ("organizations/a/drafts/b", *NOWHERE)),
    "card repeal": (
        ("nosuch@1.0.0", "--from", "2027-01-01", "--reason", "x"),
        ("csr-three-stage@1.0.0", "--from", "soon", "--reason", "x"),
        ("csr-three-stage@1.0.0", "--from", "2027-01-01"),
        ("organizations/a/drafts/b", "--from", "soon", *NOWHERE),
    ),
    "card import": (("{missing}",), ("{object}",), ("{folder}",)),
    "card promote": (
        ("csr-three-stage", "1.0", "--to", "production"),
        ("csr-three-stage", "1.0.0"),
        ("csr-three-stage", "1.0.0", "--to", "Production"),
        ("csr-three-stage", "9.9.9", "--to", "production", "--to-gazette", "{new}"),
        ("csr-three-stage", "1.0.0", "--to", "production", "--to-gazette", "{new}", "--to-server", "127.0.0.1:1"),
    ),
    "card approvals": (("nosuch", "1.0.0"), ("csr-three-stage", "1.0"), ("csr-three-stage", "1.0.0", *NOWHERE)),
    "card approve": (
        ("csr-three-stage", "1.0.0"),
        ("csr-three-stage", "1.0.0", "--key", "{missing}"),
        ("csr-three-stage", "1.0.0", "--key", "{object}"),
    ),
    "draft signing-key": (("{object}",), ("{missing}/a.pem",)),
    "feed init": (
        ("{folder}", "--key", "{missing}", "--online-key", "{missing}"),
        ("{folder}", "--key", "{object}", "--online-key", "{missing}", "--threshold", "x"),
    ),
    "feed build": (
        ("{missing}", "--out", "{folder}", "--channel", "a", "--key", "{missing}"),
        ("{folder}", "--out", "{folder}", "--channel", "a", "--key", "{missing}"),
    ),
    "feed sign": (("{folder}", "root", "--key", "{missing}"),),
    "feed promote": (("{folder}", "a", "1.0.0", "--to", "b", "--key", "{missing}"),),
    "feed renew": (("{folder}", "--key", "{missing}"),),
    "feed refresh": (("{folder}", "--key", "{missing}"), ("{folder}", "--key", "{missing}", "--cosigned", "{missing}")),
    "feed show": (("{folder}",), ("{missing}",)),
    "feed check": (
        ("--feeds", "{missing}"),
        ("--feeds", "{empty}"),
        ("--feeds", "{feeds}", "--feed", "nosuch"),
    ),
    "feed import": (
        ("{missing}", "--feeds", "{feeds}", "--gazette", "{new}"),
        ("{object}", "--feeds", "{feeds}", "--gazette", "{new}"),
        ("{object}", "--feeds", "{feeds}", "--feed", "nosuch", "--gazette", "{new}"),
        ("{object}", "--feeds", "{empty}"),
    ),
    "draft submit": (
        ("{folder}",),
        ("organizations/a/drafts/b", *NOWHERE),
        ("organizations/a/drafts/b", "--report", "x", "--key", "{missing}", *NOWHERE),
    ),
    "draft show": (("{folder}",), ("organizations/a/drafts/b", *NOWHERE)),
    "draft approve": (("{folder}",), ("organizations/a/drafts/b", *NOWHERE)),
    "draft reject": (("{folder}",), ("organizations/a/drafts/b", *NOWHERE)),
    "card unsigned": (),
    "draft save": (
        ("organizations/a/drafts/b", "{missing}", *NOWHERE),
        ("organizations/a/drafts/b", "{latin}", *NOWHERE),
    ),
    "draft weights": (
        (),
        ("{missing}.csv",),
        ("{object}",),
        ("--template", "A,A", "--out", "{new}.csv"),
        ("--total", "x", ROOT / "features" / "csr-three-stage" / "judgements" / "reconstruction.csv"),
    ),
    "server key-create": (
        ("--role", "integrator", "--database-url", "sqlite:///{new}"),
        ("--role", "operator", "--expires", "2020-01-01", "--database-url", "sqlite:///{new}"),
        ("--role", "operator", "--organization", "A", "--note", "n" * 201, "--database-url", "sqlite:///{new}"),
        ("--role", "operator", "--database-url", "postgresql://u:secret@h/x"),
    ),
    "server keys": (("--database-url", "x"),),
    "server key-rotate": (("nosuch", "--database-url", "sqlite:///{new}"),),
    "server key-revoke": (("nosuch", "--database-url", "sqlite:///{new}"),),
    "server account-create": (
        ("a b", "--role", "assessor", "--organization", "organizations/example", "--database-url", "sqlite:///{new}"),
        ("ada", "--role", "assessor", "--organization", "A", "--database-url", "sqlite:///{new}"),
    ),
    "server accounts": (("--database-url", "x"),),
    "server account-password": (("nosuch", "--database-url", "sqlite:///{new}"),),
    "server account-end": (("nosuch", "--database-url", "sqlite:///{new}"),),
    "workbench": (("--http", "nowhere", "--no-browser"),),
    "inventory template": (("--out", "{folder}"),),
    "inventory check": (("{missing}",), ("{book}",), ("{bad}",), ("{bad}", "--on", "soon")),
    "server events": (("--organization", "x"), ("--database-url", "x")),
    "server endpoints": (("--database-url", "x"),),
    "server event-replay": (("nosuch", "--from", "1", "--database-url", "sqlite:///{new}"),),
    "data rebuild": (("--database-url", "x"), ("--database-url", "postgresql://h/x")),
    "data backup": (("{object}",), ("{new}-backup", "--database-url", "sqlite:///{missing}.sqlite3")),
    "data restore": (("{folder}",), ("{folder}", "--database-url", "x")),
    "serve": (("--database-url", "x"), ("--address", "x")),
    "dossier ratings": (
        ("{bad}", "--card", "csr-three-stage"),
        ("{bad}", "{empty}", "--card", "csr-three-stage"),
        ("{bad}", "{bad}", "--card", "nosuch"),
        ("{bad}", "{bad}", "--card", "csr-three-stage", "--moderate", "{bad}"),
    ),
    "table list": (),
    "table check": (),
    "table show": (
        ("nosuch",),
        ("cbam-retained-share@1",),
        ("cbam-retained-share", "--known", "2026-01-01"),
        ("cbam-retained-share", "--as-of", "x"),
    ),
    "table diff": (("a", "b"), ("cbam-retained-share", "cbam-mark-up"), ("cbam-mark-up@1", "cbam-mark-up")),
    "table lookup": (
        ("cbam-default-values", "nope", "country=BR"),
        ("cbam-default-values", "total", "x=BR"),
        ("cbam-default-values", "total", "country=BR", "cn_code=72031000", "--as-of", "x"),
        ("nosuch", "total", "country=BR"),
    ),
    "table import": (("{missing}",), ("{object}",), ("{object}", "--kind", "cbam-defaults")),
}
"""Refused arguments of each command; the commands of `claims` and `cbam` have separate tests."""


def reaching_nobody(command: Command) -> tuple[str, ...]:
    """Return the required arguments of a command and an unreachable server."""
    arguments: list[str] = []
    for field in command.fields:
        if field.is_required:
            words = {int: "1", Path: "{new}"}
            value = field.choices[0] if field.choices else words.get(field.kind, "b")
            arguments += [field.opts[-1], value] if field.is_option else [value]
    return (*arguments, *NOWHERE)


REFUSALS |= {
    name: (reaching_nobody(made.declared),)
    for name, made in COMMANDS.items()
    if isinstance(made, DeclaredCommand) and made.declared.is_rpc and name not in REFUSALS
}


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
        "feeds": ("feeds.toml", '[feeds.a]\nfolder = "."\nroot = "object.json"\nchannel = "production"\n'),
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
    "name", [pytest.param(name, marks=pytest.mark.full if name == "serve" else ()) for name in REFUSALS]
)
def test_refusals_are_in_chinese(
    name: str, files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", f"sqlite:///{tmp_path}/store.sqlite3")
    wrong = []
    for arguments in REFUSALS[name]:
        words = [re.sub(r"\{(\w+)\}", lambda found: files[found[1]], str(argument)) for argument in arguments]
        refused = touchstone(*name.split(), *words, "--language", "zh")
        in_english = touchstone(*name.split(), *words, *(("--language", "en") if name == "card export" else ()))
        if refused.exit_code not in {2, 3} or in_english.stderr == refused.stderr:
            wrong.append(f"{arguments}: {refused.exit_code} {refused.output}")
        for line in filter(None, refused.stderr.splitlines()):
            remainder = reduce(lambda text, path: text.replace(path, ""), files.values(), line)
            if not re.search(HAN, line) or english(remainder) or half_width(remainder):
                wrong.append(f"{arguments}: {line}")
    assert not wrong, "\n".join(wrong)


def test_every_command_has_a_refusal_test() -> None:
    refused = set(REFUSALS)
    own = {name for name in COMMANDS if product_of(*name.split()) not in {"claims", "cbam"}}
    assert own <= refused
    assert not [name for name in refused - own if product_of(*name.split()) is None]
