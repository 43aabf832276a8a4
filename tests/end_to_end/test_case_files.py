"""Documents of a case on a running server: stored, declared, shown page by page, separated by client, removed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import pytest
from PIL import Image

from service.identity.principals import Role
from service.workbench.sample import pdf_of
from tests.support.calling import Refused, refused
from tests.support.casework import PARENT, Body
from tests.support.commands import answered
from tests.support.identities import bearing
from tests.support.running import RunningServer
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, erasure_service_pb2, fact_pb2
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub
from touchstone.v1.erasure_service_pb2_grpc import ErasureServiceStub

MOST = 200_000
CASE = f"{PARENT}/cases/open"
METER = pdf_of(["Meter reading 2025", *[""] * 35, "reused 1,020,000 of 1,200,000 m3"])


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refused_code(attempt: Callable[[], object]) -> grpc.StatusCode:
    return refused(lambda _: attempt(), None).code


class Desk:
    """People of a body who work with the documents of a case."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.stub = DossierServiceStub(body.server.channel)

    def add(self, person: str, content: bytes, file_name: str = "meter.pdf", **first: Any) -> dossiers.CaseFile:
        def pieces() -> Iterator[dossiers.AddCaseFileRequest]:
            yield dossiers.AddCaseFileRequest(parent=first.pop("parent", CASE), file_name=file_name, **first)
            for start in range(0, len(content), 50_000):
                yield dossiers.AddCaseFileRequest(content=content[start : start + 50_000])

        added: dossiers.CaseFile = self.stub.AddCaseFile(pieces(), metadata=self.of(person), timeout=30)
        return added

    def refused(self, person: str, content: bytes, file_name: str = "meter.pdf", **first: Any) -> Refused:
        return refused(lambda _: self.add(person, content, file_name, **first), None)

    def get(self, person: str, name: str) -> bytes:
        answers = self.stub.GetCaseFile(dossiers.GetCaseFileRequest(name=name), metadata=self.of(person), timeout=30)
        return b"".join(answer.content for answer in answers)

    def page(self, person: str, name: str, **asked: Any) -> dossiers.CaseFilePage:
        request = dossiers.GetCaseFilePageRequest(name=name, **asked)
        page: dossiers.CaseFilePage = self.stub.GetCaseFilePage(request, metadata=self.of(person), timeout=30)
        return page

    def listed(self, person: str, **asked: str) -> dossiers.ListCaseEvidenceResponse:
        request = dossiers.ListCaseEvidenceRequest(name=CASE, **asked)
        answer: dossiers.ListCaseEvidenceResponse = self.stub.ListCaseEvidence(request, metadata=self.of(person))
        return answer

    def discard(self, person: str, name: str) -> dossiers.CaseFile:
        request = dossiers.DiscardCaseFileRequest(name=name, reason="sent by mistake")
        gone: dossiers.CaseFile = self.stub.DiscardCaseFile(request, metadata=self.of(person))
        return gone

    def of(self, person: str) -> tuple[tuple[str, str], ...]:
        return bearing(self.body.keys[person])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("documents")
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"),
        TOUCHSTONE_EVIDENCE_FILE_BYTES=str(MOST),
        TOUCHSTONE_API_KEYS="true",
    ) as running:
        body = Body(running)
        body.begin()
        others = cases.CaseClient(client="others", display_name="Others Ltd", registered_id="91110000MA02")
        body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=others))
        for person, client in (("lin", "works"), ("mallory", "others")):
            body.keys[person] = body.new_key(Role.APPLICANT)
            body.register(person, client=client)
        body.to_evaluation("open")
        yield Desk(body)


