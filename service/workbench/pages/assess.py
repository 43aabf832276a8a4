"""Assess pages of a case: judging its facts one by one beside the document, or several of one document at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.cases.dossiers import rests_on
from service.workbench.case_documents import MOST_PAGES, CaseDocument, open_page
from service.workbench.page import LIVE, Moved, Page
from service.workbench.pages.case_pages import (
    case_page_context,
    case_part_context,
    item_with_step,
    steps_since_form,
    take_step,
    take_step_request,
)
from service.workbench.pages.dossier import (
    EVALUATE,
    JUDGEMENTS,
    SINGLE_FIELD_KINDS,
    VERIFYING,
    FactPrompt,
    addressed_fact_prompt,
    fact_prompts,
    form_value,
    load_dossier,
    read_verified_fact,
    reporting_at_form_fields,
    waiting_titles,
)
from service.workbench.pages.score_preview import evaluate_unstored, points_span_text, value_preview
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People

_say = message_factory(__name__)

_TO_VERIFY = frozenset({"declared", "differing"})
_VERIFIED = frozenset({"accepted", "corrected", "rejected"})
_STATES: Mapping[str, Collection[str]] = {
    "all": (),
    "to_verify": _TO_VERIFY,
    "open": ("open",),
    "differing": ("differing",),
    "corrected": ("corrected",),
    "rejected": ("rejected",),
    "commented": (),
}
"""The filters, with the states that each shows; the first shows all, the last what the reader commented on."""
_SIGNS = {
    "accepted": ("✓", "ok"), "corrected": ("✎", "ch"), "rejected": ("✗", "rj"), "differing": ("≠", "ch"),
    "open": ("–", ""),
}  # fmt: skip
"""The sign of a state and its style; of every other there is the first of these."""
_TO_JUDGE = ("○", "")
_METHODS = ("document_method", "visit", "recomputed", "interview", "sample")
"""How a fact may have been checked, as the form proposes it by words; anything else may be typed."""
_TRIES = 3
"""How often a judgement is saved where others take steps at the same moment, none of which touches what was judged."""


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact in the list at the left: where it stands, how the card asks for it, and what is known of it."""

    row: dossiers.DossierFact
    prompt: FactPrompt
    fact: fact_pb2.Fact

    @property
    def sign(self) -> tuple[str, str]:
        """Give the sign of its state, with the style of that."""
        return _SIGNS.get(self.row.state, _TO_JUDGE)


