"""Removable products and pages: commands, server, imports and tests in a copy of the tree without them."""

import ast
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from sqlalchemy import make_url

from service.cli.main import app
from service.configuration.products import GROUP, product_modules
from service.gazette.publication import write_version
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.page import Page, workbench_pages
from tests.support.browsing import Browser
from tests.support.calling import request_for
from tests.support.commands import product_of
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_card, small_subject
from touchstone.v1 import scorecard_service_pb2
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = tomllib.loads((ROOT / "deploy" / "products" / "pyproject.toml").read_text(encoding="utf-8"))
PRODUCTS = [*DECLARED["project"]["entry-points"][GROUP].values()]
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
DISTRIBUTION, WORKBENCH = "touchstone-products", "service.workbench"
TESTS = ("tests/claims", "tests/columns", "tests/support")
"""Test folders of a product outside `tests/service/`: tests of its core, and shared helpers."""
ASK = """
import service
from service.cli.main import app
print(service.__file__)
print(*(name for name, _ in app.leaves()), sep=",")
"""
IMPORT_ALL = """
import importlib, pkgutil, rules, service
for package in (rules, service):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            print(module.name)
"""
NEW_ACCOUNT = """
import sys
from service.accounts.local_accounts import new_account
from service.store.accounts import open_accounts
with open_accounts(sys.argv[1]) as accounts:
    print(new_account(accounts, "ada", "example", ["assessor"]))
"""
ASK_PAGES = """
import json
from service.workbench.page import workbench_pages
from service.workbench.page import page_words
from service.workbench.rendering import templates
addresses, words = [page.address for page in workbench_pages()], [*page_words("en"), *page_words("en")["page_help"]]
print(json.dumps({"addresses": addresses, "templates": templates().list_templates(), "words": words}))
"""
ASSESSOR = Principal("ada", PrincipalKind.ACCOUNT, "example", frozenset({Role.ASSESSOR}))


def folders(product: str) -> list[str]:
    """Return the folders of a product: its package, and the core packages protected for it alone."""
    own = [product]
    for contract in PROJECT["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "protected" and contract["allowed_importers"] == [product]:
            own += [name for name in contract["protected_modules"] if name.startswith("rules.")]
    return [name.replace(".", "/") for name in own]


def short(product: str) -> str:
    """Call a product as its pages and commands do."""
    return product.rpartition(".")[2]


def copy_without(tree: Path, *removed: str) -> Path:
    """Copy the packages without some folders; the installed metadata still declares the products in them."""
    for package in ("rules", "service", "proto"):
        shutil.copytree(ROOT / package, tree / package)
    for folder in removed:
        shutil.rmtree(tree / folder)
    return tree


@pytest.fixture(scope="module", params=[*PRODUCTS, DISTRIBUTION], ids=short)
def without(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, ...], Path]:
    """Return a product, or all products of their distribution, and a copy of the packages without them."""
    removed = tuple(PRODUCTS) if request.param == DISTRIBUTION else (request.param,)
    tree = tmp_path_factory.mktemp(f"without-{short(request.param)}")
    return removed, copy_without(tree, *(folder for product in removed for folder in folders(product)))


