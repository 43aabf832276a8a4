"""Facts of a client that other cases can reuse: verified facts of its cases, and facts of stored inventories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TouchstoneError
from rules.trail import inputs_of
from service.base.resource_names import parse_card
from service.cases.client_side import is_applicant, is_decided
from service.cases.dossiers import find_dossier, rests_on
from service.cases.fact_origins import origins_of_case, verified_value
from service.output.mapping.requests import write_request
from service.reuse.meanings import Period, period_of, unverified_cards
from service.store.of_subject import earlier_evaluations
from service.store.stored_records import unpack
from touchstone.v1 import fact_pb2

if TYPE_CHECKING:
    from rules.model import Scorecard
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.tables import CaseRow
    from touchstone.v1 import types_pb2

_MAX_SOURCES, _PAGE = 1_000, 100
_INVALID_STATES = frozenset({"declined", "withdrawn"})


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A fact of a source. `scorecard` is the newest version of its scorecard."""

    source: str
    revision: int
    card: str
    scorecard: Scorecard
    evaluation: str
    subject: str
    sites: frozenset[str]
    period: Period | None
    fact: fact_pb2.Fact
    value: types_pb2.Value
    evidence: tuple[fact_pb2.EvidenceItem, ...]

    @property
    def is_verified(self) -> bool:
        return self.fact.HasField("verification")


def source_facts(reading: CaseReader, gazette: Gazette, row: CaseRow, day: str) -> Iterator[SourceFact]:
    """Yield the reusable facts of the client of a case, except those of the case itself."""
    for source in _cases_of_client(reading, row):
        is_visible = not is_applicant() or is_decided(source)
        if source.name != row.name and is_visible and source.state not in _INVALID_STATES:
            yield from _case_facts(reading, gazette, source)
    yield from _evaluation_facts(reading, gazette, row, day)


def _cases_of_client(reading: CaseReader, row: CaseRow) -> Iterator[CaseRow]:
    after, count = "", 0
    while count < _MAX_SOURCES:
        rows = reading.cases(row.organization, state="", client=row.client, after=after, limit=_PAGE)
        yield from rows
        if len(rows) < _PAGE:
            return
        after, count = rows[-1].name, count + len(rows)


def _case_facts(reading: CaseReader, gazette: Gazette, row: CaseRow) -> Iterator[SourceFact]:
    dossier = find_dossier(reading, row)
    if dossier is None:
        return
    content = orjson.loads(row.content)
    card = parse_card(content["scorecard"], field="scorecard").card
    reused = {id for id, origin in origins_of_case(reading, row).items() if not origin.cause}
    values = {fact.fact_id: value for fact in dossier.content.facts if (value := verified_value(fact)) is not None}
    scorecard, period = gazette.newest(card).scorecard, period_of(card, values)
    for fact in dossier.content.facts:
        if fact.fact_id not in values or fact.fact_id in reused:  # offer a value from its first source only
            continue
        named = rests_on(fact)
        yield SourceFact(
            row.name, dossier.revision, card, scorecard, content.get("evaluation", ""),
            row.subject, frozenset(content.get("sites", ())), period, fact, values[fact.fact_id],
            tuple(item for item in dossier.content.evidence if item.evidence_id in named),
        )  # fmt: skip


def _evaluation_facts(reading: CaseReader, gazette: Gazette, row: CaseRow, day: str) -> Iterator[SourceFact]:
    """Yield the facts of the last evaluations without a case, of the subject and of the company of the client."""
    cards = unverified_cards()
    for subject in dict.fromkeys((row.client.replace("/clients/", "/subjects/"), row.subject)) if cards else ():
        records = earlier_evaluations(
            reading.connection, organization=row.organization, subject=subject, cards=cards, until=day
        )
        last = {}
        for record in records:
            written = unpack(record.record)
            last[parse_card(written.head.scorecard_version).card] = record.name, written
        for card, (name, written) in last.items():
            try:
                inputs = inputs_of(written)
            except TouchstoneError:  # erased in part
                continue
            request = write_request(inputs, scorecard=f"scorecards/{card}", request_id="")
            scorecard = gazette.newest(card).scorecard
            yield from _declared_facts(name, card, scorecard, subject, request.facts, request.evidence)


def _declared_facts(  # noqa: PLR0913, PLR0917 -- parts of one evaluation
    name: str,
    card: str,
    scorecard: Scorecard,
    subject: str,
    facts: Sequence[fact_pb2.Fact],
    evidence: Sequence[fact_pb2.EvidenceItem],
) -> Iterator[SourceFact]:
    values: Mapping[str, types_pb2.Value] = {fact.fact_id: fact.value for fact in facts if fact.HasField("value")}
    period = period_of(card, values)
    for fact in facts:
        rejected = fact.verification.judgement == fact_pb2.Verification.JUDGEMENT_REJECTED
        if fact.fact_id in values and not rejected:
            declared = fact_pb2.Fact(fact_id=fact.fact_id, value=fact.value)
            yield SourceFact(
                name, 0, card, scorecard, name, subject, frozenset(), period, declared,
                fact.value, tuple(item for item in evidence if item.evidence_id in rests_on(declared)),
            )  # fmt: skip
