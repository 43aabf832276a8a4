"""How do the figures of a group read in one language?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.messages import listed
from rules.contracts.outcomes import Outcome
from service.answering.report.telling import CardTeller, RecordTeller, waits_for
from service.batch.group_sums import tables_of
from service.batch.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.record import Figure
    from rules.model.scorecard import Result
    from service.batch.group_evaluating import Group, Member
    from service.batch.group_sums import Row, Table


class GroupTeller:
    """Tells a group: its tables, and the words for what stands in them."""

    def __init__(self, group: Group, language: str) -> None:
        """Add everything up once."""
        self.group, self.language = group, language
        self.card = CardTeller(group.version.scorecard, language)
        self.tables = tables_of(group)
        self.words: dict[str, Any] = words(language)["group"]

    @property
    def title(self) -> str:
        """What was added up, and of how many."""
        card = self.group.version.scorecard.card
        title = self.card.label(card.titles, card.id)
        return str(self.words["title"].format(title=title, count=len(self.group.members)))

    @property
    def about(self) -> str:
        """Under which version, and as of when."""
        return str(self.words["about"].format(version=self.group.version.name, as_of=self.group.as_of))

    @property
    def settings(self) -> str:
        """Which settings all subjects were evaluated with; blank if there are none, or they differ."""
        chosen = {tuple(sorted(one.record.settings.items())) for one in self.group.members}
        if len(chosen) != 1 or not (same := next(iter(chosen))):
            return ""
        renderer = self.card.renderer
        said = (f"{renderer.name(name)} = {renderer.choice(name, choice)}" for name, choice in same)
        return str(self.words["settings"].format(settings=listed(said, self.language)))

    @property
    def example(self) -> str:
        """The address of one figure of a record, or the id of a result if there is none."""
        for table in self.tables:
            for block in table.blocks if table.list else ():
                for row in block.rows:
                    return f"{table.list}[{row.key}].{table.columns[0].id}"
        return next((result.id for table in self.tables for result in table.columns), "")

    def head(self, result: Result) -> str:
        """Write the head of a column."""
        return self.card.label(result.labels, result.id)

    def over(self, table: Table) -> str:
        """Say over what a sum goes."""
        if not table.list:
            return str(self.words["of_subjects"].format(count=table.count))
        return str(self.words["of_records"].format(list=self.card.renderer.name(table.list), count=table.count))

    def figure(self, figure: Figure | None) -> str:
        """Write a figure; nothing where adding up says nothing."""
        return "" if figure is None else self.card.figure(figure)

    def figures(self, row: Row, table: Table) -> list[str]:
        """Write the figures of a row; of what does not apply there, only that."""
        absent = str(self.card.words["outcomes"]["not_applicable"])
        pairs = zip(table.columns, row.figures, strict=True)
        return [absent if result.id in row.absent else self.figure(one) for result, one in pairs]

    def conclusion(self, member: Member) -> str:
        """Say what was concluded of one subject."""
        concluded = member.record.conclusion
        said = (self.card.kind_of(concluded), self.card.answer_of(concluded))
        return listed((part for part in said if part), self.language)

    def findings(self, member: Member) -> tuple[str, ...]:
        """Name the findings that are raised of a subject: what is wrong, and what is due next."""
        rules = {rule.id: rule for rule in self.group.version.scorecard.findings}
        return tuple(
            self.card.label(rules[finding.id].labels, finding.id)
            for finding in member.record.findings
            if finding.outcome is Outcome.MET
        )

    def results(self, member: Member) -> Iterable[tuple[str, str]]:
        """Give the results of one subject, each with its figure and what that waits for."""
        teller = RecordTeller(member.record, self.group.version.scorecard, self.language)
        waits = {answer.id: waits_for(answer, teller) for answer in member.open_answers}
        figures = {named.id: named.figure for named in member.record.results}
        for result in self.group.version.scorecard.results:
            figure = teller.result(result.name, figures[result.id])
            waiting = waits.get(result.id)
            yield self.head(result), figure + (teller.words["waits"].format(what=waiting) if waiting else "")
