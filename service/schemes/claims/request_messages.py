"""Protobuf requests for screening and claim checks: validation, reading and writing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import cast

from rules.claims import SCREENED_LANGUAGES, card_name, check_covered
from rules.contracts import LANGUAGES, InputError, Violation, attempt, message_factory
from service.base.instants import from_past_timestamp, to_timestamp
from service.input.dossier.values import FLAG_WORDS
from service.input.tree.nodes import Mapping, Node, Scalar, Sequence as Items
from service.input.tree.placed_errors import FilePosition
from service.schemes.claims.caller_facts import CallerFact, CallerFacts, ClaimFacts, FactsByName
from service.schemes.claims.claim_check import MAXIMUM_SIZE, ClaimCheckRequest, PageCheckRequest
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.messages import read_hearing
from service.schemes.claims.refusals import ProblemCollector, RequestFieldNames
from touchstone.v1 import fact_pb2, screening_service_pb2 as pb2, types_pb2

_NAMES = RequestFieldNames(
    jurisdictions="jurisdictions",
    shown="shown_period",
    as_of="as_of_date",
    text="source",
    languages="language_codes",
)
_message = message_factory(__name__)
_NO_POSITION = FilePosition(1, 1)
"""Dummy position, never shown because message facts have a field."""


MAXIMUM_CHARACTERS = 500_000
_MAXIMUM_NAMES = 100
_MAXIMUM_NAME_LENGTH = 200


def check_request(message: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest) -> None:
    """Raise InputError if a request cannot be screened."""
    violations: list[Violation] = []
    source = message.WhichOneof("source")
    if source is None or not getattr(message, source):
        violations.append(Violation(source or "source", _message("SOURCE_MISSING"), "REQUIRED"))
    attempt(violations, check_covered, message.language_codes, "language_codes")
    if len(message.trader_names) > _MAXIMUM_NAMES:
        description = _message("TOO_MANY_NAMES", count=len(message.trader_names), most=_MAXIMUM_NAMES)
        violations.append(Violation("trader_names", description, "TOO_MANY"))
    for number, name in enumerate(message.trader_names[:_MAXIMUM_NAMES]):
        if not name.strip() or len(name) > _MAXIMUM_NAME_LENGTH:
            description = _message("NAME_LENGTH", most=_MAXIMUM_NAME_LENGTH, length=len(name))
            violations.append(Violation(f"trader_names[{number}]", description, "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))


def read_request_document(message: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest) -> Document:
    """Read the text or file of a request, or raise InputError."""
    check_request(message)
    field = message.WhichOneof("source") or "source"
    document = Document("text", message.text) if field == "text" else read_bytes(message.file)
    check_text(document.text, field)
    return document


def check_text(text: str, field: str) -> None:
    """Raise InputError if a text is empty or too long."""
    if not text.strip():
        raise InputError.of(field, _message("NOTHING_TO_SCREEN"), "EMPTY")
    if len(text) > MAXIMUM_CHARACTERS:
        description = _message("TEXT_TOO_LONG", length=f"{len(text):,}", most=f"{MAXIMUM_CHARACTERS:,}")
        raise InputError.of(field, description, "TOO_LONG")


def answer_language(request: pb2.CheckClaimsRequest) -> str:
    """Return the answer language, English if unsupported."""
    return request.language_code if request.language_code in LANGUAGES else "en"


def new_problem_collector(request: pb2.CheckClaimsRequest) -> ProblemCollector:
    """Create a collector; an unsupported language is its first problem."""
    refusals = ProblemCollector(_NAMES)
    if request.language_code not in ("", *LANGUAGES):
        known = LANGUAGES
        refusals.note(
            None, "language_code", "VALUE_KNOWN", "WRONG_VALUE", found=request.language_code[:40], known=known
        )
    return refusals


def read_document(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> Document | None:
    """Read the text or file. If invalid, add problems and return None."""
    try:
        return read_request_document(request)
    except InputError as error:
        refusals.retold(error)
        return None


def read_claim_check_request(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> ClaimCheckRequest:
    """Read a request; the values of facts are validated later."""
    claims = tuple(
        ClaimFacts(
            claim.quote.strip(),
            f"claim_facts[{number}].quote",
            None,
            _facts_by_name(claim.facts, f"claim_facts[{number}].facts", refusals),
        )
        for number, claim in enumerate(request.claim_facts)
    )
    for claim in claims:
        if not claim.quote:
            refusals.note(None, claim.field, "QUOTE_MISSING", "REQUIRED")
    return ClaimCheckRequest(
        jurisdictions=tuple(request.jurisdictions),
        shown=(request.shown_period.first_date, request.shown_period.last_date)
        if request.HasField("shown_period")
        else None,
        as_of=request.as_of_date,
        caller_facts=CallerFacts(
            _facts_by_name(request.facts, "facts", refusals), claims=tuple(claim for claim in claims if claim.quote)
        ),
        languages=tuple(
            code for code in request.language_codes if code in SCREENED_LANGUAGES
        ),  # `read_document` reports other codes
        traders=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        page=_read_page_request(request, refusals),
        not_assumed=tuple(request.not_assumed_fact_ids),
        known=_known_time(request, refusals),
    )


def _known_time(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> str:
    if not request.HasField("known_time"):
        return ""
    field = "known_time"
    return refusals.attempt(field, lambda: from_past_timestamp(request.known_time, field=field)) or ""


def _read_page_request(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> PageCheckRequest:
    if request.page_size < 0:
        refusals.note(None, "page_size", "PAGE_SIZE", "WRONG_VALUE", size=request.page_size, most=MAXIMUM_SIZE)
    if not request.page_size and not request.page_token:
        return PageCheckRequest()
    query = pb2.CheckClaimsRequest()
    query.CopyFrom(request)
    query.ClearField("page_size")
    query.ClearField("page_token")
    content = query.SerializeToString(deterministic=True)
    return PageCheckRequest(
        hashlib.sha256(content).hexdigest(), min(request.page_size or MAXIMUM_SIZE, MAXIMUM_SIZE), request.page_token
    )


def _facts_by_name(facts: Iterable[fact_pb2.Fact], field: str, refusals: ProblemCollector) -> FactsByName:
    by_name = FactsByName()
    for fact in facts:
        name, named = card_name(fact.fact_id), f"{field}[{fact.fact_id[:60]}]"
        if name in by_name:
            refusals.note(None, named, "REPEATED", "REPEATED")
        elif (node := _node(fact.value)) is not None:
            by_name[name] = CallerFact(node, named)
    return by_name


def _node(value: types_pb2.Value) -> Node | None:
    match value.WhichOneof("kind"):
        case None:
            return None
        case "flag":
            return Scalar(_NO_POSITION, "yes" if value.flag else "no")
        case "choices":
            return Items(_NO_POSITION, [Scalar(_NO_POSITION, each, plain=False) for each in value.choices.values])
        case "records":
            return Items(_NO_POSITION, [Mapping(_NO_POSITION) for _ in value.records.values])
        case "period":
            return _mapping(first=value.period.first_date, last=value.period.last_date)
        case "not_applicable":
            return _mapping(not_applicable="yes")
        case kind:
            written = cast("str", getattr(value, kind))
            return Scalar(_NO_POSITION, f"{written} {value.unit}".strip(), plain=False)


def _mapping(**texts: str) -> Mapping:
    entries: dict[str, Node] = {key: Scalar(_NO_POSITION, text) for key, text in texts.items()}
    return Mapping(_NO_POSITION, entries, dict.fromkeys(entries, _NO_POSITION))


# --- writing ----------------------------------------------------------------------------------------------------------


def write_claim_check_request(
    claim_request: ClaimCheckRequest, text: str, content: bytes, language: str
) -> pb2.CheckClaimsRequest:
    """Write a check request for a text, or for `content` if not empty."""
    request = pb2.CheckClaimsRequest(
        **{"file": content} if content else {"text": text},
        language_codes=claim_request.languages,
        trader_names=claim_request.traders,
        jurisdictions=claim_request.jurisdictions,
        as_of_date=claim_request.as_of,
        facts=_fact_messages({**claim_request.caller_facts.general, **claim_request.caller_facts.options}),
        claim_facts=[
            pb2.ClaimFacts(quote=claim.quote, facts=_fact_messages(claim.facts))
            for claim in claim_request.caller_facts.claims
        ],
        language_code=language,
        unweighed=not claim_request.weighed,
        hearing=f"CLAIM_HEARING_{claim_request.hearing.upper()}",
        not_assumed_fact_ids=claim_request.not_assumed,
    )
    if claim_request.shown is not None:
        request.shown_period.first_date, request.shown_period.last_date = claim_request.shown
    if claim_request.known:
        request.known_time.CopyFrom(to_timestamp(claim_request.known))
    return request


def _fact_messages(facts: dict[str, CallerFact]) -> list[fact_pb2.Fact]:
    return [fact_pb2.Fact(fact_id=name, value=_to_value(fact.node)) for name, fact in facts.items()]


def _to_value(node: Node) -> types_pb2.Value:
    value = types_pb2.Value()
    match node:
        case Scalar(text=text):
            flag = FLAG_WORDS.get(text.lower()) if node.plain else None
            if flag is not None:
                value.flag = flag
            elif text:
                value.text = text
        case Items(items=items) if items and not isinstance(items[0], Scalar):
            value.records.values.extend(types_pb2.RecordValue() for _ in items)
        case Items(items=items):
            value.choices.values.extend(item.text for item in items if isinstance(item, Scalar))
        case Mapping(entries={"not_applicable": _}):
            value.not_applicable = True
        case Mapping(entries={"first": Scalar(text=first), "last": Scalar(text=last)}):
            value.period.first_date, value.period.last_date = first, last
        case Mapping(entries={"value": inner}):
            return _to_value(inner)
    return value
