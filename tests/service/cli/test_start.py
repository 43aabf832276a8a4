"""Lazy imports at start-up: modules that commands, help texts and the server must not load."""

import subprocess
import sys

import pytest

STORE = {"alembic", "sqlalchemy"}
WORKBOOKS = {"openpyxl"}
COMPILER = {"rules.language.compiler", "rules.language.export", "rules.model.lint.every_check", "gherkin"}
HEAVY = {
    *STORE,
    *WORKBOOKS,
    "pint",
    "pygls",
    "grpc",
    "numpy",
    "polars",
    "durable_rules_engine",
    "rules.engine.inference_engine",
}


STARTS = [
    (("--version",), HEAVY),
    (("--help",), {*HEAVY, "typer", "google.protobuf", "pydantic"}),
    (("evidence", "--help"), {*HEAVY, "typer", "google.protobuf", "pydantic"}),
    (("draft", "tables-back", "--help", "--language", "zh"), {*HEAVY, "typer", "google.protobuf", "pydantic"}),
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
    (
        ("claims", "check", "Made of 50 % recycled glass.", "--jurisdiction", "EU-DE", "--as-of", "2026-11-20"),
        {*STORE, *WORKBOOKS, *COMPILER, "grpc", "rich", "selectolax", "charset_normalizer", "py3langid"},
    ),
    (("card", "list"), {*STORE, *WORKBOOKS, "pint", "rules.language.compiler", "durable_rules_engine"}),
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
for name, _ in main.app.leaves():
    try:
        main.app([*name.split(), "--help"])
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


@pytest.mark.full
def test_a_server_starts_without_what_drafts_and_migrations_need() -> None:
    """Drafts are compiled and checked in processes of their own; writing a version in sentences loads what it needs."""
    modules = (
        "service.serving.server",
        *(f"service.api.{name}_process" for name in ("evaluating", "trying", "explaining")),
    )
    code = f"import sys, {', '.join(modules)}\nprint(*sys.modules)"
    done = subprocess.run(  # noqa: S603 -- the code is our own
        (sys.executable, "-c", code), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    unneeded = {*COMPILER, *WORKBOOKS, "alembic", "rules.rehearsal", "typer", "rapidfuzz", "wcwidth", "jinja2", "lxml"}
    assert not unneeded.intersection(done.stdout.split())
