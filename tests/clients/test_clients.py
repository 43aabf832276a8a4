"""Clients in all languages: one script with one output, retries over mutual TLS, and the same errors."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from google.rpc import error_details_pb2

from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from tests.support.clients import LANGUAGES, Program, compiled
from tests.support.identities import Authority
from tests.support.refusing_proxy import refusing_proxy
from tests.support.refusing_server import after, refusing
from tests.support.running import ROOT, RunningServer
from touchstone.client.methods import method_named

EXAMPLES = ROOT / "examples" / "clients"
PROGRAMS = Path(__file__).parent / "programs"
DOSSIER = str(EXAMPLES / "worked-factory.json")
SCRIPTS = {
    "python": "python/evaluate.py",
    "typescript": "typescript/evaluate.ts",
    "go": "go/main.go",
    "java": "java/Evaluate.java",
}
PROBES = {"python": "probe.py", "typescript": "probe.ts", "go": "probe.go", "java": "Probe.java"}
OTHERS = LANGUAGES[1:]
TOKEN = "secret-of-erp"  # noqa: S105 -- no secret
REPORT = ("The connection reports:", "连接报告：")

Programs = Callable[[str], Program]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Programs:
    return cache(lambda name: compiled(name, EXAMPLES / SCRIPTS[name], tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="module")
def probes(tmp_path_factory: pytest.TempPathFactory) -> Programs:
    return cache(lambda name: compiled(name, PROGRAMS / PROBES[name], tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="module")
def expected(server: RunningServer, scripts: Programs) -> str:
    return scripts("python").run(server.address, DOSSIER)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.mark.full
def test_the_script_in_python_shows_each_ability(expected: str) -> None:
    kind, why, result, pages, streamed, of_item, refused = expected.splitlines()
    assert kind == "KIND_GRADED 3"
    assert "three stars" in why
    assert result == "RESULT_PASSED"
    assert int(pages.split()[0]) > 1
    assert streamed == "KIND_INCOMPLETE"
    assert "Did you mean 'penalties'?" in of_item
    assert refused.startswith("INVALID_FIELDS scorecard: 'x'")


@pytest.mark.full
@pytest.mark.parametrize("language", OTHERS)
def test_every_client_prints_the_same(language: str, server: RunningServer, scripts: Programs, expected: str) -> None:
    assert scripts(language).run(server.address, DOSSIER) == expected


@pytest.mark.full
def test_the_client_of_browsers_prints_the_same_over_http(
    server: RunningServer, scripts: Programs, expected: str
) -> None:
    assert scripts("typescript").run(server.http, DOSSIER) == expected


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_call_is_repeated_with_its_request_id_over_mutual_tls(
    language: str, server: RunningServer, scripts: Programs, expected: str, authority: Authority, tmp_path: Path
) -> None:
    mine = authority.certified(f"client-{language}")
    for source, name in ((authority.file, "ca.crt"), (mine.certificate, "client.crt"), (mine.key, "client.key")):
        shutil.copy2(source, tmp_path / name)
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    with refusing_proxy(server.address, authority, authority.certified("proxy")) as received:
        assert scripts(language).run(received.address, DOSSIER, str(tmp_path)) == expected
    assert {each["authorization"] for each in received.metadata} == {f"Bearer {TOKEN}"}
    assert {each["accept-language"] for each in received.metadata} == {"en"}
    assert len(received.requests) == 4
    requests = {path: list(map(_request_type(path).FromString, each)) for path, each in received.requests.items()}
    assert all(first == again for first, again, *_ in requests.values())
    evaluations = requests["/touchstone.v1.EvaluationService/EvaluateSubject"]
    assert len(evaluations) == 3
    assert all(request.request_id for request in evaluations)


def _request_type(path: str) -> Any:
    return method_named(path.rpartition(".")[2].replace("/", ".")).request


def _outcome(text: str) -> str:
    """Return the output without the connection report, which each gRPC library words in its own form."""
    for report in REPORT:
        text = text.partition(report)[0]
    return text.strip().lower()  # the options of Go begin with a capital letter


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    """The address of a port that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_has_delay_reason_and_chinese_text(language: str, probes: Programs) -> None:
    wrong = status_of(Refusal(Reason.EVALUATION_NOT_FOUND, "not there"))
    wrong.details.add().Pack(error_details_pb2.LocalizedMessage(locale="zh-CN", message="没有此评价。"))
    later = after(seconds=60, nanos=500_000_000)
    with refusing(wrong) as (missing, came), refusing(later) as (busy, came_to_busy):
        lines = probes(language).run(missing, "language=zh", "--", busy, "timeout=30").splitlines()
    assert lines[0].split()[:4] == ["5", "True", "none", "EVALUATION_NOT_FOUND"]
    assert lines[0].endswith("没有此评价。")
    assert lines[1].split()[:3] == ["14", "True", "60500"]
    assert (len(came), len(came_to_busy)) == (1, 1)


INVALID = (
    ("touchstone.example:443", "token=secret"),
    ("127.0.0.1:1", "token= "),
    ("127.0.0.1:1", "language=fr"),
    ("127.0.0.1:1", "certificate=none.crt", "language=zh"),
    ("127.0.0.1:1", "key=none.key"),
)
"""A token in the clear, an empty token, an unknown language, a certificate without key, and the reverse."""


@pytest.mark.full
@pytest.mark.parametrize("language", OTHERS)
def test_invalid_options_and_failed_connections_have_the_same_errors(
    language: str, probes: Programs, authority: Authority, tmp_path: Path, silent: str
) -> None:
    stranger = Authority(tmp_path, "stranger").file
    own = authority.certified("tls")
    with refusing() as (plain, _), refusing_proxy(plain, authority, own) as received:
        port = received.address.rpartition(":")[2]
        mine = (f"certificate={own.certificate}", f"key={own.key}")
        failing = (
            ("127.0.0.1:1", "waits=false"),
            ("127.0.0.1:1", "tls=true", "waits=false"),
            (silent, "timeout=0.5", "waits=false"),
            (plain, f"ca={authority.file}", "waits=false"),
            (f"localhost:{port}", f"ca={stranger}", "waits=false", *mine),
            (f"127.0.0.1:{port}", f"ca={authority.file}", "waits=false", *mine),
        )
        cases = INVALID + tuple((*case, f"language={each}") for case in failing for each in ("en", "zh"))
        arguments = [part for case in cases for part in ("--", *case)][1:]
        expected, printed = (probes(each).run(*arguments).splitlines() for each in ("python", language))
    assert len(expected) == len(cases)
    assert list(map(_outcome, printed)) == list(map(_outcome, expected))


def test_every_client_has_the_version_of_the_api() -> None:
    build = (ROOT / "proto" / "pyproject.toml").read_text(encoding="utf-8")
    clients = ROOT / "proto" / "clients"
    version = json.loads((clients / "typescript" / "package.json").read_text(encoding="utf-8"))["version"]
    assert f'version = "{version}"' in build
    example = (EXAMPLES / "typescript" / "package.json").read_text(encoding="utf-8")
    assert f"touchstone-client-{version}.tgz" in example
    assert f"<version>{version}</version>" in (clients / "java" / "pom.xml").read_text(encoding="utf-8")


def test_the_lock_of_the_client_in_typescript_names_no_registry() -> None:
    lock = (ROOT / "proto" / "clients" / "typescript" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
