"""Declared commands: functions and fields, help texts, examples, names, shell completion, connections."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from service.cli.command_execution import request_class, set_field
from service.cli.main import app
from service.cli.typer_front_end import SHELLS, DeclaredCommand, _help_row
from service.output.terminal.command_declarations import SHARED, Command, CommandField, load_object
from tests.support.chinese import HAN
from tests.support.commands import touchstone
from tests.support.parsed_sources import parsed_sources
from tests.support.running import ROOT

DECLARED = {name: made.declared for name, made in app.leaves() if isinstance(made, DeclaredCommand)}
HAND_MADE = [name for name, command in DECLARED.items() if not command.is_generated]
GIVEN = {*(one.name for one in SHARED), "request", "ask", "stubs"}
CONNECTION = {"token_file", "ca", "tls", "certificate", "certificate_key", "profile"}


def functions(command: Command) -> Iterator[tuple[str, int]]:
    """Yield the path of each function of a command, with the number of its leading parameters."""
    if not command.is_rpc:
        yield command.call, 0
    for path in (command.prepare, command.fold, command.refused, command.text, command.json, command.no):
        if ":" in path:
            yield path, 1
    for field in command.fields:
        if field.read:
            yield field.read, 1


def parameters(path: str, first: int) -> tuple[list[str], list[str]]:
    """Name the parameters of a function, and those of them that have no default."""
    function = load_object(path)
    code = function.__code__
    named = list(code.co_varnames[first : code.co_argcount])
    with_default = len(function.__defaults__ or ())
    needed = named[: len(named) - with_default] if with_default else named
    keywords = list(code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount])
    return named + keywords, needed + [name for name in keywords if name not in (function.__kwdefaults__ or {})]


@pytest.mark.parametrize("name", HAND_MADE)
def test_function_parameters_are_declared_and_declared_fields_are_used(name: str) -> None:
    command = DECLARED[name]
    known = {one.name for one in (*command.fields, *command.shared)} | {"request", "ask", "stubs", "gazette"}
    asked = set()
    for path, first in functions(command):
        every, needed = parameters(path, first)
        asked |= set(every)
        assert set(needed) <= known, f"{path} asks for {set(needed) - known}"
    rpc_fields = {one.name for one in command.fields if one.to and command.is_rpc}
    unused = {one.name for one in command.fields} - rpc_fields - asked - {command.file}
    assert not unused, f"nothing asks for {unused}"
    if not command.is_rpc:
        handled = {*CONNECTION, "format", "language", "out"}
        reached = {"server", "gazette", "database_url"} if "stubs" in asked else set()  # by the stubs
        unused = {one.name for one in command.shared} - handled - asked - reached
        assert not unused, f"nothing asks for {unused}"


def test_every_function_declares_whether_an_assistant_may_call_it() -> None:
    undeclared = [name for name, command in DECLARED.items() if (command.reads_only is None) is not command.is_rpc]
    assert undeclared == [], "give reads_only=True or reads_only=False; of a call of the API, the API declares it"


def test_every_field_of_a_command_file_is_used() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "service").rglob("commands.toml")]
    shared = tomllib.loads((ROOT / "service/output/terminal/fields.toml").read_text("utf-8"))["fields"]
    assert shared.keys() - set(chain.from_iterable(map(used_fields, files))) == set()
    assert [name for file in files for name in file.get("fields", {}).keys() - used_fields(file)] == []


def used_fields(file: dict[str, Any]) -> set[str]:
    """Return the names of declared fields that a command file uses."""
    commands = file.get("commands", {}).values()
    declared = [file.get("fields", {}), *(command.get("own_fields", {}) for command in commands)]
    named = {name for command in commands for name in command.get("fields", ())}
    return named | {field["use"] for fields in declared for field in fields.values() if "use" in field}


@pytest.mark.parametrize("name", HAND_MADE)
def test_every_request_field_exists_and_has_its_declared_type(name: str) -> None:
    command = DECLARED[name]
    if not command.is_rpc:
        return
    for field in command.fields:
        if field.to:
            message: Any = request_class(command.call)()
            *parents, last = field.to.split(".")
            for parent in parents:
                message = getattr(message, parent)
            assert last in message.DESCRIPTOR.fields_by_name, field.to
            for value in values(field):
                set_field(message, last, value)


def values(field: CommandField) -> list[Any]:
    """Return sample values for a field that is copied into a request unchanged."""
    if field.read:
        return []
    of_types: dict[type, list[Any]] = {str: ["a"], int: [1], bool: [True], Path: []}
    samples: list[Any] = of_types[field.kind] if isinstance(field.kind, type) else list(field.kind)
    return [[each] if field.is_repeated else each for each in samples]


@pytest.mark.parametrize("name", DECLARED)
def test_help_texts_are_complete_sentences_in_both_languages(name: str) -> None:
    command = DECLARED[name]
    texts = [command.help, *(field.help for field in command.fields)]
    texts += [command.more] if command.more.zh else []
    assert re.search(r"(\A|[.?!])\Z", command.more.en), command.more.en
    assert not re.search(HAN, command.more.en)
    for words in texts:
        assert re.search(r"[.?!]\Z", words.en), words.en
        assert re.search(r"[。？！]\Z", words.zh), words.zh
        assert re.search(HAN, words.zh), words.zh
        assert not re.search(HAN, words.en.replace("（优序图法）", "").replace("优序图法", "")), words.en
    assert bool(command.no_means.en) == bool(command.no_means.zh)
    assert not re.search(r"[.。;；]\Z", command.no_means.en + command.no_means.zh)


@pytest.mark.parametrize("name", DECLARED)
def test_examples_can_be_typed(name: str) -> None:
    command = DECLARED[name]
    assert 1 <= len(command.examples) <= 3
    for example in command.examples:
        assert example.startswith((name, *(f"{one} " for one in DECLARED))), example
        app.check(shlex.split(example))


@pytest.mark.parametrize("name", DECLARED)
def test_a_declaration_names_only_existing_options_and_fields(name: str) -> None:
    command = DECLARED[name]
    assert set(command.options) <= {"server", "gazette", "database_url", "format", "out"}
    assert not command.file or command.file in {field.name for field in command.fields}
    assert len({field.name for field in command.fields}) == len(command.fields)


def test_the_help_describes_a_repeatable_option_as_repeatable_exactly_once() -> None:
    fields = {one for command in DECLARED.values() for one in (*command.fields, *command.shared) if one.is_repeated}
    assert fields
    for field in fields:
        words = _help_row(field)[1]
        assert len(re.findall(r"(?i)repeat|several times|more than once", words)) == 1, words
        assert not re.search("重复|多次", field.help.zh), field.help.zh


def test_the_help_of_a_command_lists_every_choice_it_takes() -> None:
    for name, command in DECLARED.items():
        for field in (*command.fields, *command.shared):
            missing = [choice for choice in field.choices if choice not in " ".join(_help_row(field))]
            assert not missing, f"{name} {field.word}: {missing}"
    kinds = touchstone("correction", "find", "--help").stdout
    assert all(kind in kinds for kind in ("verifier", "lookup", "evaluation"))


def test_every_command_name_is_a_verb_or_a_noun_and_a_verb() -> None:
    assert all(re.fullmatch(r"[a-z-]+( [a-z-]+)?", name) for name, _ in app.leaves())
    # With "call". mail, mapping, outlook and pull are resources of the API; dmn converts a format in both directions.
    # plan is a question of every day, like evaluate.
    assert len(app.commands) <= 34


@pytest.mark.parametrize("shell", SHELLS)
def test_shells_complete_commands_and_options(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if shell != "bash":  # click runs bash to check its version
        assert "_TOUCHSTONE_COMPLETE" in touchstone("--completion", shell).stdout
    words = {"fish": ("touchstone evidence get --o", "--o")}.get(shell, ("touchstone evidence get --o", "3"))
    asked = {"COMP_WORDS": words[0], "COMP_CWORD": words[1], "_TOUCHSTONE_COMPLETE": f"{shell}_complete"}
    result = click.testing.CliRunner().invoke(app, [], env=asked, prog_name="touchstone")
    assert "--out" in result.stdout
    assert "--server" not in result.stdout


def test_connection_options_are_read_from_command_line_environment_and_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("evidence", "list", "organizations/a")
    profiles = tmp_path / "profiles.toml"
    profiles.write_text('[default]\nserver = "127.0.0.1:1"\nlanguage = "zh"\n[test]\nserver = "127.0.0.1:2"\n')
    monkeypatch.setenv("TOUCHSTONE_PROFILES", str(profiles))
    ways = [
        (("--server", "127.0.0.1:3", *line), ":3"),
        ((*line, "--server", "127.0.0.1:4"), ":4"),
        (("--server", "127.0.0.1:3", *line, "--server", "127.0.0.1:4"), ":4"),
        (("evidence", "--server", "127.0.0.1:5", *line[1:]), ":5"),
        (line, ":1"),
        (("--profile", "test", *line), ":2"),
    ]
    for arguments, port in ways:
        result = touchstone(*arguments)
        assert result.exit_code == 3, result.stderr
        assert re.search(rf"127\.0\.0\.1{port}\b", result.stderr)
        assert bool(re.search(HAN, result.stderr)) == ("--profile" not in arguments)
    monkeypatch.setenv("TOUCHSTONE_SERVER", "127.0.0.1:6")
    assert "127.0.0.1:6 " in touchstone(*line).stderr  # the profile selects Chinese
    assert "127.0.0.1:3 " in touchstone("--server", "127.0.0.1:3", *line).stderr


def test_errors_in_a_profile_file_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = tmp_path / "profiles.toml"
    monkeypatch.setenv("TOUCHSTONE_PROFILES", str(profiles))
    cases = [
        (None, ("--profile", "test"), "--profile: The profile file"),
        ("[a", (), f"{profiles}: The profile file is not valid TOML"),
        ("[a]\n", ("--profile", "b"), "--profile: The profile file has no section 'b'"),
        ('[default]\nserve = "x"\n', (), f"{profiles}: default.serve: This option is not allowed in a profile"),
    ]
    for text, arguments, message in cases:
        if text is not None:
            profiles.write_text(text)
        result = touchstone(*arguments, "card", "list")
        assert result.exit_code == 2
        assert message in result.stderr.splitlines()[0]
        assert re.search(HAN, touchstone(*arguments, "card", "list", "--language", "zh").stderr)


def test_an_option_that_a_command_does_not_use_is_refused() -> None:
    before = touchstone("--server", "127.0.0.1:1", "draft", "format", "x")
    assert before.exit_code == 2
    assert before.stderr.startswith(
        "touchstone: --server: `touchstone draft format` does not use this option. Remove the option.\n"
    )
    behind = touchstone("draft", "format", "x", "--server", "127.0.0.1:1")
    assert behind.stderr == before.stderr
    assert touchstone("draft", "format", "x", "--serve").stderr.startswith(
        "touchstone: --serve: The option does not exist"
    )


def test_a_command_accepts_a_server_only_if_its_help_lists_the_option() -> None:
    general = touchstone("--help").stdout
    assert "Shared options" in general
    assert "every command, before" not in general
    for name, command in DECLARED.items():
        line = without_connection(shlex.split(command.examples[0]))
        help_text = touchstone(*name.split(), "--help").stdout
        also = help_text.rpartition("\nShared options: ")[2].partition("\n\n")[0].split()
        claims = "\n  --server " in help_text or "--server" in also
        for arguments in (["--server", "127.0.0.1:1", *line], [*line, "--server", "127.0.0.1:1"]):
            try:
                app.check(arguments)
                takes = True
            except click.UsageError:
                takes = False
            assert takes is claims, arguments


def without_connection(line: list[str]) -> list[str]:
    """Leave the server out of a command line, and how it is reached."""
    if "--server" not in line:
        return line
    place = line.index("--server")
    return [*line[:place], *line[place + 2 :]]


def test_help_texts_are_wrapped_and_never_truncated() -> None:
    for name in chain(app.commands, DECLARED):
        for language in ("en", "zh"):
            text = touchstone(*name.split(), "--help", "--language", language).stdout
            assert "..." not in re.sub(r"\[ARGS\]\.\.\.|[A-Z\]]\.\.\.", "", text), name


CONDITIONAL = {
    "--archive": "draft impact: one of three sources",
    "--as-of": "evaluate, batch: it may be in the dossier; draft impact: with --dossiers",
    "--base": "draft merge: for folders; a server records the origin",
    "--feed": "feed import: if the file has several feeds",
    "--jurisdiction": "claims check: given, but blank",
    "--key": "publish, repeal: where a trust file is configured; on a server",
    "--name": "feed init: without a feed file",
    "--organization": "server key-create: for a role of an organisation",
    "--out": "evaluation rank: with a workbook",
    "--person": "where no trust file names the owner of the key",
    "--reason": "given, but blank",
    "--resume": "batch evaluate: with --out",
    "--scorecard": "plan: for a dossier, not for a stored evaluation",
    "--server": "claims check: with --store",
    "--trust": "verify: of a bundle",
}
"""Options that functions refuse as missing, and why the declaration cannot require them."""


def test_an_option_that_is_always_required_is_declared_as_required() -> None:
    """The parser refuses a missing option before any code is loaded; a function does so a second later."""
    refused = set()
    for _, tree in parsed_sources("service", having='"REQUIRED"'):
        for node in ast.walk(tree):
            match node:
                case ast.Call(args=[ast.Constant(value=str(option)), *rest]) if option.startswith("--") and any(
                    isinstance(one, ast.Constant) and one.value == "REQUIRED" for one in rest
                ):
                    refused.add(option)
    assert refused | {"--jurisdiction"} == CONDITIONAL.keys()


WITH_OPTIONS = [name for name, each in DECLARED.items() if any(one.is_option and one.required for one in each.fields)]


@pytest.mark.parametrize("name", WITH_OPTIONS)
def test_a_missing_option_is_refused_before_the_command_is_loaded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(command: Command, given: dict[str, Any]) -> None:
        raise AssertionError(f"{command.name} was called with {given}")

    monkeypatch.setattr("service.cli.command_execution.run", refuse)
    needed = [one for one in DECLARED[name].fields if one.is_required]
    for lacking in (one for one in needed if one.is_option):
        words = [[one.opts[-1]] * one.is_option + [_sample(one)] for one in needed if one is not lacking]
        answer = CliRunner().invoke(app, [*name.split(), *chain.from_iterable(words)])
        assert answer.exit_code == 2, answer.output
        missing = r"The command requires this value, but it is missing\.|The date of the evaluation is missing;"
        assert re.search(f"{lacking.opts[-1]}: ({missing})", answer.output)


def _sample(field: CommandField) -> str:
    return field.choices[0] if field.choices else str(field.least or 1)
