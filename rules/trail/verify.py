"""Record verification: seven numbered checks that trust no stored result.

1. The head of the record has the digest of the envelope, and its bytes are well formed.
2. Each step's commitment opens with its salt. An erased step has a commitment that cannot be opened.
3. The commitments of all steps yield the trail digest; their number is that of the head.
4. The scorecard version is published and has the rule digest of the record.
5. The reference tables have the digests of the record.
6. That version was in force for the as-of date and known time, among those known where the record was made.
7. Evaluating the inputs again yields the same bytes; not checked after an erasure.

Check 10 compares facts from earlier evaluations; 8 and 9 concern a server's log.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import orjson

from rules.contracts.dates import parse_date
from rules.contracts.erased_records import ErasedRecord, read_record
from rules.contracts.error_texts import error_message
from rules.contracts.errors import EvaluationCancelledError, TouchstoneError, TrailError, VersionError
from rules.contracts.messages import join_messages, message_factory
from rules.engine.cancellation import ShouldStop, never_stop
from rules.model.published_version import PublishedVersion, find_version_in_force
from rules.trail.commitments import KEY_BYTES, trail_digest_of
from rules.trail.deserialization import inputs_of
from rules.trail.erasure import mismatched_steps_of
from rules.trail.evaluation import Evaluator
from rules.trail.previous_evaluation import PreviousRecord, check_previous
from rules.trail.tables import table_problem, tables_of_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rules.contracts.record_bytes import RecordHead, WrittenRecord
    from rules.model.lookups import TableSource


_message = message_factory(__name__)
_MAX_LISTED_STEPS = 5


class CheckResult(StrEnum):
    """Result of a check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


class KnownVersionNames(NamedTuple):
    """Versions of a scorecard known to a store at some time, and those with a known repeal."""

    versions: frozenset[str]
    repeals: frozenset[str]

    def of(self, versions: Iterable[PublishedVersion]) -> list[PublishedVersion]:
        return [
            version if version.name in self.repeals else replace(version, repeal=None)
            for version in versions
            if version.name in self.versions
        ]


@dataclass(frozen=True, slots=True)
class VerificationCheck:
    """Result of one numbered check; the message of a failure names the first difference."""

    number: int
    name: str
    result: CheckResult
    message: str


CHECK_OF_PREVIOUS = 10
CHECK_NAMES = ("record digest", "commitments", "trail digest", "rules", "tables", "in force", "recomputation")


def verify(  # noqa: PLR0913 -- the inputs of a verification
    *,
    content: bytes,
    stated_digest: str,
    record_key: bytes,
    versions: Sequence[PublishedVersion],
    known_here: KnownVersionNames | None = None,
    tables: TableSource | None = None,
    previous: Sequence[PreviousRecord] = (),
    should_stop: ShouldStop = never_stop,
) -> tuple[VerificationCheck, ...]:
    """Verify a record; a failed check is a result, not an exception.

    `versions` must be all published versions of the scorecard, otherwise check 6 proves nothing. `known_here` is None
    if the versions known to the evaluating server are unknown. `tables` finds the recorded editions.

    Raises:
        EvaluationCancelledError: If `should_stop` returns True during the recomputation.
    """
    try:
        written = read_record(content)
    except TrailError as error:
        failed = _check(1, CheckResult.FAILED, _message("RECORD_UNREADABLE", problem=error_message(error)))
        return (
            failed,
            *(_check(number, CheckResult.NOT_CHECKED, _message("NO_RECORD_TO_CHECK")) for number in range(2, 8)),
        )
    version = next((item for item in versions if item.name == written.head.scorecard_version), None)
    return (
        _record_digest(written, stated_digest),
        _commitments(written, record_key),
        _trail_digest(written),
        _rules(written.head, version),
        _tables(written.head, tables),
        _in_force(written.head, versions, known_here),
        _recomputation(written, record_key, version, _ReplayContext(tables, should_stop)),
        *_previous(written, version, previous),
    )


def _check(number: int, result: CheckResult, message: str) -> VerificationCheck:
    return VerificationCheck(number, CHECK_NAMES[number - 1], result, message)


