"""Is a command found where its name says, and started without loading what only others need?"""

import subprocess
import sys
from importlib import import_module

import pytest
import typer

from service.answering.terminal.loading import Later
from service.cli.main import app, modules, sentences

NAMED = modules()
STORE = {"alembic", "sqlalchemy"}
WORKBOOKS = {"openpyxl"}
COMPILER = {"rules.language.compiler", "rules.language.export", "rules.model.lint.every_check", "gherkin"}
HEAVY = {*STORE, *WORKBOOKS, "pint", "pygls", "grpc", "numpy", "polars", "durable_rules_engine", "rules.engine.infer"}


def registered(module: str) -> set[str]:
    own = typer.Typer()
    import_module(module).register(own)
    return set(typer.main.get_group(own).commands)


@pytest.mark.parametrize("module", sorted(set(NAMED.values())))
def test_the_names_are_those_that_a_module_registers(module: str) -> None:
    assert {name for name, where in NAMED.items() if where == module} == registered(module)


def test_the_general_help_says_of_each_command_what_its_own_help_begins_with() -> None:
    said = {name: sentence for _, names in sentences() for name, sentence in names.items()}
    commands = typer.main.get_group(app).commands
    assert said == {name: commands[name].get_short_help_str(limit=1_000) for name in commands}


def test_every_module_of_commands_is_named() -> None:
    group = typer.main.get_group(app)
    assert list(group.commands) == list(NAMED)
    assert "evaluate" in group.commands
    assert "evaluat" not in group.commands


def test_a_command_that_is_not_there_is_not_found() -> None:
    commands = Later({})
    commands["own"] = typer.main.get_group(app)
    assert (list(commands), len(commands)) == (["own"], 1)
    del commands["own"]
    with pytest.raises(KeyError):
        commands["own"]


STARTS = [
    (("--version",), HEAVY),
    (("--help",), HEAVY),
    (("claims", "check", "--help"), {*HEAVY, "pydantic_settings", "rules.model.scorecard"}),
    (("evaluate", "--help"), {*HEAVY, "pydantic_settings", "asyncio", "rules.model.scorecard"}),
    (("explain", "--help"), {*HEAVY, "pydantic_settings", "rules.model.scorecard"}),
    (
        ("evaluate", "zero-carbon-factory", "examples/worked-factory.yaml", "--as-of", "2026-11-20"),
        {
            *(*STORE, *WORKBOOKS, *COMPILER, "grpc", "polars", "pygls", "asyncio", "pydantic_settings", "rapidfuzz"),
            *("rules.contracts.chinese_citations", "rules.contracts.chinese_typesetting"),
        },
    ),
    (("scorecards",), {*STORE, *WORKBOOKS, "pint", "rules.language.compiler", "durable_rules_engine"}),
]


@pytest.mark.parametrize(("arguments", "unneeded"), STARTS)
def test_a_command_starts_without_what_only_others_need(arguments: tuple[str, ...], unneeded: set[str]) -> None:
    code = "import sys, service.cli.main as main\ntry:\n    main.app(sys.argv[1:])\nfinally:\n    print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-c", code, *arguments), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert not unneeded.intersection(done.stdout.split())


@pytest.mark.full
def test_no_help_loads_what_only_answering_needs() -> None:
    """Readers, stores, engines and the settings of servers stay where they are, whichever help is asked for."""
    code = """
import sys
import service.cli.main as main
for name in main.modules():
    try:
        main.app([name, "--help"])
    except SystemExit as end:
        assert not end.code, name
print(*sys.modules)
"""
    done = subprocess.run(  # noqa: S603 -- the code is our own
        (sys.executable, "-c", code), capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    answering = {"pydantic_settings", "rules.language.compiler", "service.gazette.versions", "cryptography", "jinja2"}
    assert not {*HEAVY, *answering}.difference({"grpc"}).intersection(done.stdout.splitlines()[-1].split())


def test_a_server_starts_without_what_drafts_and_migrations_need() -> None:
    """Drafts are compiled and checked in processes of their own; writing a version in sentences loads what it needs."""
    modules = ("service.server", *(f"service.api.{name}_process" for name in ("evaluating", "trying", "explaining")))
    code = f"import sys, {', '.join(modules)}\nprint(*sys.modules)"
    done = subprocess.run(  # noqa: S603 -- the code is our own
        (sys.executable, "-c", code), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    unneeded = {*COMPILER, *WORKBOOKS, "alembic", "rules.rehearsal", "typer", "rapidfuzz", "wcwidth", "jinja2", "lxml"}
    assert not unneeded.intersection(done.stdout.split())
