"""Lazy imports at start-up: modules that commands, help texts and the server must not load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.store.store import Store

STORE = {"alembic", "sqlalchemy"}
WORKBOOKS = {"openpyxl"}
COMPILER = {"rules.language.compiler", "rules.language.export", "rules.model.lint.every_check", "gherkin"}
HEAVY = {
    *STORE, *WORKBOOKS, "pint", "pygls", "grpc", "numpy", "polars", "durable_rules_engine",
    "rules.engine.inference_engine",
}  # fmt: skip
UNNEEDED_BY_EVALUATE = {
    "grpc", "polars", "pygls", "asyncio", "pydantic_settings", "rapidfuzz", "rules.language.source",
    "rules.trail.explain", "rules.trail.explain_missing", "service.gazette.publication",
}  # fmt: skip


STARTS = [
    (("--version",), HEAVY),
    (("--help",), {*HEAVY, "typer", "google.protobuf", "pydantic_core"}),
    (("table", "--help"), {*HEAVY, "typer", "google.protobuf", "pydantic_core"}),
    (("evidence", "--help"), {*HEAVY, "typer", "touchstone.v1.case_service_pb2", "pydantic_core"}),
    (("draft", "tables-back", "--help", "--language", "zh"), {*HEAVY, "typer", "google.protobuf", "pydantic_core"}),
    (("claims", "check", "--help"), {*HEAVY, "pydantic_settings", "rules.model.scorecard"}),
    (("evaluate", "--help"), {*HEAVY, "pydantic_settings", "asyncio", "rules.model.scorecard"}),
    (("explain", "--help"), {*HEAVY, "pydantic_settings", "rules.model.scorecard"}),
    (
        ("evaluate", "zero-carbon-factory", "examples/worked-factory.yaml", "--as-of", "2026-11-20"),
        {*STORE, *WORKBOOKS, *COMPILER, *UNNEEDED_BY_EVALUATE},
    ),
    (
        ("claims", "check", "Made of 50 % recycled glass.", "--jurisdiction", "EU-DE", "--as-of", "2026-11-20"),
        {*STORE, *WORKBOOKS, *COMPILER, "grpc", "rich", "selectolax", "charset_normalizer", "py3langid"},
    ),
    (("card", "list"), {*STORE, *WORKBOOKS, "pint", "rules.language.compiler", "durable_rules_engine"}),
]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("arguments", "unneeded"), STARTS)
def test_a_command_does_not_load_modules_that_only_other_commands_need(
    arguments: tuple[str, ...], unneeded: set[str]
) -> None:
    code = "import sys, service.cli.main as main\ntry:\n    main.app(sys.argv[1:])\nfinally:\n    print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-c", code, *arguments), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert not unneeded.intersection(done.stdout.split())


@pytest.mark.full
def test_help_does_not_load_modules_that_only_the_execution_of_a_command_needs() -> None:
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


CHECKED_BEFORE_LOADING = {
    "rules.contracts.build_cache", "rules.contracts.dates", "rules.contracts.diagnostics",
    "rules.contracts.error_texts", "rules.contracts.errors", "rules.contracts.intervals", "rules.contracts.messages",
    "rules.contracts.numbers", "rules.contracts.suggestions", "rules.contracts.toml_files",
    "rules.contracts.typesetting",
    "service.base.cache_folder", "service.base.declarations", "service.base.instants", "service.base.whole_numbers",
    "service.cli.api_commands", "service.cli.main", "service.cli.typer_front_end",
    "service.configuration.folders", "service.configuration.products", "service.identity.principals",
    "service.input.workbook_formats", "service.output.terminal.columns",
    "service.output.terminal.command_declarations", "service.output.terminal.streams",
    "service.output.terminal.value_forms", "service.output.terminal.words",
}  # fmt: skip
LIBRARIES_OF_USAGE_ERRORS = {
    "click", "google", "lazy_loader", "rapidfuzz",
    "annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection",  # for dates
}  # fmt: skip


@pytest.mark.full
def test_a_usage_error_of_any_command_loads_only_modules_that_read_the_command_line() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "tests.service.cli.wrong_command_lines"),
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    result = json.loads(done.stdout)
    assert len(result["errors"]) > 500
    for line, (code, text) in result["errors"].items():
        assert code == 2, line
        assert text.startswith("touchstone: "), line
    own = {name for name in result["modules"] if name.split(".")[0] in {"rules", "service", "touchstone"}}
    packages = {name for name in own if any(other.startswith(f"{name}.") for other in own)}
    empty = {f"service.{path.parent.name}" for path in Path("service").glob("*/commands.toml")}
    products = {".".join(path.parent.parts) for path in Path("service/schemes").glob("*/commands.toml")}
    api = {name for name in own if name.startswith("touchstone.v1.")}
    assert own - packages - empty - products - api == CHECKED_BEFORE_LOADING | {"service.schemes.cbam.table_imports"}
    libraries = {name.split(".")[0] for name in set(result["modules"]) - own} - sys.stdlib_module_names
    assert {name for name in libraries if not name.startswith(("_", "cython"))} <= LIBRARIES_OF_USAGE_ERRORS


SERVE = """
import os, signal, sys
import click
import service.cli.main as main

def ready(_message):
    print(*sys.modules)
    os.kill(os.getpid(), signal.SIGTERM)

click.echo = ready
main.app(["serve", "--address", "127.0.0.1:0", "--database-url", sys.argv[1]])
"""


@pytest.mark.full
def test_a_server_starts_without_modules_that_only_some_calls_need(tmp_path: Path) -> None:
    """Modules for workbooks, drafts, claims, tokens and certificates are loaded at their first use."""
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    Store(url).close()  # which takes the migrations
    done = subprocess.run(  # noqa: S603 -- the code is our own
        (sys.executable, "-c", SERVE, url), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    started = set(done.stdout.split())
    assert {"service.serving.server", "service.cases.case_service", "service.schemes.cbam.goods_ledgers"} <= started
    unneeded = {
        *COMPILER, *WORKBOOKS, "alembic", "typer", "rapidfuzz", "wcwidth", "jinja2", "lxml", "numpy", "polars", "PIL",
    }  # fmt: skip
    unneeded |= {
        "rules.rehearsal.legal_changes", "rules.claims.assessment", "service.identity.tokens", "jwt",
        "cryptography.x509", "yaml", "sqlalchemy.dialects.postgresql",
    }  # fmt: skip
    assert not unneeded.intersection(started)