def _record_digest(written: WrittenRecord | ErasedRecord, stated: str) -> VerificationCheck:
    actual_digest = written.digest
    if actual_digest == stated and isinstance(written, ErasedRecord):
        slots = {"count": written.erased_count, "all": len(written.commitments), "digest": actual_digest}
        return _check(1, CheckResult.PASSED, _message("DIGEST_HOLDS_ERASED", **slots))
    if actual_digest == stated:
        return _check(1, CheckResult.PASSED, _message("DIGEST_HOLDS", count=len(written.content), digest=actual_digest))
    return _check(
        1,
        CheckResult.FAILED,
        _message("DIGEST_DIFFERS", stated=stated[:64] or _message("NOTHING"), digest=actual_digest),
    )


def _commitments(written: WrittenRecord | ErasedRecord, record_key: bytes) -> VerificationCheck:
    if isinstance(written, ErasedRecord):
        return _remaining_commitments(written)
    if not record_key:
        return _check(2, CheckResult.NOT_CHECKED, _message("KEY_ABSENT"))
    if len(record_key) != KEY_BYTES:
        return _check(2, CheckResult.FAILED, _message("KEY_LENGTH", found=len(record_key), wanted=KEY_BYTES))
    mismatched, count = mismatched_steps_of(written, record_key), written.head.step_count
    if mismatched and len(mismatched) == count:
        return _check(2, CheckResult.FAILED, _message("KEY_OTHER", count=count))
    if mismatched:
        return _mismatched_commitments(mismatched, count)
    return _check(2, CheckResult.PASSED, _message("COMMITMENTS_OPEN", count=count))


def _remaining_commitments(written: ErasedRecord) -> VerificationCheck:
    mismatched = mismatched_steps_of(written, b"")
    if mismatched:
        return _mismatched_commitments(mismatched, len(written.steps))
    slots = {"count": len(written.steps), "erased": written.erased_count}
    return _check(2, CheckResult.PASSED, _message("COMMITMENTS_OPEN_ERASED", **slots))


def _mismatched_commitments(mismatched: Sequence[str], count: int) -> VerificationCheck:
    message = _message("COMMITMENTS_CLOSED", count=len(mismatched), all=count, steps=mismatched[:_MAX_LISTED_STEPS])
    return _check(2, CheckResult.FAILED, message)


def _trail_digest(written: WrittenRecord | ErasedRecord) -> VerificationCheck:
    head, actual_digest, count = written.head, trail_digest_of(written), len(written.commitments)
    if head.step_count != count:
        return _check(3, CheckResult.FAILED, _message("STEPS_WANTING", found=count, stated=head.step_count))
    if actual_digest != head.trail_digest:
        slots = {"found": actual_digest, "stated": head.trail_digest}
        return _check(3, CheckResult.FAILED, _message("ROOT_DIFFERS", **slots))
    return _check(3, CheckResult.PASSED, _message("ROOT_HOLDS", digest=actual_digest))


def _rules(head: RecordHead, version: PublishedVersion | None) -> VerificationCheck:
    if version is None:
        return _check(4, CheckResult.FAILED, _message("VERSION_ABSENT", version=head.scorecard_version))
    if version.rule_digest != head.rule_digest:
        slots = {"version": version.name, "found": version.rule_digest, "stated": head.rule_digest}
        return _check(4, CheckResult.FAILED, _message("RULES_DIFFER", **slots))
    return _check(4, CheckResult.PASSED, _message("RULES_HOLD", version=version.name, digest=version.rule_digest))


def _tables(head: RecordHead, source: TableSource | None) -> VerificationCheck:
    if not head.tables:
        return _check(5, CheckResult.PASSED, _message("NO_TABLES"))
    for use in head.tables:
        try:
            table = None if source is None else source.edition_of(use.name, use.edition)
        except TouchstoneError as error:
            return _check(5, CheckResult.FAILED, error_message(error))
        problem = table_problem(use, table)
        if problem is not None:
            return _check(5, CheckResult.FAILED, problem)
    table_names = [f"{use.name}@{use.edition}" for use in head.tables]
    return _check(5, CheckResult.PASSED, _message("TABLES_HOLD", names=table_names))


