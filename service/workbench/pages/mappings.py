"""Pages of column mappings: list, suggestion and editor for a spreadsheet, and files read with a saved mapping."""

from __future__ import annotations

import base64
import binascii
import re
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, message_factory
from service.base.evidence_kinds import kind_word, kind_words
from service.base.resource_names import parse_card
from service.base.whole_numbers import parse_whole_number
from service.mappings.declared_data import declared_with, step_reason, subject_lines
from service.mappings.mapping_targets import SUBJECT, targets_of
from service.workbench.page import Download, Page
from service.workbench.pages.case_pages import case_page_context, item_with_step
from service.workbench.pages.dossier import load_dossier
from service.workbench.queries import id_of
from service.workbench.scorecard_lookup import version_in_force
from service.workbench.titles import title_of
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    mapping_service_pb2 as mappings,
    scorecard_service_pb2 as scorecards,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_SERVICE = "MappingService"
_LIST, _GET, _CREATE = f"{_SERVICE}/ListMappings", f"{_SERVICE}/GetMapping", f"{_SERVICE}/CreateMapping"
_SUGGEST, _PREVIEW, _APPLY = f"{_SERVICE}/SuggestMapping", f"{_SERVICE}/PreviewMapping", f"{_SERVICE}/ApplyMapping"
_ROOT = "/workbench/mappings"
_MOST = 1_000
_MAX_COLUMNS = 256
_MAX_CARRIED_BYTES = 700_000
_MARKS = {"point": mappings.MAPPING_DECIMAL_MARK_POINT, "comma": mappings.MAPPING_DECIMAL_MARK_COMMA}
_ORDERS = {
    "day_month_year": mappings.MAPPING_DATE_ORDER_DAY_MONTH_YEAR,
    "month_day_year": mappings.MAPPING_DATE_ORDER_MONTH_DAY_YEAR,
}
_MAX_CONSTANTS, _BLANK_CONSTANTS = 40, 2
_SEPARATOR = ";"
_MAPPING_FIELD = re.compile(r"mapping\.(?P<list>columns|constants)\[(?P<number>[0-9]+)\]\.(?P<name>[a-z_]+)")
_MAX_FIELDS = 2_200
_WITH_FILE: dict[str, Any] = {"takes_file": True, "max_fields": _MAX_FIELDS}
_JSONL = "application/jsonl"


async def _load_list(page_request: PageRequest) -> Shown:
    request = mappings.ListMappingsRequest(
        parent=page_request.parent, page_token=page_request.query.get("page_token", "")
    )
    listed = await page_request.ask(_LIST, request)
    titles = await _card_titles(page_request)
    return {
        "mappings": listed.mappings, "next": listed.next_page_token, "id_of": id_of, "titles": titles,
        "cards": sorted(titles.items(), key=lambda card: card[1]), "may_write": page_request.may(_CREATE),
    }  # fmt: skip


async def _card_titles(page_request: PageRequest) -> dict[str, str]:
    request = scorecards.ListScorecardsRequest(page_size=_MOST)
    listed = await page_request.ask("ScorecardService/ListScorecards", request)
    return {
        card.name: title_of(card.titles, page_request.language) or id_of(card.name)
        for card in listed.scorecards
        if card.current_version
    }


async def _load_new(page_request: PageRequest) -> Shown:
    """Show the editor: with the suggestion for the sent file, or as typed."""
    card = page_request.typed("scorecard", page_request.query.get("scorecard", ""))
    titles = await _card_titles(page_request)
    shown: Shown = {
        "cards": sorted(titles.items(), key=lambda each: each[1]), "card": card, "columns": [], "case":
        page_request.typed("case", page_request.query.get("case", "")), "matching": [], "id_of": id_of,
        "carried": "", "revision": page_request.typed("revision"), "action": f"{_ROOT}/save", "mapping": None,
        **_choices(page_request),
    }  # fmt: skip
    if not page_request.answers_form:
        return shown
    if page_request.typed("heading-0"):
        return {**shown, **await _typed_editor(page_request, card)}
    if not page_request.file or page_request.errors:
        if not page_request.file and not page_request.errors:
            page_request.note_problems(InputError.of("file", _message("NO_SPREADSHEET"), "REQUIRED"))
        return shown
    try:
        suggested = await page_request.ask(
            _SUGGEST,
            mappings.SuggestMappingRequest(
                parent=page_request.parent,
                scorecard=card,
                file=mappings.MappedFile(content=page_request.file),
                sheet=page_request.typed("sheet").strip(),
                header_row=parse_whole_number(page_request.typed("header_row")) or 0,
            ),
        )
    except InputError as error:
        page_request.note_problems(error)
        return shown
    return {**shown, **await _suggested_editor(page_request, suggested)}


