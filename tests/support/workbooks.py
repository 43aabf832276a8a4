"""Workbooks filled in as a person would: by the words that the template shows, in the cells that it offers."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts.inputs import DeclaredValue, EvidenceItem, Subject, Verification
from rules.contracts.numbers import format_exact, parse_exact
from rules.contracts.units import convert
from rules.model.scorecard import FactDefinition, FactType, Scorecard
from service.input.cells import offered_choice_words
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, Layout
from service.input.workbook.template import write_template
from service.input.workbook.vocabulary import slots_of, words


class Filled:
    """A template that is being filled in."""

    def __init__(self, scorecard: Scorecard, layout: Layout, language: str) -> None:
        self.scorecard, self.layout, self.language = scorecard, layout, language
        self.book: Workbook = load_workbook(io.BytesIO(write_template(scorecard, language=language, layout=layout)))

    def page(self, mark: str) -> Worksheet:
        (worksheet,) = (sheet for sheet in self.book.worksheets if sheet["A1"].value == f"touchstone {mark}")
        return worksheet

    @property
    def facts(self) -> Worksheet:
        return self.page(f"facts-{self.layout.value}")

    def column(self, mark: str, id: str) -> int:
        (number,) = (cell.column for cell in self.page(mark)[ID_ROW] if cell.value == id)
        assert isinstance(number, int)
        return number

    def row(self, mark: str, id: str) -> int:
        (number,) = (cell.row for cell in self.page(mark)["A"] if cell.value == id)
        assert isinstance(number, int)
        return number

    def put(self, mark: str, row: int, id: str, content: Any) -> None:
        cell = self.page(mark).cell(row, self.column(mark, id))
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"  # a text that starts with = is not a formula

    def put_setting(self, id: str, content: Any) -> None:
        self.put("settings", self.row("settings", id), "value", content)

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path

    def fill_one(self, subject: Subject) -> None:
        self.put_setting("subject", subject.subject)
        self._settings(subject.settings)
        for fact in subject.facts:
            assert fact.value is not None
            definition = self._definition(fact.id)
            for part, content in self._cells(definition, fact.value).items():
                row = self.row("facts-one", f"{fact.id}{part}")
                self.put("facts-one", row, "value", content)
                if fact.value.unit not in {None, definition.unit}:
                    self.put("facts-one", row, "unit", fact.value.unit)
            row = next(cell.row for cell in self.facts["A"] if str(cell.value).partition(".")[0] == fact.id)
            self.put("facts-one", row, "evidence", "; ".join(fact.value.evidence) or None)
            self._records(definition, fact.value, "", FIRST_ROW)
            if fact.verification is not None:
                self.judge_one(definition, fact.verification)
        for number, item in enumerate(subject.evidence, FIRST_ROW):
            self._evidence(number, item)

    def judge_one(self, definition: FactDefinition, verification: Verification) -> None:
        """Write a judgement in the row of its fact, with the corrected value in the unit of the row."""
        row = next(cell.row for cell in self.facts["A"] if str(cell.value).partition(".")[0] == definition.id)
        for id, content in self._judgement(verification).items():
            self.put("facts-one", row, id, content)
        if verification.corrected is not None:
            for part, content in self._cells(definition, verification.corrected).items():
                row = self.row("facts-one", f"{definition.id}{part}")
                self.put("facts-one", row, "verified_value", content)

    def judge_many(self, subject: str, definition: FactDefinition, verification: Verification, row: int) -> int:
        """Write a judgement into rows of its own, a second one for the last day of a period."""
        cells = {"": None}
        if verification.corrected is not None:
            cells = self._cells(definition, verification.corrected)
        labels = {slot.id: slot.label(self.language) for slot in slots_of(self.scorecard.facts)}
        for number, (part, content) in enumerate(cells.items()):
            self.put("verification", row, "subject", subject)
            self.put("verification", row, "fact", labels[f"{definition.id}{part}"])
            self.put("verification", row, "verified_value", content)
            for id, text in ({} if number else self._judgement(verification)).items():
                self.put("verification", row, id, text)
            row += 1
        return row

    def _judgement(self, verification: Verification) -> dict[str, Any]:
        evidence = verification.corrected.evidence if verification.corrected is not None else ()
        return {
            "judgement": words(self.language)["judgements"][verification.judgement.value],
            "verified_evidence": "; ".join(evidence) or None,
            "method": verification.method,
            "reason": verification.reason or None,
            "person": verification.person,
            "date": date.fromisoformat(verification.date),
        }

    def fill_many(self, subjects: Sequence[Subject]) -> None:
        self._settings(subjects[0].settings)
        evidence_row = FIRST_ROW
        record_rows: dict[str, int] = {}
        judged_row = FIRST_ROW
        for row, subject in enumerate(subjects, FIRST_ROW):
            self.put("facts-many", row, "subject", subject.subject)
            for fact in subject.facts:
                assert fact.value is not None
                definition = self._definition(fact.id)
                for part, content in self._cells(definition, in_unit_of(definition, fact.value)).items():
                    self.put("facts-many", row, f"{fact.id}{part}", content)
                begin = record_rows.get(fact.id, FIRST_ROW)
                record_rows[fact.id] = self._records(definition, fact.value, subject.subject, begin)
                if fact.verification is not None:
                    judged_row = self.judge_many(subject.subject, definition, fact.verification, judged_row)
            for item in subject.evidence:
                resting = [fact.id for fact in subject.facts if fact.value and item.id in fact.value.evidence]
                self.put("evidence", evidence_row, "subject", subject.subject)
                self.put("evidence", evidence_row, "facts", ";".join(resting) or None)
                self._evidence(evidence_row, item)
                evidence_row += 1

    def _settings(self, settings: Mapping[str, str]) -> None:
        for setting in self.scorecard.settings:
            if setting.id in settings:
                shown = offered_choice_words(setting.choices, self.language)[settings[setting.id]]
                self.put_setting(f"setting.{setting.id}", shown)

    def _definition(self, id: str) -> FactDefinition:
        return next(definition for definition in self.scorecard.facts if definition.id == id)

    def _cells(self, definition: FactDefinition, value: DeclaredValue) -> dict[str, Any]:
        vocabulary = words(self.language)
        if value.not_applicable:
            part = ".first" if definition.type is FactType.PERIOD else ""
            return {part: vocabulary["not_applicable"]}
        match definition.type:
            case FactType.NUMBER:
                return {"": _number(str(value.number))}
            case FactType.FLAG:
                return {"": vocabulary["yes"] if value.flag else vocabulary["no"]}
            case FactType.CHOICE:
                return {"": offered_choice_words(definition.choices, self.language)[str(value.choice)]}
            case FactType.CHOICES:
                shown = offered_choice_words(definition.choices, self.language)
                return {"": "; ".join(shown[id] for id in value.choices or ()) or vocabulary["none"]}
            case FactType.DATE:
                return {"": date.fromisoformat(str(value.date))}
            case FactType.PERIOD:
                assert value.period is not None
                first, last = value.period.first, value.period.last
                return {".first": date.fromisoformat(first), ".last": last}  # both forms of a date
            case FactType.RECORDS:
                return {} if value.records else {"": vocabulary["none"]}
            case _:
                return {"": value.text}

    def _records(self, definition: FactDefinition, value: DeclaredValue, subject: str, row: int) -> int:
        if not value.records:
            return row
        record = next(record for record in self.scorecard.records if record.id == definition.record)
        fields = {field.id: field for field in record.fields}
        mark = f"records {definition.id}"
        for entry in value.records:
            if subject:
                self.put(mark, row, "subject", subject)
            for id, part in entry.items():
                for ending, content in self._cells(fields[id], in_unit_of(fields[id], part)).items():
                    self.put(mark, row, f"{id}{ending}", content)
                if fields[id].evidence:
                    self.put(mark, row, f"{id}.evidence", "; ".join(part.evidence) or None)
            row += 1
        return row

    def _evidence(self, row: int, item: EvidenceItem) -> None:
        contents = {
            "evidence_id": item.id,
            "kind": item.kind,
            "issuer": item.issuer,
            "digest": item.digest,
            "issue_date": item.issue_date and date.fromisoformat(item.issue_date),
            "valid_from": item.valid_from,
            "valid_until": item.valid_until,
            "assurance": words(self.language)["assurance"][item.assurance.value],
            **{part: text or None for part, text in item.locator.model_dump().items()},
        }
        for id, content in contents.items():
            self.put("evidence", row, id, content)


def plain(value: DeclaredValue) -> DeclaredValue:
    """Return a value without the trailing zeros that a spreadsheet drops."""
    records = value.records and tuple({id: plain(part) for id, part in record.items()} for record in value.records)
    number = value.number and format_exact(parse_exact(value.number))
    return value.model_copy(update={"number": number, "records": records})


def without_zeros(subject: Subject) -> Subject:
    facts = (fact.model_copy(update={"value": fact.value and plain(fact.value)}) for fact in subject.facts)
    return subject.model_copy(update={"facts": tuple(facts)})


def in_unit_of(definition: FactDefinition, value: DeclaredValue) -> DeclaredValue:
    """Return a number in the unit of its column header, as a user would enter it."""
    if value.number is None or value.unit in {None, definition.unit}:
        return value
    number = convert(parse_exact(value.number), value.unit or "", definition.unit)
    return value.model_copy(update={"number": format_exact(number), "unit": definition.unit})


def _number(text: str) -> Any:
    """Return a number if a spreadsheet stores it exactly, otherwise its text."""
    digits = text.strip("-0").replace(".", "")
    return text if len(digits) > 15 else float(text) if "." in text else int(text)
