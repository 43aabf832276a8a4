"""What does each scenario change in the reference case, and what does it expect?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import example_changes, example_expectations, sentences
from rules.language.example_changes import Changes
from rules.language.example_expectations import Expectations
from rules.language.names import continues
from rules.language.outlines import fill
from rules.language.patterns import Patterns
from rules.language.source import Section
from rules.model.examples import Change, Example, Expectation, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.language.draft import Draft
    from rules.language.outlines import Filled
    from rules.language.sentences import Reading
    from rules.language.source import Scenario, Step
    from rules.language.text import Text

_PREFIXES = {
    Section.GIVEN: ("change_", "evidence_", "setting_", "suppose_"),
    Section.WHEN: ("evaluate",),
    Section.THEN: ("expect_",),
}


class Examples:
    """Reads the scenarios of one language against its finished definitions."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.changes = Changes(draft)
        self.expectations = Expectations(draft)
        self.patterns = {
            section: Patterns({key: pattern for key, pattern in draft.words.steps.items() if key.startswith(prefixes)})
            for section, prefixes in _PREFIXES.items()
        }

    def read(self, scenario: Scenario) -> Iterator[Example]:
        """Read a scenario, or every row of an outline."""
        for filled in fill(scenario, self.draft.report, f"{self.draft.words.keywords['examples']}:"):
            example = self._example(filled)
            if example is not None:
                yield example

    def _example(self, filled: Filled) -> Example | None:
        report, words = self.draft.report, self.draft.words
        changes: list[Placed[Change]] = []
        expectations: list[Placed[Expectation]] = []
        dates: list[date | None] = []
        for step in filled.steps:
            reading = self._reading(step)
            if reading is None:
                continue
            if step.section is Section.WHEN:
                if dates:
                    report.add("RL032", step.sentence, "twice")
                dates.append(self._date(reading.slots["date"]))
                self.changes.refuse_table(step)
                continue
            sentence = step.sentence.text
            if step.section is Section.GIVEN:
                change = example_changes.READERS[reading.key](self.changes, reading, step)
                if change is not None:
                    changes.append(Placed(change, sentence, step.sentence.place))
            else:
                expectation = example_expectations.READERS[reading.key](self.expectations, reading, step)
                if expectation is not None:
                    expectations.append(Placed(expectation, sentence, step.sentence.filled))
        if not any(step.section is Section.WHEN for step in filled.steps):
            sentence = words.steps["evaluate"].write(date="2026-03-01")
            report.add("RL032", filled.location, "none", sentence=f"{words.keywords['when']} {sentence}")
        if not any(step.section is Section.THEN for step in filled.steps):
            report.add("RL033", filled.location, then=words.keywords["then"])
        if not dates or dates[0] is None:
            return None
        return Example(
            title=filled.title,
            language=words.language,
            location=filled.location,
            as_of=dates[0],
            changes=tuple(changes),
            expectations=tuple(expectations),
        )

    def _date(self, text: Text) -> date | None:
        """Read the date of an evaluation, on which the card must govern."""
        card, found = self.draft.card, self.draft.cells.date(text)
        if card is None or found is None or (card.last_date and card.last_date < card.first_date):
            return found
        if found < card.first_date:
            self.draft.report.add("RL037", text, "early", date=text.text, first=card.first_date.isoformat())
        elif card.last_date is not None and found > card.last_date:
            self.draft.report.add("RL037", text, "late", date=text.text, last=card.last_date.isoformat())
        return found

    def _reading(self, step: Step) -> Reading | None:
        """Find which sentence a step is; report one that is unknown, or that stands in the wrong place."""
        reading = sentences.choose(step.sentence, self.patterns[step.section], self.changes.strange)
        if reading is not None:
            sentences.check_marks(step.sentence, reading.slots, self.draft.report)
            return reading
        words, report = self.draft.words, self.draft.report
        if self._refuse_bare(step):
            return None
        like = sentences.nearest_sentence(step.sentence, self.patterns[step.section])
        for section, keyword in ((Section.WHEN, "when"), (Section.THEN, "then"), (Section.GIVEN, "given")):
            elsewhere = sentences.choose(step.sentence, self.patterns[section], self.changes.strange)
            if elsewhere is not None and (like is None or not self.changes.strange(elsewhere)):
                report.add("RL031", step.sentence, "section", keyword=words.keywords[keyword])
                return None
        if next(sentences.readings(step.sentence, words.sentences), None) is not None:
            report.add("RL031", step.sentence, "definition")
            return None
        sentences.report_unknown(step.sentence, self.patterns[step.section], report)
        return None

    def _refuse_bare(self, step: Step) -> bool:
        """Report an expectation that begins with the name of a gate or indicator and not with what that is."""
        words, criteria = self.draft.words, self.draft.criteria
        opening = (word for word in criteria.words if step.sentence.text.startswith(word))
        name = max((word for word in opening if not continues(step.sentence.text, len(word))), key=len, default="")
        if step.section is not Section.THEN or not name:
            return False
        met = words.words["outcomes"].write("met")
        near = {
            "gate": words.steps["expect_gate"].write(gate=name, outcome=met),
            "indicator": words.steps["expect_points"].write(indicator=name, number="…"),
        }.get(criteria.find(name) or "")
        if near is not None:
            self.draft.report.add("RL030", step.sentence, "near", near=near)
        return near is not None