def _in_force(
    head: RecordHead, versions: Sequence[PublishedVersion], known_here: KnownVersionNames | None
) -> VerificationCheck:
    try:
        as_of = parse_date(head.as_of_date)
    except ValueError as error:
        return _check(6, CheckResult.FAILED, _message("AS_OF_UNREADABLE", problem=error_message(error)))
    moment, stated = _message("MOMENT", day=head.as_of_date, known=head.known_time), head.scorecard_version
    governing = _governing(versions, as_of, head.known_time)
    if isinstance(governing, PublishedVersion) and governing.name == stated:
        in_force = _message("WAS_IN_FORCE", version=stated, moment=moment)
        return _check(6, CheckResult.PASSED, with_late_publication(in_force, governing, as_of))
    known = known_here or _surely_known(head, versions)
    governing_known = _governing(known.of(versions), as_of, head.known_time)
    later = [
        version.name
        for version in versions
        if version.name not in known.versions and version.publish_time <= head.known_time
    ]
    later += [
        _message("REPEAL_OF", version=version.name)
        for version in versions
        if _is_repeal_later(version, known, head.known_time)
    ]
    slots = {"version": stated, "moment": moment, "later": later}
    if known_here is None and _is_version(governing_known, stated):
        return _check(6, CheckResult.NOT_CHECKED, _message("PERHAPS_NOT_KNOWN", **slots))
    if known_here is not None:
        governing = governing_known
    if isinstance(governing, VersionError):
        return _check(6, CheckResult.FAILED, error_message(governing))
    if governing.name == stated:
        return _check(6, CheckResult.PASSED, _message("OF_THOSE_KNOWN", **slots))
    return _check(
        6, CheckResult.FAILED, _message("OTHER_WAS_IN_FORCE", version=governing.name, moment=moment, stated=stated)
    )


def with_late_publication(message: str, version: PublishedVersion, as_of: date) -> str:
    """Return a message that also reports a publication after the as-of date (civil date of the scorecard)."""
    if not version.publish_time:  # a draft
        return message
    card = version.scorecard.card
    published = datetime.fromisoformat(version.publish_time).astimezone(ZoneInfo(card.time_zone)).date()
    if published <= as_of:
        return message
    return join_messages((message, _message("PUBLISHED_LATE", day=published, as_of=as_of, first=card.first_date)))


def _governing(versions: Sequence[PublishedVersion], as_of: date, known_time: str) -> PublishedVersion | VersionError:
    try:
        return find_version_in_force(versions, as_of, known_time)
    except VersionError as error:
        return error


def _is_version(governing: PublishedVersion | VersionError, name: str) -> bool:
    return isinstance(governing, PublishedVersion) and governing.name == name


def _surely_known(head: RecordHead, versions: Sequence[PublishedVersion]) -> KnownVersionNames:
    """Return the minimum that the evaluating server knew: all published by the time of the record's version."""
    time = next((version.publish_time for version in versions if version.name == head.scorecard_version), "")
    return KnownVersionNames(
        frozenset(version.name for version in versions if version.publish_time <= time),
        frozenset(version.name for version in versions if version.repeal is not None and version.repeal.time <= time),
    )


def _is_repeal_later(version: PublishedVersion, known: KnownVersionNames, known_time: str) -> bool:
    is_repealed = version.repeal is not None and version.repeal.time <= known_time
    return is_repealed and version.name in known.versions and version.name not in known.repeals


class _ReplayContext(NamedTuple):
    tables: TableSource | None
    should_stop: ShouldStop


