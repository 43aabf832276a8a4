"""Evidence pages of a case: document list, document description, pages and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST
from service.base.whole_numbers import parse_whole_number
from service.cases.dossiers import declared_content
from service.workbench.case_documents import (
    MOST_PAGES,
    TAKES_DOCUMENTS,
    CaseDocument,
    add_files,
    load_documents,
    open_page,
)
from service.workbench.page import Download, Page, PrefilledForm, is_own_address
from service.workbench.pages.case_pages import case_page_context, item_with_step, take_step
from service.workbench.pages.dossier import (
    FactPrompt,
    fact_prompts,
    has_typed_value,
    load_dossier,
    read_declared_fact,
    reporting_at_form_fields,
)
from service.workbench.proposed_ids import propose_id
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_ORDERS = ("expiry", "title", "newest")
_LAST_DAY = "9999-12-31"
_ASSURANCE_VALUES = {"limited": fact_pb2.ASSURANCE_LIMITED, "reasonable": fact_pb2.ASSURANCE_REASONABLE}
ASSURANCES = ("none", *_ASSURANCE_VALUES)
STATED_FIELDS = ("kind", "issuer", "issue_date", "valid_from", "valid_until", "assurance")
_STEPS = ("declare", "verify")


async def _load_list(page_request: PageRequest) -> Shown:
    _, _, shown = await case_page_context(page_request)
    listed, documents = await load_documents(page_request)
    prompts = await fact_prompts(page_request, (await load_dossier(page_request)).scorecard)
    query = page_request.query
    wanted, kind, order = query.get("q", "").strip(), query.get("kind", ""), query.get("order", "")
    order = order if order in _ORDERS else _ORDERS[0]
    stated = [document for document in documents if document.is_stated]
    counting = [document for document in stated if not document.row.shortcomings]
    matching = _matching(counting, wanted, kind)
    return {
        **shown, "listed": listed, "asked": prompts, "count": len(documents),
        "kept": sum(document.is_stored for document in documents),
        "short": [document for document in stated if document.row.shortcomings],
        "counting": _ordered(matching, order), "counting_count": len(counting),
        **_unused(documents),
        "kinds": [(each, page_request.kind(each)) for each in sorted({each.row.evidence.kind for each in stated})],
        "orders": [(order, page_request.w["documents"]["document_order"][order]) for order in _ORDERS],
        "q": wanted, "kind": kind, "order": order,
    }  # fmt: skip


def _matching(documents: Iterable[CaseDocument], wanted: str, kind: str) -> list[CaseDocument]:
    of_kind = (document for document in documents if kind in ("", document.row.evidence.kind))
    return [document for document in of_kind if document.fits(wanted)]


def _unused(documents: Iterable[CaseDocument]) -> Mapping[str, list[CaseDocument]]:
    unused = [document for document in documents if not document.is_stated]
    return {
        "new": [document for document in unused if document.is_stored],
        "removed": [document for document in unused if document.is_removed],
    }


def _ordered(documents: Iterable[CaseDocument], order: str) -> list[CaseDocument]:
    if order == "title":
        return sorted(documents, key=lambda document: document.title.casefold())
    if order == "newest":
        return sorted(documents, key=lambda document: document.row.evidence.issue_date, reverse=True)
    return sorted(documents, key=lambda document: document.row.counts_until or _LAST_DAY)


async def _add(page_request: PageRequest) -> str:
    stored_files, problem = await add_files(page_request)
    if problem is not None:
        raise problem
    list_path = f"/workbench/cases/{page_request.path['case']}/evidence"
    return f"{list_path}/{stored_files[0].content_digest}" if len(stored_files) == 1 else f"{list_path}#new"


async def _attach(page_request: PageRequest) -> str | PrefilledForm:
    stored_files, problem = await add_files(page_request)
    back, fact = page_request.typed("attach_to"), page_request.typed("attach_fact")
    if not is_own_address(back):
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_FORM_TO_GO_BACK_TO"))
    values = {name: typed for name, typed in page_request.values.items() if not name.startswith(("attach_", "digests"))}
    if problem is not None:
        page_request.note_problems(problem)
    elif fact:
        list_path = f"/workbench/cases/{page_request.path['case']}/evidence"
        return PrefilledForm(f"{list_path}/{stored_files[0].content_digest}", {**values, "fact": [fact]})
    values["evidence"] = [*page_request.several("evidence"), *(file.content_digest for file in stored_files)]
    return PrefilledForm(back, values)


@dataclass(frozen=True, slots=True)
class _DocumentForm:
    step: str
    item: str
    kinds: Sequence[tuple[str, int]]
    kind: str
    fact: FactPrompt | None
    facts: Sequence[tuple[str, str]]
    replaceable: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _DocumentContext:
    shown: Shown
    documents: Sequence[CaseDocument]
    document: CaseDocument
    dossier: dossiers.CaseDossier
    prompts: Mapping[str, FactPrompt]


async def _find_document(page_request: PageRequest) -> tuple[Sequence[CaseDocument], CaseDocument]:
    _, documents = await load_documents(page_request)
    for document in documents:
        if document.digest == page_request.path["digest"]:
            return documents, document
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_DOCUMENT", digest=page_request.path["digest"][:80]))


async def _document_context(page_request: PageRequest) -> _DocumentContext:
    _, _, shown = await case_page_context(page_request)
    documents, document = await _find_document(page_request)
    dossier = await load_dossier(page_request)
    return _DocumentContext(shown, documents, document, dossier, await fact_prompts(page_request, dossier.scorecard))


async def _load_document(page_request: PageRequest) -> Shown:
    addressed = await _document_context(page_request)
    document, quote, page = addressed.document, page_request.query.get("quote", ""), None
    if document.is_drawn:
        number = _number(page_request.query.get("page", "1"))
        page = await open_page(page_request, document.row.file.name, number, quote)
    return {
        **addressed.shown, "document": document, "asked": addressed.prompts, "page": page, "quote": quote,
        "statement": _document_form(page_request, addressed),
        "issuers": sorted({each.row.evidence.issuer for each in addressed.documents if each.is_stated}),
        "assurances": ASSURANCES,
        "may_discard": document.is_stored and page_request.may(_DISCARD),
    }  # fmt: skip


def _document_form(page_request: PageRequest, addressed: _DocumentContext) -> _DocumentForm | None:
    items = {step: item_with_step(addressed.shown["case"], step) for step in _STEPS}
    step = next((step for step, item in items.items() if (item, step) in addressed.shown["mine"]), "")
    if not step or addressed.document.is_stated or not addressed.document.is_stored:
        return None
    prompts = addressed.prompts.values()
    counts = Counter(kind for prompt in prompts for kind in prompt.evidence_kinds)
    fact = addressed.prompts.get(page_request.typed("fact", page_request.query.get("fact", "")))
    first = fact.evidence_kinds if fact is not None else ()
    kinds = sorted(counts.items(), key=lambda pair: (pair[0] not in first, pair[0]))
    kind = page_request.typed("kind", page_request.query.get("kind", ""))
    if kind not in counts:
        kind = first[0] if first else ""
    facts, replaceable = _declarable(addressed, kind, fact) if step == "declare" else ((), ())
    return _DocumentForm(step, items[step], kinds, kind, fact, facts, replaceable)


def _declarable(
    addressed: _DocumentContext, kind: str, fact: FactPrompt | None
) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
    """Return the declared facts that a document of a kind can prove, and the documents that it can replace."""
    declared = {each.fact_id for each in addressed.dossier.content.facts if each.HasField("value") and not each.ratings}
    facts = [
        (prompt.id, prompt.title)
        for prompt in addressed.prompts.values()
        if kind in prompt.evidence_kinds and prompt.id in declared and prompt is not fact
    ]
    replaceable = [
        (each.row.evidence.evidence_id, each.title)
        for each in addressed.documents
        if each.is_stated and each.row.evidence.kind == kind
    ]
    return facts, replaceable


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    if page_request.typed("do") == "kind":
        return PrefilledForm(page_request.address, page_request.values)
    case = f"/workbench/cases/{page_request.path['case']}"
    addressed = await _document_context(page_request)
    statement, before = _document_form(page_request, addressed), addressed.dossier.content
    if statement is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOTHING_TO_STATE"))
    item = typed_item(page_request, addressed.document, {each.evidence_id for each in before.evidence})
    if statement.step == "declare":
        content = _content_with_document(page_request, before, item, statement)
    else:
        content = dossiers.DossierContent(evidence=[item])
    if statement.fact is None:
        await take_step(page_request, statement.step, cases.CaseContent(dossier=content), statement.item)
        return f"{case}/evidence#d-{addressed.document.digest[:8]}"
    with reporting_at_form_fields(statement.fact):
        await take_step(page_request, statement.step, cases.CaseContent(dossier=content), statement.item)
    return f"{case}/dossier/{statement.fact.id}"


async def _load_removal(page_request: PageRequest) -> Shown:
    addressed = await _document_context(page_request)
    if not addressed.document.is_stored:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_DOCUMENT", digest=addressed.document.digest))
    return {**addressed.shown, "document": addressed.document, "asked": addressed.prompts}


async def _remove(page_request: PageRequest) -> str:
    request = dossiers.DiscardCaseFileRequest(
        name=_file_resource_name(page_request), reason=page_request.typed("reason")
    )
    await page_request.ask(_DISCARD, request)
    return f"/workbench/cases/{page_request.path['case']}/evidence"


def typed_item(
    page_request: PageRequest, document: CaseDocument, known: set[str], ending: str = ""
) -> fact_pb2.EvidenceItem:
    """Return a document as typed; raise InputError if the issuer is missing.

    `ending` is the field suffix in forms with several documents.
    """
    typed = {name: page_request.typed(f"{name}{ending}").strip() for name in STATED_FIELDS}
    item = fact_pb2.EvidenceItem(
        evidence_id=propose_id(document.title, "document", known), kind=typed["kind"], issuer=typed["issuer"],
        issue_date=typed["issue_date"], content_digest=document.digest,
    )  # fmt: skip
    if typed["valid_from"] or typed["valid_until"]:
        item.validity.first_date, item.validity.last_date = typed["valid_from"], typed["valid_until"]
    if typed["assurance"] in _ASSURANCE_VALUES:
        item.assurance = _ASSURANCE_VALUES[typed["assurance"]]
    if not item.issuer:
        raise InputError.of(f"issuer{ending}", _message("NO_ISSUER"), "REQUIRED")
    return item


def _content_with_document(
    page_request: PageRequest, before: dossiers.DossierContent, item: fact_pb2.EvidenceItem, statement: _DocumentForm
) -> dossiers.DossierContent:
    content = declared_content(before)
    content.evidence.append(item)
    chosen, replaced = {*page_request.several("resting_facts")}, page_request.typed("replaces")
    if statement.fact is not None and has_typed_value(page_request):
        other_facts = [fact for fact in content.facts if fact.fact_id != statement.fact.id]
        typed = read_declared_fact(page_request, statement.fact, before)
        del content.facts[:]
        content.facts.extend((*other_facts, typed))
        chosen.add(statement.fact.id)
    elif statement.fact is not None:
        chosen.add(statement.fact.id)
    rest_on(content, item.evidence_id, chosen, replaced)
    return content


def rest_on(content: dossiers.DossierContent, evidence_id: str, chosen: Collection[str], replaced: str) -> None:
    """Link the chosen facts of `content` to a document, and replace document `replaced` with it.

    Modifies `content`; removes locations in documents that a fact no longer uses.
    """
    for fact in content.facts:
        ids = list(fact.value.evidence_ids)
        if replaced and replaced in ids:
            ids = [evidence_id if id == replaced else id for id in ids]
        elif fact.fact_id in chosen and fact.HasField("value"):
            ids.append(evidence_id)
        if ids != list(fact.value.evidence_ids):
            del fact.value.evidence_ids[:]
            fact.value.evidence_ids.extend(dict.fromkeys(ids))
            places = [place for place in fact.places if place.evidence_id in ids]
            del fact.places[:]
            fact.places.extend(places)


def _file_resource_name(page_request: PageRequest) -> str:
    if not DIGEST.match(page_request.path["digest"]):
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_DOCUMENT", digest=page_request.path["digest"][:80]))
    return f"{page_request.parent}/cases/{page_request.path['case']}/files/{page_request.path['digest']}"


def _number(text: str) -> int:
    number = parse_whole_number(text, least=1, most=MOST_PAGES)
    if number is None:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_PAGE", found=text[:20]))
    return number


async def _download_picture(page_request: PageRequest) -> Download:
    number = _number(page_request.path["number"])
    page = await open_page(page_request, _file_resource_name(page_request), number, outline=False)
    if isinstance(page, str) or not page.picture:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_PAGE", found=page_request.path["number"][:20]))
    return Download(f"{page_request.path['digest'][:8]}-{page.page_number}.png", "image/png", page.picture)


async def _download_file(page_request: PageRequest) -> Download:
    _, document = await _find_document(page_request)
    request = dossiers.GetCaseFileRequest(name=document.row.file.name or "-")
    if not document.is_stored:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_DOCUMENT", digest=document.digest))
    content = await page_request.receive("DossierService/GetCaseFile", request)
    return Download(document.row.file.file_name, document.row.file.media_type, content)


_LIST, _ADD, _DISCARD = (f"DossierService/{call}" for call in ("ListCaseEvidence", "AddCaseFile", "DiscardCaseFile"))
_LIST_PATH = "/workbench/cases/{case}/evidence"
PAGES = (
    Page(
        _LIST_PATH, "evidence.html.jinja", _LIST, _load_list, _add, **TAKES_DOCUMENTS,
    ),
    Page(
        f"{_LIST_PATH}/attach", "evidence.html.jinja", _ADD, _load_list, _attach, **TAKES_DOCUMENTS,
    ),
    Page(f"{_LIST_PATH}/{{digest}}", "document.html.jinja", _LIST, _load_document, _act),
    Page(f"{_LIST_PATH}/{{digest}}/remove", "document_removal.html.jinja", _DISCARD, _load_removal, _remove),
    Page(f"{_LIST_PATH}/{{digest}}/page/{{number}}.png", "", _LIST, _download_picture),
    Page(f"{_LIST_PATH}/{{digest}}/file", "", _LIST, _download_file),
)  # fmt: skip
