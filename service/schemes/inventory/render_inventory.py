"""Answers about an inventory in words, as JSON, as a page and as a workbook."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from rules.contracts import (
    Bounds,
    Figure,
    Json,
    format_exact,
    in_language,
    join_items,
    package_file,
    parse_exact,
    typeset,
    wording_loader,
)
from rules.trail import OpenAnswer, criterion_title
from service.input.cells import label_in_language
from service.input.tree.placed_errors import FilePosition
from service.output.report.formatters import RecordFormatter, waits_for
from service.output.report.html_report import template
from service.output.tables import Cell, table_of_cells, workbook_of
from service.schemes.inventory.card_questions import GRADE, AnsweredInventory, InventoryAnswer, cells_of_open_facts

words = wording_loader(__name__)

_MAX_GATES = 2
"""So many gates are named in one line."""
_CELLS = 3
"""So many cells are named in one line."""


class AnswerTextRenderer:
    """Tells the answer to one question in one language."""

    def __init__(self, answer: InventoryAnswer, asked: AnsweredInventory, language: str) -> None:
        self._answer, self._asked, self._language = answer, asked, language
        self._said = words(language)
        self._card = asked.form.cards[answer.question.card] if answer.card is None else answer.card
        self._record = None if answer.record is None else RecordFormatter(answer.record, self._card, language)

    @property
    def title(self) -> str:
        """The question."""
        return self._answer.question.words[self._language]

    def line(self) -> str:
        """Give the answer in one line."""
        if self._record is None:
            return str(self._said["refused"].format(question=self.title, reason=self.refused()))
        named = [
            ("not_met", self._answer.not_met()),
            ("findings", self._answer.findings()),
            ("coming", self._answer.coming()),
        ]
        parts = [*self._first_parts(), *(self._names(key, ids) for key, ids in named if ids), *self._waiting()]
        answer = self._said["joint"].join(parts) or self._said["nothing_missing"]
        return str(self._said["line"].format(question=self.title, answer=answer))

    def refused(self) -> str:
        """Say why the card does not answer; empty if it does."""
        return in_language(self._answer.refused, self._language)

    def not_asked(self) -> str:
        """Say of a question that was not asked where to fill in what it asks."""
        heading = label_in_language(self._card.card.titles, self._language, self._answer.question.card)
        return str(self._said["not_asked_one"].format(question=self.title, heading=heading))

    def lines(self) -> list[str]:
        """Give the answer at length: every gate that is not met, and what each open one waits for."""
        details = [self._said["not_met"].format(names=name) for name in self.not_met()]
        details += [self._said["findings"].format(names=name) for name in self.findings()]
        details += [self._said["coming"].format(names=name) for name in self.coming()]
        details += [self._said["open_one"].format(name=name, waits=waits) for name, waits in self.open()]
        return [self.line(), *details]

    def not_met(self) -> list[str]:
        """Name the gates that are not met."""
        return [self._item_title(id) for id in self._answer.not_met()]

    def findings(self) -> list[str]:
        """Name the findings that are raised, and the rules that hold."""
        return [self._item_title(id) for id in self._answer.findings()]

    def coming(self) -> list[str]:
        """Name the rules that hold once they are in force."""
        return [self._item_title(id) for id in self._answer.coming()]

    def open(self) -> list[tuple[str, str]]:
        """Name what is not known, each with what it waits for."""
        return [(self._item_title(open_answer.id), self._waits(open_answer)) for open_answer in self._answer.open]

    def document(self) -> dict[str, Json]:
        """Give the answer for programs."""
        answer, question = self._answer, self._answer.question
        document: dict[str, Json] = {"id": question.id, "question": self.title, "card": question.card}
        if not answer.is_asked:
            return {**document, "notAsked": self.not_asked()}
        if answer.record is None or answer.evaluation is None:
            return {**document, "refused": self.refused()}
        return {
            **document,
            "version": answer.record.scorecard_version,
            "evaluation": answer.evaluation.name,
            "recordDigest": answer.evaluation.record_digest,
            "grade": (answer.record.conclusion.grade or "") if question.grade else "",
            "verdict": answer.record.conclusion.verdict or "",
            "results": [
                {"id": id, "label": label, "unit": figure.unit, "low": figure.exact.low, "high": figure.exact.high}
                for id, label, figure in self.shown()
            ],
            "notMet": [{"id": id, "label": self._item_title(id)} for id in answer.not_met()],
            "findings": [{"id": id, "label": self._item_title(id)} for id in answer.findings()],
            "coming": [{"id": id, "label": self._item_title(id)} for id in answer.coming()],
            "open": [
                {
                    "id": open_answer.id,
                    "label": self._item_title(open_answer.id),
                    "waitsFor": [
                        {"fact": fact, "record": key, "field": field, "place": _cell(place, self._language)}
                        for fact, key, field, place in cells_of_open_facts(open_answer, question, self._asked)
                    ],
                    "settings": list(open_answer.settings),
                }
                for open_answer in answer.open
            ],
        }

    def shown(self) -> list[tuple[str, str, Figure]]:
        """Give the figures that the question is about, each with its id and label."""
        question, record = self._answer.question, self._answer.record
        if record is None:
            return []
        of_records = {record_result.id: record_result for record_result in self._card.record_results or ()}
        results = {result.id: result for result in self._card.results}
        figures = {result.id: result.figure for result in record.results}
        shown = [
            (id, label_in_language(of_records[id].labels, self._language, id), self._answer.usable(of_records[id]))
            for id in question.usable
        ]
        for id in question.results:
            label = label_in_language(results[id].labels, self._language, id)
            shown.append((id, label, figures[id]))
            if id in question.whole:
                missing = self._said["to_whole"].format(whole=question.whole[id], unit=figures[id].unit)
                shown.append((f"missing_{id}", missing, _shortfall_figure(question.whole[id], figures[id])))
        return shown

    def figures(self) -> list[tuple[str, str]]:
        """Tell the figures that the question is about: the label of each, and the figure in words."""
        if self._record is None:
            return []
        names = {result.id: result.name for result in self._card.results}
        record = self._record
        return [
            (label, record.result(names[id], figure) if id in names else record.figure(figure))
            for id, label, figure in self.shown()
        ]

    def grade(self) -> str:
        """Tell the grade or the verdict, if the question is about it; empty if it is not."""
        if self._record is None or self._answer.record is None or not self._answer.question.grade:
            return ""
        return self._record.answer_of(self._answer.record.conclusion)

    def _first_parts(self) -> list[str]:
        grade = [self.grade()] if self.grade() else []
        return grade + [self._said["figure"].format(label=label, figure=figure) for label, figure in self.figures()]

    def _names(self, key: str, ids: list[str]) -> str:
        """Name the first gates or findings, and count the rest."""
        rest = len(ids) - _MAX_GATES
        more = self._said["more"].format(count=rest) if rest > 0 else ""
        named = join_items([self._item_title(id) for id in ids[:_MAX_GATES]], self._language)
        return str(self._said[key].format(names=named + more))

    def _waiting(self) -> list[str]:
        """Count what is open, and name the first cells that it waits for."""
        answers = self._answer.open
        if not answers:
            return []
        open_cells = {
            cell for answer in answers for cell in cells_of_open_facts(answer, self._answer.question, self._asked)
        }
        cells = sorted(open_cells, key=lambda cell: ((cell[3] or FilePosition(0, 0)).order, cell[:3]))
        named = [self._place(*cell) for cell in cells[:_CELLS]]
        if len(cells) > _CELLS:
            named.append(self._said["cells_more"].format(count=len(cells) - _CELLS))
        if not named:
            named = list(dict.fromkeys(waits for answer in answers if (waits := self._waits(answer))))[:_CELLS]
        text = self._said["open"] if named else self._said["open_alone"]
        return [text.format(count=len(answers), cells=join_items(named, self._language))]

    def _waits(self, answer: OpenAnswer) -> str:
        cells = [self._place(*cell) for cell in cells_of_open_facts(answer, self._answer.question, self._asked)]
        if cells or self._record is None:
            return join_items(cells, self._language)
        return waits_for(answer, self._record)

    def _place(self, fact: str, key: str, field: str, place: FilePosition | None) -> str:
        definition = next(declared for declared in self._asked.form.scorecard.facts if declared.id == fact)
        label = label_in_language(definition.labels, self._language, fact)
        name = f"{label} {key} {field}".strip() if key else label
        if place is None:
            return str(self._said["fact"].format(name=name, id=fact))
        return str(self._said["cell"].format(name=name, cell=_cell(place, self._language)))

    def _item_title(self, id: str) -> str:
        if id == GRADE:
            return str(self._said["grade"])
        results = {result.id: result for result in self._card.results}
        if id in results:
            return label_in_language(results[id].labels, self._language, id)
        return criterion_title(self._card, id, self._language)


def _cell(place: FilePosition | None, language: str) -> str:
    return "" if place is None else in_language(place.cell, language)


def _shortfall_figure(whole: str, figure: Figure) -> Figure:
    """Give what a figure falls short of a whole; nothing where it reaches it."""
    low, high = (None if end is None else _shortfall_text(whole, end) for end in (figure.exact.high, figure.exact.low))
    return Figure(unit=figure.unit, exact=Bounds(low=low if low is not None else "0", high=high))


def _shortfall_text(whole: str, end: str) -> str:
    return format_exact(max(parse_exact(whole) - parse_exact(end), Fraction(0)))


def header_text(asked: AnsweredInventory, language: str) -> str:
    """Say whose inventory it is, and for which day it was put to the cards."""
    subject = asked.read.subject
    return typeset(words(language)["head"].format(subject=subject.subject, as_of=subject.as_of), language)


def unasked_question_lines(asked: AnsweredInventory, language: str) -> list[str]:
    """Name the questions that were not asked, each with where to fill in what it asks."""
    return [AnswerTextRenderer(answer, asked, language).not_asked() for answer in asked.answers if not answer.is_asked]


def answers_text(asked: AnsweredInventory, files: dict[str, Path], language: str, *, full: bool) -> str:
    """Write the answers, one line a question or, at length, one line a gate, with the file of each evaluation."""
    spoken = words(language)
    lines = [header_text(asked, language), ""]
    for answer in asked.answers:
        if not answer.is_asked:
            continue
        teller = AnswerTextRenderer(answer, asked, language)
        first, *rest = teller.lines() if full else [teller.line()]
        lines += [typeset(first, language), *(typeset(f"  {line}", language) for line in rest)]
        proof = _proof(answer, files, language)
        if proof and (full or files or _is_stored(answer)):
            lines.append(typeset(f"  {proof}", language))
    if not_asked := unasked_question_lines(asked, language):
        lines.append(typeset(spoken["not_asked"].format(questions=join_items(not_asked, language)), language))
    stored = any(map(_is_stored, asked.answers))
    lines += ["", typeset(spoken["proved" if files or stored else "how_proved"], language)]
    return "\n".join(lines)


def _is_stored(answer: InventoryAnswer) -> bool:
    return answer.evaluation is not None and bool(answer.evaluation.name)


def _proof(answer: InventoryAnswer, files: dict[str, Path], language: str) -> str:
    if answer.evaluation is None or answer.record is None:
        return ""
    where = answer.evaluation.name or str(files.get(answer.question.id, ""))
    slots = {"version": answer.record.scorecard_version, "digest": answer.evaluation.record_digest[:16], "where": where}
    return str(words(language)["proof" if where else "proof_alone"].format(**slots))


def answers_document(asked: AnsweredInventory, files: dict[str, Path], language: str) -> Json:
    """Give the answers for programs."""
    subject = asked.read.subject
    questions = []
    for answer in asked.answers:
        file = files.get(answer.question.id)
        questions.append(
            {**AnswerTextRenderer(answer, asked, language).document(), "file": "" if file is None else str(file)}
        )
    return {"subject": subject.subject, "asOfDate": subject.as_of, "questions": questions}


def answers_page(asked: AnsweredInventory, language: str) -> str:
    """Write a page without script: one row a question, then what each open answer waits for, and the proofs."""
    source = package_file(__package__, "answers.html.jinja").read_text(encoding="utf-8")
    answered = [answer for answer in asked.answers if answer.is_asked]
    return template(language, source).render(
        lang="zh-Hans" if language == "zh" else language,
        said=words(language)["files"],
        head=header_text(asked, language),
        answers=[(answer, AnswerTextRenderer(answer, asked, language)) for answer in answered],
        not_asked=unasked_question_lines(asked, language),
    )


def answers_workbook(asked: AnsweredInventory, language: str) -> bytes:
    """Write the figures, what is not met or not known, and the proofs; exact numbers are numbers."""
    labels = words(language)["files"]
    figures: list[list[Cell]] = []
    points: list[list[Cell]] = []
    proofs: list[list[Cell]] = []
    for answer in asked.answers:
        teller = AnswerTextRenderer(answer, asked, language)
        figures += [
            [teller.title, label, figure.unit, _number(figure.exact.low), _number(figure.exact.high)]
            for _, label, figure in teller.shown()
        ]
        points += _points(answer, teller, labels)
        if answer.record is not None and answer.evaluation is not None:
            of = answer.evaluation
            proofs.append([teller.title, answer.record.scorecard_version, of.record_digest, of.name])
    sheets = (
        ("figures", ("question", "figure", "unit", "low", "high"), figures),
        ("points", ("question", "kind", "point", "waits"), points),
        ("proofs", ("question", "card", "digest", "stored"), proofs),
    )
    return workbook_of(
        {labels[title]: table_of_cells([labels[head] for head in heads], rows) for title, heads, rows in sheets}
    )


def _points(answer: InventoryAnswer, teller: AnswerTextRenderer, labels: dict[str, str]) -> list[list[Cell]]:
    if not answer.is_asked:
        return [[teller.title, labels["not_asked"], teller.not_asked(), None]]
    if answer.record is None:
        return [[teller.title, labels["refused"], teller.refused(), None]]
    named = (("not_met", teller.not_met()), ("finding", teller.findings()), ("coming", teller.coming()))
    rows: list[list[Cell]] = [[teller.title, labels[kind], name, None] for kind, names in named for name in names]
    rows += [[teller.title, labels["open"], name, waits or None] for name, waits in teller.open()]
    return rows


def _number(exact: str | None) -> Decimal | str | None:
    """Give an exact number as a cell holds it; a fraction that no decimal equals stays a text."""
    return exact if exact is None or "/" in exact else Decimal(exact)
