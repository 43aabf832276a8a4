"""Wheels installed outside the checkout: all together, the core alone, the service alone and the client alone."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import httpx
import pytest
from packaging.requirements import Requirement

from service.examples import PLANNED_FACTORY, WORKED_FACTORY
from tests.support.commands import answered
from tests.support.running import ROOT, RunningServer

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
CARRIED = {
    "proto": {f"proto/touchstone/{one}": f"touchstone/{one}" for one in ("client", "v1")},
    "rules": {"rules": "rules"},
    ".": {"service": "service", "proto/touchstone/internal": "touchstone/internal", "scorecards": "service/scorecards"},
    "deploy/workbench": {"service/workbench": "service/workbench"},
    "deploy/products": {path: path for path in ("service/schemes", "service/bulk", "rules/claims", "rules/columns")},
}
"""Folders of each distribution in the tree, and where its wheel has them."""
LEFT_OUT = {
    "rules": (
        "rules/claims/",
        "rules/columns/",
        "rules/trail/_commitments.",
        "rules/README",
        "rules/LICENSE",
        "rules/pyproject",
    ),
    ".": ("service/reference/", "service/workbench/", "service/schemes/", "service/bulk/"),
}  # fmt: skip
EXAMPLES = {
    f"service/examples/{path.rpartition('/')[2]}": ROOT / "examples" / path
    for path in (*WORKED_FACTORY, *PLANNED_FACTORY)
}
FACTORY = ("zero-carbon-factory", "--as-of", "2026-11-20", "--format", "json")
DAY = ("--as-of", "2026-11-20", "--format", "json")
PLACES = """
import rules, service, touchstone.client, touchstone.v1.types_pb2 as stubs
for module in (rules, service, touchstone.client, stubs):
    print(module.__file__)
"""
BASE_BYTES = 86_000_000  # with the locked protobuf 6, which is 0.7 MB larger than 7
"""Most bytes of an installation without extras, without compiled modules."""
NOWHERE = "http://127.0.0.1:9/v1/traces"
IN_CHINESE = ("documents", "tracing")
"""Extras requested in Chinese: one of a command, and one of a server."""


class Installation:
    """Virtual environment with the wheels, their required packages, and those of the named extras."""

    def __init__(self, folder: Path, *wheels: Path, extras: tuple[str, ...] = ()) -> None:
        environment = folder / "environment"
        self.python, self.elsewhere = environment / "bin" / "python", folder / "elsewhere"
        self.elsewhere.mkdir()
        _run(sys.executable, "-m", "venv", "--without-pip", environment)
        self.installs(*wheels)
        self.site = Path(_run(self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        dependencies = folder / "dependencies"
        dependencies.mkdir()
        installed = [metadata.Distribution.at(one) for one in self.site.glob("touchstone*.dist-info")]
        for place in set[Path]().union(*(needed(one, extras) for one in installed)):
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

    def installs(self, *wheels: Path) -> None:
        _run(*PIP, "--python", self.python, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", *wheels)

    def removes(self, distribution: str) -> None:
        _run(*PIP, "--python", self.python, "uninstall", "--quiet", "--yes", distribution)

    def answered(self, *arguments: object) -> str:
        ran = self.touchstone(*arguments)
        assert ran.returncode == 0, ran.stderr + ran.stdout
        return ran.stdout


def outside_the_tree() -> dict[str, str]:
    """Return the environment without variables that lead to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TOUCHSTONE_"))}


