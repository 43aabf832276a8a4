"""What is generated is what the code gives now: reference pages and stubs."""

import subprocess
import sys
from pathlib import Path

import pytest

from rules.language.catalogue import catalogue
from service.cli.main import modules
from service.reference import pages
from touchstone.v1 import evaluation_service_pb2, scorecard_service_pb2, screening_service_pb2

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def current() -> dict[str, str]:
    return pages()


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(path.name for path in WRITTEN.iterdir()))
def test_the_reference_pages_are_current(current: dict[str, str], name: str) -> None:
    written = (WRITTEN / name).read_text(encoding="utf-8")
    assert written == current.get(name), f"docs/reference/{name} is out of date; run `make docs`"


def test_every_page_stands_there_and_no_other(current: dict[str, str]) -> None:
    assert {path.name for path in WRITTEN.iterdir()} == set(current)


def test_everything_has_its_place_in_the_reference(current: dict[str, str]) -> None:
    for code in catalogue():
        assert f"## {code}\n" in current["diagnostics.md"]
    for command in modules():
        assert f"## touchstone {command}\n" in current["cli.md"]
    for file in (evaluation_service_pb2, scorecard_service_pb2, screening_service_pb2):
        for service in file.DESCRIPTOR.services_by_name.values():
            for method in service.methods:
                assert f"#### {service.name}.{method.name}\n" in current["api.md"]


def test_every_field_and_value_says_when_it_is_given(current: dict[str, str]) -> None:
    rows = [line for line in current["api.md"].splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    for row in rows:
        words = row.split("|")[-2].strip()
        assert words.startswith(("Required", "Optional", "Output only")), row
        assert words.endswith("."), row


def test_the_stubs_are_current(tmp_path: Path) -> None:
    sources = sorted(str(path.relative_to(ROOT / "proto")) for path in (ROOT / "proto").glob("touchstone/v1/*.proto"))
    outputs = [f"--{kind}_out={tmp_path}" for kind in ("python", "pyi", "grpc_python")]
    subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-m", "grpc_tools.protoc", f"-I{ROOT / 'proto'}", *outputs, *sources),
        cwd=ROOT / "proto",
        check=True,
        timeout=60,
    )
    generated = {path.name: path.read_bytes() for path in (tmp_path / "touchstone" / "v1").iterdir()}
    kept = {path.name: path.read_bytes() for path in (ROOT / "proto" / "touchstone" / "v1").glob("*_pb2*.py*")}
    assert kept == generated, "the stubs are out of date; run `make proto`"
