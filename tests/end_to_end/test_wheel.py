"""Does a wheel, installed outside the checkout, give the commands with everything that was published?"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import httpx
import pytest
from packaging.requirements import Requirement

from service.examples import WORKED_FACTORY
from tests.support.commands import answered
from tests.support.running import ROOT, RunningServer

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
CARRIED = {"rules": "rules", "service": "service", "proto/touchstone": "touchstone", "scorecards": "service/scorecards"}
"""Folders of the tree, and where a wheel has them."""
LEFT_OUT = ("service/demo.py", "service/reference/", "rules/trail/_commitments.")
EXAMPLES = {f"service/examples/{path.rpartition('/')[2]}": ROOT / "examples" / path for path in WORKED_FACTORY}
FACTORY = ("zero-carbon-factory", "--as-of", "2026-11-20", "--format", "json")
DAY = ("--as-of", "2026-11-20", "--format", "json")
PLACES = """
import rules, service, touchstone.v1.types_pb2 as stubs
for module in (rules, service, stubs):
    print(module.__file__)
"""
NOWHERE = "http://127.0.0.1:9/v1/traces"
IN_CHINESE = ("documents", "tracing")
"""Extras that are asked for in Chinese: of a command, and of a server."""


class Installation:
    """An environment without extras: the wheel, and of the software here what the wheel needs, and nothing else."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        environment = folder / "environment"
        self.python, self.elsewhere = environment / "bin" / "python", folder / "elsewhere"
        self.elsewhere.mkdir()
        _run(sys.executable, "-m", "venv", "--without-pip", environment)
        _run(*PIP, "--python", self.python, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", wheel)
        self.site = Path(_run(self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        (installed,) = self.site.glob("touchstone*.dist-info")
        dependencies = folder / "dependencies"
        dependencies.mkdir()
        for place in needed(metadata.Distribution.at(installed)):
            (dependencies / place.name).symlink_to(place)
        (self.site / "dependencies.pth").write_text(str(dependencies), encoding="utf-8")

    def run(self, *command: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in an empty folder."""
        return subprocess.run(  # noqa: S603 -- the commands are our own
            [str(word) for word in command],
            cwd=self.elsewhere,
            env=outside_the_tree() | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def touchstone(self, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """Call the command that was installed."""
        return self.run(self.python.with_name("touchstone"), *arguments, **environment)

    def answered(self, *arguments: object) -> str:
        """Call it, and give what it says when nothing is wrong."""
        ran = self.touchstone(*arguments)
        assert ran.returncode == 0, ran.stderr + ran.stdout
        return ran.stdout


def outside_the_tree() -> dict[str, str]:
    """Give the environment without what leads to the tree."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TOUCHSTONE_"))}


def _run(*command: object) -> str:
    ran = subprocess.run(  # noqa: S603 -- the commands are our own
        [str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(".", tmp_path_factory.mktemp("dist"))


def _built(project: str, folder: Path) -> Path:
    """Build a wheel as `make wheel` does."""
    _run(*PIP, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, project)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("installation"), wheel)


@pytest.fixture(scope="module")
def client_alone(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    wheel = _built("deploy/client", tmp_path_factory.mktemp("client"))
    return Installation(tmp_path_factory.mktemp("client-installation"), wheel)


def needed(distribution: metadata.Distribution) -> set[Path]:
    """Give the places of all that a distribution needs without its extras, directly or not."""
    found: set[Path] = set()
    left, seen = _asked(distribution, ""), set[tuple[str, str]]()
    while left:
        requirement = left.pop()
        for extra in {"", *requirement.extras} - {extra for name, extra in seen if name == requirement.name}:
            seen.add((requirement.name, extra))
            here = metadata.distribution(requirement.name)
            left += _asked(here, extra)
            tops = {path.parts[0] for path in here.files or () if path.parts[0] not in ("..", "__pycache__")}
            found |= {Path(str(here.locate_file(top))) for top in tops}
    return found


def _asked(distribution: metadata.Distribution, extra: str) -> list[Requirement]:
    stated = map(Requirement, distribution.requires or ())
    return [one for one in stated if one.marker is None or one.marker.evaluate({"extra": extra})]


def steps(evaluation: dict[str, str]) -> list[Any]:
    """Give what a record says, without the commitments, for which each evaluation has a key of its own."""
    recorded: list[Any] = json.loads(evaluation["recordJson"])["steps"]
    assert recorded
    return recorded


@pytest.mark.full
def test_the_wheel_holds_every_file_of_the_packages_and_of_the_gazette(wheel: Path) -> None:
    expected = {
        f"{place}/{path.relative_to(ROOT / folder)}": path
        for folder, place in CARRIED.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    expected = {place: path for place, path in expected.items() if not place.startswith(LEFT_OUT)} | EXAMPLES
    with zipfile.ZipFile(wheel) as held:
        names = {name for name in held.namelist() if ".dist-info/" not in name}
        assert names == set(expected)
        assert [place for place, path in expected.items() if held.read(place) != path.read_bytes()] == []


@pytest.mark.full
def test_what_runs_is_what_was_installed(installation: Installation) -> None:
    places = installation.run(installation.python, "-c", PLACES).stdout.splitlines()
    assert len(places) == 3
    assert all(Path(place).is_relative_to(installation.site) for place in places), places


@pytest.mark.full
def test_it_has_the_published_scorecards_and_tables(installation: Installation) -> None:
    gazette = ("--gazette", ROOT / "scorecards")
    listed = installation.answered("scorecards", *DAY)
    assert json.loads(listed) == json.loads(answered("scorecards", *DAY, *gazette))
    assert len(json.loads(listed)["scorecards"]) == len(list((ROOT / "scorecards").glob("*/1.0.0.json")))
    tables = installation.answered("table", "list", "--format", "json")
    assert json.loads(tables) == json.loads(answered("table", "list", "--format", "json", *gazette))


@pytest.mark.full
def test_it_has_the_examples(installation: Installation) -> None:
    folder = installation.elsewhere / "examples"
    written = installation.run(installation.python, "-m", "service.examples", folder).stdout.splitlines()
    assert [Path(path).name for path in written] == ["worked-factory.yaml", "worked-factory.json"]
    assert all(
        Path(path).read_bytes() == EXAMPLES[f"service/examples/{Path(path).name}"].read_bytes() for path in written
    )


@pytest.mark.full
def test_it_evaluates_and_verifies_offline(installation: Installation) -> None:
    card, *options = FACTORY
    dossier = shutil.copy(ROOT / "examples" / "worked-factory.yaml", installation.elsewhere)
    result = installation.elsewhere / "result.json"
    installation.answered("evaluate", card, dossier, *options, "--out", result)
    here = json.loads(answered("evaluate", card, dossier, *options, "--gazette", ROOT / "scorecards"))
    there = json.loads(result.read_text(encoding="utf-8"))
    assert there["softwareVersions"] == here["softwareVersions"]
    assert steps(there) == steps(here)
    assert "All checks passed" in installation.answered("verify", result)


@pytest.mark.full
def test_nothing_is_published_into_the_installation(installation: Installation) -> None:
    carried = installation.site / "service" / "scorecards"
    before = sorted(carried.rglob("*"))
    draft = ROOT / "features" / "carbon-handprint"
    for language, told in (("en", "is only read"), ("zh", "只供读取")):
        refused = installation.touchstone("publish", draft, "--language", language)
        assert refused.returncode == 2, refused.stderr
        assert told in refused.stderr
        assert str(carried) in refused.stderr
        assert "--gazette" in refused.stderr
    assert sorted(carried.rglob("*")) == before
    own = installation.elsewhere / "own"
    shutil.copytree(carried, own)
    installation.answered("publish", draft, "--gazette", own)


@pytest.mark.full
def test_what_needs_an_extra_says_which(installation: Installation) -> None:
    pdf = installation.elsewhere / "pack.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    for extra, *command in (
        ("documents", "claims", "screen", pdf),
        ("postgresql", "serve", "--database-url", "postgresql://touchstone@127.0.0.1:9/touchstone"),
        ("tracing", "serve"),
        ("editor", "language-server"),
        ("bulk", "batch", "screen", "zero-carbon-factory", pdf, "--as-of", "2026-11-20", "--out", "out"),
    ):
        asked = {"TOUCHSTONE_TRACES_URL": NOWHERE} if extra == "tracing" else {}
        language, told = ("zh", "附加组件") if extra in IN_CHINESE else ("en", "install Touchstone with its extra")
        refused = installation.touchstone(*command, TOUCHSTONE_LANGUAGE=language, **asked)
        assert refused.returncode in (2, 3), refused.stderr
        assert f"pip install 'touchstone-scorecards[{extra}]'" in refused.stderr
        assert told in refused.stderr


@pytest.mark.full
def test_the_workbench_opens_without_an_extra(installation: Installation) -> None:
    opening = (installation.python.with_name("touchstone"), "workbench", "--no-browser")
    with subprocess.Popen(  # noqa: S603 -- our own command
        opening, cwd=installation.elsewhere, env=outside_the_tree(), stdout=subprocess.PIPE, text=True
    ) as opened:
        try:
            assert opened.stdout is not None
            (address,) = re.findall(r"http://\S+/workbench", opened.stdout.readline())
            page = httpx.get(address, follow_redirects=True)
        finally:
            opened.send_signal(signal.SIGINT)
    assert page.status_code == 200
    assert 'type="password"' in page.text


@pytest.mark.full
def test_the_client_alone_calls_a_server(client_alone: Installation, tmp_path: Path) -> None:
    program = ROOT / "examples" / "clients" / "python" / "evaluate.py"
    with RunningServer(tmp_path, ROOT / "scorecards") as server:
        called = client_alone.run(client_alone.python, program, server.address)
    assert called.stdout.splitlines()[:1] == ["KIND_GATE_FAILED"], called.stderr
    misspelt = "from service.client import Client; Client('127.0.0.1:9').call('EvaluateSubject', {'subjekt': 'x'})"
    refused = client_alone.run(client_alone.python, "-c", misspelt)
    assert "subjekt" in refused.stderr
    assert "did you mean" in refused.stderr


@pytest.mark.full
def test_the_client_alone_has_nothing_that_only_a_server_needs(wheel: Path, client_alone: Installation) -> None:
    missing = "import importlib.util as u; print(*(name for name in {} if u.find_spec(name) is None))"
    asked = ["durable", "sqlalchemy", "sqlmodel", "pydantic", "alembic", "typer", "pypdf", "docx", "psycopg", "polars"]
    assert client_alone.run(client_alone.python, "-c", missing.format(asked)).stdout.split() == asked
    (installed,) = client_alone.site.glob("*.dist-info")
    with zipfile.ZipFile(wheel) as whole:
        versions = {installed.name.removesuffix(".dist-info").split("-")[1], wheel.name.split("-")[1]}
        carried = [
            path for top in ("rules", "service", "touchstone") for path in (client_alone.site / top).rglob("*.*")
        ]
        held = {
            str(path.relative_to(client_alone.site)): path.read_bytes() for path in carried if path.suffix != ".pyc"
        }
        assert len(versions) == 1
        assert {name for name, content in held.items() if whole.read(name) != content} == set()