def test_a_document_is_stored_declared_and_shown(desk: Desk) -> None:
    digest = digest_of(METER)
    added = desk.add("lin", METER, "C:\\papers\\Meter\u202e reading.pdf", content_digest=digest)
    assert (added.content_digest, added.file_name, added.title) == (digest, "Meter reading.pdf", "Meter reading")
    assert (added.media_type, added.size_bytes, added.person) == ("application/pdf", len(METER), "lin")
    assert desk.add("ada", METER, "again.pdf") == added  # once, as it was given first
    (unstated,) = [each for each in desk.listed("ada").documents if each.file.content_digest == digest]
    assert not unstated.HasField("evidence")
    assert not unstated.fact_ids
    desk.body.step("office", "open", "declare", dossier=_declared(digest))
    (stated,) = [each for each in desk.listed("ada").documents if each.file.content_digest == digest]
    assert stated.evidence.kind == "meter-reading"
    assert list(stated.fact_ids) == ["renewable_share"]
    assert desk.get("rui", added.name) == METER

    page = desk.page("ada", added.name, page_number=2, quote="1,020,000  of", width_pixels=620)
    assert (page.page_number, page.page_count, page.width_pixels) == (2, 2, 620)
    assert "1,020,000" in page.text
    assert page.file == added
    (mark,) = page.marks
    assert 0 < mark.left < mark.left + mark.width < 1000
    assert 0 < mark.top < mark.top + mark.height < 1000
    with Image.open(io.BytesIO(page.picture)) as picture:
        assert picture.format == "PNG"
        assert picture.size == (620, page.height_pixels)
        black = picture.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert black is not None
    assert black[0] <= mark.left * 0.62 + 3  # the words are positioned over the ink of the picture
    assert (
        "Page 3 was not found. Use a page from 1 to 2"
        in refused(lambda _: desk.page("ada", added.name, page_number=3), None).message
    )


def test_the_shortcomings_and_validity_of_a_document_are_listed(desk: Desk) -> None:
    content = METER + b"%other\n"
    digest = digest_of(content)
    desk.add("ada", content)
    desk.body.step("office", "open", "declare", dossier=_declared(digest, valid=("2020-01-01", "2020-12-31")))
    answer = desk.listed("ada")
    (document,) = [each for each in answer.documents if each.file.content_digest == digest]
    (shortcoming,) = document.shortcomings
    assert (shortcoming.fact_id, shortcoming.reason, shortcoming.date) == ("renewable_share", "expired", "2020-12-31")
    assert "renewable_share" in [fact for wanted in answer.wanted for fact in wanted.fact_ids]
    counting = desk.listed("ada", as_of_date="2020-06-30")
    (document,) = [each for each in counting.documents if each.file.content_digest == digest]
    assert not document.shortcomings
    assert document.counts_until == "2020-12-31"
    assert "renewable_share" not in [fact for wanted in counting.wanted for fact in wanted.fact_ids]


def test_applicants_see_only_their_own_documents(desk: Desk) -> None:
    visit = desk.add("ada", pdf_of(["Notes of the visit"]), "visit.pdf")
    own = desk.add("lin", pdf_of(["Licence"]), "licence.pdf")
    seen = {each.file.name for each in desk.listed("lin").documents}
    assert own.name in seen
    assert visit.name not in seen
    assert desk.get("lin", own.name)
    for name in (visit.name, visit.name[:-64] + "0" * 64):
        for call in (desk.get, desk.page, desk.discard):
            assert refused_code(partial(call, "lin", name)) == grpc.StatusCode.NOT_FOUND
    foreign = (
        partial(desk.get, "mallory", own.name), partial(desk.page, "mallory", own.name),
        partial(desk.discard, "mallory", own.name), partial(desk.listed, "mallory"),
        partial(desk.add, "mallory", METER),
    )  # fmt: skip
    for attempt in foreign:
        assert refused_code(attempt) == grpc.StatusCode.NOT_FOUND