def _choices(page_request: PageRequest) -> Shown:
    return {
        "marks": page_request.choices("mapping_mark", _MARKS),
        "orders": page_request.choices("mapping_order", _ORDERS), "words_text": _words_text,
    }  # fmt: skip


async def _suggested_editor(page_request: PageRequest, suggested: mappings.SuggestMappingResponse) -> Shown:
    content = page_request.file or b""
    examples = {column.heading: (column.letters, list(column.examples)) for column in suggested.columns}
    return {
        **await _editor(page_request, suggested.mapping, examples), "matching": suggested.matching_mappings,
        "carried": base64.b64encode(content).decode() if len(content) <= _MAX_CARRIED_BYTES else "",
    }  # fmt: skip


async def _typed_editor(page_request: PageRequest, card: str) -> Shown:
    problems: list[Violation] = []
    mapping = _typed_mapping(page_request, card, problems)
    examples = {
        column.heading: (page_request.typed(f"letters-{number}"), [page_request.typed(f"examples-{number}")])
        for number, column in enumerate(mapping.columns)
    }
    typed_words = {
        column.heading: page_request.typed(f"words-{number}") for number, column in enumerate(mapping.columns)
    }
    return {
        **await _editor(page_request, mapping, examples), "carried": page_request.typed("carried"),
        "words_text": lambda column: typed_words[column.heading],
    }  # fmt: skip


async def _editor(
    page_request: PageRequest, mapping: mappings.Mapping, examples: Mapping[str, tuple[str, list[str]]]
) -> Shown:
    """Return the fields of a mapping, with the examples of its columns."""
    scorecard = await version_in_force(page_request, str(parse_card(mapping.scorecard)))
    names = kind_words(page_request.language)
    kinds = sorted({kind for fact in scorecard.facts for kind in fact.evidence}) or sorted(names)
    constants = [*mapping.constants, *(mappings.MappedConstant() for _ in range(_BLANK_CONSTANTS))]
    return {
        "columns": [(column, *examples.get(column.heading, ("", []))) for column in mapping.columns],
        "targets": await _targets(page_request, mapping.scorecard),
        "facts": await _targets(page_request, mapping.scorecard, only_facts=True),
        "sheet": mapping.sheet, "header_row": mapping.header_row, "title": mapping.display_name,
        "mark": next((name for name, number in _MARKS.items() if number == mapping.decimal_mark), ""),
        "order": next((name for name, number in _ORDERS.items() if number == mapping.date_order), ""),
        "skipped": f"{_SEPARATOR} ".join(mapping.skipped_words), "constants": constants,
        "kinds": [(kind, names.get(kind, kind)) for kind in kinds], "evidence": mapping.evidence,
        "found": sum(bool(column.target) for column in mapping.columns),
    }  # fmt: skip


def _words_text(column: mappings.MappedColumn) -> str:
    return f"{_SEPARATOR} ".join(f"{word} = {value}" for word, value in sorted(column.words.items()))


def _typed_words(text: str, field: str, problems: list[Violation]) -> dict[str, str]:
    """Parse words with their values, such as "ja = yes; nein = no"."""
    words = {}
    for item in _parts(text):
        word, _, value = (part.strip() for part in item.rpartition("="))
        if not word or not value:
            problems.append(Violation(field, _message("MAPPED_WORD", found=item[:60]), "MALFORMED"))
        words[word] = value
    return words


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace("；", _SEPARATOR).split(_SEPARATOR) if part.strip()]


async def _targets(page_request: PageRequest, card: str, *, only_facts: bool = False) -> list[tuple[str, str]]:
    targets = targets_of(await version_in_force(page_request, str(parse_card(card))))
    titles = [] if only_facts else [(SUBJECT, page_request.w["mappings"]["subject"])]
    for id, target in targets.items():
        if only_facts and target.list is not None:
            continue
        unit = target.definition.unit
        title = target.title(page_request.language)
        titles.append((id, f"{title} ({page_request.unit(unit)})" if unit else title))
    return titles


def _typed_mapping(page_request: PageRequest, card: str, problems: list[Violation]) -> mappings.Mapping:
    mapping = mappings.Mapping(
        display_name=page_request.typed("display_name").strip(),
        scorecard=card,
        sheet=page_request.typed("sheet"),
        header_row=parse_whole_number(page_request.typed("header_row")) or 0,
        decimal_mark=_MARKS.get(page_request.typed("decimal_mark")),
        date_order=_ORDERS.get(page_request.typed("date_order")),
        skipped_words=_parts(page_request.typed("skipped_words")),
    )
    for number in range(_MAX_COLUMNS):
        heading = page_request.typed(f"heading-{number}")
        if not heading:
            break
        mapping.columns.add(
            heading=heading,
            target=page_request.typed(f"target-{number}"),
            unit=page_request.typed(f"unit-{number}").strip(),
            unit_heading=page_request.typed(f"unit_heading-{number}"),
            words=_typed_words(page_request.typed(f"words-{number}"), f"words-{number}", problems),
        )
    for number in range(_MAX_CONSTANTS):
        if target := page_request.typed(f"constant_target-{number}"):
            value, unit = (page_request.typed(f"constant_{name}-{number}").strip() for name in ("value", "unit"))
            mapping.constants.add(target=target, value=value, unit=unit)
    kind, issuer = page_request.typed("evidence_kind"), page_request.typed("evidence_issuer").strip()
    if kind or issuer:
        mapping.evidence.kind, mapping.evidence.issuer = kind, issuer
    return mapping


