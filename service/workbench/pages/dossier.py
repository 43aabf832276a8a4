"""Dossier pages of a case: list of facts, and the form for one fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from rules.contracts import InputError, Violation, format_for_display, message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.cases.dossiers import declared_content, format_value
from service.input.dossier.values import number_and_unit
from service.workbench.case_documents import CaseDocument, choices_of, load_documents
from service.workbench.message_forms import reporting_at
from service.workbench.page import LIVE, Page, PrefilledForm
from service.workbench.pages.case_pages import (
    case_page_context,
    case_part_context,
    item_with_step,
    steps_since_form,
    take_step,
)
from service.workbench.queries import MOST, id_of, load_case
from service.workbench.scorecard_lookup import once_for_version, version_in_force
from service.workbench.titles import answer_titles, number_text, title_of, waited_for
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    fact_pb2,
    fact_reuse_service_pb2 as reuse,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from fractions import Fraction

    from rules.model import FactDefinition, Scorecard
    from service.workbench.page import PageRequest, Shown
    from touchstone.v1.types_pb2 import Value

_message = message_factory(__name__)

SINGLE_FIELD_KINDS = ("number", "flag", "choice", "date", "text")
DECLARED_BY_FORM = frozenset({*SINGLE_FIELD_KINDS, "choices", "period"})
VALUE, FIRST_DAY, LAST_DAY, NONE_OF_THEM, NOT_APPLICABLE = (
    "value", "value_first", "value_last", "value_none", "value_not_applicable",
)  # fmt: skip
"""Form fields of a value; the document page retains all fields that start with "value"."""
JUDGEMENTS = {
    "accepted": fact_pb2.Verification.JUDGEMENT_ACCEPTED,
    "corrected": fact_pb2.Verification.JUDGEMENT_CORRECTED,
    "rejected": fact_pb2.Verification.JUDGEMENT_REJECTED,
}
_MAX_COLUMNS = 256
_OPEN_STATE = "open"
_BOUND_DECIMALS = 2
_LOCATOR_FIELDS = ("page", "cell", "quote")
_VALUE_FIELDS = (VALUE, FIRST_DAY, LAST_DAY, NONE_OF_THEM, NOT_APPLICABLE)
_FORM_FIELDS = {
    "value": VALUE, "corrected_value": "corrected", "method": "method", "reason": "reason", "first_date": FIRST_DAY,
    "last_date": LAST_DAY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactPrompt:
    """A fact definition for forms, with texts in one language."""

    id: str
    title: str
    kind: str
    unit: str
    choices: Sequence[tuple[str, str]]
    evidence_kinds: Sequence[str]
    may_not_apply: bool = False
    at_least: str = ""
    at_most: str = ""
    assurance: str = "none"
    maximum_age_months: int | None = None
    can_be_stated: bool = True
    language: str = "en"
    fields: Mapping[str, FactPrompt] = field(default_factory=dict)

    def value_text(self, value: Value, words: Mapping[str, Any]) -> str:
        titles = dict(self.choices)
        match value.WhichOneof("kind"):
            case "choice":
                return titles.get(value.choice, value.choice)
            case "choices":
                return str(words["comma"].join(titles.get(choice, choice) for choice in value.choices.values)) or "–"
            case "flag":
                return str(words["yes" if value.flag else "no"])
            case "number":
                return number_text(value.number, value.unit, self.language)
            case "period":
                return str(words["from_to"].format(first=value.period.first_date, last=value.period.last_date))
            case "records":
                return str(words["records"].format(count=len(value.records.values)))
            case "not_applicable":
                return str(words["not_applicable"])
            case _:
                return format_value(value)


async def fact_prompts(page_request: PageRequest, scorecard: str) -> Mapping[str, FactPrompt]:
    """Return the facts of the scorecard version in force, by id."""
    return prompts_of(await version_in_force(page_request, scorecard), page_request.language)


@once_for_version
def prompts_of(card: Scorecard, language: str) -> Mapping[str, FactPrompt]:
    """Return the facts of a scorecard version, by id."""
    records = {
        record.id: {field.id: _fact_prompt(field, language, {}) for field in record.fields} for record in card.records
    }
    return {fact.id: _fact_prompt(fact, language, records.get(fact.record or "", {})) for fact in card.facts}


def _fact_prompt(fact: FactDefinition, language: str, fields: Mapping[str, FactPrompt]) -> FactPrompt:
    choices = [(choice.id, title_of(choice.labels, language) or choice.id) for choice in fact.choices]
    return FactPrompt(
        fact.id, title_of(fact.labels, language) or fact.id, fact.type.value, fact.unit, choices, fact.evidence,
        fact.may_not_apply, _bound_text(fact.at_least), _bound_text(fact.at_most), fact.assurance.value,
        fact.maximum_age_months, fact.can_be_stated, language, fields,
    )  # fmt: skip


def _bound_text(number: Fraction | None) -> str:
    return "" if number is None else format_for_display(number, _BOUND_DECIMALS)


async def load_dossier(
    page_request: PageRequest, item: str = "", *, revision: int = 0, since_revision: int = 0, fact_id: str = ""
) -> dossiers.CaseDossier:
    """Return the dossier of the addressed case or surveillance `item`; revision 0 is the newest."""
    request = dossiers.GetCaseDossierRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}", item=item,
        language_code=page_request.language, revision=revision, since_revision=since_revision, fact_id=fact_id,
    )  # fmt: skip
    dossier: dossiers.CaseDossier = await page_request.ask("DossierService/GetCaseDossier", request)
    return dossier


async def _load(page_request: PageRequest) -> Shown:
    _, _, shown = await case_page_context(page_request)
    dossier = await load_dossier(page_request)
    prompts = await fact_prompts(page_request, dossier.scorecard)
    waiting = await waiting_titles(page_request, dossier)
    known = {declared.fact_id: declared for declared in dossier.content.facts}
    _, documents = await load_documents(page_request)
    only_open = page_request.query.get("show") == _OPEN_STATE
    sections: dict[str, list[tuple[dossiers.DossierFact, FactPrompt, fact_pb2.Fact]]] = {}
    for row in dossier.facts:
        if not only_open or row.waiting_ids or row.state in {_OPEN_STATE, "differing", "rejected"}:
            fact = known.get(row.fact_id, fact_pb2.Fact())
            sections.setdefault(row.section, []).append((row, prompts[row.fact_id], fact))
    return {
        **shown, "dossier": dossier, "sections": sections, "only_open": only_open, "waiting": waiting,
        "unread": parse_whole_number(page_request.query.get("unread", ""), most=_MAX_COLUMNS) or 0,
        "titles": {document.row.evidence.evidence_id: document.title for document in documents if document.is_stated},
        "reused": await reused_facts(page_request), "cause": cause_word, "id_of": id_of,
        "count": len(dossier.facts), "known": sum(dossier_fact.state != _OPEN_STATE for dossier_fact in dossier.facts),
    }  # fmt: skip


async def reused_facts(page_request: PageRequest) -> Mapping[str, reuse.ReusedFact]:
    """Return the facts that the addressed case reused, by fact; none if the caller may not list them."""
    if not page_request.may(REUSED):
        return {}
    name = f"{page_request.parent}/cases/{page_request.path['case']}"
    request = reuse.ListReusedFactsRequest(parent=page_request.parent, case_name=name, page_size=MOST)
    part = await page_request.ask_part(REUSED, request)
    return {} if part.answer is None else {fact.fact_id: fact for fact in part.answer.reused_facts}


def cause_word(fact: reuse.ReusedFact) -> str:
    """Return the word key of the change of a source; empty if there is none."""
    return reuse.ReusedFact.Cause.Name(fact.cause).removeprefix("CAUSE_").lower() if fact.cause else ""


async def load_fact(page_request: PageRequest) -> Shown:
    """Load the page of one fact with its form."""
    is_part = page_request.asks_part
    case, _, shown = await (case_part_context if is_part else case_page_context)(page_request)
    dossier = await load_dossier(page_request)
    prompt = await addressed_fact_prompt(page_request, dossier)
    fact = next((declared for declared in dossier.content.facts if declared.fact_id == prompt.id), fact_pb2.Fact())
    row = next(dossier_fact for dossier_fact in dossier.facts if dossier_fact.fact_id == prompt.id)
    may_declare = (item_with_step(case, "declare"), "declare") in shown["mine"]
    steps = ["declare"] if may_declare and not fact.ratings else []
    if is_part:
        listed, documents = dossiers.ListCaseEvidenceResponse(), list[CaseDocument]()
    else:
        listed, documents = await load_documents(page_request)
    evidence_ids = page_request.several("rests") if page_request.values else list(fact.value.evidence_ids)
    return {
        **shown, "dossier": dossier, "asked": prompt,
        "origin": None if is_part else (await reused_facts(page_request)).get(prompt.id), "cause": cause_word,
        "id_of": id_of, "fact": fact, "row": row, "steps": steps,
        "waiting": await waiting_titles(page_request, dossier, prompt.id),
        "looks": page_request.may(EVALUATE), "is_brief": False, "may_assess": page_request.may(VERIFYING),
        "typed": prompt.kind in DECLARED_BY_FORM, "typed_value": typed_value(page_request, fact, prompt),
        "moves": None,
        "choices": choices_of(page_request, documents, prompt.evidence_kinds, evidence_ids, known_places(fact)),
        "stated": {
            document.row.evidence.evidence_id: document for document in documents if document.is_stated
        },
        "places": _page_queries(fact),
        "files_kept": listed.files_kept and page_request.may("DossierService/AddCaseFile"),
        "most_bytes": listed.maximum_bytes,
        "since": steps_since_form(page_request, case),
        "comments": [comment for comment in dossier.comments if comment.fact_id == prompt.id],
    }  # fmt: skip


def _page_queries(fact: fact_pb2.Fact) -> Mapping[str, str]:
    """Return the query of the quoted page by evidence id."""
    places = known_places(fact).items()
    return {id: f"?page={page}&quote={quote(words)}" for id, (page, _, words) in places if parse_whole_number(page)}


async def waiting_titles(
    page_request: PageRequest, dossier: dossiers.CaseDossier, fact_id: str = ""
) -> Mapping[str, Sequence[str]]:
    """Return the titles of undetermined results that wait for each fact."""
    known_titles = answer_titles(await version_in_force(page_request, dossier.scorecard), page_request.language)
    return {
        fact.fact_id: waited_for(fact.waiting_ids, known_titles)
        for fact in dossier.facts
        if fact.waiting_ids and fact_id in ("", fact.fact_id)
    }


def known_places(fact: fact_pb2.Fact) -> dict[str, tuple[str, str, str]]:
    """Return page, cell and quote by evidence id, without locations of single records."""
    return {
        place.evidence_id: (place.place.page, place.place.cell, place.place.quote)
        for place in fact.places
        if not place.record_key
    }


async def addressed_fact_prompt(page_request: PageRequest, dossier: dossiers.CaseDossier) -> FactPrompt:
    """Return the addressed fact; raise Refusal if the dossier lacks it."""
    prompt = (await fact_prompts(page_request, dossier.scorecard)).get(page_request.path["fact"])
    if prompt is None or all(fact.fact_id != prompt.id for fact in dossier.facts):
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_FACT", fact=page_request.path["fact"][:80]))
    return prompt


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    if page_request.typed("do") == "find":  # document search without JavaScript
        return PrefilledForm(page_request.address, page_request.values)
    if page_request.typed("step") != "declare":
        raise InputError.of("step", _message("NO_STEP"), "REQUIRED")
    dossier = await load_dossier(page_request)
    prompt = await addressed_fact_prompt(page_request, dossier)
    content = declared_content(dossier.content, but=prompt.id)
    content.facts.append(read_declared_fact(page_request, prompt, dossier.content))
    item = item_with_step(await load_case(page_request), "declare")
    with reporting_at_form_fields(prompt):
        await take_step(page_request, "declare", cases.CaseContent(dossier=content), item)
    return f"/workbench/cases/{page_request.path['case']}/dossier#f-{prompt.id}"


def typed_value(page_request: PageRequest, fact: fact_pb2.Fact, prompt: FactPrompt) -> Mapping[str, Sequence[str]]:
    """Return the form values: typed if a form was sent, otherwise declared."""
    if page_request.values:
        return {name: page_request.values.get(name, ()) for name in _VALUE_FIELDS}
    return held_value(fact.value, prompt)


def held_value(value: Value, prompt: FactPrompt) -> Mapping[str, Sequence[str]]:
    """Return the form values of a declared value."""
    form_values: dict[str, Sequence[str]] = dict.fromkeys(_VALUE_FIELDS, ())
    match value.WhichOneof("kind"):
        case "not_applicable":
            form_values[NOT_APPLICABLE] = ["true"]
        case "choices":
            form_values[VALUE] = list(value.choices.values)
            form_values[NONE_OF_THEM] = () if form_values[VALUE] else ["true"]
        case "period":
            form_values[FIRST_DAY], form_values[LAST_DAY] = [value.period.first_date], [value.period.last_date]
        case _:
            form_values[VALUE] = list(filter(None, [form_value(value, prompt)]))
    return form_values


def has_typed_value(page_request: PageRequest) -> bool:
    """Return whether the form contains a value."""
    return any(page_request.typed(name).strip() for name in _VALUE_FIELDS)


def form_value(value: Value, prompt: FactPrompt) -> str:
    """Return a value as form text, with its unit only if it differs from the fact's unit."""
    match value.WhichOneof("kind"):
        case "not_applicable" | None:
            return ""
        case "flag":
            return str(value.flag).lower()
        case "number" if value.unit == prompt.unit:
            return value.number
        case _:
            return format_value(value)