@pytest.fixture(scope="module")
def served(
    without: tuple[tuple[str, ...], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningServer, str]]:
    """Yield a server of the copy with an account, and the password of the account."""
    _, tree = without
    folder = tmp_path_factory.mktemp("served")
    write_version(folder / "gazette", small_card(), {}, publish_time="2024-12-01T00:00:00Z")
    (password,) = asked(tree, "-c", NEW_ACCOUNT, f"sqlite:///{folder}/store.sqlite3")
    with RunningServer(folder, folder / "gazette", tree=tree, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as server:
        yield server, password


def pages_of(products: Iterable[str]) -> list[Page]:
    """Return the pages that products add."""
    wanted = {f"{product}.pages" for product in products}
    modules = (module for module in product_modules("pages") if module.__name__ in wanted)
    return [page for module in modules for page in module.PAGES.pages]


def asked(tree: Path, *arguments: str, folder: Path | None = None) -> list[str]:
    """Run Python in a copy of the tree and return its output lines."""
    environment = {**os.environ, "PYTHONPATH": f"{tree}{os.pathsep}{tree / 'proto'}"}
    completed = subprocess.run(  # noqa: S603 -- our own interpreter and words
        (sys.executable, *arguments), cwd=folder or tree, env=environment, capture_output=True, text=True, check=False
    )
    assert completed.returncode == 0, completed.stderr
    return completed.stdout.splitlines()


def commands(products: Iterable[str]) -> set[str]:
    """Name the commands that products add."""
    names = {short(product) for product in products}
    return {name for name, _ in app.leaves() if product_of(*name.split()) in names}


def test_the_cores_that_only_a_product_imports_are_known() -> None:
    assert [folders(product)[1:] for product in PRODUCTS if short(product) in {"bulk", "claims"}] == [
        ["rules/columns"],
        ["rules/claims"],
    ]


@pytest.mark.full(sample=5)
def test_the_command_line_has_all_commands_but_those_of_the_product(without: tuple[tuple[str, ...], Path]) -> None:
    products, tree = without
    place, names = asked(tree, "-c", ASK)
    assert Path(place).is_relative_to(tree), "what was asked is not the copy"
    assert commands(products)
    assert set(names.split(",")) == {name for name, _ in app.leaves()} - commands(products)


@pytest.mark.full
def test_every_other_module_can_be_imported(without: tuple[tuple[str, ...], Path]) -> None:
    products, tree = without
    there = asked(tree, "-c", IMPORT_ALL)
    assert {"rules.trail.evaluation", "service.serving.server", "service.workbench.application"} <= set(there)
    assert not [name for name in there if f"{name}.".startswith(tuple(f"{product}." for product in products))]


@pytest.mark.full
def test_a_dossier_is_evaluated(without: tuple[tuple[str, ...], Path]) -> None:
    _, tree = without
    arguments = (
        "zero-carbon-factory", "examples/worked-factory.yaml", "--gazette", "scorecards", "--as-of", "2026-11-20",
    )  # fmt: skip
    assert asked(tree, "-m", "service.cli.main", "evaluate", *arguments, folder=ROOT)


def answers_a_call(server: RunningServer) -> None:
    """Check that a server lists a scorecard, evaluates a subject and is healthy."""
    assert list(server.scorecards.ListScorecards(scorecard_service_pb2.ListScorecardsRequest()).scorecards)
    subject = small_subject().model_copy(update={"known": ""})
    assert server.evaluations.EvaluateSubject(request_for(subject, scorecard="scorecards/small-factory")).name
    health: Any = health_pb2_grpc.HealthStub(server.channel)
    assert health.Check(health_pb2.HealthCheckRequest()).status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.full
def test_the_server_answers_all_calls_but_those_of_the_product(
    without: tuple[tuple[str, ...], Path], served: tuple[RunningServer, str]
) -> None:
    (products, tree), (server, _) = without, served
    missing = [line for line in server.log.splitlines() if '"product_not_installed"' in line]
    assert [product for product in products if any(f'"module": "{product}"' in line for line in missing)] == [*products]
    assert len(missing) == len(products)
    answers_a_call(server)
    with closing(sqlite3.connect(make_url(server.environment["TOUCHSTONE_DATABASE_URL"]).database or "")) as store:
        created = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    scripts = (path for product in products for path in (ROOT / product.replace(".", "/")).glob("migrations/*.py"))
    own = {name for path in scripts for name in re.findall(r"CREATE TABLE (\w+)", path.read_text(encoding="utf-8"))}
    assert "case_due" in created
    assert created.isdisjoint(own)
    request = ScreenClaimsRequest(text="Eco-friendly soap.")
    if (tree / "service" / "schemes" / "claims").is_dir():
        assert server.screenings.ScreenClaims(request).candidate_claims
        return
    with pytest.raises(grpc.RpcError) as refused:
        server.screenings.ScreenClaims(request)
    assert refused.value.code() is grpc.StatusCode.UNIMPLEMENTED


@pytest.mark.full
def test_the_workbench_serves_its_other_pages(
    without: tuple[tuple[str, ...], Path], served: tuple[RunningServer, str]
) -> None:
    (products, tree), (server, password) = without, served
    own = pages_of(products)
    assert bool(own) == any((ROOT / folder / "pages").is_dir() for product in products for folder in folders(product))
    browser = Browser(server.http)
    browser.sign_in("ada", password)
    home = browser.get("/workbench")
    listed = [page.address for page in workbench_pages() if page.nav and page.is_for(ASSESSOR) and page not in own]
    assert home.xpath("//nav//a/@href") == listed
    assert not [link for link in home.xpath("//a/@href") if any(page.pattern.fullmatch(link) for page in own)]
    for address in ("/workbench/my-work", "/workbench/cases"):
        assert browser.get(address).xpath("//h1"), address
    for page in own:
        assert browser.http.get(page.address.replace("{", "").replace("}", "")).status_code == 404, page.address
    (line,) = asked(tree, "-c", ASK_PAGES)
    there = json.loads(line)
    assert {*there["addresses"]} == {page.address for page in workbench_pages()} - {page.address for page in own}
    gone = {page.template for page in own}
    assert gone.isdisjoint(there["templates"])
    assert {name.removesuffix(".html.jinja") for name in gone}.isdisjoint(there["words"])


@pytest.mark.full
def test_a_server_without_the_workbench_answers_all_calls(tmp_path: Path) -> None:
    tree = copy_without(tmp_path / "tree", WORKBENCH.replace(".", "/"))
    place, names = asked(tree, "-c", ASK)
    assert Path(place).is_relative_to(tree)
    assert set(names.split(",")) == {name for name, _ in app.leaves()}
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2024-12-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette", tree=tree) as server:
        answers_a_call(server)
        assert server.screenings.ScreenClaims(ScreenClaimsRequest(text="Eco-friendly soap.")).candidate_claims
    environment = {**os.environ, "PYTHONPATH": f"{tree}{os.pathsep}{tree / 'proto'}"}
    serving = (sys.executable, "-m", "service.cli.main", "serve", "--http", "127.0.0.1:0", "--address", "127.0.0.1:0")
    refused = subprocess.run(serving, cwd=tree, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 -- our own words
    assert refused.returncode == 2, refused.stderr
    assert "pip install touchstone-workbench" in refused.stderr


@cache
def imported(path: Path) -> frozenset[str]:
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return frozenset(names)


def needs(path: Path, packages: tuple[str, ...], seen: frozenset[Path] = frozenset()) -> bool:
    """Return whether a test module imports one of these packages, directly or through another test module."""
    if path in seen:
        return False
    for name in imported(path):
        if f"{name}.".startswith(packages):
            return True
        other = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        if name.startswith("tests.") and other.is_file() and needs(other, packages, seen | {path}):
            return True
    return False


@pytest.mark.full
@pytest.mark.parametrize("product", PRODUCTS, ids=short)
def test_no_other_test_or_benchmark_imports_the_product(product: str) -> None:
    own = (ROOT / "tests" / product.replace(".", "/"), *(ROOT / folder for folder in TESTS))
    packages = tuple(f"{folder.replace('/', '.')}." for folder in folders(product))
    measures = [path for path in (ROOT / "benchmarks").rglob("*.py") if short(product) not in str(path)]
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if not any(map(path.is_relative_to, own))]
    assert len(tests) > 100
    wrong = [str(path.relative_to(ROOT)) for path in [*tests, *measures] if needs(path, packages)]
    assert not wrong, "take them to the tests of the product"


def lines_of_pages(product: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines of general pages that name files of a product, with the other paths on each line."""
    own = tuple(f"{folder}/" for folder in folders(product))
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        if page.name.startswith((short(product), "screening")) or page.parent.name == "reference":
            continue  # it goes with the product, or is written from the code
        for line in page.read_text(encoding="utf-8").splitlines():
            paths = NAMED.findall(line)
            if any(path.startswith(own) for path in paths):
                yield f"{page.relative_to(ROOT)}: {line}", [path for path in paths if not path.startswith(own)]


@pytest.mark.parametrize("product", PRODUCTS, ids=short)
def test_lines_about_the_product_on_other_pages_name_no_other_path(product: str) -> None:
    product_lines = [*lines_of_pages(product)]
    assert product_lines, "a page names it"
    mixed = [line for line, others in product_lines if others]
    assert not mixed, "take them apart, so that the lines can go with the product"