def _checked_mapping(page_request: PageRequest, card: str) -> mappings.Mapping:
    """Return the typed mapping; raise InputError for words without a value."""
    problems: list[Violation] = []
    mapping = _typed_mapping(page_request, card, problems)
    if problems:
        raise InputError(tuple(problems))
    return mapping


async def _load_edit(page_request: PageRequest) -> Shown:
    """Show the editor of a stored mapping: its newest revision, or as typed."""
    stored: mappings.Mapping = await page_request.ask(_GET, mappings.GetMappingRequest(name=_name(page_request)))
    shown: Shown = {
        "card": stored.scorecard, "case": "", "matching": [], "carried": "", "action": page_request.address,
        "revision": page_request.typed("revision") or stored.revision, "mapping": stored, "id_of": id_of,
        **_choices(page_request),
    }  # fmt: skip
    if page_request.answers_form:
        return {**shown, **await _typed_editor(page_request, stored.scorecard)}
    return {**shown, **await _editor(page_request, stored, {})}


async def _save_edit(page_request: PageRequest) -> str:
    """Store the typed mapping as the next revision; the client and the scorecard remain."""
    stored: mappings.Mapping = await page_request.ask(_GET, mappings.GetMappingRequest(name=_name(page_request)))
    mapping = _checked_mapping(page_request, stored.scorecard)
    mapping.client = stored.client
    request = mappings.CreateMappingRequest(
        parent=page_request.parent, mapping_id=page_request.path["mapping"], mapping=mapping,
        base_revision=parse_whole_number(page_request.typed("revision")) or stored.revision,
    )  # fmt: skip
    await _ask_with_form(page_request, _CREATE, request)
    return f"{_ROOT}/{page_request.path['mapping']}"


async def _ask_with_form(page_request: PageRequest, call: str, request: Any) -> Any:
    """Make a call with the typed mapping; its errors name the fields of the form."""
    try:
        return await page_request.ask(call, request)
    except InputError as error:
        named = (replace(each, field=_form_field(each.field)) for each in error.violations)
        raise InputError(tuple(named)) from None


def _form_field(field: str) -> str:
    match = _MAPPING_FIELD.fullmatch(field)
    if match is None:
        return field.removeprefix("mapping.").replace("evidence.", "evidence_")
    return f"{'constant_' if match['list'] == 'constants' else ''}{match['name']}-{match['number']}"


async def _save(page_request: PageRequest) -> str:
    """Check the mapping with the file, store it, and read the file into the case if there is one."""
    card = page_request.typed("scorecard")
    mapping, content = _checked_mapping(page_request, card), _carried(page_request)
    if case := page_request.typed("case"):
        mapping.client = (await _case(page_request, case)).client
    if content:
        request = mappings.PreviewMappingRequest(
            parent=page_request.parent, mapping=mapping, file=mappings.MappedFile(content=content)
        )
        await _ask_with_form(page_request, _PREVIEW, request)
    saved = await _ask_with_form(
        page_request,
        _CREATE,
        mappings.CreateMappingRequest(
            parent=page_request.parent, mapping_id=f"m-{uuid.uuid4().hex[:12]}", mapping=mapping
        ),
    )
    if not case:
        return f"{_ROOT}/{id_of(saved.name)}"
    if not content:
        return f"/workbench/cases/{case}/mapped-file?mapping={id_of(saved.name)}"
    return await _declare(page_request, case, saved.name, content)


def _carried(page_request: PageRequest) -> bytes:
    try:
        return base64.b64decode(page_request.typed("carried"), validate=True)
    except (binascii.Error, ValueError):
        return b""


async def _case(page_request: PageRequest, id: str) -> cases.Case:
    request = cases.GetCaseRequest(name=f"{page_request.parent}/cases/{id}")
    case: cases.Case = await page_request.ask_once("CaseService/GetCase", request)
    return case