@dataclass(frozen=True, slots=True)
class FactList:
    """The facts of a dossier, and those of them that a filter shows."""

    facts: Sequence[ListedFact]
    commented: Collection[str]
    """The facts that the reader commented on."""
    filter: str
    search: str
    """Part of a title, of an id or of the name of a document."""

    @property
    def shown(self) -> Sequence[ListedFact]:
        """Give those that the filter shows, in the order of the card."""
        return [listed for listed in self.facts if self._is_in(listed, self.filter) and self._has_words(listed)]

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        """Give how many each filter shows."""
        return [(name, sum(self._is_in(listed, name) for listed in self.facts)) for name in _STATES]

    @property
    def verified(self) -> int:
        """Count those that somebody judged."""
        return sum(listed.row.state in _VERIFIED for listed in self.facts)

    @property
    def left(self) -> int:
        """Count those that are still to be judged."""
        return sum(listed.row.state in _TO_VERIFY for listed in self.facts)

    @property
    def query(self) -> str:
        """Give what an address has to carry so that the next page shows the same list."""
        return urlencode({"show": self.filter} | ({"q": self.search} if self.search else {}))

    def position(self, fact_id: str) -> int:
        """Give the place of a fact in the list, counted from 1; 0 if the filter does not show it."""
        return next((place for place, listed in enumerate(self.shown, 1) if listed.row.fact_id == fact_id), 0)

    def neighbours(self, fact_id: str) -> tuple[str, str]:
        """Give the fact before, and the one that comes next; after the last the first comes. Empty if there is none."""
        order = [listed.row.fact_id for listed in self.facts]
        here = order.index(fact_id)
        ids = [listed.row.fact_id for listed in self.shown if listed.row.fact_id != fact_id]
        earlier, later = ([id for id in ids if (order.index(id) > here) is after] for after in (False, True))
        return next(reversed(earlier), ""), next(iter(later + earlier), "")

    def _is_in(self, listed: ListedFact, name: str) -> bool:
        if name == "commented":
            return listed.row.fact_id in self.commented
        return name == "all" or listed.row.state in _STATES[name]

    def _has_words(self, listed: ListedFact) -> bool:
        if not self.search:
            return True
        texts = (listed.prompt.title, listed.row.fact_id, *rests_on(listed.fact))
        return any(self.search.casefold() in text.casefold() for text in texts)


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """The document at the right, open at a page."""

    document: dossiers.CaseEvidence
    quote: str
    page: dossiers.CaseFilePage | None = None
    problem: str = ""
    """Why no page of it can be shown."""

    @property
    def digest(self) -> str:
        """Give the digest by which its file is found."""
        return self.document.evidence.content_digest


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What a fact was, is, or would be, where two judged it at the same time."""

    kind: str
    """`opened`, `theirs` or `yours`."""
    value: str
    state: str
    reason: str
    points: str
    """The span of the score with it; empty if it is not told."""
    person: str = ""


@dataclass
class _Desk:
    """What the pages of one case load alike."""

    case: cases.Case
    people: People
    shown: Shown
    dossier: dossiers.CaseDossier
    facts: FactList
    changes: Sequence[dossiers.FactChange]
    """What differs since the revision before the reader's last judgement."""

    @property
    def item(self) -> str:
        """In what facts are judged: empty for the case, or the surveillance that is being evaluated."""
        return item_with_step(self.case, "verify")

    @property
    def may_verify(self) -> bool:
        """Whether the reader may judge facts now."""
        return (self.item, "verify") in self.shown["mine"]

    @property
    def user(self) -> str:
        return f"users/{self.people.me}"

    def find(self, fact_id: str) -> ListedFact:
        return next(listed for listed in self.facts.facts if listed.row.fact_id == fact_id)


def _check_reader(page_request: PageRequest) -> None:
    """Tell whoever applies that there is no such page: what assessors think is told by findings."""
    if not page_request.may(VERIFYING):
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_ASSESSING"))


async def _load_desk(page_request: PageRequest, *, is_brief: bool = False) -> _Desk:
    """Load what the pages show; for what is saved or shown as a part alone, no fact's history, nor what changed."""
    _check_reader(page_request)
    case, people, shown = await (case_part_context if is_brief else case_page_context)(page_request)
    item = item_with_step(case, "verify")
    since = 0 if is_brief else _revision_before(_own_steps(case, item, people.me))
    fact_id = "" if is_brief else page_request.path.get("fact", "")
    try:
        dossier = await load_dossier(page_request, item, since_revision=since, fact_id=fact_id)
    except InputError:  # the address names no fact of the card
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_FACT", fact=fact_id[:80])) from None
    prompts = await fact_prompts(page_request, dossier.scorecard)
    known = {fact.fact_id: fact for fact in dossier.content.facts}
    facts = FactList(
        [ListedFact(row, prompts[row.fact_id], known.get(row.fact_id, fact_pb2.Fact())) for row in dossier.facts],
        {comment.fact_id for comment in dossier.comments if comment.person == people.me},
        page_request.query["show"] if page_request.query.get("show") in _STATES else "to_verify",
        page_request.query.get("q", "").strip(),
    )
    return _Desk(case, people, shown, dossier, facts, dossier.changes if since else ())


def _own_steps(case: cases.Case, item: str, me: str) -> list[cases.CaseStep]:
    """Return the judgements of the reader in this case, or in a surveillance of it, the newest first."""
    own = [step for step in case.steps if (step.step, step.item, step.person) == ("verify", item, me)]
    return sorted(own, key=lambda step: -step.number)


def _revision_before(own: Sequence[cases.CaseStep]) -> int:
    revision = own[0].content.dossier_name.rpartition("@")[2] if own else ""
    return max((parse_whole_number(revision) or 0) - 1, 0)


