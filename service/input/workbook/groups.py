"""Grouping of facts in a workbook: by the gate, section, indicator, rule or result that reads them.

A fact is listed where it decides; what three criteria or more read is listed before them.
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

_COMMON_TO = 3
"""So many criteria that ask of one fact have it in common."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together: the heading of their part of the card, their own below it, if there is one."""

    part: str
    heading: str
    facts: tuple[FactDefinition, ...]

    @property
    def title(self) -> str:
        """Name the group in one line."""
        return self.heading or self.part


@dataclass(frozen=True, slots=True)
class _Criterion:
    part: str
    heading: str
    reads: frozenset[str]


class SharedForm(Scorecard):
    """What several scorecards ask of one subject, as one form: nothing is evaluated by it, so it says its groups."""

    command: str
    """What is called with the workbook that is filled in."""
    headings: tuple[tuple[TextByLanguage, tuple[str, ...]], ...]
    """The facts under each heading."""

    def groups(self, language: str) -> tuple[FactGroup, ...]:
        """List the facts under their headings."""
        facts = {fact.id: fact for fact in self.facts}
        return tuple(
            FactGroup(label_in_language(title, language, ""), "", tuple(facts[name] for name in names))
            for title, names in self.headings
        )


def groups_of(scorecard: Scorecard, language: str) -> tuple[FactGroup, ...]:
    """List the facts of a card in groups, each fact once; the order of facts inside a group is that of the card."""
    if isinstance(scorecard, SharedForm):
        return scorecard.groups(language)
    return _FactGrouping(scorecard, language).listed()


def stated_groups(scorecard: Scorecard, language: str) -> tuple[FactGroup, ...]:
    """List the groups with the facts that somebody may state, not those that earlier evaluations alone give."""
    stated = (
        replace(group, facts=tuple(fact for fact in group.facts if fact.can_be_stated))
        for group in groups_of(scorecard, language)
    )
    return tuple(group for group in stated if group.facts)


class _FactGrouping:
    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self._card, self._language = scorecard, language
        self._told = words(language)["groups"]
        self._names = DefinitionIndex(scorecard)
        self._everywhere = self._behind(self._read_everywhere())
        self._tiers = tuple(list(tier) for tier in (self._deciding(), self._figures(), self._findings()))

    def listed(self) -> tuple[FactGroup, ...]:
        placed: dict[tuple[str, str], list[FactDefinition]] = {}
        for fact in self._card.facts:
            placed.setdefault(self._place(fact.id), []).append(fact)
        common, other = (self._told["common"], ""), (self._told["other"], "")
        ordered = [common]
        for tier in self._tiers:
            for criterion in tier:
                ordered += [(criterion.part, ""), (criterion.part, criterion.heading)]
        return tuple(
            FactGroup(part, heading, tuple(placed[part, heading]))
            for part, heading in dict.fromkeys([*ordered, other])
            if (part, heading) in placed
        )

    def _place(self, fact: str) -> tuple[str, str]:
        asking = next(
            (matching for tier in self._tiers if (matching := [reader for reader in tier if fact in reader.reads])), []
        )
        if not asking and fact not in self._everywhere:
            return self._told["other"], ""
        shared = len(asking) >= _COMMON_TO and asking[0] not in self._tiers[1]  # figures rest on one another
        if fact in self._everywhere or (shared and len({reader.part for reader in asking}) > 1):
            return self._told["common"], ""
        return asking[0].part, "" if shared else asking[0].heading

    def _read_everywhere(self) -> Iterator[str]:
        """Give what decides whether and how the card as a whole applies."""
        card = self._card
        yield from names_in_condition(card.applies)
        for row in card.stages.rows if card.stages is not None else ():
            yield from names_in_condition(row.when)
        yield from card.tracks.by if card.tracks is not None else ()
        if card.verdicts is not None:
            yield card.verdicts.governed_by

    def _deciding(self) -> Iterator[_Criterion]:
        card = self._card
        for gate in card.gates:
            reads = (*names_in_condition(gate.applies), *names_in_condition(gate.requires))
            yield self._criterion(self._told["gates"], gate.id, gate.labels, reads)
        sections = {section.id: section for section in card.sections}
        for indicator in card.indicators:
            section = sections[indicator.section]
            reads = (
                *names_in_condition(indicator.applies),
                *names_in_condition(indicator.must),
                *indicator.scale.reads,
            )
            yield self._criterion(self._id_and_label(section.id, section.labels), indicator.id, indicator.labels, reads)
        for rule in card.verdicts.rules if card.verdicts is not None else ():
            yield self._criterion(self._told["rules"], rule.id, rule.labels, names_in_rule(rule))

    def _figures(self) -> Iterator[_Criterion]:
        for result in self._card.results:
            heading = label_in_language(result.labels, self._language, result.id)
            yield _Criterion(self._told["results"], heading, self._behind((result.name,)))

    def _findings(self) -> Iterator[_Criterion]:
        for finding in self._card.findings:
            yield self._criterion(self._told["findings"], finding.id, finding.labels, names_in_condition(finding.when))

    def _criterion(self, part: str, id: str, labels: TextByLanguage, reads: Iterable[str]) -> _Criterion:
        return _Criterion(part, self._id_and_label(id, labels), self._behind(reads))

    def _behind(self, roots: Iterable[str]) -> frozenset[str]:
        return frozenset(names_behind(self._names, roots))

    def _id_and_label(self, id: str, labels: TextByLanguage) -> str:
        return f"{id} {label_in_language(labels, self._language, '')}".rstrip()