def reporting_at_form_fields(prompt: FactPrompt) -> AbstractContextManager[None]:
    """Report the violations of a request at the form fields of a fact."""
    return reporting_at(lambda path: _form_field(path, prompt))


def _form_field(path: str, prompt: FactPrompt) -> str:
    path_before, marker, part = path.partition(f"facts[{prompt.id}]")
    if not marker:
        return path_before
    names = [segment.partition("[")[0] for segment in part.split(".")]
    if "evidence_ids" in names:
        return "rests"
    return next((_FORM_FIELDS[name] for name in reversed(names) if name in _FORM_FIELDS), VALUE)


def read_declared_fact(page_request: PageRequest, prompt: FactPrompt, before: dossiers.DossierContent) -> fact_pb2.Fact:
    """Return a fact as typed, with its locations in evidence."""
    fact = fact_pb2.Fact(fact_id=prompt.id)
    if has_typed_value(page_request):
        set_typed_value(fact.value, VALUE, page_request, prompt)
        fact.value.evidence_ids.extend(page_request.several("rests"))
    declared_before = next((declared for declared in before.facts if declared.fact_id == prompt.id), fact_pb2.Fact())
    typed = {id: _typed_locator(page_request, id) for id in fact.value.evidence_ids}
    for place in declared_before.places:
        if place.evidence_id in typed and (place.record_key or typed[place.evidence_id] is None):
            fact.places.append(place)
    for id, locator in typed.items():
        if locator is not None and locator != fact_pb2.Locator():
            fact.places.add(evidence_id=id, place=locator)
    return fact