def _last_typed(desk: _Desk) -> tuple[str, str]:
    """Give the method that the reader judged by last, and the reason given last for accepting.

    The reason for a correction speaks of one fact alone, and is not offered with another.
    """
    judged = [change.after for change in desk.changes if change.after.verification.person == desk.user]
    special = {
        listed.fact.verification.reason
        for listed in desk.facts.facts
        if listed.fact.verification.person == desk.user and listed.fact.verification.reason
    }
    reasons = [step.reason for step in _own_steps(desk.case, desk.item, desk.people.me) if step.reason not in special]
    return judged[-1].verification.method if judged else "", reasons[0] if reasons else ""


async def _load_next(page_request: PageRequest) -> Shown | Moved:
    """Lead to the first fact of a list, or say that nothing is left in it."""
    desk = await _load_desk(page_request)
    if desk.facts.shown:
        return Moved(_address(page_request, desk.facts, desk.facts.shown[0].row.fact_id).partition("#")[0])
    return _frame(page_request, desk)


def _frame(page_request: PageRequest, desk: _Desk) -> Shown:
    """Give what the page shows around a fact."""
    open_steps = {step.step: step for step in desk.case.next_steps if step.item in {"", desk.item}}
    return {
        **desk.shown, "base": f"/workbench/cases/{page_request.path['case']}", "dossier": desk.dossier,
        "facts": desk.facts, "open_fact": None, "moves": None, "document": None, "since": [], "clash": (),
        "may_verify": desk.may_verify, "may_evaluate": page_request.may(EVALUATE),
        "verify": open_steps.get("verify"), "conclude": open_steps.get("conclude"),
        "comment": open_steps.get("comment"), "raise_finding": open_steps.get("raise"),
    }  # fmt: skip


async def _load(page_request: PageRequest) -> Shown:
    is_part = page_request.asks_part
    desk, fact_id = await _load_desk(page_request, is_brief=is_part), page_request.path["fact"]
    listed, shown = desk.find(fact_id), _frame(page_request, desk)
    verification, judged = listed.fact.verification, listed.fact.HasField("verification")
    method, reason = (verification.method, verification.reason) if judged else _last_typed(desk)
    before, following = desk.facts.neighbours(fact_id)
    documents, several = ([], {}) if is_part else await _documents(page_request, desk, listed)
    corrected = form_value(verification.corrected_value, listed.prompt)
    named = {document.evidence.evidence_id: document.file.title for document in documents if document.file.title}
    rated_on = list(dict.fromkeys(id for rating in listed.fact.ratings for id in rating.value.evidence_ids))
    return {
        **shown, "open_fact": listed, "asked": listed.prompt, "fact": listed.fact, "row": listed.row,
        "waiting": await waiting_titles(page_request, desk.dossier, fact_id),
        "here": f"{shown['base']}/assess/{fact_id}", "before": before, "following": following,
        "position": desk.facts.position(fact_id), "steps": ["verify"] if shown["may_verify"] else [],
        "looks": page_request.may(EVALUATE), "is_brief": True,
        "judges": listed.fact.HasField("value") or bool(listed.fact.ratings),
        "judgements": list(JUDGEMENTS), "by_field": listed.prompt.kind in SINGLE_FIELD_KINDS,
        "judgement": page_request.typed("judgement", _judgement_name(verification) if judged else ""),
        "corrected": page_request.typed("corrected", corrected), "method": page_request.typed("method", method),
        "reason": page_request.typed("reason", reason), "methods": _proposed_methods(page_request),
        "rated_on": [(id, named.get(id, id)) for id in rated_on],
        "rests_on": page_request.values.get("rests", rated_on),
        "comments": [comment for comment in desk.dossier.comments if comment.fact_id == fact_id],
        "history": [(revision, _state_of(revision.fact)) for revision in reversed(desk.dossier.fact_history)],
        "documents": documents, "several": several, "document": await _document(page_request, listed.fact, documents),
        "since": steps_since_form(page_request, desk.case),
        "clash": () if is_part else await _clash(page_request, desk, listed),
    }  # fmt: skip


def _proposed_methods(page_request: PageRequest) -> list[str]:
    return [page_request.w["assess"][name] for name in _METHODS]


def _judgement_name(verification: fact_pb2.Verification) -> str:
    return next((name for name, number in JUDGEMENTS.items() if number == verification.judgement), "")


