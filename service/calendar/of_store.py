"""Days of stored evaluations: evidence that expires, findings to be closed, deadlines of the subject."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import (
    DateError,
    ErasedRecord,
    InputError,
    Outcome,
    Violation,
    add_days,
    message_factory,
    parse_date,
)
from rules.engine import expiries
from rules.model import FormulaQuantity, Scorecard
from rules.trail import inputs_of
from service.base.evidence_kinds import kind_label
from service.base.names import CardName
from service.calendar.entries import SUBJECT_KINDS, Entry, EntryKind
from service.calendar.of_gazette import KINDS, dated_rule_key, days_of_subject
from service.store.of_subject import LastEvaluation, last_evaluations

if TYPE_CHECKING:
    from rules.contracts import WrittenSteps
    from service.gazette.versions import Gazette
    from service.store.views import Archive


_say = message_factory(__name__)


def stored_entries(  # noqa: PLR0913 -- what is asked for, and what is told besides
    gazette: Gazette,
    archive: Archive,
    organization: str,
    meant: CardName | None,
    *,
    subject: str | None = None,
    field: str = "subject",
    names: bool,
    unread: list[str],
) -> Iterator[Entry]:
    """Give the entries of the last evaluation of each subject of an organisation, or of one, under each card, or one.

    `unread` gets the names of those that cannot be read, `field` is where the subject was given.
    """
    is_known = subject is None
    card = None if meant is None else meant.card
    for last_evaluation in last_evaluations(archive.connection, organization, card, subject, unread=unread):
        is_known = True
        version = gazette.made_by(
            last_evaluation.written.head.scorecard_version, last_evaluation.written.head.rule_digest
        )
        if meant is None or meant.version in (None, version.scorecard.card.version):
            yield from evaluation_entries(last_evaluation, version.scorecard, names=names)
    if not is_known and not unread:
        raise InputError((Violation(field, _say("NO_EVALUATION_STANDS", subject=subject), "NOT_FOUND"),))


def _computed_dates(scorecard: Scorecard, written: WrittenSteps) -> dict[str, date]:
    """Give the computed dates of the subject that came to one day."""
    dates = {}
    for quantity in scorecard.quantities or ():
        if isinstance(quantity, FormulaQuantity) and quantity.gives == "date" and quantity.list is None:
            (value, *_) = written.found.get(f"quantities/{quantity.id}", (None,))
            with suppress(DateError):  # a date that is open, or never comes, is written otherwise
                dates[quantity.id] = parse_date(str(value))
    return dates


def evaluation_entries(last_evaluation: LastEvaluation, scorecard: Scorecard, *, names: bool) -> Iterator[Entry]:
    """Give the days of an evaluation, made under this scorecard; its subject is named only if `names` says so.

    A document stands on its last day behind those facts behind which no other stands longer; where something was
    erased nobody knows which. The days in which a finding must be closed are counted from the as-of date of the
    evaluation.
    """
    head = last_evaluation.written.head
    about = {"card": scorecard.card.id, "about": head.subject if names else last_evaluation.name}
    facts: dict[tuple[str, date], set[str]] = {}
    items = {}
    subject = None if isinstance(last_evaluation.written, ErasedRecord) else inputs_of(last_evaluation.written)
    for expiry in () if subject is None else expiries(scorecard, subject):
        items[expiry.item.id] = expiry.item
        facts.setdefault((expiry.item.id, expiry.last), set()).add(expiry.fact)
    for (name, last), resting in facts.items():
        slots = {**about, "kind": kind_label(items[name].kind), "facts": str(len(resting))}
        yield Entry(
            last, EntryKind.EVIDENCE_EXPIRES, last_evaluation.name, last_evaluation.create_time, slots, f"{name}/{last}"
        )
    as_of = date.fromisoformat(head.as_of_date)
    computed = _computed_dates(scorecard, last_evaluation.written)
    for rule, rule_slots in () if subject is None else days_of_subject(scorecard, subject.facts, computed, as_of):
        kind = SUBJECT_KINDS[KINDS[rule.bearing]]
        yield Entry(
            rule.day,
            kind,
            last_evaluation.name,
            last_evaluation.create_time,
            {**about, **rule_slots},
            dated_rule_key(rule),
        )
    for finding in scorecard.findings:
        recorded = last_evaluation.written.found.get(f"findings/{finding.id}")
        if finding.close_within_days is not None and recorded is not None and recorded[0] == Outcome.MET:
            due = add_days(as_of, finding.close_within_days)
            slots = {**about, "finding": finding.id}
            yield Entry(
                due, EntryKind.FINDING_DUE, last_evaluation.name, last_evaluation.create_time, slots, finding.id
            )