def _typed_locator(page_request: PageRequest, evidence_id: str) -> fact_pb2.Locator | None:
    parts = {part: f"{part}-{evidence_id}" for part in _LOCATOR_FIELDS}
    if not page_request.values.keys() & set(parts.values()):
        return None
    return fact_pb2.Locator(**{part: page_request.typed(name).strip() for part, name in parts.items()})


def read_verified_fact(page_request: PageRequest, prompt: FactPrompt) -> fact_pb2.Fact:
    """Return the typed verification; raise InputError if no judgement is chosen."""
    fact = fact_pb2.Fact(fact_id=prompt.id)
    judgement = page_request.typed("judgement")
    if judgement not in JUDGEMENTS:
        needed = [name for name in ("method", "reason") if not page_request.typed(name).strip()]
        lacking = (Violation(name, _message("NEEDED_TO_VERIFY"), "REQUIRED") for name in needed)
        raise InputError((Violation("judgement", _message("NO_JUDGEMENT"), "REQUIRED"), *lacking))
    fact.verification.judgement = JUDGEMENTS[judgement]
    fact.verification.method = page_request.typed("method").strip()
    if judgement != "accepted":
        fact.verification.reason = page_request.typed("reason").strip()
    if judgement == "corrected":
        set_typed_value(fact.verification.corrected_value, "corrected", page_request, prompt)
        fact.verification.corrected_value.evidence_ids.extend(page_request.several("rests"))
    return fact


