"""Pages of claims in use: entry from a checked text, register, and one claim."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.output.mapping.mapper import word_of
from service.schemes.claims.answer import certain_claims, worst_standing
from service.schemes.claims.pages.check import CHECK, LARGEST_FILE, MEDIA, MOST_FIELDS, MOST_FILES, source_of
from service.schemes.claims.pages.forms import (
    ClaimAnswer,
    answers_of,
    check_form,
    check_request,
    names_typed,
    places_typed,
)
from service.schemes.claims.pages.notices import notice_sentences
from service.schemes.claims.pages.views import standing_word
from service.workbench.message_forms import MessageForm
from service.workbench.page import Download, Page, PrefilledForm
from service.workbench.queries import id_of, load_people
from touchstone.v1 import (
    claim_service_pb2 as claims,
    evidence_service_pb2,
    fact_pb2,
    screening_service_pb2 as screenings,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from service.workbench.forms import UploadedFile
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

SAVE, _LIST, _GET = "ClaimService/SaveClaim", "ClaimService/ListClaims", "ClaimService/GetClaim"
_SIGN, _END, _RECHECK = "ClaimService/SignOffClaim", "ClaimService/EndClaim", "ClaimService/RecheckClaims"
_ACKNOWLEDGE = "ClaimService/AcknowledgeClaim"
_ADD_FILE, _GET_FILE = "EvidenceService/AddEvidenceFile", "EvidenceService/GetEvidenceFile"
_LARGEST_DOCUMENT, _PIECE_BYTES = 64 << 20, 256 << 10
"""Largest file that a form takes, and bytes in one message; the server may enforce a lower limit."""
_ENTER, _IN_USE = "/workbench/claims/enter", "/workbench/claims/in-use"
_SHOWN, _ENDING_DAYS = 50, 60
_MAX_TEXT_LENGTH = 20_000
"""Only sentences of longer texts are stored."""
_UNSPECIFIED = screenings.CLAIM_STANDING_UNSPECIFIED
_STANDINGS = (
    screenings.CLAIM_STANDING_PROHIBITED_AS_IT_STANDS, screenings.CLAIM_STANDING_MISLEADING_AS_IT_STANDS,
    screenings.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN, screenings.CLAIM_STANDING_TO_BE_DOCUMENTED,
    screenings.CLAIM_STANDING_FINE,
)  # fmt: skip
_CLAIM_FORM = MessageForm(claims.ClaimInUse, ("product", "owner", "owner_account", "medium", "next_check_date"))


class Entry(NamedTuple):
    """Claim to enter: quote, stored context and judgement."""

    quote: str
    text: str
    standing: int


async def _entries(page_request: PageRequest) -> list[Entry]:
    source = source_of(page_request)
    check_form(page_request, has_source=bool(source.content))
    request = check_request(page_request, source.content, answers_of(page_request))
    answer = await page_request.ask(CHECK, request)
    by_quote: dict[str, Entry] = {}
    for claim in sorted(certain_claims(answer).values(), key=lambda each: worst_standing(each) or len(_STANDINGS) + 1):
        span, sentence = claim.candidate_claim.span, claim.candidate_claim.sentence
        quote = " ".join(span.quote.split())
        text = answer.text if len(answer.text) <= _MAX_TEXT_LENGTH else sentence.quote
        by_quote.setdefault(quote, Entry(quote, text, worst_standing(claim)))
    return list(by_quote.values())


async def _load_entering(page_request: PageRequest) -> Shown:
    entries = await _entries(page_request) if page_request.answers_form else []
    chosen = (
        page_request.several("claims_used") if page_request.typed("entering") else [entry.quote for entry in entries]
    )
    return {
        "entries": entries, "chosen": chosen, "media": MEDIA, "standing_word": standing_word,
        "owners": await _owners(page_request),
    }  # fmt: skip


async def _owners(page_request: PageRequest) -> list[tuple[str, str]]:
    people = (await page_request.part(load_people(page_request))).answer
    named = (
        {}
        if people is None
        else {each: person.display_name for person in people.known.values() for each in person.accounts}
    )
    own = "" if page_request.user is None else page_request.user.principal.account
    return [*({own: page_request.w["claims"]["yours"]} | named).items()]


async def _enter(page_request: PageRequest) -> str | PrefilledForm:
    if not page_request.typed("entering"):
        return PrefilledForm(_ENTER, page_request.values)
    chosen = {*page_request.several("claims_used")}
    entries = [entry for entry in await _entries(page_request) if entry.quote in chosen]
    if not entries:
        raise InputError.of("claims_used", _message("NONE_CHOSEN"), "REQUIRED")
    answers = answers_of(page_request)
    for entry in entries:
        claim = claims.ClaimInUse(
            text=entry.text, quote=entry.quote, jurisdictions=places_typed(page_request),
            trader_names=names_typed(page_request),
            facts=_facts_about(entry.quote, answers, page_request.typed("audience")),
            not_assumed_fact_ids=dict.fromkeys(page_request.several("not_assumed")),
            language_codes=page_request.several("language_codes"),
        )  # fmt: skip
        _CLAIM_FORM.read(page_request, claim)
        await page_request.ask(SAVE, claims.SaveClaimRequest(parent=page_request.parent, claim=claim))
    return f"{_IN_USE}?entered={len(entries)}"


def _facts_about(quote: str, answers: Sequence[ClaimAnswer], audience: str) -> list[fact_pb2.Fact]:
    facts = {"audience": ClaimAnswer("audience", (audience,)).message()} if audience else {}
    facts |= {answer.fact: answer.message() for answer in answers if not answer.quotes or quote in answer.quotes}
    return list(facts.values())


async def _load_list(page_request: PageRequest) -> Shown:
    query, today = page_request.query, instants.today("UTC")
    standings = {str(number): number for number in _STANDINGS}
    request = claims.ListClaimsRequest(
        parent=page_request.parent, page_size=_SHOWN, page_token=query.get("page_token", ""),
        standing=standings.get(query.get("standing", ""), _UNSPECIFIED), jurisdiction=query.get("market", ""),
        medium=query.get("medium", ""), expiring_before=query.get("expiring", ""), search=query.get("q", ""),
        with_notices="notices" in query, only_own="own" in query,
    )  # fmt: skip
    listed = await page_request.ask(_LIST, request)
    counts = {count.standing: count.count for count in listed.standing_counts}
    return {
        "listed": listed, "counts": counts, "count": sum(counts.values()), "id_of": id_of, "today": today.isoformat(),
        "ending": (today + timedelta(days=_ENDING_DAYS)).isoformat(), "standing_word": standing_word,
        "cause_word": cause_word,
        "medium_words": page_request.choices("claim_medium", MEDIA),
        "standing_words": [
            (str(each), page_request.word("claim_standing", standing_word(each))) for each in _STANDINGS
        ],
        "is_filtered": any(query.get(name) for name in ("standing", "market", "medium", "expiring", "q", "own")),
        "with_notices": request.with_notices,
        "sentences": {claim.name: notice_sentences(page_request, claim) for claim in listed.claims},
    }  # fmt: skip


async def _recheck(page_request: PageRequest) -> str:
    answer = await page_request.ask(_RECHECK, claims.RecheckClaimsRequest(parent=page_request.parent))
    return f"{_IN_USE}?judged={answer.judged_count}&changed={len(answer.changes)}"


async def _load_claim(page_request: PageRequest) -> Shown:
    claim = await _claim(page_request)
    known = {fact.fact_id: _values(fact) for fact in claim.facts}
    return {
        "claim": claim, "id": page_request.path["claim"], "media": MEDIA, "standing_word": standing_word,
        "cause_word": cause_word, "today": claim.judged_date, "known": known, "given": _written_answers(claim),
        "sentences": notice_sentences(page_request, claim), "owners": await _owners(page_request),
    }  # fmt: skip


async def _claim(page_request: PageRequest) -> claims.ClaimInUse:
    name = f"{page_request.parent}/claims/{page_request.path['claim']}"
    claim: claims.ClaimInUse = await page_request.ask(_GET, claims.GetClaimRequest(name=name))
    return claim


def _values(fact: fact_pb2.Fact) -> tuple[str, ...]:
    value = fact.value
    match value.WhichOneof("kind"):
        case "flag":
            return ("yes" if value.flag else "no",)
        case "choices":
            return tuple(value.choices.values)
        case None | "records" | "period" | "not_applicable":
            return ()
        case kind:
            return (f"{getattr(value, kind)} {value.unit}".strip(),)


def _written_answers(claim: claims.ClaimInUse) -> list[str]:
    return [
        ClaimAnswer(
            fact.fact_id, _values(fact), (claim.quote,) if claim.quote else (),
            f"{fact.fact_id.replace('_', ' ')} = {', '.join(_values(fact))}",
        ).written()
        for fact in claim.facts
    ]  # fmt: skip


async def _change(page_request: PageRequest) -> str:
    claim, act = await _claim(page_request), page_request.typed("act")
    revision, judgement = _number(page_request, "revision"), _number(page_request, "judgement")
    if act == "sign":
        request = claims.SignOffClaimRequest(name=claim.name, revision=revision, judgement=judgement)
        await page_request.ask(_SIGN, request)
    elif act == "look":
        acknowledgement = claims.AcknowledgeClaimRequest(name=claim.name, revision=revision, judgement=judgement)
        await page_request.ask(_ACKNOWLEDGE, acknowledgement)
    elif act == "end":
        if not page_request.typed("taken_down"):
            raise InputError.of("taken_down", _message("SURE_TO_END"), "REQUIRED")
        await page_request.ask(_END, claims.EndClaimRequest(name=claim.name, revision=revision))
        return _IN_USE
    else:
        _CLAIM_FORM.read(page_request, claim)
        documents = list(_changed_documents(page_request, claim))
        del claim.documents[:]
        claim.documents.extend(documents)
        await _save(page_request, claim, revision)
    return page_request.address


def _number(page_request: PageRequest, name: str) -> int:
    return parse_whole_number(page_request.typed(name)) or 0


def _changed_documents(page_request: PageRequest, claim: claims.ClaimInUse) -> Iterator[claims.ClaimDocument]:
    """Yield the documents of a claim as changed in the form, without those marked for removal."""
    for number, stored in enumerate(claim.documents):
        if not page_request.typed(f"document_remove_{number}"):
            document = claims.ClaimDocument()
            document.CopyFrom(stored)
            _read_document(page_request, f"_{number}", document)
            yield document


def _read_document(page_request: PageRequest, ending: str, document: claims.ClaimDocument) -> None:
    document.title = page_request.typed(f"document_title{ending}", document.title).strip()
    document.expire_date = page_request.typed(f"document_expire{ending}", document.expire_date).strip()
    del document.fact_ids[:]
    document.fact_ids.extend(page_request.several(f"document_facts{ending}"))


async def _add_document(page_request: PageRequest) -> str:
    claim, document = await _claim(page_request), claims.ClaimDocument()
    file = next((file for file in page_request.files if file.size), None)
    _read_document(page_request, "", document)
    if file is not None:
        document.file_name = file.name
        document.title = document.title or file.name.rpartition(".")[0] or file.name
    if not document.title:
        raise InputError.of("files", _message("NO_DOCUMENT"), "REQUIRED")
    if file is not None:
        document.file = (await page_request.ask(_ADD_FILE, partial(_pieces, page_request, claim.name, file))).name
    claim.documents.append(document)
    await _save(page_request, claim, _number(page_request, "revision"))
    return f"{_IN_USE}/{page_request.path['claim']}"


async def _pieces(
    page_request: PageRequest, claim: str, file: UploadedFile
) -> AsyncIterator[evidence_service_pb2.AddEvidenceFileRequest]:
    yield evidence_service_pb2.AddEvidenceFileRequest(parent=page_request.parent, claim=claim)
    file.content.seek(0)
    while piece := await page_request.in_thread(file.content.read, _PIECE_BYTES):
        yield evidence_service_pb2.AddEvidenceFileRequest(content=piece)


async def _download_document(page_request: PageRequest) -> Download:
    claim, name = await _claim(page_request), f"{page_request.parent}/evidenceFiles/{page_request.path['digest']}"
    document = next((document for document in claim.documents if document.file == name), None)
    if document is None:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_DOCUMENT", claim=claim.name))
    content = await page_request.receive(_GET_FILE, evidence_service_pb2.GetEvidenceFileRequest(name=name))
    return Download(document.file_name or document.title, "application/octet-stream", content)


async def _save(page_request: PageRequest, claim: claims.ClaimInUse, revision: int) -> None:
    request = claims.SaveClaimRequest(parent=page_request.parent, claim=claim, revision=revision)
    await page_request.ask(SAVE, request)


async def _store_answers(page_request: PageRequest) -> str:
    claim = await _claim(page_request)
    facts = _facts_about(claim.quote, answers_of(page_request), page_request.typed("audience"))
    del claim.facts[:]
    claim.facts.extend(facts)
    del claim.not_assumed_fact_ids[:]
    claim.not_assumed_fact_ids.extend(dict.fromkeys(page_request.several("not_assumed")))
    known = {fact.fact_id for fact in facts}
    for document in claim.documents:
        known_fact_ids = [fact for fact in document.fact_ids if fact in known]
        del document.fact_ids[:]
        document.fact_ids.extend(known_fact_ids)
    await _save(page_request, claim, _number(page_request, "revision"))
    return f"{_IN_USE}/{page_request.path['claim']}"


def cause_word(cause: int) -> str:
    """Return the word key for the cause of a judgement."""
    return word_of(claims.ClaimJudgementCause, cause)


PAGES = (
    Page(
        _ENTER, "claims_enter.html.jinja", SAVE, _load_entering, _enter, takes_file=True,
        max_file_bytes=LARGEST_FILE, max_files=MOST_FILES, max_fields=MOST_FIELDS,
    ),
    Page(_IN_USE, "claims_in_use.html.jinja", _LIST, _load_list, _recheck),
    Page(
        f"{_IN_USE}/{{claim}}/answers", "claim_in_use.html.jinja", SAVE, _load_claim, _store_answers, takes_file=True,
        max_file_bytes=LARGEST_FILE, max_files=MOST_FILES, max_fields=MOST_FIELDS,
    ),
    Page(
        f"{_IN_USE}/{{claim}}/documents", "claim_in_use.html.jinja", SAVE, _load_claim, _add_document, takes_file=True,
        max_file_bytes=_LARGEST_DOCUMENT,
    ),
    Page(f"{_IN_USE}/{{claim}}/documents/{{digest}}", "", _GET_FILE, _download_document),
    Page(f"{_IN_USE}/{{claim}}", "claim_in_use.html.jinja", _GET, _load_claim, _change),
)  # fmt: skip