@pytest.mark.parametrize(
    ("content", "first", "why"),
    [
        (b"<html><script>alert(1)</script></html>", {"file_name": "page.pdf"}, "The content of the file is text/html"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", {"file_name": "drawing.png"}, "text/html"),
        (b"MZ\x00\x01", {"file_name": "meter.pdf"}, "The content of the file is ?"),
        (METER, {"file_name": "../../"}, "is not a file name"),
        (METER, {"file_name": "a" * 201}, "is not a file name"),
        (METER, {"file_name": "a.pdf", "title": "t" * 201}, "201 characters"),
        (METER, {"file_name": "a.pdf", "content_digest": "0" * 64}, "changed during the upload"),
        (METER, {"file_name": "a.pdf", "content_digest": "AB"}, "is not a SHA-256 digest"),
        (METER, {"file_name": "a.pdf", "parent": f"{PARENT}/cases/none"}, "cases/none was not found"),
        (METER, {"file_name": "a.pdf", "parent": "organizations/other/cases/open"}, "organizations/other"),
        (METER + b"." * MOST, {"file_name": "a.pdf"}, "larger than 200,000 bytes"),
    ],
)
def test_an_unacceptable_document_is_refused(desk: Desk, content: bytes, first: dict[str, str], why: str) -> None:
    before = len(desk.listed("ada").documents)
    assert why in desk.refused("ada", content, **first).message
    assert len(desk.listed("ada").documents) == before


def test_an_unreadable_document_is_reported_and_can_still_be_downloaded(desk: Desk) -> None:
    broken = desk.add("ada", b"%PDF-1.7 broken", "broken.pdf")
    assert "corrupt, or requires a password" in refused(lambda _: desk.page("ada", broken.name), None).message
    bomb = io.BytesIO()
    Image.new("1", (20_000, 11_000)).save(bomb, "PNG")
    large = desk.add("ada", bomb.getvalue(), "bomb.png")
    assert "100 million pixels" in refused(lambda _: desk.page("ada", large.name), None).message
    assert desk.get("ada", broken.name) == b"%PDF-1.7 broken"
    photograph = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(photograph, "JPEG")
    shown = desk.page("ada", desk.add("ada", photograph.getvalue(), "photo.jpg").name, width_pixels=100)
    assert (shown.width_pixels, shown.page_count) == (100, 1)
    assert shown.picture.startswith(b"\x89PNG")
    text = desk.page("ada", desk.add("ada", "Zähler\n".encode() * 4_000, "log.txt").name, page_number=2)
    assert (text.page_count, text.picture) == (2, b"")
    assert "Zähler" in text.text


def test_a_removed_document_remains_listed_as_removed(desk: Desk) -> None:
    content = pdf_of(["Sent by mistake"])
    added = desk.add("lin", content, "mistake.pdf")
    assert desk.discard("lin", added.name).discard_reason == "sent by mistake"
    assert "The document " in refused(lambda _: desk.get("ada", added.name), None).message
    (gone,) = [each.file for each in desk.listed("ada").documents if each.file.name == added.name]
    assert gone.HasField("discard_time")
    assert gone.title == "mistake"
    assert desk.add("lin", content, "needed.pdf").title == "needed"  # it may be given again

    stated = pdf_of(["Stated"])
    name = desk.add("ada", stated, "stated.pdf").name
    desk.body.step("office", "open", "declare", dossier=_declared(digest_of(stated)))
    assert "only a decider may remove it" in refused(lambda _: desk.discard("ada", name), None).message
    assert desk.discard("dan", name).HasField("discard_time")
    (item,) = [each for each in desk.listed("ada").documents if each.file.name == name]
    assert item.evidence.content_digest == digest_of(stated)  # the declared evidence is unchanged


def test_a_document_search_finds_only_visible_documents(desk: Desk) -> None:
    visit = desk.add("ada", pdf_of(["Notes"]), "Zebra visit.pdf")
    own = desk.add("lin", pdf_of(["Own"]), "Zebra licence.pdf")
    gone = desk.add("ada", pdf_of(["Gone"]), "Zebra gone.pdf")
    desk.discard("ada", gone.name)

    def titles(person: str) -> list[str]:
        request = cases.SearchRequest(parent=PARENT, search="zebra")
        results = desk.body.call(person, "Search")(request).search_results
        return sorted(result.title for result in results if result.kind == cases.SearchResult.KIND_EVIDENCE)

    assert titles("ada") == [own.title, visit.title]
    assert titles("lin") == [own.title]
    assert titles("mallory") == []


def test_a_document_added_by_both_sides_stays_with_the_body(desk: Desk) -> None:
    content = pdf_of(["A public standard"])
    body = desk.add("ada", content, "internal name.pdf")
    assert body.name not in {each.file.name for each in desk.listed("lin").documents}
    assert desk.add("lin", content, "standard.pdf").title == "standard"
    (seen,) = [each.file for each in desk.listed("lin").documents if each.file.name == body.name]
    assert (seen.title, seen.person) == ("standard", "lin")  # the internal name of the body is not disclosed
    (ours,) = [each.file for each in desk.listed("ada").documents if each.file.name == body.name]
    assert (ours.title, ours.person) == ("internal name", "ada")
    assert desk.discard("lin", body.name).HasField("discard_time")
    assert desk.get("ada", body.name) == content
    assert refused_code(partial(desk.get, "lin", body.name)) == grpc.StatusCode.NOT_FOUND


def test_no_document_is_listed_without_its_bytes_after_simultaneous_additions_and_removals(desk: Desk) -> None:
    content = pdf_of(["Raced for"])
    with ThreadPoolExecutor(4) as pool:

        def race(turn: int) -> None:
            name = f"{CASE}/files/{digest_of(content)}"
            with suppress(grpc.RpcError):
                if turn % 2:
                    desk.discard("ada", name)
                else:
                    desk.add("ada", content, "raced.pdf")

        list(pool.map(race, range(24)))
    listed = [each.file for each in desk.listed("ada").documents if each.file.content_digest == digest_of(content)]
    for file in listed:
        if not file.HasField("discard_time"):
            assert desk.get("ada", file.name) == content


@pytest.mark.full
def test_commands_add_list_and_get_documents(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(desk.body.keys["ada"])
    (tmp_path / "plan.pdf").write_bytes(content := pdf_of(["Plan of the site"]))
    asked = ("--server", desk.body.server.address, "--token-file", tmp_path / "key")
    added = answered(
        "case", "document-add", CASE, tmp_path / "plan.pdf", "--file-name", "plan.pdf", "--title", "Site plan", *asked
    )
    assert digest_of(content) in added
    listed = answered("case", "documents", CASE, *asked)
    assert "Site plan" in listed
    assert "wanted:" in listed
    answered("case", "document-get", f"{CASE}/files/{digest_of(content)}", "--out", tmp_path / "got.pdf", *asked)
    assert (tmp_path / "got.pdf").read_bytes() == content


def test_retention_erases_no_document_of_a_case(desk: Desk) -> None:
    kept = desk.add("ada", pdf_of(["Kept without evaluation"]), "kept.pdf")
    request = erasure_service_pb2.ApplyRetentionRequest(parent=PARENT, erase=True)
    ErasureServiceStub(desk.body.server.channel).ApplyRetention(request, metadata=desk.of("operator"))
    assert desk.get("ada", kept.name)


def _declared(digest: str, valid: tuple[str, str] | None = None) -> dossiers.DossierContent:
    item = fact_pb2.EvidenceItem(
        evidence_id="meter", kind="meter-reading", issuer="Works", issue_date="2020-01-01", content_digest=digest,
        assurance=fact_pb2.ASSURANCE_LIMITED,
    )  # fmt: skip
    if valid:
        item.validity.first_date, item.validity.last_date = valid
    fact = fact_pb2.Fact(fact_id="renewable_share")
    fact.value.number, fact.value.unit = "80", "%"
    fact.value.evidence_ids.append("meter")
    return dossiers.DossierContent(facts=[fact], evidence=[item])
