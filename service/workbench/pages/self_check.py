"""Self-check pages: list of offered scorecards, one question at a time, and the result.

The form carries all answers; they are never stored and never part of an address.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.resource_names import UNNAMED_SUBJECT
from service.input.dossier.dossier_writer import comment, write_dossier
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import read_request
from service.output.report.formatters import CardFormatter, words as report_words
from service.output.report.ladder import ladder_of
from service.workbench.ladders import missing_facts, read_conclusion
from service.workbench.message_forms import reporting, reporting_at
from service.workbench.page import Download, Page
from service.workbench.pages.dossier import (
    NONE_OF_THEM,
    VALUE,
    has_typed_value,
    held_value,
    reporting_at_form_fields,
    set_typed_value,
    typed_value,
)
from service.workbench.pages.rules import certainty_word
from service.workbench.pages.score import bar_percentages, gates_by_outcome, possibility_word, result_figures
from service.workbench.queries import MOST, id_of, listed_all
from service.workbench.record_rows import held_rows, read_rows, row_field, typed_rows, with_empty_rows
from service.workbench.scorecard_lookup import parse_scorecard
from service.workbench.self_checks import SelfCheck, questions_with_prompts, read_answers
from service.workbench.titles import title_of, titles
from touchstone.v1 import (
    evaluation_pb2,
    evaluation_service_pb2,
    fact_pb2,
    self_check_service_pb2 as self_checks,
)
from touchstone.v1.types_pb2 import Value

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

    from rules.contracts import Subject
    from service.output.report.ladder import Ladder
    from service.workbench.page import PageRequest, Shown
    from service.workbench.self_checks import PromptedQuestion

_message = message_factory(__name__)

_LIST, _ASK = "SelfCheckService/ListOfferedScorecards", "SelfCheckService/GetQuestionnaire"
_TRY, _READ = "SelfCheckService/TryScorecard", "SelfCheckService/ReadAnswers"
_SCRIPT = "share.js"
_ANSWER_KINDS = ("grade", "stage", "verdict", "figures")
_SKIP, _BACK, _MORE_ROWS, _RESULT, _GO_TO = "skip", "back", "rows", "result", "at:"
_FIRST_ROWS, _ADDED_ROWS = 2, 5
_VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}", re.ASCII)
_PLACEHOLDER_DATE = "2000-01-01"
_YAML, _XLSX = "application/yaml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TOPICS = {
    evaluation_service_pb2.Statement.TOPIC_CONCLUSION: "conclusion",
    evaluation_service_pb2.Statement.TOPIC_LOSS: "loss",
    evaluation_service_pb2.Statement.TOPIC_WAY: "way",
    evaluation_service_pb2.Statement.TOPIC_ALTERNATIVE: "alternative",
    evaluation_service_pb2.Statement.TOPIC_STANDING: "standing",
}
"""Displayed statement topics; missing facts are listed in a table instead."""


async def _load_list(page_request: PageRequest) -> Shown:
    groups: dict[str, list[tuple[str, str, self_checks.OfferedScorecard]]] = {group: [] for group in _ANSWER_KINDS}
    request, language = self_checks.ListOfferedScorecardsRequest(page_size=MOST), page_request.language
    async for offered in listed_all(page_request, _LIST, request, "offered_scorecards"):
        group = word_of(self_checks.OfferedScorecard.Answer, offered.answer)
        id = id_of(offered.scorecard.name)
        groups[group].append((id, title_of(offered.scorecard.titles, language) or id, offered))
    rows = {group: sorted(cards, key=lambda row: row[1]) for group, cards in groups.items() if cards}
    return {"groups": rows, "purpose_of": lambda offered: title_of(offered.scorecard.purposes, language)}


async def _load_check(page_request: PageRequest) -> Shown | Download:
    check = await _load_self_check(page_request)
    question_id, do = page_request.typed("at"), page_request.typed("do")
    question = check.by_id.get(question_id)
    if shared_version := page_request.typed("shared"):
        check = replace(check, notes=_notes_of_link(page_request, check, shared_version))
    if page_request.file is not None and not page_request.errors:
        check = await _read_file(page_request, check)
    if page_request.errors or (question is not None and do == _MORE_ROWS):
        part = await page_request.part(_try(page_request, check))
        more = _ADDED_ROWS if do == _MORE_ROWS else _FIRST_ROWS
        return await _show_question(page_request, check, question_id, part.answer, empty_rows=more)
    with _reporting_at_answer(page_request, question):
        if question is not None:
            check = _with_typed_answer(page_request, check, question)
        tried = await _try(page_request, check)
    if do in _FILES:
        return await _FILES[do](page_request, check)
    next_id = _next_question(check, question_id, do, tried.record)
    if next_id in check.by_id:
        return await _show_question(page_request, check, next_id, tried, is_new=True)
    return await _show_result(page_request, check, tried)


async def _load_self_check(page_request: PageRequest) -> SelfCheck:
    scorecard = f"scorecards/{page_request.path['card']}"
    request = self_checks.GetQuestionnaireRequest(
        name=f"{scorecard}/questionnaire", language_code=page_request.language
    )
    questionnaire = await page_request.ask_once(_ASK, request)
    card = await page_request.in_thread(parse_scorecard, questionnaire.published_form)
    try:
        answers = read_answers(page_request.typed("answers"), scorecard)
    except InputError:
        if not page_request.errors:
            raise
        answers = read_answers("", scorecard)  # the page already shows the error
    return SelfCheck(card, questions_with_prompts(questionnaire.questions, card, page_request.language), answers)


def _notes_of_link(page_request: PageRequest, check: SelfCheck, shared_version: str) -> tuple[str, ...]:
    texts, now = page_request.w["self_check"], check.card.card.version
    if shared_version == now:
        return (texts["share_opened"],)
    then = shared_version if _VERSION.fullmatch(shared_version) else "?"
    return (texts["share_opened"], texts["share_other_version"].format(then=then, now=now))


async def _read_file(page_request: PageRequest, check: SelfCheck) -> SelfCheck:
    if not page_request.file:
        raise InputError.of("file", _message("NO_DOSSIER_FILE"), "REQUIRED")
    request = self_checks.ReadAnswersRequest(
        scorecard=check.answers.scorecard, content=page_request.file, language_code=page_request.language
    )
    with reporting_at(lambda _: "file"):
        read = await page_request.ask(_READ, request)
    answers = self_checks.TryScorecardRequest(
        scorecard=check.answers.scorecard, settings=read.settings, facts=read.facts
    )
    return replace(check, answers=answers, notes=tuple(read.notes))


async def _try(page_request: PageRequest, check: SelfCheck, language: str = "") -> self_checks.TryScorecardResponse:
    request = self_checks.TryScorecardRequest()
    request.CopyFrom(check.answers)
    request.language_code = language
    tried: self_checks.TryScorecardResponse = await page_request.ask(_TRY, request)
    return tried


def _with_typed_answer(page_request: PageRequest, check: SelfCheck, question: PromptedQuestion) -> SelfCheck:
    do, is_list = page_request.typed("do"), question.prompt.kind == "records"
    if do == _SKIP:
        return check.with_answer(question.id, None)
    if not (has_typed_value(page_request) or (is_list and typed_rows(page_request))):
        if do:
            return check
        raise InputError.of(VALUE, _message("NOTHING_TYPED"), "REQUIRED")
    value = Value()
    if is_list and not page_request.typed(NONE_OF_THEM):
        value = read_rows(page_request, question.prompt)
    elif is_list:
        value.records.SetInParent()
    else:
        set_typed_value(value, VALUE, page_request, question.prompt)
    if value.WhichOneof("kind") is None:
        raise InputError.of(VALUE, _message("NOTHING_TYPED"), "REQUIRED")
    return check.with_answer(question.id, value)


@contextmanager
def _reporting_at_answer(page_request: PageRequest, question: PromptedQuestion | None) -> Iterator[None]:
    if question is None:
        yield
        return
    is_list = question.prompt.kind == "records"
    at_value = nullcontext() if is_list else reporting_at_form_fields(question.prompt)
    with reporting(lambda violation: _at_answer(page_request, violation, question)), at_value:
        yield


def _at_answer(page_request: PageRequest, violation: Violation, question: PromptedQuestion) -> Violation:
    path = violation.field
    if path.startswith((f"facts[{question.id}]", f"settings[{question.id.partition(':')[2]}]")):
        return replace(violation, field=row_field(page_request, path, question.prompt) or VALUE)
    if "[" in path or "." in path:  # another answer sent with the form
        message = f"{path}: {page_request.localize(violation.description)}"
        return replace(violation, field="", description=message)
    return violation


def _next_question(check: SelfCheck, current_id: str, do: str, record: evaluation_pb2.EvaluationRecord) -> str:
    if do == _RESULT:
        return ""
    if do.startswith(_GO_TO):
        return do.removeprefix(_GO_TO)
    if current_id not in check.by_id:
        return check.first_wanted(check.movable(record)) if check.answer_values else next(iter(check.by_id), "")
    return check.before(current_id) if do == _BACK else check.after(current_id, check.movable(record))


async def _show_question(  # noqa: PLR0913 -- page state and trial result are passed separately
    page_request: PageRequest, check: SelfCheck, question_id: str, tried: self_checks.TryScorecardResponse | None, *,
    is_new: bool = False, empty_rows: int = _FIRST_ROWS,
) -> Shown:  # fmt: skip
    shown_question = check.by_id.get(question_id) or next(iter(check.by_id.values()))
    answer = check.answer_values.get(shown_question.id, Value())
    is_typed = not is_new and page_request.answers_form
    rows = typed_rows(page_request) if is_typed else held_rows(answer, shown_question.prompt)
    fields: Mapping[str, Sequence[str]] = held_value(answer, shown_question.prompt)
    if is_typed:
        fields = typed_value(page_request, fact_pb2.Fact(), shown_question.prompt)
    elif shown_question.prompt.kind == "records":
        is_none = answer.HasField("records") and not answer.records.values
        fields = {NONE_OF_THEM: ["true"] if is_none else []}
    return {
        **_common(page_request, check, tried), "asked": shown_question, "typed_value": fields,
        "rows": with_empty_rows(rows, shown_question.prompt, empty_rows), "key": check.key(shown_question.id),
        "place": check.place(shown_question.id), "of_section": check.of_section(shown_question.question.section),
        "moves_nothing": tried is not None
        and shown_question.id not in {*check.answer_values, *check.movable(tried.record)},
    }  # fmt: skip


async def _show_result(page_request: PageRequest, check: SelfCheck, tried: self_checks.TryScorecardResponse) -> Shown:
    language = page_request.language
    why = await page_request.part(_try(page_request, check, language))
    statements: dict[str, list[str]] = {}
    for statement in why.answer.explanation.statements if why.answer is not None else ():
        if statement.topic in _TOPICS:
            statements.setdefault(_TOPICS[statement.topic], []).append(statement.text)
    unproved = None
    if why.answer is not None and why.answer.HasField("unproved_conclusion"):
        unproved = _ladder(check, why.answer.unproved_conclusion, language)
    movable = check.movable(tried.record)
    return {
        **_common(page_request, check, tried), "asked": None, "statements": statements, "why_problem": why.problem,
        "unproved": unproved, "next_open": check.first_wanted(movable),
        "missing": [fact for fact in missing_facts(check.card, tried.record, language) if fact.id in movable],
        "stages": [(stage.stage, possibility_word(stage.possibility)) for stage in tried.record.conclusion.stages],
    }  # fmt: skip


def _common(page_request: PageRequest, check: SelfCheck, tried: self_checks.TryScorecardResponse | None) -> Shown:
    card, language = check.card, page_request.language
    record = evaluation_pb2.EvaluationRecord() if tried is None else tried.record
    return {
        "check": check, "card_id": card.card.id, "card_title": title_of(card.card.titles, language) or card.card.id,
        "version": card.card.version, "answered": len(check.answer_values),
        "gates": gates_by_outcome(card, record, language),
        "ladder": None if tried is None else _ladder(check, record.conclusion, language),
        "sections": [(section, bar_percentages(section)) for section in record.section_results],
        "figures": result_figures(card, record, language), "titles": titles(card, language),
        "certainty": _certainty(record, language),
        "answer_of": lambda question: question.prompt.value_text(check.answer_values[question.id], page_request.w),
    }  # fmt: skip


def _ladder(check: SelfCheck, conclusion: evaluation_pb2.Conclusion, language: str) -> Ladder:
    return ladder_of(CardFormatter(check.card, language), read_conclusion(conclusion))


def _certainty(record: evaluation_pb2.EvaluationRecord, language: str) -> str:
    words: Mapping[str, str] = report_words(language)["certainty_words"]
    return words.get(certainty_word(record.standing.certainty), "")


def _subject(check: SelfCheck) -> Subject:
    request = evaluation_service_pb2.EvaluateSubjectRequest(
        subject=UNNAMED_SUBJECT, scorecard=check.answers.scorecard, as_of_date=_PLACEHOLDER_DATE,
        settings=check.answers.settings, facts=check.answers.facts,
    )  # fmt: skip
    return read_request(request, is_stored=False).subject


async def _download_yaml(page_request: PageRequest, check: SelfCheck) -> Download:
    texts = page_request.w["self_check"]
    card = check.card.card
    heading = comment(
        texts["file_heading"].format(card=title_of(card.titles, page_request.language), version=card.version)
    )
    text = await page_request.in_thread(write_dossier, _subject(check))
    content = f"{heading}\n{comment(texts['file_note'])}\n{text}".encode()
    return Download(f"{_file_name(check)}.yaml", _YAML, content)


async def _download_workbook(page_request: PageRequest, check: SelfCheck) -> Download:
    subject, language = _subject(check), page_request.language
    content = await page_request.in_thread(write_prefilled_workbook, check.card, subject, language=language)
    return Download(f"{_file_name(check)}.xlsx", _XLSX, content)


def _file_name(check: SelfCheck) -> str:
    return f"{check.card.card.id}-{check.card.card.version}-self-check"


_FILES: Mapping[str, Callable[[PageRequest, SelfCheck], Awaitable[Download]]] = {
    "yaml": _download_yaml,
    "xlsx": _download_workbook,
}

PAGES = (
    Page("/try", "try.html.jinja", _LIST, _load_list, public=True),
    Page("/try/{card}", "try_card.html.jinja", _TRY, _load_check, public=True, is_preview=True, script=_SCRIPT),
    Page(
        "/try/{card}/file",
        "try_card.html.jinja",
        _READ,
        _load_check,
        public=True,
        takes_file=True,
        is_preview=True,
        script=_SCRIPT,
    ),
)
