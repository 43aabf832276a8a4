"""Self-check pages: the cards that are offered, and one question after the other with what the answers come to.

All answers travel with the form. Nothing of them is kept, and nothing stands in an address.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.grpc_status import WorkerError
from service.base.resource_names import UNNAMED_SUBJECT
from service.input.dossier.dossier_writer import comment, write_dossier
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import read_request
from service.output.report.formatters import CardFormatter, words as report_words
from service.output.report.ladder import ladder_of
from service.workbench.ladders import missing_facts, read_conclusion
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
from service.workbench.self_checks import SelfCheck, asked_questions, read_answers
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
    from service.workbench.self_checks import AskedQuestion

_say = message_factory(__name__)

_LIST, _ASK = "SelfCheckService/ListOfferedScorecards", "SelfCheckService/GetQuestionnaire"
_TRY, _READ = "SelfCheckService/TryScorecard", "SelfCheckService/ReadAnswers"
_GROUPS = ("grade", "stage", "verdict", "figures")
"""What cards come to, in the order in which they are listed."""
_SKIP, _BACK, _MORE_ROWS, _RESULT, _GO_TO = "skip", "back", "rows", "result", "at:"
_FIRST_ROWS, _FURTHER_ROWS = 2, 5
_ANY_DAY = "2000-01-01"
"""Stands for the day of an evaluation, which is no part of a dossier."""
_YAML, _XLSX = "application/yaml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TOPICS = {
    evaluation_service_pb2.Statement.TOPIC_CONCLUSION: "conclusion",
    evaluation_service_pb2.Statement.TOPIC_LOSS: "loss",
    evaluation_service_pb2.Statement.TOPIC_WAY: "way",
    evaluation_service_pb2.Statement.TOPIC_ALTERNATIVE: "alternative",
    evaluation_service_pb2.Statement.TOPIC_STANDING: "standing",
}
"""What is told of why it comes out so; which facts are missing stands in a table."""


async def _load_list(page_request: PageRequest) -> Shown:
    groups: dict[str, list[tuple[str, str, self_checks.OfferedScorecard]]] = {group: [] for group in _GROUPS}
    asked, language = self_checks.ListOfferedScorecardsRequest(page_size=MOST), page_request.language
    async for offered in listed_all(page_request, _LIST, asked, "offered_scorecards"):
        group = word_of(self_checks.OfferedScorecard.Answer, offered.answer)
        id = id_of(offered.scorecard.name)
        groups[group].append((id, title_of(offered.scorecard.titles, language) or id, offered))
    rows = {group: sorted(cards, key=lambda row: row[1]) for group, cards in groups.items() if cards}
    return {"groups": rows, "purpose_of": lambda offered: title_of(offered.scorecard.purposes, language)}


async def _load_check(page_request: PageRequest) -> Shown | Download:
    check = await _self_check(page_request)
    at, do = page_request.typed("at"), page_request.typed("do")
    asked = check.by_id.get(at)
    if page_request.file is not None and not page_request.errors:
        check = await _read_file(page_request, check)
    if page_request.errors or (asked is not None and do == _MORE_ROWS):
        part = await page_request.part(_try(page_request, check))
        more = _FURTHER_ROWS if do == _MORE_ROWS else _FIRST_ROWS
        return await _show_question(page_request, check, at, part.answer, more=more)
    with _told_at_fields(page_request, asked):
        if asked is not None:
            check = _with_typed(page_request, check, asked)
        tried = await _try(page_request, check)
    if do in _FILES:
        return await _FILES[do](page_request, check)
    here = _next_question(check, at, do, tried.record)
    if here in check.by_id:
        return await _show_question(page_request, check, here, tried, is_new=True)
    return await _show_result(page_request, check, tried)


async def _self_check(page_request: PageRequest) -> SelfCheck:
    """Give the questions of the card that the address names, with the answers that the form brought."""
    scorecard = f"scorecards/{page_request.path['card']}"
    asked = self_checks.GetQuestionnaireRequest(name=f"{scorecard}/questionnaire", language_code=page_request.language)
    questionnaire = await page_request.ask_once(_ASK, asked)
    card = await page_request.in_thread(parse_scorecard, questionnaire.published_form)
    try:
        answers = read_answers(page_request.typed("answers"), scorecard)
    except InputError:
        if not page_request.errors:
            raise
        answers = read_answers("", scorecard)  # what was wrong stands above
    return SelfCheck(card, asked_questions(questionnaire.questions, card, page_request.language), answers)


async def _read_file(page_request: PageRequest, check: SelfCheck) -> SelfCheck:
    """Return the self-check with the answers in a dossier, instead of those that the form brought."""
    if not page_request.file:
        raise InputError((Violation("file", _say("NO_DOSSIER_FILE"), "REQUIRED"),))
    asked = self_checks.ReadAnswersRequest(
        scorecard=check.answers.scorecard, content=page_request.file, language_code=page_request.language
    )
    with _told_of_file():
        read = await page_request.ask(_READ, asked)
    answers = self_checks.TryScorecardRequest(
        scorecard=check.answers.scorecard, settings=read.settings, facts=read.facts
    )
    return replace(check, answers=answers, notes=tuple(read.notes))


async def _try(page_request: PageRequest, check: SelfCheck, language: str = "") -> self_checks.TryScorecardResponse:
    asked = self_checks.TryScorecardRequest()
    asked.CopyFrom(check.answers)
    asked.language_code = language
    tried: self_checks.TryScorecardResponse = await page_request.ask(_TRY, asked)
    return tried


def _with_typed(page_request: PageRequest, check: SelfCheck, asked: AskedQuestion) -> SelfCheck:
    """Give the self-check with what was typed; it stays as it is if nothing was, and another button was pressed."""
    do, is_list = page_request.typed("do"), asked.prompt.kind == "records"
    if do == _SKIP:
        return check.with_answer(asked.id, None)
    if not (has_typed_value(page_request) or (is_list and typed_rows(page_request))):
        if do:
            return check
        raise InputError((Violation(VALUE, _say("NOTHING_TYPED"), "REQUIRED"),))
    value = Value()
    if is_list and not page_request.typed(NONE_OF_THEM):
        value = read_rows(page_request, asked.prompt)
    elif is_list:
        value.records.SetInParent()
    else:
        set_typed_value(value, VALUE, page_request, asked.prompt)
    if value.WhichOneof("kind") is None:
        raise InputError((Violation(VALUE, _say("NOTHING_TYPED"), "REQUIRED"),))
    return check.with_answer(asked.id, value)


@contextmanager
def _told_at_fields(page_request: PageRequest, asked: AskedQuestion | None) -> Iterator[None]:
    """Have what is wrong with an answer told at the field in which it was typed, and all else above the page."""
    if asked is None:
        yield
        return
    try:
        if asked.prompt.kind != "records":
            with reporting_at_form_fields(asked.prompt):
                yield
        else:
            yield
    except InputError as error:
        wrong = [(violation.field, violation.description) for violation in error.violations]
    except WorkerError as error:  # evaluating is done in a process of its own
        wrong = list(error.wrong_fields())
        if not wrong:
            raise
    else:
        return
    raise InputError(
        tuple(Violation(*_field_and_words(page_request, field, said, asked), "WRONG_VALUE") for field, said in wrong)
    )


@contextmanager
def _told_of_file() -> Iterator[None]:
    """Have what is wrong with a file told at its field."""
    try:
        yield
    except WorkerError as error:  # it is read in a process of its own
        wrong = error.wrong_fields()
        if not wrong:
            raise
        raise InputError(tuple(Violation("file", said, "WRONG_VALUE") for _, said in wrong)) from None


def _field_and_words(page_request: PageRequest, path: str, said: str, asked: AskedQuestion) -> tuple[str, str]:
    """Give the field of the form in which a part of a request is typed, and what is said there."""
    if path.startswith((f"facts[{asked.id}]", f"settings[{asked.id.partition(':')[2]}]")):
        return row_field(page_request, path, asked.prompt) or VALUE, said
    if "[" in path or "." in path:  # another answer, that came with the form
        return "", f"{path}: {page_request.localize(said)}"
    return path, said


def _next_question(check: SelfCheck, at: str, do: str, record: evaluation_pb2.EvaluationRecord) -> str:
    """Name the question that comes next; nothing for the result."""
    if do == _RESULT:
        return ""
    if do.startswith(_GO_TO):
        return do.removeprefix(_GO_TO)
    if at not in check.by_id:
        return check.first_wanted(check.movable(record)) if check.given else next(iter(check.by_id), "")
    return check.before(at) if do == _BACK else check.after(at, check.movable(record))


async def _show_question(  # noqa: PLR0913 -- what was typed, and what it comes to
    page_request: PageRequest, check: SelfCheck, at: str, tried: self_checks.TryScorecardResponse | None, *,
    is_new: bool = False, more: int = _FIRST_ROWS,
) -> Shown:  # fmt: skip
    """Show a question: a new one with the answer that was given, the same one with what was typed."""
    asked = check.by_id.get(at) or next(iter(check.by_id.values()))
    answer = check.given.get(asked.id, Value())
    is_typed = not is_new and page_request.answers_form
    rows = typed_rows(page_request) if is_typed else held_rows(answer, asked.prompt)
    fields: Mapping[str, Sequence[str]] = held_value(answer, asked.prompt)
    if is_typed:
        fields = typed_value(page_request, fact_pb2.Fact(), asked.prompt)
    elif asked.prompt.kind == "records":
        is_none = answer.HasField("records") and not answer.records.values
        fields = {NONE_OF_THEM: ["true"] if is_none else []}
    return {
        **_common(page_request, check, tried), "asked": asked, "typed_value": fields,
        "rows": with_empty_rows(rows, asked.prompt, more), "key": check.key(asked.id),
        "place": check.place(asked.id), "of_section": check.of_section(asked.question.section),
        "moves_nothing": tried is not None and asked.id not in {*check.given, *check.movable(tried.record)},
    }  # fmt: skip


async def _show_result(page_request: PageRequest, check: SelfCheck, tried: self_checks.TryScorecardResponse) -> Shown:
    """Show what all answers come to, why, and what leads up."""
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
    """Give what a question and the result show alike."""
    card, language = check.card, page_request.language
    record = evaluation_pb2.EvaluationRecord() if tried is None else tried.record
    return {
        "check": check, "card_id": card.card.id, "card_title": title_of(card.card.titles, language) or card.card.id,
        "version": card.card.version, "answered": len(check.given),
        "gates": gates_by_outcome(card, record, language),
        "ladder": None if tried is None else _ladder(check, record.conclusion, language),
        "sections": [(section, bar_percentages(section)) for section in record.section_results],
        "figures": result_figures(card, record, language), "titles": titles(card, language),
        "certainty": _certainty(record, language),
        "answer_of": lambda asked: asked.prompt.value_text(check.given[asked.id], page_request.w),
    }  # fmt: skip


def _ladder(check: SelfCheck, conclusion: evaluation_pb2.Conclusion, language: str) -> Ladder:
    """Give what is drawn of a conclusion; which gates are open stands apart."""
    return ladder_of(CardFormatter(check.card, language), read_conclusion(conclusion))


def _certainty(record: evaluation_pb2.EvaluationRecord, language: str) -> str:
    """Say how sure the least sure basis is that decided."""
    words: Mapping[str, str] = report_words(language)["certainty_words"]
    return words.get(certainty_word(record.standing.certainty), "")


def _subject(check: SelfCheck) -> Subject:
    """Give the answers as the dossier of a subject that nobody has named."""
    asked = evaluation_service_pb2.EvaluateSubjectRequest(
        subject=UNNAMED_SUBJECT, scorecard=check.answers.scorecard, as_of_date=_ANY_DAY,
        settings=check.answers.settings, facts=check.answers.facts,
    )  # fmt: skip
    return read_request(asked, is_stored=False).subject


async def _give_yaml(page_request: PageRequest, check: SelfCheck) -> Download:
    told = page_request.w["self_check"]
    card = check.card.card
    heading = comment(
        told["file_heading"].format(card=title_of(card.titles, page_request.language), version=card.version)
    )
    text = await page_request.in_thread(write_dossier, _subject(check))
    content = f"{heading}\n{comment(told['file_note'])}\n{text}".encode()
    return Download(f"{_file_name(check)}.yaml", _YAML, content)


async def _give_workbook(page_request: PageRequest, check: SelfCheck) -> Download:
    subject, language = _subject(check), page_request.language
    content = await page_request.in_thread(write_prefilled_workbook, check.card, subject, language=language)
    return Download(f"{_file_name(check)}.xlsx", _XLSX, content)


def _file_name(check: SelfCheck) -> str:
    return f"{check.card.card.id}-{check.card.card.version}-self-check"


_FILES: Mapping[str, Callable[[PageRequest, SelfCheck], Awaitable[Download]]] = {
    "yaml": _give_yaml,
    "xlsx": _give_workbook,
}

PAGES = (
    Page("/try", "try.html.jinja", _LIST, _load_list, public=True),
    Page("/try/{card}", "try_card.html.jinja", _TRY, _load_check, public=True, is_preview=True),
    Page("/try/{card}/file", "try_card.html.jinja", _READ, _load_check, public=True, takes_file=True, is_preview=True),
)