def _run(*command: object) -> str:
    ran = subprocess.run(  # noqa: S603 -- the commands are our own
        [str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return ran.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the wheels by the folders of their project files."""
    return {project: _built(f"./{project}", tmp_path_factory.mktemp("dist")) for project in CARRIED}


def _built(project: str, folder: Path) -> Path:
    """Build a wheel as `make wheel` does."""
    _run(*PIP, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, project)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installation(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("installation"), *wheels.values(), extras=("api",))


@pytest.fixture(scope="module")
def client_alone(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("client-installation"), wheels["proto"])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), ROOT / "scorecards") as running:
        yield running


def needed(distribution: metadata.Distribution, extras: tuple[str, ...] = ()) -> set[Path]:
    """Return the paths of all direct and indirect dependencies of a distribution, with those of extras."""
    paths: set[Path] = set()
    remaining, seen = [one for extra in ("", *extras) for one in _asked(distribution, extra)], set[tuple[str, str]]()
    while remaining:
        requirement = remaining.pop()
        if requirement.name.startswith("touchstone-"):  # installed from its own wheel
            if requirement.name == distribution.name:
                remaining += [one for extra in requirement.extras for one in _asked(distribution, extra)]
            continue
        for extra in {"", *requirement.extras} - {extra for name, extra in seen if name == requirement.name}:
            seen.add((requirement.name, extra))
            here = metadata.distribution(requirement.name)
            remaining += _asked(here, extra)
            tops = {path.parts[0] for path in here.files or () if path.parts[0] not in ("..", "__pycache__")}
            paths |= {Path(str(here.locate_file(top))) for top in tops}
    return paths


def _asked(distribution: metadata.Distribution, extra: str) -> list[Requirement]:
    stated = map(Requirement, distribution.requires or ())
    return [one for one in stated if one.marker is None or one.marker.evaluate({"extra": extra})]


def steps(evaluation: dict[str, str]) -> list[Any]:
    """Return the steps of a record, without the commitments, which differ in each evaluation."""
    recorded: list[Any] = json.loads(evaluation["recordJson"])["steps"]
    assert recorded
    return recorded


def held_by(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as held:
        return {name: held.read(name) for name in held.namelist() if ".dist-info/" not in name}


def files_of(folders: Mapping[str, str]) -> dict[str, Path]:
    """Return the files of folders in the checkout by their paths in a wheel."""
    return {
        f"{place}/{path.relative_to(ROOT / folder)}": path
        for folder, place in folders.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.full
def test_each_file_is_in_the_wheel_of_its_distribution_alone(wheels: dict[str, Path]) -> None:
    names = list[str]()
    for project, folders in CARRIED.items():
        expected = {
            place: path for place, path in files_of(folders).items() if not place.startswith(LEFT_OUT.get(project, ()))
        } | (EXAMPLES if project == "." else {})
        held = held_by(wheels[project])
        assert held == {place: path.read_bytes() for place, path in expected.items()}
        names += held
        with zipfile.ZipFile(wheels[project]) as whole:
            (licence,) = (one for one in whole.namelist() if one.endswith("/licenses/LICENSE"))
            assert whole.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert len(names) == len(set(names))
    assert {"touchstone/client/py.typed", "touchstone/v1/py.typed", "touchstone/v1/types.proto"} < set(names)
    assert "touchstone/v1/types_pb2.pyi" in names


def test_all_distributions_have_the_same_version() -> None:
    projects = {
        project: tomllib.loads((ROOT / project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for project in CARRIED
    }
    (version,) = {project["version"] for project in projects.values()}
    assert len({project["requires-python"] for project in projects.values()}) == 1
    required = [Requirement(one) for project in projects.values() for one in project["dependencies"]]
    own = {(one.name, str(one.specifier)) for one in required if one.name.startswith("touchstone-")}
    assert own == {(f"touchstone-{name}", f"=={version}") for name in ("client", "rules", "scorecards")}
    assert set(projects["proto"]["dependencies"]) <= set(projects["."]["dependencies"])
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"PROJECTS := {' '.join(CARRIED)}\n" in makefile


@pytest.mark.full
def test_the_core_alone_evaluates_the_card_of_its_page(wheels: dict[str, Path], tmp_path: Path) -> None:
    core = Installation(tmp_path, wheels["rules"])
    page = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    card, program = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("gherkin", "python"))
    assert len([line for line in program.splitlines() if line]) == 10
    (core.elsewhere / "card.en.feature").write_text(card, encoding="utf-8")
    assert core.run(core.python, "-c", program).stdout == "gate_failed\n"
    missing = "import importlib.util as u; print(*(name for name in {} if u.find_spec(name) is None))"
    others = ["service", "touchstone", "grpc", "sqlalchemy", "rules.claims", "rules.columns"]
    assert core.run(core.python, "-P", "-c", missing.format(others)).stdout.split() == others


@pytest.mark.full
def test_the_service_alone_evaluates_and_names_the_distribution_of_the_pages(
    wheels: dict[str, Path], tmp_path: Path
) -> None:
    alone = Installation(tmp_path, *(wheels[project] for project in ("proto", "rules", ".")))
    dossier = shutil.copy(ROOT / "examples" / "worked-factory.yaml", alone.elsewhere)
    assert json.loads(alone.answered("evaluate", FACTORY[0], dossier, *FACTORY[1:]))["recordJson"]
    served = ("serve", "--http", "127.0.0.1:0", "--address", "127.0.0.1:0")
    for install, *command in (
        ("touchstone-workbench", "workbench"),
        ("'touchstone-scorecards[api]'", *served),
        (
            "'touchstone-scorecards[store]'",
            "evaluate",
            FACTORY[0],
            dossier,
            *FACTORY[1:],
            "--database-url",
            "sqlite:///x",
        ),
        ("'touchstone-scorecards[signatures]'", "draft", "signing-key", "key.pem"),
    ):
        refused = alone.touchstone(*command)
        assert refused.returncode == 2, refused.stderr
        assert f"pip install {install}" in refused.stderr + refused.stdout


@pytest.mark.full
def test_a_server_without_pages_names_their_distribution(wheels: dict[str, Path], tmp_path: Path) -> None:
    server = Installation(tmp_path, *(wheels[project] for project in ("proto", "rules", ".")), extras=("api",))
    refused = server.touchstone("serve", "--http", "127.0.0.1:0", "--address", "127.0.0.1:0")
    assert refused.returncode == 2, refused.stderr
    assert "pip install touchstone-workbench" in refused.stderr


@pytest.mark.full
def test_the_installation_without_extras_is_small_and_works(wheels: dict[str, Path], tmp_path: Path) -> None:
    base = Installation(tmp_path, *(wheels[project] for project in ("proto", "rules", ".")))
    paths = [base.site, *(path.resolve() for path in (tmp_path / "dependencies").iterdir())]
    files = {file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))}
    size = sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")
    assert size <= BASE_BYTES, f"{size:,}"
    card = ROOT / "features" / "carbon-handprint"
    dossier, result = ROOT / "examples" / "worked-factory.yaml", base.elsewhere / "result.json"
    base.answered("evaluate", FACTORY[0], dossier, *FACTORY[1:], "--out", result)
    for command in (
        ("verify", result),
        ("explain", result),
        ("report", result, "--out", "report.html"),
        ("check", card),
        ("new", "my-card"),
        ("draft", "edges", card),
        ("card", "plan", FACTORY[0]),
        ("dossier", "template", FACTORY[0], "--out", "dossier.xlsx"),
    ):
        base.answered(*command)


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_no_lock_file_names_the_distributions_of_the_tree(lock: str) -> None:
    assert not re.search(r"^touchstone", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.full
def test_modules_are_imported_from_the_installation(installation: Installation) -> None:
    places = installation.run(installation.python, "-c", PLACES).stdout.splitlines()
    assert len(places) == 4
    assert all(Path(place).is_relative_to(installation.site) for place in places), places


@pytest.mark.full
def test_the_installation_has_the_published_scorecards_and_tables(installation: Installation) -> None:
    gazette = ("--gazette", ROOT / "scorecards")
    listed = installation.answered("card", "list", *DAY)
    assert json.loads(listed) == json.loads(answered("card", "list", *DAY, *gazette))
    assert len(json.loads(listed)["scorecards"]) == len(list((ROOT / "scorecards").glob("*/1.0.0.json")))
    tables = installation.answered("table", "list", "--format", "json")
    assert json.loads(tables) == json.loads(answered("table", "list", "--format", "json", *gazette))


@pytest.mark.full
def test_the_installation_has_the_examples(installation: Installation) -> None:
    folder = installation.elsewhere / "examples"
    written = installation.run(installation.python, "-m", "service.examples", folder).stdout.splitlines()
    assert [Path(path).name for path in written] == ["worked-factory.yaml", "worked-factory.json"]
    assert all(
        Path(path).read_bytes() == EXAMPLES[f"service/examples/{Path(path).name}"].read_bytes() for path in written
    )


@pytest.mark.full
def test_the_installation_evaluates_and_verifies_offline(installation: Installation) -> None:
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
def test_publishing_into_the_installation_is_refused(installation: Installation) -> None:
    carried = installation.site / "service" / "scorecards"
    before = sorted(carried.rglob("*"))
    draft = ROOT / "features" / "carbon-handprint"
    for language, words in (("en", "is read-only"), ("zh", "只供读取")):
        refused = installation.touchstone("publish", draft, "--reason", "Notice 7", "--language", language)
        assert refused.returncode == 2, refused.stderr
        assert words in refused.stderr
        assert str(carried) in refused.stderr
        assert "--gazette" in refused.stderr
    assert sorted(carried.rglob("*")) == before
    own = installation.elsewhere / "own"
    shutil.copytree(carried, own)
    installation.answered("publish", draft, "--reason", "Notice 7", "--gazette", own)


@pytest.mark.full
def test_a_missing_extra_is_named(installation: Installation) -> None:
    pdf = installation.elsewhere / "pack.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    for extra, *command in (
        ("documents", "claims", "screen", pdf),
        ("postgresql", "serve", "--database-url", "postgresql://touchstone@127.0.0.1:9/touchstone"),
        ("tracing", "serve"),
        ("editor", "draft", "language-server"),
        ("bulk", "batch", "screen", "zero-carbon-factory", pdf, "--as-of", "2026-11-20", "--out", "out"),
    ):
        asked = {"TOUCHSTONE_TRACES_URL": NOWHERE} if extra == "tracing" else {}
        language, words = ("zh", "尚未安装") if extra in IN_CHINESE else ("en", "pip install")
        refused = installation.touchstone(*command, TOUCHSTONE_LANGUAGE=language, **asked)
        assert refused.returncode in (2, 3), refused.stderr
        assert f"pip install 'touchstone-scorecards[{extra}]'" in refused.stderr
        assert words in refused.stderr


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


CLIENT = ROOT / "examples" / "clients" / "python" / "evaluate.py"
DOSSIER = ROOT / "examples" / "clients" / "worked-factory.json"
CALLED = ["KIND_GRADED 3", "RESULT_PASSED"]


def called(ran: subprocess.CompletedProcess[str]) -> list[str]:
    assert ran.returncode == 0, ran.stderr
    kind, _, result, *_ = ran.stdout.splitlines()
    return [kind, result]


@pytest.mark.full
def test_the_client_alone_calls_a_server_from_any_folder(client_alone: Installation, server: RunningServer) -> None:
    for folder in ("rules", "service", "touchstone"):  # of another program, where the call is made
        (client_alone.elsewhere / folder).mkdir(exist_ok=True)
    for folder in ("rules", "service"):
        (client_alone.elsewhere / folder / "__init__.py").write_text(
            "raise ImportError('not mine')\n", encoding="utf-8"
        )
    program = shutil.copy(CLIENT, client_alone.elsewhere)
    assert called(client_alone.run(client_alone.python, program, server.address, DOSSIER)) == CALLED
    misspelt = "from touchstone.client import Client; Client('127.0.0.1:9').call('EvaluateSubject', {'subjekt': 'x'})"
    refused = client_alone.run(client_alone.python, "-c", misspelt)
    assert (
        "subjekt: EvaluateSubjectRequest does not have this field. Correct the name of the field. "
        "Did you mean 'subject'?" in refused.stderr
    )


@pytest.mark.full
def test_the_client_alone_installs_no_server_dependencies(client_alone: Installation) -> None:
    missing = "import importlib.util as u; print(*(name for name in {} if u.find_spec(name) is None))"
    asked = ["rules", "durable", "sqlalchemy", "sqlmodel", "pydantic", "alembic", "rapidfuzz", "pypdf", "polars"]
    modules = client_alone.run(client_alone.python, "-P", "-c", missing.format(asked)).stdout.split()
    assert modules == asked


@pytest.mark.full
def test_the_service_and_the_client_can_be_removed_without_breaking_the_other(
    wheels: dict[str, Path], server: RunningServer, tmp_path: Path
) -> None:
    both = Installation(tmp_path, *wheels.values())
    assert called(both.run(both.python, CLIENT, server.address, DOSSIER)) == CALLED
    before = files_of_installed(both.site / "touchstone")
    both.removes("touchstone-scorecards")
    assert not (both.site / "service" / "cli").exists()
    assert {name for name in before if not name.startswith("internal/")} == files_of_installed(both.site / "touchstone")
    assert called(both.run(both.python, CLIENT, server.address, DOSSIER)) == CALLED
    both.installs(wheels["."])
    both.removes("touchstone-client")
    assert files_of_installed(both.site / "touchstone") == {name for name in before if name.startswith("internal/")}
    _run(
        *PIP, "--python", both.python, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", wheels["proto"]
    )
    assert files_of_installed(both.site / "touchstone") == before
    assert "scorecards" in both.answered("card", "list", *DAY)


def files_of_installed(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*.*") if "__pycache__" not in path.parts}


TYPED = """
from touchstone.client import AsyncClient, Client
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import GetEvaluationRequest


def ask(client: Client) -> str:
    found = client.send("GetEvaluation", GetEvaluationRequest(name="x"), Evaluation)
    reveal_type(found.record.conclusion.grade)
    reveal_type(client.call("GetEvaluation", {}))
    return found.name


async def ask_too(client: AsyncClient) -> str:
    found = await client.send("GetEvaluation", GetEvaluationRequest(name="x"), Evaluation)
    reveal_type(found.name)
    return found.name
"""


@pytest.mark.full
def test_programs_that_use_the_client_are_type_checked(client_alone: Installation, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(TYPED, encoding="utf-8")
    ran = subprocess.run(  # noqa: S603 -- ours
        (sys.executable, "-m", "mypy", "--strict", "--python-executable", client_alone.python, program.name),
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = ran.stdout.splitlines()
    assert 'Revealed type is "str"' in lines[0], ran.stdout
    assert 'Revealed type is "dict[str, Any]"' in lines[1], ran.stdout
    assert 'Revealed type is "str"' in lines[2], ran.stdout
    assert lines[3].startswith("Success"), ran.stdout