def _recomputation(
    written: WrittenRecord | ErasedRecord, record_key: bytes, version: PublishedVersion | None, context: _ReplayContext
) -> VerificationCheck:
    if isinstance(written, ErasedRecord):
        return _check(7, CheckResult.NOT_CHECKED, _message("INPUTS_ERASED"))
    if version is None:
        return _check(7, CheckResult.NOT_CHECKED, _message("CANNOT_RECOMPUTE"))
    has_key = len(record_key) == KEY_BYTES
    evaluator = None
    try:
        evaluator = Evaluator(version.scorecard, version.rule_digest, version.name, context.tables)
        recorded_tables = tables_of_record(written.head.tables, context.tables)
        with evaluator.engine.cancellation.until(context.should_stop):
            recomputed = evaluator.evaluate(
                inputs_of(written),
                record_key if has_key else bytes(KEY_BYTES),
                recorded_tables,
                form=written.head.schema_number,
            )
    except EvaluationCancelledError:
        raise
    except TouchstoneError as error:
        return _check(7, CheckResult.FAILED, _message("INPUTS_REFUSED", problem=error_message(error)))
    finally:
        if evaluator is not None:
            evaluator.close()
    if recomputed.content == written.content:
        return _check(7, CheckResult.PASSED, _message("RECOMPUTED", count=len(written.content)))
    if not has_key and recomputed.written_record.steps == written.steps:
        return _check(7, CheckResult.NOT_CHECKED, _message("RECOMPUTED_WITHOUT_KEY"))
    difference = first_difference(written, recomputed.written_record)
    slots = {"found": difference.before or _message("NOTHING"), "wanted": difference.after or _message("NOTHING")}
    return _check(7, CheckResult.FAILED, _message("RECOMPUTED_OTHERWISE", place=difference.path, **slots))


def _previous(
    written: WrittenRecord | ErasedRecord, version: PublishedVersion | None, previous_records: Sequence[PreviousRecord]
) -> tuple[VerificationCheck, ...]:
    if isinstance(written, ErasedRecord):
        return ()
    previous_check = check_previous(written, version, previous_records)
    if previous_check is None:
        return ()
    passed, message = previous_check
    result = CheckResult.NOT_CHECKED if passed is None else CheckResult.PASSED if passed else CheckResult.FAILED
    return (VerificationCheck(CHECK_OF_PREVIOUS, "previous", result, message),)


_EXCERPT_LENGTH = 80
_ABSENT = object()


class Deviation(NamedTuple):
    """Location of a difference, such as `steps[facts/share][1].value.number`, and both values; empty if absent."""

    path: str
    before: str
    after: str


def first_difference(before: WrittenRecord, after: WrittenRecord) -> Deviation:
    """Return the first difference of two records: in the heads, then the steps, then the commitments."""
    parts, others = _record_parts(before), _record_parts(after)
    for name, part in parts.items():
        if part != others[name]:
            return _locate_difference(part, others[name], name)
    return _locate_difference(before.head.trail_digest, after.head.trail_digest, "head.trail_digest")


def _record_parts(written: WrittenRecord) -> dict[str, Any]:
    """Return the parts of a record without its root digest, which differs whenever anything differs."""
    return {
        "head": written.head.model_dump(mode="json", exclude={"trail_digest"}),
        "steps": [orjson.loads(step) for step in written.steps],
        "commitments": [leaf.hex() for leaf in written.commitments],
    }


def _locate_difference(before: Any, after: Any, path: str) -> Deviation:
    if isinstance(before, dict) and isinstance(after, dict):
        name = next((key for key in (*before, *after) if before.get(key, _ABSENT) != after.get(key, _ABSENT)), None)
        if name is not None:
            return _locate_difference(before.get(name, _ABSENT), after.get(name, _ABSENT), f"{path}.{name}")
    if isinstance(before, list) and isinstance(after, list):
        for number, (item, other) in enumerate(zip_longest(before, after, fillvalue=_ABSENT)):
            if item != other:
                ids = _id(item), _id(other)
                if None in ids or ids[0] == ids[1]:
                    return _locate_difference(item, other, f"{path}[{number if ids[0] is None else ids[0]}]")
                return Deviation(f"{path}[{number}][0]", _value_text(ids[0]), _value_text(ids[1]))
    return Deviation(path, _value_text(before), _value_text(after))


def _id(item: Any) -> Any:
    if isinstance(item, list):
        return item[0] if item and isinstance(item[0], str) else None
    return item.get("id") if isinstance(item, dict) else None


def _value_text(value: Any) -> str:
    if value is _ABSENT:
        return ""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH]}…"
