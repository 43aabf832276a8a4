"""What does a dossier say about its subject, typed by the facts of the scorecard?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Judgement,
    Subject,
    Verification,
)
from rules.contracts.messages import speaker
from rules.engine.read_subject import read_subject
from service.base.names import organization_of
from service.reading.dossier.nested import taken_out
from service.reading.dossier.other_card import FACT_OF_CARD, OtherCardError
from service.reading.dossier.places import read_locator, read_places
from service.reading.dossier.ratings import VALUE_KEYS, read_ratings
from service.reading.dossier.values import ValueReader
from service.reading.tree.fields import Fields
from service.reading.tree.nodes import Mapping, Node, Scalar
from service.reading.tree.problems import REQUIRED, Place, PlacedError, Problem
from service.reading.tree.reading import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.scorecard import FactDefinition, Scorecard

_say = speaker(__name__)

_FACT_KEYS = (*VALUE_KEYS, "places", "ratings", "verification")
_VERIFICATION_KEYS = ("judgement", "value", "unit", "evidence", "not_applicable", "method", "reason", "person", "date")
_PART = re.compile(r"(?:facts\[[^\]]*\](?:\.records\[[^\]]*\])?|(?:evidence|settings)\[[^\]]*\])")
_STRANGE = 3
"""So many facts that a card does not have are no slip."""
_EVIDENCE_KEYS = (
    "kind", "issuer", "digest", "issue_date", "valid_from", "valid_until", "assurance", "locator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Located:
    """What was read from a file, and where in it each field stands."""

    places: dict[str, Place]

    def located(self, error: InputError, options: Iterable[str] = ()) -> PlacedError:
        """Give an error of the evaluation the places of this file; settings named in `options` stand in none."""
        chosen = {f"settings[{setting}]": f"--set {setting}" for setting in options}
        return PlacedError(
            Problem(
                None if violation.field in chosen else self.place_of(violation.field),
                chosen.get(violation.field, violation.field),
                violation.description,
                violation.reason,
            )
            for violation in error.violations
        )

    def place_of(self, field: str) -> Place | None:
        """Find the longest part of a field path that stands in the file."""
        while field:
            if field in self.places:
                return self.places[field]
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return None


@dataclass(frozen=True, slots=True)
class Dossier(Located):
    """A subject as a dossier describes it; `notes` say what was read otherwise than it stands there."""

    subject: Subject
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment(Located):
    """A part of a dossier: what is otherwise."""

    facts: tuple[DeclaredFact, ...]
    evidence: tuple[EvidenceItem, ...]
    settings: dict[str, str]


def read_dossier(content: bytes, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a dossier; `settings` go before those that stand in it.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with line and column.
    """
    return dossier_of(read_tree(content), Fields(), scorecard, as_of=as_of, settings=settings)


