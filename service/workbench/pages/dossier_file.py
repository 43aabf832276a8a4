"""How is the dossier of a case filled in elsewhere: the workbook that is given out, and the file that comes back?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.mapping.requests import read_request
from service.base import instants
from service.cases.dossiers import request_of
from service.cases.recording import STEPS, content_of
from service.reading.tree.problems import PlacedError
from service.reading.workbook.files import is_packed, read_content
from service.reading.workbook.filling import write_filled
from service.workbench.cards import version_in_force
from service.workbench.page import Download, Page
from service.workbench.pages.case_pages import shared, since, take
from service.workbench.pages.dossier import dossier_of
from touchstone.v1 import case_service_pb2 as cases
from touchstone.v1 import fact_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.model.scorecard import Scorecard
    from service.workbench.page import Shown, Visit
    from touchstone.v1 import case_dossier_service_pb2 as dossiers

_say = speaker(__name__)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def _load(visit: Visit) -> Shown:
    found, _, shown = await shared(visit)
    return {
        **shown,
        "steps": [(item, name) for item, name in sorted(shown["mine"]) if name in STEPS],
        "since": since(visit, found),
    }


async def _act(visit: Visit) -> str:
    if not visit.file:
        raise InputError((Violation("file", _say("NO_DOSSIER_FILE"), "REQUIRED"),))
    item, _, step = visit.typed("step").rpartition("/")
    if step not in STEPS:
        raise InputError((Violation("step", _say("NO_STEP"), "REQUIRED"),))
    known = await dossier_of(visit, item)
    scorecard = await version_in_force(visit, known.scorecard)
    try:
        read = await visit.in_thread(read_content, visit.file, scorecard, as_of=_today())
    except PlacedError as error:
        raise error.of_file("file") from None
    content = content_of(step, read.subject, known, field="file")
    if known.revision and is_packed(visit.file):
        await visit.in_thread(_keep_what_stands, content, step, known, scorecard)
    await take(visit, step, cases.CaseContent(dossier=content), item)
    return f"/workbench/cases/{visit.path['case']}/dossier"


def _keep_what_stands(
    sent: dossiers.DossierContent, step: str, known: dossiers.CaseDossier, scorecard: Scorecard
) -> None:
    """Keep as it was what the file says as the workbook that is given out: there are things that no cell says whole."""
    try:
        given_out = read_content(_filled(known, scorecard), scorecard, as_of=_today()).subject
    except PlacedError:
        return
    same = content_of(step, given_out, known, field="file")
    evidence = {one.evidence_id: one for one in known.content.evidence}
    _keep_same(sent.evidence, same.evidence, evidence, lambda one: one.evidence_id)
    if step == "declare":
        facts = {
            one.fact_id: fact_pb2.Fact(fact_id=one.fact_id, value=one.value, places=one.places)
            for one in _declared(known)
        }
        _keep_same(sent.facts, same.facts, facts, lambda one: one.fact_id)


def _keep_same(sent: Any, given_out: Any, before: Mapping[str, Any], id_of: Callable[[Any], str]) -> None:
    stood, ids = {id_of(one): one for one in given_out}, {id_of(one) for one in sent}
    for one in sent:
        if id_of(one) in before and stood.get(id_of(one)) == one:
            one.CopyFrom(before[id_of(one)])
    sent.extend(one for id, one in before.items() if id not in stood and id not in ids)


def _declared(known: dossiers.CaseDossier) -> list[fact_pb2.Fact]:
    return [one for one in known.content.facts if one.HasField("value") and not one.ratings]


def _filled(known: dossiers.CaseDossier, scorecard: Scorecard, language: str = "en") -> bytes:
    """Write the workbook with what is declared; what assessors made of it is not in there."""
    facts = [fact_pb2.Fact(fact_id=one.fact_id, value=one.value, places=one.places) for one in _declared(known)]
    subject = read_request(request_of(known, _today(), facts, validate_only=True), is_stored=False).subject
    return write_filled(scorecard, subject, language=language)


def _today() -> str:
    return instants.today("Etc/UTC").isoformat()


async def _give_workbook(visit: Visit) -> Download:
    known = await dossier_of(visit)
    scorecard = await version_in_force(visit, known.scorecard)
    content = await visit.in_thread(_filled, known, scorecard, visit.language)
    return Download(f"{scorecard.card.id}-{scorecard.card.version}.xlsx", _XLSX, content)


_GET = "DossierService/GetCaseDossier"
PAGES = (
    Page("/workbench/cases/{case}/dossier-file", "dossier_file.html.jinja", _GET, _load, _act, takes_file=True),
    Page("/workbench/cases/{case}/dossier.xlsx", "", _GET, _give_workbook),
)
