"""Claims in use of organisations: entry, repeated judging, sign-off and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import orjson
from google.protobuf.json_format import MessageToDict

from rules.contracts import DateError, InputError, Violation, error_message, message_factory, parse_date
from service.api.service_dependencies import language_of_call
from service.base import instants
from service.base.instants import to_timestamp
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import (
    DIGEST,
    claim_organization,
    new_claim_name,
    parse_evidence_file,
    parse_organization,
)
from service.base.whole_numbers import parse_whole_number
from service.files.file_intake import files_off
from service.files.uploaded_files import os_errors_as_refusals
from service.identity.principals import caller, visibility_scope
from service.schemes.claims.claim_judging import (
    MEDIUM,
    ClaimJudge,
    caught_up_seconds,
    next_judging_day,
    notice_days,
    notices_of,
    parse_stored_claim,
    today,
)
from service.schemes.claims.claim_store import (
    NOT_JUDGED,
    ClaimFilter,
    ClaimIndex,
    ClaimInUseRow,
    ClaimJudgementRow,
    Look,
    no_claim_refusal,
    words_of,
)
from service.store.cases import normalize_label
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from service.api.service_dependencies import Limiters
    from service.files.uploaded_files import FileStore
    from service.schemes.claims.claim_store import ClaimsInUse

_message = message_factory(__name__)

_MAX_TEXT_LENGTH, _MAX_NAME_LENGTH, _MAX_MEDIUM_LENGTH, _MAX_QUOTE_LENGTH = 20_000, 200, 100, 200
_MAX_DOCUMENTS, _MAX_FACTS = 50, 200
_DEFAULT_COUNT, _MAX_COUNT = 20, 100
_MAX_JUDGEMENTS, _MAX_LISTED, _EXPIRING_DAYS = 100, 20, 60
_OUTPUT_FIELDS = (
    "name", "revision", "standing", "judgements", "judged_date", "sign_off", "create_time", "update_time", "end_time",
    "problem", "judge_time", "due_date", "notices",
)  # fmt: skip
_TEXT_FIELDS = (
    ("product", _MAX_NAME_LENGTH, True), ("owner", _MAX_NAME_LENGTH, True), (MEDIUM, _MAX_MEDIUM_LENGTH, False),
    ("owner_account", _MAX_NAME_LENGTH, False),
)  # fmt: skip


def _is_condemned(standing: int) -> bool:
    from service.schemes.claims.answer import CONDEMNED_STANDINGS  # noqa: PLC0415 -- loads the lexicons

    return standing in CONDEMNED_STANDINGS


@dataclass(frozen=True, slots=True)
class ClaimRegister:
    """RPC handlers for claims in use."""

    claims: ClaimsInUse
    judge: ClaimJudge
    places: Limiters
    judges_by_itself: bool
    files: FileStore | None = None

    async def SaveClaim(self, request: pb2.SaveClaimRequest, context: Any) -> pb2.ClaimInUse:
        organization = parse_organization(request.parent, field="parent")
        content = _validated_content(request, organization)
        await self.places.reading.in_thread(self._check_files, organization, content)
        name = request.claim.name or new_claim_name(organization)
        judged = await self.judge.judged(content, language_of_call(request, context))
        now, expiries = instants.now(), [each.expire_date for each in content.documents if each.expire_date]
        row = ClaimInUseRow(
            name=name,
            organization=organization,
            content=orjson.dumps(MessageToDict(content), option=orjson.OPT_SORT_KEYS).decode(),
            quote=" ".join((content.quote or content.text).split())[:_MAX_QUOTE_LENGTH],
            medium=content.medium,
            revision=1,
            standing=judged.standing or NOT_JUDGED,
            problem="",
            expire_date=min(expiries, default=""),
            next_check_date=content.next_check_date,
            sign_off="",
            create_time=now,
            update_time=now,
            end_time="",
            owner_account=content.owner_account,
        )
        index = ClaimIndex(
            content.jurisdictions,
            words_of(content.product, content.owner, content.quote or content.text),
            [digest for document in content.documents if (digest := _file_digest(document))],
        )
        claims = self.claims
        if request.claim.name and not await self.places.trying.in_thread(claims.find, name):
            raise no_claim_refusal(name)
        await self.places.trying.in_thread(claims.save, row, judged, index, request.revision)
        return await self._current_claim(name, language_of_call(request, context))

    async def GetClaim(self, request: pb2.GetClaimRequest, context: Any) -> pb2.ClaimInUse:
        claim_organization(request.name)
        with self.places.reading.slot():
            return await self._current_claim(request.name, language_of_call(request, context))

    async def ListClaims(self, request: pb2.ListClaimsRequest, context: Any) -> pb2.ListClaimsResponse:
        with self.places.reading.slot():
            return await self.places.reading.in_thread(self._list_page, request, language_of_call(request, context))

    async def RecheckClaims(self, request: pb2.RecheckClaimsRequest, context: Any) -> pb2.RecheckClaimsResponse:
        organization = parse_organization(request.parent, field="parent")
        if request.maximum_count < 0:
            message = _message("COUNT", found=request.maximum_count, most=_MAX_COUNT)
            raise InputError.of("maximum_count", message, "WRONG_VALUE")
        limit = min(request.maximum_count or _DEFAULT_COUNT, _MAX_COUNT)
        claims, in_thread = self.claims, self.places.trying.in_thread
        answer = pb2.RecheckClaimsResponse()
        with self.places.trying.slot():
            for row in await self.judge.next_rows(organization, limit):
                judged = await self.judge.judged_again(row)
                moved = await in_thread(claims.judged, row, judged)
                answer.judged_count += 1
                answer.failed_count += bool(judged.problem)
                if moved is not None:
                    answer.changes.append(_change_message(moved, row.quote))
            answer.pending_count = await in_thread(self._count_waiting, organization)
        return answer

    async def AcknowledgeClaim(self, request: pb2.AcknowledgeClaimRequest, context: Any) -> pb2.ClaimInUse:
        claim_organization(request.name)

        if request.judgement < 1:
            raise InputError.of("judgement", _message("NO_JUDGEMENT"), "REQUIRED")
        with self.places.trying.slot():
            await self._record_look(request)
            return await self._current_claim(request.name, language_of_call(request, context))

    async def SignOffClaim(self, request: pb2.SignOffClaimRequest, context: Any) -> pb2.ClaimInUse:
        claim_organization(request.name)

        def sign(row: ClaimInUseRow) -> str:
            if _is_condemned(row.standing) or row.standing == NOT_JUDGED:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOT_SIGNED"))
            signed = {"signer": signer, "time": instants.now(), "standing": row.standing}
            return orjson.dumps(signed).decode()

        signer = caller().account
        with self.places.trying.slot():
            await self._record_look(request, sign)
            return await self._current_claim(request.name, language_of_call(request, context))

    async def EndClaim(self, request: pb2.EndClaimRequest, context: Any) -> pb2.ClaimInUse:
        claim_organization(request.name)
        with self.places.trying.slot():
            seen = _required_revision(request.revision)
            await self.places.trying.in_thread(self.claims.end, request.name, seen, instants.now())
            return await self._current_claim(request.name, language_of_call(request, context))

    async def _record_look(
        self,
        request: pb2.AcknowledgeClaimRequest | pb2.SignOffClaimRequest,
        sign: Callable[[ClaimInUseRow], str] | None = None,
    ) -> None:
        def days(row: ClaimInUseRow) -> Sequence[str]:
            return notice_days(parse_stored_claim(row))

        looked = Look(_required_revision(request.revision), request.judgement, today())
        await self.places.trying.in_thread(partial(self.claims.look, request.name, looked, days, sign=sign))

    def _check_files(self, organization: str, content: pb2.ClaimInUse) -> None:
        digests = {number: digest for number, each in enumerate(content.documents) if (digest := _file_digest(each))}
        if not digests:
            return
        if self.files is None:
            raise files_off()
        with os_errors_as_refusals():
            missing = [number for number in digests if self.files.find(organization, digests[number]) is None]
        if missing:
            raise InputError(
                tuple(
                    Violation(
                        f"claim.documents[{number}].file",
                        _message("FILE_NOT_STORED", found=content.documents[number].file),
                        "NOT_FOUND",
                    )
                    for number in missing
                )
            )

    # --- responses ----------------------------------------------------------------------------------------------------

    def _row(self, name: str) -> ClaimInUseRow:
        row = self.claims.find(name)
        if row is None:
            raise no_claim_refusal(name)
        return row

    async def _current_claim(self, name: str, language: str) -> pb2.ClaimInUse:
        def read_claim() -> pb2.ClaimInUse:
            row = self._row(name)
            claim = _claim_message(row, self.claims.judgements([name], _MAX_JUDGEMENTS)[name], language)
            self._add_notices([claim], [row])
            self._add_file_sizes(claim)
            return claim

        return await self.places.reading.in_thread(read_claim)

    def _add_file_sizes(self, claim: pb2.ClaimInUse) -> None:
        for document in claim.documents:
            if self.files is None or not (digest := _file_digest(document)):
                continue
            with os_errors_as_refusals():
                stored = self.files.find(claim_organization(claim.name), digest)
            if stored is not None:
                document.file_size_bytes = stored.size
                document.file_create_time.seconds = stored.time

    def _add_notices(self, claims: Iterable[pb2.ClaimInUse], rows: Sequence[ClaimInUseRow]) -> None:
        falls = self.claims.judgements_numbered({row.name: row.fallen for row in rows if row.fallen})
        for claim, row in zip(claims, rows, strict=True):
            claim.notices.extend(notices_of(row, claim, today(), falls.get(row.name)))

    def _count_waiting(self, organization: str) -> int:
        claims = self.claims
        waiting = self.judge.waiting(self.judge.published())
        return claims.count_waiting(organization, waiting, sum(claims.counts(organization).values()))

    def _list_page(self, request: pb2.ListClaimsRequest, language: str) -> pb2.ListClaimsResponse:
        organization, size = parse_organization(request.parent, field="parent"), read_page_size(request.page_size)
        if request.expiring_before:
            _check_day(request.expiring_before, "expiring_before")
        words = [folded for word in request.search.split() if (folded := normalize_label(word))]
        jurisdiction = request.jurisdiction.strip().upper()
        claim_filter = ClaimFilter(
            organization,
            request.standing,
            jurisdiction,
            request.medium,
            request.expiring_before,
            words[:10],
            noticed_by=today() if request.with_notices else "",
            owner_account=caller().account if request.only_own else "",
        )
        filters = (
            str(request.standing),
            jurisdiction,
            request.medium,
            request.expiring_before,
            claim_filter.noticed_by,
        )
        query = ("claims", visibility_scope(), request.parent, *filters, claim_filter.owner_account, *words)
        rows = self.claims.list(
            claim_filter, _parse_position(read_token(request.page_token, query), claim_filter), size + 1
        )
        last = self.claims.judgements([row.name for row in rows[:size]], 1)
        answer = pb2.ListClaimsResponse(claims=[_claim_message(row, last[row.name], language) for row in rows[:size]])
        if claim_filter.noticed_by:
            self._add_notices(answer.claims, rows[:size])
        if len(rows) > size:
            answer.next_page_token = write_token(
                query, f"{getattr(rows[size - 1], claim_filter.key)} {rows[size - 1].name}"
            )
        if not request.page_token:
            answer.notice_count = self.claims.count_notices(organization, today(), claim_filter.owner_account)
            if not claim_filter.noticed_by:
                self._add_summary(organization, answer)
        return answer

    def _add_summary(self, organization: str, answer: pb2.ListClaimsResponse) -> None:
        claims, day, counts = self.claims, today(), self.claims.counts(organization)
        answer.standing_counts.extend(
            pb2.ClaimStandingCount(standing=_status_enum(number), count=count)
            for number, count in sorted(counts.items())
        )
        ending = (instants.today("UTC") + timedelta(days=_EXPIRING_DAYS)).isoformat()
        answer.overdue_count = claims.count_due(organization, "next_check_date", day)
        answer.expiring_count = claims.count_due(organization, "expire_date", ending)
        self._add_waiting_summary(organization, sum(counts.values()), answer)
        answer.changes.extend(_change_message(row, quote) for row, quote in claims.moves(organization, _MAX_LISTED))
        days = [
            pb2.ClaimDueDay(
                due_date=getattr(row, column), claim=row.name, quote=row.quote, document_expires=column == "expire_date"
            )
            for column in ("next_check_date", "expire_date")
            for row in claims.due(organization, column, day, _MAX_LISTED)
        ]
        answer.due_days.extend(sorted(days, key=lambda day: (day.due_date, day.claim))[:_MAX_LISTED])

    def _add_waiting_summary(self, organization: str, count: int, answer: pb2.ListClaimsResponse) -> None:
        claims, published = self.claims, self.judge.published()
        waiting = self.judge.waiting(published)
        answer.stale_count = claims.count_waiting(organization, waiting, count)
        answer.judged_by_itself = self.judges_by_itself
        last, milliseconds = claims.last_judged(organization, waiting.rules)
        if last:
            answer.judge_time.CopyFrom(to_timestamp(last))
        if answer.stale_count and self.judges_by_itself:
            organizations = len(claims.organizations())
            seconds = caught_up_seconds(answer.stale_count, milliseconds, organizations)
            answer.catch_up_time.CopyFrom(to_timestamp(instants.now_plus(timedelta(seconds=seconds))))


def _required_revision(revision: int) -> int:
    if revision < 1:
        raise InputError.of("revision", _message("NO_REVISION"), "REQUIRED")
    return revision


def _parse_position(position: str, claim_filter: ClaimFilter) -> tuple[str, str] | None:
    if not position:
        return None
    key, _, name = position.partition(" ")
    if not name or not (claim_filter.expiring_before or parse_whole_number(key) is not None):
        raise foreign_token()
    return key, name


def _validated_content(request: pb2.SaveClaimRequest, organization: str) -> pb2.ClaimInUse:
    content, violations = pb2.ClaimInUse(), list[Violation]()
    content.CopyFrom(request.claim)
    if content.name and claim_organization(content.name, field="claim.name") != organization:
        violations.append(Violation("claim.name", _message("OTHER_PARENT", parent=request.parent), "WRONG_VALUE"))
    for field in _OUTPUT_FIELDS:
        content.ClearField(field)
    violations += _length_violations("claim.text", content.text, _MAX_TEXT_LENGTH)
    violations += _length_violations("claim.quote", content.quote, _MAX_TEXT_LENGTH, needed=False)
    for field, limit, needed in _TEXT_FIELDS:
        text = getattr(content, field).strip()
        setattr(content, field, text)
        violations += _length_violations(f"claim.{field}", text, limit, needed=needed)
    jurisdictions = list(dict.fromkeys(place.strip().upper() for place in content.jurisdictions if place.strip()))
    del content.jurisdictions[:]
    content.jurisdictions.extend(jurisdictions)
    for list_field, limit in (("documents", _MAX_DOCUMENTS), ("facts", _MAX_FACTS)):
        if len(getattr(content, list_field)) > limit:
            count = len(getattr(content, list_field))
            violations.append(
                Violation(f"claim.{list_field}", _message("TOO_MANY", count=count, most=limit), "TOO_MANY")
            )
    violations += _day_violations(content.next_check_date, "claim.next_check_date")
    for number, document in enumerate(content.documents[:_MAX_DOCUMENTS]):
        document.ClearField("file_size_bytes")
        document.ClearField("file_create_time")
        violations += _document_violations(f"claim.documents[{number}]", document, organization)
    if violations:
        raise InputError(tuple(violations))
    return content


def _document_violations(place: str, document: pb2.ClaimDocument, organization: str) -> Iterator[Violation]:
    yield from _length_violations(f"{place}.title", document.title, _MAX_NAME_LENGTH)
    yield from _length_violations(f"{place}.file_name", document.file_name, _MAX_NAME_LENGTH, needed=False)
    yield from _day_violations(document.expire_date, f"{place}.expire_date")
    if document.digest and not DIGEST.match(document.digest):
        yield Violation(f"{place}.digest", _message("NO_DIGEST"), "MALFORMED")
    if document.file and document.digest:
        yield Violation(f"{place}.digest", _message("DIGEST_AND_FILE"), "WRONG_VALUE")
    if document.file_name and not document.file:
        yield Violation(f"{place}.file_name", _message("NAME_WITHOUT_FILE"), "WRONG_VALUE")
    if document.file:
        try:
            owner, _ = parse_evidence_file(document.file, field=f"{place}.file")
        except InputError as error:
            yield from error.violations
        else:
            if owner != organization:
                message = _message("FILE_OF_OTHER", found=document.file, organization=organization)
                yield Violation(f"{place}.file", message, "WRONG_VALUE")


def _file_digest(document: pb2.ClaimDocument) -> str:
    return parse_evidence_file(document.file)[1] if document.file else ""


def _length_violations(field: str, text: str, most: int, *, needed: bool = True) -> Iterator[Violation]:
    if not text.strip() and (needed or len(text) > most):
        yield Violation(field, _message("NEEDED", most=most), "REQUIRED")
    elif len(text) > most:
        yield Violation(field, _message("TOO_LONG", length=len(text), most=most), "TOO_LONG")


def _day_violations(day: str, field: str) -> Iterable[Violation]:
    try:
        if day:
            parse_date(day)
    except DateError as error:
        yield Violation(field, error_message(error), "MALFORMED")


def _check_day(day: str, field: str) -> None:
    if violations := tuple(_day_violations(day, field)):
        raise InputError(violations)


def _status_enum(stored: int) -> screenings.ClaimStanding:
    return cast("screenings.ClaimStanding", 0 if stored == NOT_JUDGED else stored)


def _claim_message(row: ClaimInUseRow, judgements: Sequence[ClaimJudgementRow], language: str) -> pb2.ClaimInUse:
    claim = parse_stored_claim(row)
    claim.MergeFrom(
        pb2.ClaimInUse(
            name=row.name,
            revision=row.revision,
            standing=_status_enum(row.standing),
            judgements=[_judgement_message(judgement) for judgement in judgements],
            judged_date=row.judge_time.partition("T")[0],
            judge_time=to_timestamp(row.judge_time),
            due_date="" if row.end_time else next_judging_day(row),
            create_time=to_timestamp(row.create_time),
            update_time=to_timestamp(row.update_time),
            problem=orjson.loads(row.problem)[language] if row.problem else "",
        )
    )
    if row.end_time:
        claim.end_time.CopyFrom(to_timestamp(row.end_time))
    if row.sign_off:
        signed = orjson.loads(row.sign_off)
        sign_time = to_timestamp(signed["time"])
        claim.sign_off.CopyFrom(
            pb2.ClaimSignOff(signer=signed["signer"], sign_time=sign_time, standing=_status_enum(signed["standing"]))
        )
    return claim


def _cause(name: str) -> pb2.ClaimJudgementCause:
    number = pb2.ClaimJudgementCause.Value(f"CLAIM_JUDGEMENT_CAUSE_{name.upper()}")
    return cast("pb2.ClaimJudgementCause", number)


def _judgement_message(row: ClaimJudgementRow) -> pb2.ClaimJudgement:
    return pb2.ClaimJudgement(
        number=row.number,
        judge_time=to_timestamp(row.time),
        as_of_date=row.as_of_date,
        cause=_cause(row.cause),
        revision=row.revision,
        places=[
            pb2.ClaimPlaceStanding(
                jurisdiction=place["jurisdiction"],
                standing=place["standing"],
                rules=[
                    screenings.ClaimRuleReference(scorecard=rule["scorecard"], rule_id=rule["rule_id"])
                    for rule in place["rules"]
                ],
            )
            for place in orjson.loads(row.places)
        ],
        applied_scorecards=[
            screenings.AppliedVersion(name=name, version=version, digest=digest)
            for name, version, digest in orjson.loads(row.cards)
        ],
        expired_documents=orjson.loads(row.expired),
        standing=_status_enum(row.standing),
        earlier_standing=_status_enum(row.earlier_standing),
    )


def _change_message(row: ClaimJudgementRow, quote: str) -> pb2.ClaimChange:
    return pb2.ClaimChange(
        claim=row.claim,
        quote=quote,
        earlier_standing=_status_enum(row.earlier_standing),
        standing=_status_enum(row.standing),
        cause=_cause(row.cause),
        judge_time=to_timestamp(row.time),
    )
