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
from service.schemes.claims.caller_facts import CallerFacts, ClaimFacts, FactsByName, GivenFact
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
_say = message_factory(__name__)
_NOWHERE = FilePosition(1, 1)
"""The place of what stands in no file; it is never shown, because facts of a message have a field instead."""


MAXIMUM_CHARACTERS = 500_000
_MAXIMUM_NAMES = 100
_MAXIMUM_NAME = 200


def check_request(message: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest) -> None:
    """Refuse a request that cannot be screened, before its file is read."""
    violations: list[Violation] = []
    source = message.WhichOneof("source")
    if source is None or not getattr(message, source):
        violations.append(Violation(source or "source", _say("SOURCE_MISSING"), "REQUIRED"))
    attempt(violations, check_covered, message.language_codes, "language_codes")
    if len(message.trader_names) > _MAXIMUM_NAMES:
        description = _say("TOO_MANY_NAMES", count=len(message.trader_names), most=_MAXIMUM_NAMES)
        violations.append(Violation("trader_names", description, "TOO_MANY"))
    for number, name in enumerate(message.trader_names[:_MAXIMUM_NAMES]):
        if not name.strip() or len(name) > _MAXIMUM_NAME:
            description = _say("NAME_LENGTH", most=_MAXIMUM_NAME, length=len(name))
            violations.append(Violation(f"trader_names[{number}]", description, "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))


def check_text(text: str, field: str) -> None:
    """Refuse a text that is empty or too long."""
    if not text.strip():
        raise InputError((Violation(field, _say("NOTHING_TO_SCREEN"), "EMPTY"),))
    if len(text) > MAXIMUM_CHARACTERS:
        description = _say("TEXT_TOO_LONG", length=f"{len(text):,}", most=f"{MAXIMUM_CHARACTERS:,}")
        raise InputError((Violation(field, description, "TOO_LONG"),))


def answer_language(request: pb2.CheckClaimsRequest) -> str:
    """Give the language to answer in; one that there is not becomes English, after it was refused."""
    return request.language_code if request.language_code in LANGUAGES else "en"


def new_problem_collector(request: pb2.CheckClaimsRequest) -> ProblemCollector:
    """Begin to gather what is wrong."""
    refusals = ProblemCollector(_NAMES)
    if request.language_code not in ("", *LANGUAGES):
        known = LANGUAGES
        refusals.note(
            None, "language_code", "VALUE_KNOWN", "WRONG_VALUE", found=request.language_code[:40], known=known
        )
    return refusals


def read_document(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> Document | None:
    """Read the text or file; what is wrong with it is noted, and gives none."""
    try:
        check_request(request)
        field = request.WhichOneof("source") or "source"
        document = Document("text", request.text) if field == "text" else read_bytes(request.file)
        check_text(document.text, field)
    except InputError as error:
        refusals.retold(error)
        return None
    return document


def read_claim_check_request(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> ClaimCheckRequest:
    """Read what is asked; wrong names and values are noted when the facts are checked."""
    claims = tuple(
        ClaimFacts(
            claim.quote.strip(),
            f"claim_facts[{number}].quote",
            None,
            _sheet(claim.facts, f"claim_facts[{number}].facts", refusals),
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
        given=CallerFacts(
            _sheet(request.facts, "facts", refusals), claims=tuple(claim for claim in claims if claim.quote)
        ),
        languages=tuple(
            code for code in request.language_codes if code in SCREENED_LANGUAGES
        ),  # others are refused above
        traders=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        page=_read_page(request, refusals),
        not_assumed=tuple(request.not_assumed_fact_ids),
        known=_known_time(request, refusals),
    )


def _known_time(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> str:
    if not request.HasField("known_time"):
        return ""
    field = "known_time"
    return refusals.attempt(field, lambda: from_past_timestamp(request.known_time, field=field)) or ""


def _read_page(request: pb2.CheckClaimsRequest, refusals: ProblemCollector) -> PageCheckRequest:
    """Read which page is asked for; without size and token all claims are."""
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


def _sheet(facts: Iterable[fact_pb2.Fact], field: str, refusals: ProblemCollector) -> FactsByName:
    by_name: dict[str, GivenFact] = {}
    for fact in facts:
        name, named = card_name(fact.fact_id), f"{field}[{fact.fact_id[:60]}]"
        if name in by_name:
            refusals.note(None, named, "REPEATED", "REPEATED")
        elif (node := _node(fact.value)) is not None:
            by_name[name] = GivenFact(node, named)
    return FactsByName(by_name)


def _node(value: types_pb2.Value) -> Node | None:
    """Write a value as it would stand in a file of facts; none for an unknown one."""
    match value.WhichOneof("kind"):
        case None:
            return None
        case "flag":
            return Scalar(_NOWHERE, "yes" if value.flag else "no")
        case "choices":
            return Items(_NOWHERE, [Scalar(_NOWHERE, each, plain=False) for each in value.choices.values])
        case "records":
            return Items(_NOWHERE, [Mapping(_NOWHERE) for _ in value.records.values])
        case "period":
            return _mapping(first=value.period.first_date, last=value.period.last_date)
        case "not_applicable":
            return _mapping(not_applicable="yes")
        case kind:
            written = cast("str", getattr(value, kind))
            return Scalar(_NOWHERE, f"{written} {value.unit}".strip(), plain=False)


def _mapping(**texts: str) -> Mapping:
    entries: dict[str, Node] = {key: Scalar(_NOWHERE, text) for key, text in texts.items()}
    return Mapping(_NOWHERE, entries, dict.fromkeys(entries, _NOWHERE))


# --- writing ----------------------------------------------------------------------------------------------------------


def write_claim_check_request(
    asked: ClaimCheckRequest, text: str, content: bytes, language: str
) -> pb2.CheckClaimsRequest:
    """Ask about a text, or the file with this content if there is any."""
    request = pb2.CheckClaimsRequest(
        **{"file": content} if content else {"text": text},
        language_codes=asked.languages,
        trader_names=asked.traders,
        jurisdictions=asked.jurisdictions,
        as_of_date=asked.as_of,
        facts=_fact_messages({**asked.given.general.facts, **asked.given.options.facts}),
        claim_facts=[
            pb2.ClaimFacts(quote=claim.quote, facts=_fact_messages(claim.facts.facts)) for claim in asked.given.claims
        ],
        language_code=language,
        unweighed=not asked.weighed,
        hearing=f"CLAIM_HEARING_{asked.hearing.upper()}",
        not_assumed_fact_ids=asked.not_assumed,
    )
    if asked.shown is not None:
        request.shown_period.first_date, request.shown_period.last_date = asked.shown
    if asked.known:
        request.known_time.CopyFrom(to_timestamp(asked.known))
    return request


def _fact_messages(facts: dict[str, GivenFact]) -> list[fact_pb2.Fact]:
    return [fact_pb2.Fact(fact_id=name, value=_value(fact.node)) for name, fact in facts.items()]


def _value(node: Node) -> types_pb2.Value:
    """Write a value as it stands in a file of facts; what type it has the scorecards say."""
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
            return _value(inner)
    return value
