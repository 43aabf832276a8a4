"""Generated reference pages: complete and up to date with the code."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet

from rules.language.diagnostic_collector import read_catalogue
from service.base.declarations import comments
from service.cli.main import app
from service.reference.pages import pages
from touchstone.v1 import evaluation_service_pb2, scorecard_service_pb2, screening_service_pb2

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def current() -> dict[str, str]:
    return pages()


@pytest.mark.full
def test_the_reference_covers_every_code_command_and_method(current: dict[str, str]) -> None:
    for code in read_catalogue():
        assert f"## {code}\n" in current["diagnostics.md"]
    for command, _ in app.leaves():
        assert f"## touchstone {command}\n" in current["cli.md"]
    for file in (evaluation_service_pb2, scorecard_service_pb2, screening_service_pb2):
        for service in file.DESCRIPTOR.services_by_name.values():
            for method in service.methods:
                assert f"#### {service.name}.{method.name}\n" in current["api.md"]


def test_every_field_description_states_whether_the_field_is_required(current: dict[str, str]) -> None:
    rows = [line for line in current["api.md"].splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    for row in rows:
        words = row.split("|")[-2].strip()
        assert words.startswith(("Required", "Optional", "Output only")), row
        assert words.endswith("."), row


def test_the_stubs_are_current(tmp_path: Path) -> None:
    sources = sorted(str(path.relative_to(ROOT / "proto")) for path in (ROOT / "proto").glob("touchstone/**/*.proto"))
    outputs = [f"--{kind}_out={tmp_path}" for kind in ("python", "pyi", "grpc_python")]
    subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-m", "grpc_tools.protoc", f"-I{ROOT / 'proto'}", *outputs, *sources),
        cwd=ROOT / "proto",
        check=True,
        timeout=60,
    )
    generated, kept = (
        {
            str(path.relative_to(proto)): path.read_bytes()
            for path in proto.glob("touchstone/**/*_pb2*.py*")
            if path.suffix != ".pyc"  # the pattern also matches compiled files
        }
        for proto in (tmp_path, ROOT / "proto")
    )
    assert kept == generated, "the stubs are out of date; run `make proto`"


def test_the_comments_are_those_that_the_compiler_of_proto_reads(tmp_path: Path) -> None:
    described = tmp_path / "described"
    sources = sorted(str(path.relative_to(ROOT / "proto")) for path in (ROOT / "proto").glob("touchstone/v1/*.proto"))
    subprocess.run(  # noqa: S603 -- the command is our own
        (
            sys.executable, "-m", "grpc_tools.protoc", f"-I{ROOT / 'proto'}", "--include_source_info",
            f"--descriptor_set_out={described}", *sources,
        ),
        cwd=ROOT / "proto", check=True, timeout=60,
    )  # fmt: skip
    expected = {
        name: " ".join(place.leading_comments.split())
        for file in FileDescriptorSet.FromString(described.read_bytes()).file
        for place in file.source_code_info.location
        if place.leading_comments and (name := full_name(file, tuple(place.path)))
    }
    assert {name: " ".join(one.split()) for name, one in comments().items()} == expected


def full_name(file: FileDescriptorProto, path: tuple[int, ...]) -> str:
    """Return the full name of the element at a descriptor path of field numbers and indexes."""
    part: Any = file
    name = file.package
    for number, index in zip(path[::2], path[1::2], strict=False):
        part = getattr(part, part.DESCRIPTOR.fields_by_number[number].name)[index]
        name = f"{name}.{part.name}"
    return name if len(path) > 1 else ""