def dossier_of(tree: Node, fields: Fields, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a dossier from its tree, whatever file that stood in; `fields` may hold problems already.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with its place.
    """
    parts = fields.mapping(tree, "", ("subject", "settings", "facts", "evidence"), what=_say("DOSSIER"))
    name = _subject(parts.get("subject"), tree, fields)
    chosen = fields.texts(parts.get("settings"), "settings")
    facts = FactReader(scorecard, fields).read(parts.get("facts"))
    evidence = read_evidence(parts.get("evidence"), fields)
    subject = Subject(
        subject=name, as_of=as_of, known="", settings={**chosen, **settings}, facts=facts, evidence=evidence
    )
    dossier = Dossier(fields.places, subject)
    if fields.problems:
        raise PlacedError([*fields.problems, *_further(dossier, scorecard, fields.problems, settings)])
    return dossier


def _further(
    dossier: Dossier, scorecard: Scorecard, problems: Iterable[Problem], options: Iterable[str]
) -> Iterator[Problem]:
    """Give what an evaluation would refuse as well, except in what has no sound form."""
    unsound = {_part(problem.field) for problem in problems}
    if unsound & {"facts", "evidence"}:
        return
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        for problem in dossier.located(error, options).problems:
            part = _part(problem.field)
            if part not in unsound and part.partition(".records[")[0] not in unsound:
                yield problem


def _part(field: str) -> str:
    """Give the fact, record, evidence item or setting that a field belongs to."""
    found = _PART.match(field)
    return found[0] if found else field


def read_fragment(content: bytes, scorecard: Scorecard) -> Fragment:
    """Read a file with some facts, evidence items and settings, written as in a dossier.

    Raises:
        PlacedError: anything is wrong with its form; every problem is listed with line and column.
    """
    fields = Fields()
    parts = fields.mapping(read_tree(content), "", ("settings", "facts", "evidence"), what=_say("PART_OF_DOSSIER"))
    fragment = Fragment(
        places=fields.places,
        facts=FactReader(scorecard, fields).read(parts.get("facts")),
        evidence=read_evidence(parts.get("evidence"), fields),
        settings=fields.texts(parts.get("settings"), "settings"),
    )
    if fields.problems:
        raise PlacedError(fields.problems)
    return fragment


def read_assignment(written: str, definition: FactDefinition, scorecard: Scorecard) -> tuple[DeclaredFact, ...]:
    """Read one fact from a value alone, written as in a dossier; records inside of its records are a further fact.

    Raises:
        PlacedError: anything is wrong with its form.
    """
    fields, value = Fields(), read_tree(written.encode())
    alone = Mapping(value.place, {definition.id: value}, {definition.id: value.place})
    facts = FactReader(scorecard, fields).read(alone)
    if fields.problems:
        raise PlacedError(fields.problems)
    return facts


def _subject(node: Node | None, tree: Node, fields: Fields) -> str:
    name = fields.text(node, "subject") if node is not None else ""
    try:
        organization_of(name)
    except InputError as error:
        place = tree.place if node is None else node.place
        fields.problem(place, "subject", error.violations[0].description, error.violations[0].reason)
    return name


class FactReader:
    """Reads facts of a scorecard."""

    def __init__(self, scorecard: Scorecard, fields: Fields) -> None:
        """Note problems in `fields`."""
        self._card = scorecard.card.id
        self._scorecard = scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._values = ValueReader({record.id: record for record in scorecard.records}, fields)
        self._fields = fields

    def read(self, node: Node | None) -> tuple[DeclaredFact, ...]:
        """Read all facts.

        Raises:
            OtherCardError: most of them are no facts of the scorecard, so that nothing else need be told.
        """
        whole = taken_out(node, self._scorecard, self._fields)
        entries = self._fields.entries(whole, "facts", _say("FACTS_BY_IDS"))
        strange = [place for id, _, place in entries if id not in self._definitions]
        if len(strange) >= _STRANGE and 2 * len(strange) > len(entries):
            raise OtherCardError(strange[0], self._card, [id for id, _, _ in entries], len(strange))
        facts = []
        for id, entry, place in entries:
            definition = self._definitions.get(id)
            self._fields.places[f"facts[{id}]"] = place
            if definition is None:
                self._fields.unknown(place, f"facts[{id[:60]}]", id, self._definitions, FACT_OF_CARD)
            else:
                facts.append(self.fact(definition, entry))
        return tuple(facts)

    def fact(self, definition: FactDefinition, node: Node) -> DeclaredFact:
        """Read one fact."""
        path = f"facts[{definition.id}]"
        self._values.in_records.clear()
        parts = self._values.structured(definition, node, path, _FACT_KEYS)
        ratings = read_ratings(definition, parts.get("ratings"), self._values, self._fields)
        value: DeclaredValue | None = None
        if not ratings or any(key in parts for key in VALUE_KEYS):
            value = self._values.read(definition, node, parts, path)
        verification = self._verification(definition, parts.get("verification"), f"{path}.verification")
        places = (*read_places(parts.get("places"), f"{path}.places", self._fields), *self._values.in_records)
        return DeclaredFact(id=definition.id, value=value, ratings=ratings, verification=verification, places=places)

    def _verification(self, definition: FactDefinition, node: Node | None, path: str) -> Verification | None:
        if node is None:
            return None
        fields = self._fields
        parts = fields.mapping(node, path, _VERIFICATION_KEYS, what=_say("VERIFICATION"))
        judgement = fields.word(parts.get("judgement"), f"{path}.judgement", [word.value for word in Judgement], node)
        given = {key: part for key, part in parts.items() if key in VALUE_KEYS}
        corrected: DeclaredValue | None = None
        if given:
            fields.places[f"{path}.corrected_value"] = next(iter(given.values())).place
            corrected = self._values.read(definition, node, given, f"{path}.corrected_value")
        if judgement is None:
            return None
        return Verification(
            judgement=Judgement(judgement),
            corrected=corrected,
            method=fields.optional_text(parts.get("method"), f"{path}.method"),
            reason=fields.optional_text(parts.get("reason"), f"{path}.reason"),
            person=fields.optional_text(parts.get("person"), f"{path}.person"),
            date=fields.optional_text(parts.get("date"), f"{path}.date"),
        )


def read_evidence(node: Node | None, fields: Fields) -> tuple[EvidenceItem, ...]:
    """Read all evidence items."""
    items = []
    for id, entry, place in fields.identified(node, "evidence", _say("EVIDENCE_ITEMS")):
        path = f"evidence[{id}]"
        fields.places[path] = place
        parts = fields.mapping(entry, path, _EVIDENCE_KEYS, what=_say("EVIDENCE_ITEM"))
        for required in ("kind", "issuer", "digest"):
            if required not in parts and isinstance(entry, Mapping):
                fields.problem(place, f"{path}.{required}", REQUIRED, "REQUIRED")
        if (digest := parts.get("digest")) is not None:
            fields.places[f"{path}.content_digest"] = digest.place
        for key, field in (("valid_from", "first_date"), ("valid_until", "last_date")):
            if (date := parts.get(key)) is not None:
                fields.places[f"{path}.validity.{field}"] = date.place
        levels = [level.value for level in Assurance]
        assurance = fields.word(parts.get("assurance", Scalar(place, "none")), f"{path}.assurance", levels, entry)
        items.append(
            EvidenceItem(
                id=id,
                kind=fields.optional_text(parts.get("kind"), f"{path}.kind"),
                issuer=fields.optional_text(parts.get("issuer"), f"{path}.issuer"),
                digest=fields.optional_text(parts.get("digest"), f"{path}.digest"),
                issue_date=fields.optional_text(parts.get("issue_date"), f"{path}.issue_date") or None,
                valid_from=fields.optional_text(parts.get("valid_from"), f"{path}.valid_from") or None,
                valid_until=fields.optional_text(parts.get("valid_until"), f"{path}.valid_until") or None,
                locator=read_locator(parts.get("locator"), f"{path}.locator", fields),
                assurance=Assurance(assurance or "none"),
            )
        )
    return tuple(items)