async def _documents(
    page_request: PageRequest, desk: _Desk, listed: ListedFact
) -> tuple[list[dossiers.CaseEvidence], Mapping[str, int]]:
    """Give the documents that a fact rests on, and how many facts of each are still to be judged."""
    answer = await _case_evidence(page_request, desk.case)
    wanted = rests_on(listed.fact)
    documents = [document for document in answer.documents if document.evidence.evidence_id in wanted]
    return documents, {
        document.evidence.evidence_id: len(_declared_on(desk, document.evidence.evidence_id)) for document in documents
    }


async def _case_evidence(page_request: PageRequest, case: cases.Case) -> dossiers.ListCaseEvidenceResponse:
    request = dossiers.ListCaseEvidenceRequest(name=case.name, as_of_date=case.as_of_date)
    answer: dossiers.ListCaseEvidenceResponse = await page_request.ask("DossierService/ListCaseEvidence", request)
    return answer


def _declared_on(desk: _Desk, evidence_id: str) -> list[ListedFact]:
    """Give the facts that rest on a document and that nobody judged yet."""
    return [
        listed for listed in desk.facts.facts if listed.row.state == "declared" and evidence_id in rests_on(listed.fact)
    ]


async def _document(
    page_request: PageRequest, fact: fact_pb2.Fact, documents: Sequence[dossiers.CaseEvidence]
) -> ShownDocument | None:
    """Open the document that is asked for, or the first whose file is kept, at the page where the fact stands."""
    wanted = page_request.query.get("document", "")
    by_choice = sorted(
        documents, key=lambda document: (document.evidence.evidence_id != wanted, not CaseDocument(document).is_kept)
    )
    if not by_choice:
        return None
    document = by_choice[0]
    places = [place.place for place in fact.places if place.evidence_id == document.evidence.evidence_id]
    asked = parse_whole_number(page_request.query.get("place", ""), most=len(places) - 1)
    place = next(iter(places), None) if asked is None else places[asked]
    place = place or document.evidence.locator
    if not CaseDocument(document).is_kept:
        return ShownDocument(document, place.quote)
    number = parse_whole_number(page_request.query.get("page", place.page), least=1, most=MOST_PAGES)
    return await _opened_page(page_request, document, place.quote, number or 1)


async def _opened_page(
    page_request: PageRequest, document: dossiers.CaseEvidence, quoted: str, number: int
) -> ShownDocument:
    """Give a page with its text; the first where the document counts its pages otherwise and has fewer."""
    try:
        page = await open_page(page_request, document.file.name, number, quoted)
    except TouchstoneError:
        page = await open_page(page_request, document.file.name, 1, quoted)
    if isinstance(page, str):
        return ShownDocument(document, quoted, problem=page)
    return ShownDocument(document, quoted, page)


# --- two at the same time ---------------------------------------------------------------------------------------------


async def _opened_dossier(page_request: PageRequest, item: str) -> dossiers.CaseDossier | None:
    """Give the dossier as it was when the form was opened; None if that is not told."""
    revision = parse_whole_number(page_request.typed("opened"), least=1)
    return None if revision is None else await load_dossier(page_request, item, revision=revision)


def _is_same(before: dossiers.CaseDossier, now: dossiers.CaseDossier, fact_ids: Collection[str]) -> bool:
    """Say whether facts, and what they rest on, are as they were: whoever judged them has seen all that there is."""
    contents = [
        (
            [fact for fact in dossier.content.facts if fact.fact_id in fact_ids],
            [item for item in dossier.content.evidence if item.evidence_id in wanted],
        )
        for dossier in (before, now)
        for wanted in [{id for fact in now.content.facts if fact.fact_id in fact_ids for id in rests_on(fact)}]
    ]
    return contents[0] == contents[1]


