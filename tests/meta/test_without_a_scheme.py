"""Does the rest of the house stand, in a copy of the tree, when a scheme is taken out?"""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from service.gazette.publishing import write_version
from service.schemes import additions
from tests.support.calling import request_for
from tests.support.commands import SCHEME_OF
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_card, small_subject
from touchstone.v1 import scorecard_service_pb2
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

SCHEMES = sorted(path.name for path in (ROOT / "service" / "schemes").iterdir() if (path / "commands.py").is_file())
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
OWN_TESTS = {"claims": ("tests/claims", "tests/claims/screening")}
"""Where tests of a scheme stand beside `tests/service/schemes/`: those of its rules."""
ASK = """
import sys, typer, service
from service.cli.main import app
print(service.__file__)
print(*sorted(typer.main.get_command(app).commands))
print(typer.main.get_command(app).help)
"""


@pytest.fixture(scope="module", params=SCHEMES)
def without(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Copy the packages but for one scheme."""
    scheme: str = request.param
    tree = tmp_path_factory.mktemp(f"without-{scheme}")
    for package in ("rules", "service", "proto"):
        shutil.copytree(ROOT / package, tree / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(tree / "service" / "schemes" / scheme)
    return scheme, tree


def environment(tree: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{tree}{os.pathsep}{tree / 'proto'}"}


def groups(scheme: str) -> set[str]:
    """Name the commands, or groups of commands, that a scheme adds."""
    own = {shown.__name__.split(".")[2]: shown for shown in additions("shown")}
    return {name.split()[0] for names in own[scheme].SHOWN.values() for name in names}


def test_the_command_line_has_all_commands_but_those_of_the_scheme(without: tuple[str, Path]) -> None:
    scheme, tree = without
    asked = subprocess.run(  # noqa: S603 -- our own interpreter and words
        (sys.executable, "-c", ASK), cwd=tree, env=environment(tree), capture_output=True, text=True, check=True
    )
    place, names, *shown = asked.stdout.splitlines()
    assert Path(place).is_relative_to(tree), "what was asked is not the copy"
    others = {name for other in SCHEMES if other != scheme for name in groups(other)}
    assert groups(scheme) == {name for name, owner in SCHEME_OF.items() if owner == scheme}
    assert groups(scheme).isdisjoint(names.split())
    assert {*others, "evaluate", "serve", "check"} <= set(names.split())
    heads = {line[:12].strip() for line in shown if line[:12].strip().endswith(":")}
    assert {"To assess:", "To operate:"} <= heads
    assert ("On claims:" in heads) == (scheme != "claims")


@pytest.mark.full
def test_the_server_answers_all_calls_but_those_of_the_scheme(without: tuple[str, Path], tmp_path: Path) -> None:
    _, tree = without
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2024-12-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette", tree=tree) as server:
        assert list(server.scorecards.ListScorecards(scorecard_service_pb2.ListScorecardsRequest()).scorecards)
        subject = small_subject().model_copy(update={"known": ""})
        assert server.evaluations.EvaluateSubject(request_for(subject, scorecard="scorecards/small-factory")).name
        health: Any = health_pb2_grpc.HealthStub(server.channel)
        assert health.Check(health_pb2.HealthCheckRequest()).status == health_pb2.HealthCheckResponse.SERVING
        request = ScreenClaimsRequest(text="Eco-friendly soap.")
        if (tree / "service" / "schemes" / "claims").is_dir():
            assert server.screenings.ScreenClaims(request).candidate_claims
            return
        with pytest.raises(grpc.RpcError) as refused:
            server.screenings.ScreenClaims(request)
        assert refused.value.code() is grpc.StatusCode.UNIMPLEMENTED


@cache
def imported(path: Path) -> frozenset[str]:
    """Give what a module of tests imports."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return frozenset(found)


def needs(path: Path, scheme: str, seen: frozenset[Path] = frozenset()) -> bool:
    """Say whether a module of tests imports a scheme, itself or by another module of tests."""
    if path in seen:
        return False
    for name in imported(path):
        if f"{name}.".startswith(f"service.schemes.{scheme}."):
            return True
        other = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        if name.startswith("tests.") and other.is_file() and needs(other, scheme, seen | {path}):
            return True
    return False


@pytest.mark.full
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_other_test_imports_the_scheme(scheme: str) -> None:
    own = tuple(ROOT / folder for folder in (f"tests/service/schemes/{scheme}", *OWN_TESTS.get(scheme, ())))
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if not any(map(path.is_relative_to, own))]
    assert len(tests) > 100
    wrong = [str(path.relative_to(ROOT)) for path in tests if needs(path, scheme)]
    assert not wrong, "take them to the tests of the scheme"


def lines_of_pages(scheme: str) -> Iterator[tuple[str, list[str]]]:
    """Give the lines that name files of a scheme on pages that are not its own, and all paths that they name."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        if page.name.startswith(scheme) or page.parent.name == "reference":
            continue  # it goes with the scheme, or is written from the code
        for line in page.read_text(encoding="utf-8").splitlines():
            paths = NAMED.findall(line)
            if any(path.startswith(f"service/schemes/{scheme}/") for path in paths):
                yield f"{page.relative_to(ROOT)}: {line}", paths


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_other_pages_say_of_the_scheme_are_lines_of_its_own(scheme: str) -> None:
    said = [*lines_of_pages(scheme)]
    assert said, "the map names it"
    mixed = [line for line, paths in said if not all(path.startswith(f"service/schemes/{scheme}/") for path in paths)]
    assert not mixed, "take them apart, so that the lines can go with the scheme"