def set_typed_value(value: Value, name: str, page_request: PageRequest, prompt: FactPrompt) -> None:
    """Set `value` to the typed value; the service validates it."""
    text = page_request.typed(name).strip()
    if name == VALUE and page_request.typed(NOT_APPLICABLE):
        value.not_applicable = True
        return
    match prompt.kind:
        case "choices" if name == VALUE:
            value.choices.values.extend(page_request.several(name))
        case "period" if name == VALUE:
            value.period.first_date = page_request.typed(FIRST_DAY).strip()
            value.period.last_date = page_request.typed(LAST_DAY).strip()
        case "flag" if text in {"true", "false"}:
            value.flag = text == "true"
        case "number":
            number, unit = number_and_unit(text)
            value.number, value.unit = number, unit or prompt.unit
        case "choice":
            value.choice = text
        case "date":
            value.date = text
        case "text":
            value.text = text
        case _:
            raise InputError.of(name, _message("BY_FILE"), "WRONG_TYPE")


EVALUATE = "EvaluationService/EvaluateSubject"
VERIFYING = "DossierService/CompareCaseEvaluations"
"""Call allowed to all certification body staff but no applicant; permits viewing assessor judgements."""
REUSED = "FactReuseService/ListReusedFacts"
_GET = "DossierService/GetCaseDossier"
PAGES = (
    Page("/workbench/cases/{case}/dossier", "dossier.html.jinja", _GET, _load, script=LIVE),
    Page("/workbench/cases/{case}/dossier/{fact}", "dossier_fact.html.jinja", _GET, load_fact, _act, script=LIVE),
)