async def _clash(page_request: PageRequest, desk: _Desk, listed: ListedFact) -> Sequence[Standpoint]:
    """Give what a fact was when the form was opened, what somebody made of it since, and what was typed."""
    if page_request.typed("revision") in ("", str(desk.case.revision)):
        return ()
    opened = await _opened_dossier(page_request, desk.item)
    if opened is None or _is_same(opened, desk.dossier, {listed.row.fact_id}):
        return ()
    was = next((fact for fact in opened.content.facts if fact.fact_id == listed.row.fact_id), fact_pb2.Fact())
    mine = fact_pb2.Fact()
    mine.CopyFrom(listed.fact)
    try:
        mine.verification.CopyFrom(read_verified_fact(page_request, listed.prompt).verification)
    except InputError:
        mine.ClearField("verification")
    mine.verification.person, mine.verification.date = desk.user, desk.case.as_of_date
    kinds = {"opened": was, "theirs": listed.fact, "yours": mine}
    points = await _points(page_request, desk, list(kinds.values()))
    return [
        Standpoint(
            kind, _value_text(page_request, fact, listed.prompt), _state_of(fact), fact.verification.reason, span,
            desk.people.name(fact.verification.person.rpartition("/")[2]),
        )
        for (kind, fact), span in zip(kinds.items(), points, strict=True)
    ]  # fmt: skip


async def _points(page_request: PageRequest, desk: _Desk, facts: Sequence[fact_pb2.Fact]) -> list[str]:
    """Tell the span of the score with each of these; nothing of it is stored."""
    if not page_request.may(EVALUATE):
        return [""] * len(facts)

    async def span(fact: fact_pb2.Fact) -> str:
        others = [other for other in desk.dossier.content.facts if other.fact_id != fact.fact_id]
        try:
            record = await evaluate_unstored(page_request, desk.dossier, [*others, fact], desk.case.as_of_date)
        except TouchstoneError:  # what was typed may not stand; the form says why
            return ""
        return points_span_text(record.conclusion.score) if record.conclusion.HasField("score") else ""

    return list(await asyncio.gather(*(span(fact) for fact in facts)))


def _state_of(fact: fact_pb2.Fact) -> str:
    if fact.verification.judgement:
        return _judgement_name(fact.verification)
    return "declared" if fact.HasField("value") else "rated" if fact.ratings else "open"


def _value_text(page_request: PageRequest, fact: fact_pb2.Fact, prompt: FactPrompt) -> str:
    if fact.verification.HasField("corrected_value"):
        return prompt.value_text(fact.verification.corrected_value, page_request.w)
    if fact.HasField("value"):
        return prompt.value_text(fact.value, page_request.w)
    return " / ".join(prompt.value_text(rating.value, page_request.w) for rating in fact.ratings) or "–"


# --- what is saved ----------------------------------------------------------------------------------------------------


async def _take_verify(page_request: PageRequest, desk: _Desk, facts: Sequence[fact_pb2.Fact]) -> None:
    """Save judgements in one step, on the case as it is now if all that was judged is as it was shown."""
    content = dossiers.DossierContent(facts=facts)
    asked = take_step_request(page_request, "verify", cases.CaseContent(dossier=content), desk.item)
    ids, now = {fact.fact_id for fact in facts}, desk.dossier
    opened = None if asked.revision == now.case_revision else await _opened_dossier(page_request, desk.item)
    for tries_left in reversed(range(_TRIES)):
        if opened is not None and _is_same(opened, now, ids):
            asked.revision = now.case_revision
        try:
            await page_request.ask("CaseService/TakeCaseStep", asked)
        except Refusal as refusal:
            if refusal.reason is not Reason.CASE_CHANGED or not tries_left:
                raise
            opened = opened or await _opened_dossier(page_request, desk.item)
            now = await load_dossier(page_request, desk.item)
            if opened is None or not _is_same(opened, now, ids):
                raise
        else:
            return


async def _act(page_request: PageRequest) -> str:
    desk = await _load_desk(page_request, is_brief=True)
    prompt = await addressed_fact_prompt(page_request, desk.dossier)
    fact = read_verified_fact(page_request, prompt)
    goes_on = page_request.typed("then")
    if goes_on == "moderation":
        return await _leave_to_moderation(page_request, desk, prompt, fact)
    with reporting_at_form_fields(prompt):
        await _take_verify(page_request, desk, [fact])
    _, following = (prompt.id, prompt.id) if goes_on == "stay" else desk.facts.neighbours(prompt.id)
    return _address(page_request, desk.facts, following)


