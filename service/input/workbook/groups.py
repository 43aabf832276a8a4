"""Grouping of facts in a workbook: by the gate, section, indicator, rule or result that reads them.

Facts that three or more criteria read come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rules.model import (
    DefinitionIndex,
    FactDefinition,
    Scorecard,
    TextByLanguage,
    names_behind,
    names_in_condition,
    names_in_rule,
)
from service.input.cells import label_in_language
from service.input.workbook.vocabulary import words

_MIN_COMMON_CRITERIA = 3


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts under a part of the scorecard and a heading, which may be empty."""

    part: str
    heading: str
    facts: tuple[FactDefinition, ...]

    @property
    def title(self) -> str:
        return self.heading or self.part


@dataclass(frozen=True, slots=True)
class _Criterion:
    part: str
    heading: str
    reads: frozenset[str]


class SharedForm(Scorecard):
    """One form for several scorecards, with its own groups; it is never evaluated."""

    command: str
    """The command for completed workbooks."""
    headings: tuple[tuple[TextByLanguage, tuple[str, ...]], ...]

    def groups(self, language: str) -> tuple[FactGroup, ...]:
        facts = {fact.id: fact for fact in self.facts}
        return tuple(
            FactGroup(label_in_language(title, language, ""), "", tuple(facts[name] for name in names))
            for title, names in self.headings
        )


def groups_of(scorecard: Scorecard, language: str) -> tuple[FactGroup, ...]:
    """Return each fact once, in groups; scorecard order applies within groups."""
    if isinstance(scorecard, SharedForm):
        return scorecard.groups(language)
    return _FactGrouping(scorecard, language).listed()


def stated_groups(scorecard: Scorecard, language: str) -> tuple[FactGroup, ...]:
    """Return groups of facts that users can state, without those from earlier evaluations."""
    stated = (
        replace(group, facts=tuple(fact for fact in group.facts if fact.can_be_stated))
        for group in groups_of(scorecard, language)
    )
    return tuple(group for group in stated if group.facts)


class _FactGrouping:
    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self._card, self._language = scorecard, language
        self._texts = words(language)["groups"]
        self._names = DefinitionIndex(scorecard)
        self._scope_facts = self._facts_behind(self._scope_names())
        self._tiers = tuple(list(tier) for tier in (self._deciding(), self._figures(), self._findings()))

    def listed(self) -> tuple[FactGroup, ...]:
        grouped: dict[tuple[str, str], list[FactDefinition]] = {}
        for fact in self._card.facts:
            grouped.setdefault(self._part_and_heading(fact.id), []).append(fact)
        common, other = (self._texts["common"], ""), (self._texts["other"], "")
        ordered = [common]
        for tier in self._tiers:
            for criterion in tier:
                ordered += [(criterion.part, ""), (criterion.part, criterion.heading)]
        return tuple(
            FactGroup(part, heading, tuple(grouped[part, heading]))
            for part, heading in dict.fromkeys([*ordered, other])
            if (part, heading) in grouped
        )

    def _part_and_heading(self, fact: str) -> tuple[str, str]:
        readers = next(
            (matching for tier in self._tiers if (matching := [reader for reader in tier if fact in reader.reads])), []
        )
        if not readers and fact not in self._scope_facts:
            return self._texts["other"], ""
        shared = (
            len(readers) >= _MIN_COMMON_CRITERIA and readers[0] not in self._tiers[1]
        )  # figures depend on each other
        if fact in self._scope_facts or (shared and len({reader.part for reader in readers}) > 1):
            return self._texts["common"], ""
        return readers[0].part, "" if shared else readers[0].heading

    def _scope_names(self) -> Iterator[str]:
        card = self._card
        yield from names_in_condition(card.applies)
        for row in card.stage_rows:
            yield from names_in_condition(row.when)
        yield from card.tracks.by if card.tracks is not None else ()
        if card.verdicts is not None:
            yield card.verdicts.governed_by

    def _deciding(self) -> Iterator[_Criterion]:
        card = self._card
        for gate in card.gates:
            reads = (*names_in_condition(gate.applies), *names_in_condition(gate.requires))
            yield self._criterion(self._texts["gates"], gate.id, gate.labels, reads)
        sections = {section.id: section for section in card.sections}
        for indicator in card.indicators:
            section = sections[indicator.section]
            reads = (
                *names_in_condition(indicator.applies),
                *names_in_condition(indicator.must),
                *indicator.scale.reads,
            )
            yield self._criterion(self._id_and_label(section.id, section.labels), indicator.id, indicator.labels, reads)
        for rule in card.verdict_rules:
            yield self._criterion(self._texts["rules"], rule.id, rule.labels, names_in_rule(rule))

    def _figures(self) -> Iterator[_Criterion]:
        for result in self._card.results:
            heading = label_in_language(result.labels, self._language, result.id)
            yield _Criterion(self._texts["results"], heading, self._facts_behind((result.name,)))

    def _findings(self) -> Iterator[_Criterion]:
        for finding in self._card.findings:
            yield self._criterion(self._texts["findings"], finding.id, finding.labels, names_in_condition(finding.when))

    def _criterion(self, part: str, id: str, labels: TextByLanguage, reads: Iterable[str]) -> _Criterion:
        return _Criterion(part, self._id_and_label(id, labels), self._facts_behind(reads))

    def _facts_behind(self, roots: Iterable[str]) -> frozenset[str]:
        return frozenset(names_behind(self._names, roots))

    def _id_and_label(self, id: str, labels: TextByLanguage) -> str:
        return f"{id} {label_in_language(labels, self._language, '')}".rstrip()
