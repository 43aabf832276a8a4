"""How is the dossier of a case filled in elsewhere: the workbook to fill in, and the file that comes back?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base import instants
from service.cases.recording import STEPS, content_of
from service.reading.tree.problems import PlacedError
from service.reading.workbook.files import read_content
from service.reading.workbook.forms import Layout
from service.reading.workbook.template import write_template
from service.workbench.cards import version_in_force
from service.workbench.page import Download, Page
from service.workbench.pages.case_pages import shared, since, take
from service.workbench.pages.dossier import dossier_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import Shown, Visit

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
    today = instants.today("Etc/UTC").isoformat()
    try:
        read = await visit.in_thread(read_content, visit.file, scorecard, as_of=today)
    except PlacedError as error:
        raise error.of_file("file") from None
    content = content_of(step, read.subject, known, field="file")
    await take(visit, step, cases.CaseContent(dossier=content), item)
    return f"/workbench/cases/{visit.path['case']}/dossier"


async def _give_template(visit: Visit) -> Download:
    known = await dossier_of(visit)
    scorecard = await version_in_force(visit, known.scorecard)
    content = await visit.in_thread(write_template, scorecard, language=visit.language, layout=Layout.ONE)
    return Download(f"{scorecard.card.id}-{scorecard.card.version}.xlsx", _XLSX, content)


_GET = "DossierService/GetCaseDossier"
PAGES = (
    Page("/workbench/cases/{case}/dossier-file", "dossier_file.html.jinja", _GET, _load, _act, takes_file=True),
    Page("/workbench/cases/{case}/dossier.xlsx", "", _GET, _give_template),
)
