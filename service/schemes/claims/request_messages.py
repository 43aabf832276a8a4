"""What does a request to screen or to check claims ask?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import cast

from rules.claims.screening.languages import COVERED, check_covered
from rules.claims.screening.vocabulary import card_name
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.messages import LANGUAGES, speaker
from service.reading.tree.nodes import Mapping, Node, Scalar
from service.reading.tree.nodes import Sequence as Items
from service.reading.tree.problems import Place
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.reading import read_bytes
from service.schemes.claims.given import CallerFacts, ClaimFacts, FactSheet, GivenFact
from service.schemes.claims.judging import MAXIMUM_SIZE, Asked, Page
from service.schemes.claims.messages import read_hearing
from service.schemes.claims.refusals import Names, Refusals
from touchstone.v1 import fact_pb2, types_pb2
from touchstone.v1 import screening_service_pb2 as pb2

_NAMES = Names(
    jurisdictions="jurisdictions",
    shown="shown_period",
    as_of="as_of_date",
    text="source",
    languages="language_codes",
)
_say = speaker(__name__)
_NOWHERE = Place(1, 1)
"""The place of what stands in no file; it is never shown, because facts of a message have a field instead."""


MAXIMUM_CHARACTERS = 500_000
_MAXIMUM_NAMES = 100
_MAXIMUM_NAME = 200


def check_request(message: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest) -> None:
    """Refuse a request that cannot be screened, before its file is read.

    Raises:
        InputError: fields are malformed; every one is listed.
    """
    found: list[Violation] = []
    source = message.WhichOneof("source")
    if source is None or not getattr(message, source):
        found.append(Violation(source or "source", _say("SOURCE_MISSING"), "REQUIRED"))
    attempt(found, check_covered, message.language_codes, "language_codes")
    if len(message.trader_names) > _MAXIMUM_NAMES:
        description = _say("TOO_MANY_NAMES", count=len(message.trader_names), most=_MAXIMUM_NAMES)
        found.append(Violation("trader_names", description, "TOO_MANY"))
    for number, name in enumerate(message.trader_names[:_MAXIMUM_NAMES]):
        if not name.strip() or len(name) > _MAXIMUM_NAME:
            description = _say("NAME_LENGTH", most=_MAXIMUM_NAME, length=len(name))
            found.append(Violation(f"trader_names[{number}]", description, "WRONG_VALUE"))
    if found:
        raise InputError(tuple(found))


def check_text(text: str, field: str) -> None:
    """Refuse a text that is empty or too long.

    Raises:
        InputError: it is.
    """
    if not text.strip():
        raise InputError((Violation(field, _say("NOTHING_TO_SCREEN"), "EMPTY"),))
    if len(text) > MAXIMUM_CHARACTERS:
        description = _say("TEXT_TOO_LONG", length=f"{len(text):,}", most=f"{MAXIMUM_CHARACTERS:,}")
        raise InputError((Violation(field, description, "TOO_LONG"),))


def language_of(request: pb2.CheckClaimsRequest) -> str:
    """Give the language to answer in; one that there is not becomes English, after it was refused."""
    return request.language_code if request.language_code in LANGUAGES else "en"


def refusals_of(request: pb2.CheckClaimsRequest) -> Refusals:
    """Begin to gather what is wrong."""
    refusals = Refusals(_NAMES)
    if request.language_code not in ("", *LANGUAGES):
        known = LANGUAGES
        refusals.note(
            None, "language_code", "VALUE_KNOWN", "WRONG_VALUE", found=request.language_code[:40], known=known
        )
    return refusals


def read_document(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Document | None:
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


def read_asked(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Asked:
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
    return Asked(
        jurisdictions=tuple(request.jurisdictions),
        shown=(request.shown_period.first_date, request.shown_period.last_date)
        if request.HasField("shown_period")
        else None,
        as_of=request.as_of_date,
        given=CallerFacts(
            _sheet(request.facts, "facts", refusals), claims=tuple(claim for claim in claims if claim.quote)
        ),
        languages=tuple(code for code in request.language_codes if code in COVERED),  # others are refused above
        traders=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        page=_read_page(request, refusals),
        not_assumed=tuple(request.not_assumed_fact_ids),
    )


def _read_page(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Page:
    """Read which page is asked for; without size and token all claims are."""
    if request.page_size < 0:
        refusals.note(None, "page_size", "PAGE_SIZE", "WRONG_VALUE", size=request.page_size, most=MAXIMUM_SIZE)
    if not request.page_size and not request.page_token:
        return Page()
    query = pb2.CheckClaimsRequest()
    query.CopyFrom(request)
    query.ClearField("page_size")
    query.ClearField("page_token")
    content = query.SerializeToString(deterministic=True)
    return Page(
        hashlib.sha256(content).hexdigest(), min(request.page_size or MAXIMUM_SIZE, MAXIMUM_SIZE), request.page_token
    )


def _sheet(facts: Iterable[fact_pb2.Fact], field: str, refusals: Refusals) -> FactSheet:
    found: dict[str, GivenFact] = {}
    for fact in facts:
        name, named = card_name(fact.fact_id), f"{field}[{fact.fact_id[:60]}]"
        if name in found:
            refusals.note(None, named, "REPEATED", "REPEATED")
        elif (node := _node(fact.value)) is not None:
            found[name] = GivenFact(node, named)
    return FactSheet(found)


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