async def _declare(page_request: PageRequest, case: str, mapping: str, content: bytes) -> str:
    """Read a file with a mapping and declare its facts in a case; return the address of the dossier.

    Other facts of the case remain. The address has the number of new columns, which were not read.
    """
    name = f"{page_request.parent}/cases/{case}"
    known: dossiers.CaseDossier = await page_request.ask(
        "DossierService/GetCaseDossier", dossiers.GetCaseDossierRequest(name=name)
    )
    data: mappings.MappedData = await page_request.ask(
        _APPLY, mappings.ApplyMappingRequest(name=mapping, file=mappings.MappedFile(content=content))
    )
    request = cases.TakeCaseStepRequest(
        name=name, item=item_with_step(await _case(page_request, case), "declare"), step="declare",
        content=cases.CaseContent(dossier=declared_with(known, data)),
        revision=parse_whole_number(page_request.typed("revision")) or known.case_revision,
        reason=step_reason(data, page_request.typed("reason")),
    )  # fmt: skip
    await page_request.ask("CaseService/TakeCaseStep", request)
    new = f"?unread={len(data.new_headings)}" if data.new_headings else ""
    return f"/workbench/cases/{case}/dossier{new}"


async def _load_mapping(page_request: PageRequest) -> Shown:
    mapping: mappings.Mapping = await page_request.ask(_GET, mappings.GetMappingRequest(name=_name(page_request)))
    targets = dict(await _targets(page_request, mapping.scorecard))
    titles = await _card_titles(page_request)
    return {
        "mapping": mapping, "id_of": id_of, "targets": targets,
        "card_title": titles.get(mapping.scorecard, id_of(mapping.scorecard)),
        "read": [column for column in mapping.columns if column.target],
        "unread": [column.heading for column in mapping.columns if not column.target],
        "may_write": page_request.may(_CREATE) and (not page_request.acts_for_client or bool(mapping.client)),
        "kind": kind_word(mapping.evidence.kind, page_request.language),
    }  # fmt: skip


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/mappings/{page_request.path['mapping']}"


async def _use_mapping(page_request: PageRequest) -> str | Download:
    if page_request.typed("do") == "delete":
        await page_request.ask(f"{_SERVICE}/DeleteMapping", mappings.DeleteMappingRequest(name=_name(page_request)))
        return _ROOT
    if not page_request.file:
        raise InputError.of("file", _message("NO_SPREADSHEET"), "REQUIRED")
    file = mappings.MappedFile(content=page_request.file)
    data = await page_request.ask(_APPLY, mappings.ApplyMappingRequest(name=_name(page_request), file=file))
    return Download(f"{page_request.path['mapping']}.jsonl", _JSONL, subject_lines(data))


async def _load_case_file(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    dossier = await load_dossier(page_request)
    request = mappings.ListMappingsRequest(
        parent=page_request.parent, scorecard=dossier.scorecard, client=case.client, page_size=_MOST
    )
    listed: Sequence[mappings.Mapping] = (await page_request.ask(_LIST, request)).mappings
    newest = sorted(listed, key=lambda mapping: mapping.create_time.ToNanoseconds(), reverse=True)
    return {
        **shown, "may_declare": (item_with_step(case, "declare"), "declare") in shown["mine"],
        "scorecard": dossier.scorecard,
        "choices": [(id_of(mapping.name), mapping.display_name) for mapping in newest],
        "chosen": page_request.typed("mapping") or page_request.query.get("mapping", ""),
    }  # fmt: skip


async def _read_case_file(page_request: PageRequest) -> str:
    if not page_request.file:
        raise InputError.of("file", _message("NO_SPREADSHEET"), "REQUIRED")
    if not page_request.typed("mapping"):
        raise InputError.of("mapping", _message("NO_MAPPING"), "REQUIRED")
    name = f"{page_request.parent}/mappings/{page_request.typed('mapping')}"
    return await _declare(page_request, page_request.path["case"], name, page_request.file)


PAGES = (
    Page(_ROOT, "mappings.html.jinja", _LIST, _load_list, nav="mappings", nav_group="results"),
    Page(
        f"{_ROOT}/new", "mapping_editor.html.jinja", _SUGGEST, _load_new, is_preview=True, script="mappings.js",
        **_WITH_FILE,
    ),
    Page(f"{_ROOT}/save", "mapping_editor.html.jinja", _CREATE, _load_new, _save, script="mappings.js", **_WITH_FILE),
    Page(
        f"{_ROOT}/{{mapping}}/edit", "mapping_editor.html.jinja", _CREATE, _load_edit, _save_edit, script="mappings.js",
        max_fields=_MAX_FIELDS,
    ),
    Page(f"{_ROOT}/{{mapping}}", "mapping.html.jinja", _GET, _load_mapping, _use_mapping, takes_file=True),
    Page(
        "/workbench/cases/{case}/mapped-file", "mapped_file.html.jinja", _APPLY, _load_case_file, _read_case_file,
        takes_file=True,
    ),
)  # fmt: skip
