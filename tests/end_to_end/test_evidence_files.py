"""Evidence files on a running server: upload, download, checks, isolation of organisations, and erasure."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import grpc
import httpx
import pytest

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from tests.support.calling import Refused, refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import meter, small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evidence_service_pb2, evidence_service_pb2_grpc

MOST, MOST_EACH = 200_000, 1_000_000
ALL = (Role.ASSESSOR, Role.REVIEWER, Role.DECIDER, Role.INTEGRATOR)
Piece = evidence_service_pb2.AddEvidenceFileRequest


def pdf(words: str) -> bytes:
    return b"%PDF-1.7 " + words.encode()


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Caller:
    def __init__(self, running: RunningServer, organization: str) -> None:
        url = running.environment["TOUCHSTONE_DATABASE_URL"]
        self.parent = f"organizations/{organization}"
        self.key = new_key_of(url, organization, *ALL)
        self.metadata = bearing(self.key)
        self.stub = evidence_service_pb2_grpc.EvidenceServiceStub(running.channel)
        self._evaluations = running.evaluations

    def evaluate(self, content: bytes, subject: str = "plant") -> evaluation_pb2.Evaluation:
        declared_subject = small_subject().model_copy(
            update={"subject": f"{self.parent}/subjects/{subject}", "evidence": (meter(digest=digest_of(content)),)}
        )
        answer: evaluation_pb2.Evaluation = self._evaluations.EvaluateSubject(
            request_for(declared_subject), metadata=self.metadata
        )
        return answer

    def add(self, content: bytes, **options: str) -> evidence_service_pb2.EvidenceFile:
        answer: evidence_service_pb2.EvidenceFile = self.stub.AddEvidenceFile(
            self.pieces(content, **options), metadata=self.metadata, timeout=30
        )
        return answer

    def pieces(self, content: bytes, **options: str) -> Iterator[Piece]:
        yield Piece(parent=self.parent, evaluation=options.get("evaluation"), evidence_id=options.get("evidence_id"))
        for start in range(0, len(content), 50_000):
            yield Piece(content=content[start : start + 50_000])

    def refused(self, content: bytes, **options: str) -> Refused:
        return refused(lambda _: self.add(content, **options), None)

    def get(self, digest: str, parent: str = "") -> bytes:
        name = f"{parent or self.parent}/evidenceFiles/{digest}"
        request = evidence_service_pb2.GetEvidenceFileRequest(name=name)
        return b"".join(one.content for one in self.stub.GetEvidenceFile(request, metadata=self.metadata, timeout=30))

    def listed(self) -> list[str]:
        request = evidence_service_pb2.ListEvidenceFilesRequest(parent=self.parent, page_size=2)
        digests = []
        while True:
            page = self.stub.ListEvidenceFiles(request, metadata=self.metadata)
            digests += [one.content_digest for one in page.evidence_files]
            if not page.next_page_token:
                return digests
            request.page_token = page.next_page_token

    def checked(self, evaluation: str = "") -> dict[str, str]:
        request = evidence_service_pb2.CheckEvidenceFilesRequest(parent=self.parent, evaluation=evaluation)
        states = evidence_service_pb2.CheckedEvidenceFile.State
        checked_files = self.stub.CheckEvidenceFiles(request, metadata=self.metadata).checked
        return {one.content_digest: states.Name(one.state).removeprefix("STATE_") for one in checked_files}


@pytest.fixture(scope="module")
def running(folder: Path, gazette: Path) -> Iterator[RunningServer]:
    scan = folder / "scan.py"
    scan.write_text("import pathlib, sys\nsys.exit(b'harmful' in pathlib.Path(sys.argv[1]).read_bytes())\n")
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"),
        TOUCHSTONE_EVIDENCE_FILE_BYTES=str(MOST),
        TOUCHSTONE_EVIDENCE_BYTES_EACH=str(MOST_EACH),
        TOUCHSTONE_EVIDENCE_SCAN=f"{sys.executable} -S {scan}",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as server:
        yield server


@pytest.fixture(scope="module")
def alpha(running: RunningServer) -> Caller:
    return Caller(running, "alpha")


@pytest.fixture(scope="module")
def beta(running: RunningServer) -> Caller:
    return Caller(running, "beta")


def incoming(folder: Path) -> list[Path]:
    return list((folder / "files" / ".incoming").iterdir())


def place(folder: Path, organization: str, digest: str) -> Path:
    return folder / "files" / organization / digest[:2] / digest


@pytest.mark.full
def test_a_file_is_added_got_listed_and_checked_by_command(
    running: RunningServer, alpha: Caller, tmp_path: Path
) -> None:
    content = pdf("an invoice") + bytes(120_000)
    digest, evaluation = digest_of(content), alpha.evaluate(content).name
    (tmp_path / "invoice").write_bytes(content)
    (tmp_path / "key").write_text(alpha.key)
    asked = ("--server", running.address, "--token-file", tmp_path / "key")
    lacking = touchstone("evidence", "check", evaluation, *asked)
    assert (lacking.exit_code, "lacking" in lacking.stdout, digest in lacking.stdout) == (1, True, True)
    stated = ("--evaluation", evaluation, "--evidence-id", "meter")
    assert digest in answered("evidence", "add", alpha.parent, tmp_path / "invoice", *stated, *asked)
    assert digest in answered("evidence", "list", "organizations/alpha", *asked)
    assert re.search(rf"{digest} +已保存", answered("evidence", "check", evaluation, "--language", "zh", *asked))
    answered("evidence", "get", f"{alpha.parent}/evidenceFiles/{digest}", "--out", tmp_path / "copy", *asked)
    assert (tmp_path / "copy").read_bytes() == content
    assert re.search(rf"{digest} +kept", answered("evidence", "check", "organizations/alpha", *asked))
    assert {one.name for one in tmp_path.iterdir()} == {"invoice", "key", "copy"}


@pytest.mark.full
def test_a_file_that_differs_from_its_evidence_is_refused_with_both_digests(alpha: Caller, folder: Path) -> None:
    stated, other = pdf("stated"), pdf("other")
    evaluation = alpha.evaluate(stated, "differs").name
    refusal = alpha.refused(other, evaluation=evaluation, evidence_id="meter")
    assert refusal.code is grpc.StatusCode.INVALID_ARGUMENT
    assert digest_of(stated) in refusal.violations["content"]
    assert digest_of(other) in refusal.violations["content"]
    assert alpha.refused(stated, evaluation=evaluation, evidence_id="meterr").violations.keys() == {"evidence_id"}
    assert alpha.refused(stated, evidence_id="meter").violations.keys() == {"evaluation"}
    refusal = alpha.refused(other)
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.NOT_FOUND, "EVIDENCE_FILE_NOT_FOUND")
    assert alpha.refused(b"").reason == "EVIDENCE_FILE_NOT_FOUND"
    assert not {digest_of(stated), digest_of(other)} & set(alpha.listed())
    assert incoming(folder) == []


def test_oversized_unsupported_and_harmful_files_are_not_stored(alpha: Caller, folder: Path) -> None:
    sent = []

    def endless() -> Iterator[Piece]:
        yield Piece(parent=alpha.parent)
        while True:
            sent.append(50_000)
            yield Piece(content=bytes(50_000))

    refusal = refused(lambda pieces: alpha.stub.AddEvidenceFile(pieces, metadata=alpha.metadata, timeout=30), endless())
    assert (refusal.reason, refusal.code) == ("MESSAGE_TOO_LARGE", grpc.StatusCode.RESOURCE_EXHAUSTED)
    assert sum(sent) < 100 * MOST
    for content, reason in ((b"MZ\x90\x00 program", "UNSUPPORTED_MEDIA_TYPE"), (pdf("harmful"), "MALWARE_FOUND")):
        evaluation = alpha.evaluate(content, "unwanted").name
        assert alpha.refused(content, evaluation=evaluation).reason == reason
        assert alpha.checked(evaluation) == {digest_of(content): "LACKING"}
    assert incoming(folder) == []


def test_an_organisation_learns_nothing_about_the_files_of_another(alpha: Caller, beta: Caller) -> None:
    content = pdf("known to both")
    digest = digest_of(content)
    alpha.evaluate(content, "secret")
    alpha.add(content)
    guessed = refused(lambda _: beta.get(digest), None)
    assert (guessed.code, guessed.reason) == (grpc.StatusCode.NOT_FOUND, "EVIDENCE_FILE_NOT_FOUND")
    stated = beta.evaluate(content, "guessed")  # to state a digest is not to have the file
    again = refused(lambda _: beta.get(digest), None)
    assert (again.code, again.message) == (guessed.code, guessed.message)
    assert beta.checked(stated.name) == {digest: "LACKING"}
    assert beta.listed() == []
    assert refused(lambda _: beta.get(digest, alpha.parent), None).reason == "OTHER_ORGANIZATION"
    assert beta.refused(content, evaluation=alpha.evaluate(content, "secret").name).reason == "OTHER_ORGANIZATION"
    beta.add(content)
    assert beta.get(digest) == content


def test_a_later_piece_that_names_another_organisation_ends_the_upload(alpha: Caller, beta: Caller) -> None:
    pieces = iter([Piece(parent=beta.parent), Piece(parent=alpha.parent, content=b"x")])
    refusal = refused(lambda _: beta.stub.AddEvidenceFile(pieces, metadata=beta.metadata, timeout=30), None)
    assert refusal.reason == "OTHER_ORGANIZATION"


def test_an_altered_file_is_reported_withheld_and_replaced(alpha: Caller, folder: Path) -> None:
    content = pdf("to be altered")
    digest, evaluation = digest_of(content), alpha.evaluate(content, "altered").name
    alpha.add(content)
    place(folder, "alpha", digest).write_bytes(pdf("to be Altered"))
    refusal = refused(lambda _: alpha.get(digest), None)
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.DATA_LOSS, "EVIDENCE_FILE_DIFFERS")
    assert digest_of(pdf("to be Altered")) in refusal.message
    assert alpha.checked(evaluation) == {digest: "DIFFERS"}
    assert alpha.checked()[digest] == "DIFFERS"
    alpha.add(content)
    assert alpha.get(digest) == content


def test_an_interrupted_upload_leaves_no_data(alpha: Caller, folder: Path) -> None:
    content = pdf("broken off")
    alpha.evaluate(content, "broken")
    has_begun, may_go_on = threading.Event(), threading.Event()

    def pieces() -> Iterator[Piece]:
        yield Piece(parent=alpha.parent)
        yield Piece(content=content[:10])
        has_begun.set()
        may_go_on.wait(30)

    call = alpha.stub.AddEvidenceFile.future(pieces(), metadata=alpha.metadata)
    assert has_begun.wait(30)
    until(lambda: incoming(folder))
    call.cancel()
    may_go_on.set()
    until(lambda: not incoming(folder))
    assert digest_of(content) not in alpha.listed()


def test_concurrent_uploads_of_one_file_store_one_copy(alpha: Caller) -> None:
    content = pdf("at once")
    alpha.evaluate(content, "at-once")
    calls = [alpha.stub.AddEvidenceFile.future(alpha.pieces(content), metadata=alpha.metadata) for _ in range(4)]
    assert {call.result(30).content_digest for call in calls} == {digest_of(content)}
    assert alpha.listed().count(digest_of(content)) == 1


@pytest.mark.parametrize("digest", ["../../x", "A" * 64, "0" * 63, "%2e%2e%2f", "0" * 64 + "/.."])
def test_file_names_with_a_path_are_refused(alpha: Caller, digest: str) -> None:
    assert refused(lambda _: alpha.get(digest), None).violations.keys() == {"name"}


def test_files_above_the_quota_of_an_organisation_are_refused(running: RunningServer) -> None:
    gamma = Caller(running, "gamma")
    files = [pdf(f"{number}") + bytes(180_000) for number in range(6)]
    for number, content in enumerate(files):
        gamma.evaluate(content, f"s-{number}")
    for content in files[:5]:
        gamma.add(content)
    refusal = gamma.refused(files[5])
    assert (refusal.reason, refusal.code) == ("QUOTA_EXHAUSTED", grpc.StatusCode.RESOURCE_EXHAUSTED)
    gamma.add(files[0])  # already stored
    assert len(gamma.listed()) == 5


def test_a_file_is_uploaded_and_downloaded_over_http(running: RunningServer, alpha: Caller) -> None:
    content = pdf("over HTTP")
    alpha.evaluate(content, "over-http")
    address, headers = f"{running.http}/v1/{alpha.parent}/evidenceFiles", {"authorization": f"Bearer {alpha.key}"}
    lines = [json.dumps({"content": base64.b64encode(part).decode()}) for part in (content[:5], content[5:])]
    body, kind = "\n".join(lines), {"content-type": "application/x-ndjson"}
    added = httpx.post(address, content=body, headers={**headers, **kind}, timeout=30)
    assert added.json()["contentDigest"] == digest_of(content), added.text
    got = httpx.get(f"{address}/{digest_of(content)}", headers=headers, timeout=30)
    parts = [json.loads(line) for line in got.text.splitlines()]
    assert b"".join(base64.b64decode(part.get("content", "")) for part in parts) == content
    checked = httpx.get(f"{address}:check", headers=headers, timeout=30).json()["checked"]
    assert {"contentDigest": digest_of(content), "state": "STATE_KEPT"} in checked


def test_an_erasure_removes_the_files_that_no_other_evaluation_uses(
    running: RunningServer, alpha: Caller, folder: Path, tmp_path: Path
) -> None:
    shared, own = pdf("shared"), pdf("own")
    first, second, third = alpha.evaluate(shared, "one"), alpha.evaluate(shared, "two"), alpha.evaluate(own, "three")
    alpha.add(shared)
    alpha.add(own)
    url = running.environment["TOUCHSTONE_DATABASE_URL"]
    (tmp_path / "key").write_text(new_key_of(url, "alpha", Role.OPERATOR, Role.DECIDER))
    asked = ("--reason", "request 3", "--server", running.address, "--token-file", tmp_path / "key")

    def erased(name: str, *options: str) -> str:
        return answered("data", "erase", name, "--extent", "evidence", *asked, *options)

    assert f"the file {digest_of(own)} would be removed" in erased(third.name)
    assert place(folder, "alpha", digest_of(own)).exists()
    answered("data", "hold", alpha.parent, third.name, *asked)
    held = touchstone("data", "erase", third.name, "--extent", "evidence", *asked, "--for-ever")
    assert (held.exit_code, place(folder, "alpha", digest_of(own)).exists()) == (2, True)
    (hold,) = (
        line.split()[0] for line in answered("data", "holds", "organizations/alpha", *asked[2:]).splitlines()[1:]
    )
    answered("data", "lift", hold, *asked)
    assert f"the file {digest_of(own)} is removed" in erased(third.name, "--for-ever")
    assert not place(folder, "alpha", digest_of(own)).exists()

    output = erased(first.name, "--for-ever")
    assert (
        f"the file {digest_of(shared)} is retained, because other evaluations are based on it: {second.name}" in output
    )
    assert place(folder, "alpha", digest_of(shared)).exists()
    assert alpha.refused(shared, evaluation=first.name).code is grpc.StatusCode.INVALID_ARGUMENT
    assert "is removed" in erased(second.name, "--for-ever")
    assert not place(folder, "alpha", digest_of(shared)).exists()
    assert alpha.refused(shared).reason == "EVIDENCE_FILE_NOT_FOUND"


def test_an_unreferenced_file_is_withheld_and_removed_by_retention(
    running: RunningServer, alpha: Caller, folder: Path, tmp_path: Path
) -> None:
    orphan = place(folder, "alpha", digest_of(pdf("left")))
    orphan.parent.mkdir(parents=True, exist_ok=True)
    orphan.write_bytes(pdf("left"))  # as where a server is killed between an erasure and the removal
    assert refused(lambda _: alpha.get(orphan.name), None).reason == "EVIDENCE_FILE_NOT_FOUND"
    assert alpha.checked()[orphan.name] == "NEEDLESS"
    url = running.environment["TOUCHSTONE_DATABASE_URL"]
    (tmp_path / "key").write_text(new_key_of(url, "", Role.OPERATOR))
    asked = ("data", "retention", "organizations/alpha", "--server", running.address, "--token-file", tmp_path / "key")
    assert "Files without any evaluation: 1." in answered(*asked)
    assert orphan.exists()
    assert "1 evidence file is removed" in answered(*asked, "--for-ever")
    assert not orphan.exists()


def test_file_contents_and_digests_are_not_logged(running: RunningServer, alpha: Caller) -> None:
    content = pdf("a sentence that nobody may read")
    evaluation = alpha.evaluate(content, "quiet").name
    alpha.add(content, evaluation=evaluation, evidence_id="meter")
    alpha.refused(pdf("another sentence"), evaluation=evaluation)
    assert "sentence" not in running.log
    assert digest_of(content) not in running.log


def test_a_server_without_file_storage_refuses_evidence_files(server: RunningServer) -> None:
    stub = evidence_service_pb2_grpc.EvidenceServiceStub(server.channel)
    request = evidence_service_pb2.ListEvidenceFilesRequest(parent="organizations/alpha")
    refusal = refused(stub.ListEvidenceFiles, request)
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "EVIDENCE_FILES_OFF")
    subject = small_subject(remark=DeclaredValue(text="no file is needed"))
    assert server.evaluations.EvaluateSubject(request_for(subject)).record.conclusion.grade