def _address(page_request: PageRequest, facts: FactList, fact_id: str) -> str:
    """Give the address of a fact in the same list; without any, of what is left of the list."""
    here = f"/workbench/cases/{page_request.path['case']}/assess"
    return f"{here}/{quote(fact_id, safe='')}?{facts.query}#fact" if fact_id else f"{here}?{facts.query}"


async def _leave_to_moderation(page_request: PageRequest, desk: _Desk, prompt: FactPrompt, fact: fact_pb2.Fact) -> str:
    """Keep what was typed as a comment on the fact, beside the judgement of somebody else that stands."""
    checked = fact.verification
    is_corrected = checked.HasField("corrected_value")
    value = f" {prompt.value_text(checked.corrected_value, page_request.w)}" if is_corrected else ""
    statement = page_request.w["assess"]["left_comment"].format(
        judged=page_request.word("fact_state", _judgement_name(checked)), value=value, method=checked.method,
        reason=page_request.typed("reason").strip(),
    )  # fmt: skip
    await take_step(page_request, "comment", cases.CaseContent(fact=prompt.id, statement=statement))
    if desk.dossier.rated_by:
        return f"/workbench/cases/{page_request.path['case']}/moderation"
    return _address(page_request, desk.facts, prompt.id)


async def _load_preview(page_request: PageRequest) -> Shown:
    shown = await _load(page_request)
    return await value_preview(page_request, shown) if shown["judges"] else shown


# --- several of one document ------------------------------------------------------------------------------------------


async def _load_several(page_request: PageRequest) -> Shown:
    desk = await _load_desk(page_request)
    evidence_id = page_request.path["evidence"]
    answer = await _case_evidence(page_request, desk.case)
    document = next((each for each in answer.documents if each.evidence.evidence_id == evidence_id), None)
    if document is None or not evidence_id:
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_EVIDENCE", evidence=evidence_id[:80]))
    declared = _declared_on(desk, evidence_id)
    method, reason = _last_typed(desk)
    return {
        **desk.shown, "base": f"/workbench/cases/{page_request.path['case']}", "dossier": desk.dossier,
        "facts": desk.facts, "document": document, "declared": declared,
        "may_verify": desk.may_verify,
        "chosen": page_request.values.get("facts", [listed.row.fact_id for listed in declared]),
        "method": page_request.typed("method", method), "reason": page_request.typed("reason", reason),
        "methods": _proposed_methods(page_request),
        "since": steps_since_form(page_request, desk.case), "kept": CaseDocument(document).is_kept,
    }  # fmt: skip


async def _act_several(page_request: PageRequest) -> str:
    desk = await _load_desk(page_request, is_brief=True)
    chosen, method = page_request.several("facts"), page_request.typed("method").strip()
    wrong = [Violation("facts", _say("NO_FACT_CHOSEN"), "REQUIRED")] if not chosen else []
    if not method:
        wrong.append(Violation("method", _say("NO_METHOD"), "REQUIRED"))
    if wrong:
        raise InputError(tuple(wrong))
    accepted = fact_pb2.Verification(judgement=fact_pb2.Verification.JUDGEMENT_ACCEPTED, method=method)
    await _take_verify(page_request, desk, [fact_pb2.Fact(fact_id=id, verification=accepted) for id in chosen])
    left = [listed.row.fact_id for listed in desk.facts.shown if listed.row.fact_id not in chosen]
    return _address(page_request, desk.facts, next(iter(left), ""))


_GET = "DossierService/GetCaseDossier"
PAGES = (
    Page("/workbench/cases/{case}/assess", "assess.html.jinja", _GET, _load_next, script=LIVE),
    Page("/workbench/cases/{case}/assess/{fact}", "assess.html.jinja", _GET, _load, _act, script=LIVE),
    Page(
        "/workbench/cases/{case}/assess/{fact}/moves", "assess.html.jinja", EVALUATE, _load_preview, is_preview=True,
        script=LIVE, part="moves_part.html.jinja",
    ),
    Page(
        "/workbench/cases/{case}/assess-document/{evidence}", "assess_document.html.jinja", _GET, _load_several,
        _act_several, script="assess.js",
    ),
)  # fmt: skip
