"""Assess pages of a case: verification of facts next to their document, singly or several at once."""

from __future__ import annotations

import asyncio
from collections import Counter
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

_message = message_factory(__name__)

_UNVERIFIED_STATES = frozenset({"declared", "differing"})
_VERIFIED_STATES = frozenset({"accepted", "corrected", "rejected"})
_STATES_BY_FILTER: Mapping[str, Collection[str]] = {
    "all": (),
    "to_verify": _UNVERIFIED_STATES,
    "open": ("open",),
    "differing": ("differing",),
    "corrected": ("corrected",),
    "rejected": ("rejected",),
    "commented": (),
}
"""Filters with their states; "all" shows all facts, "commented" those that the reader commented on."""
_SIGN_BY_STATE = {
    "accepted": ("✓", "ok"), "corrected": ("✎", "ch"), "rejected": ("✗", "rj"), "differing": ("≠", "ch"),
    "open": ("–", ""),
}  # fmt: skip
_DEFAULT_SIGN = ("○", "")
_METHOD_WORDS = ("document_method", "visit", "recomputed", "interview", "sample")
_MAX_ATTEMPTS = 3
"""Other users may take steps during saving."""


@dataclass(frozen=True, slots=True)
class ListedFact:
    """Fact in the list, with its dossier row and prompt."""

    row: dossiers.DossierFact
    prompt: FactPrompt
    fact: fact_pb2.Fact

    @property
    def sign(self) -> tuple[str, str]:
        return _SIGN_BY_STATE.get(self.row.state, _DEFAULT_SIGN)


@dataclass(frozen=True, slots=True)
class FactList:
    """Facts of a dossier, with a filter and a search."""

    facts: Sequence[ListedFact]
    commented: Collection[str]
    filter: str
    search: str
    """Part of a title, a fact id or an evidence id."""

    @property
    def shown(self) -> Sequence[ListedFact]:
        return [listed for listed in self.facts if self._is_in(listed, self.filter) and self._has_words(listed)]

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        return [(name, sum(self._is_in(listed, name) for listed in self.facts)) for name in _STATES_BY_FILTER]

    @property
    def verified(self) -> int:
        return sum(listed.row.state in _VERIFIED_STATES for listed in self.facts)

    @property
    def left(self) -> int:
        return sum(listed.row.state in _UNVERIFIED_STATES for listed in self.facts)

    @property
    def query(self) -> str:
        return urlencode({"show": self.filter} | ({"q": self.search} if self.search else {}))

    def position(self, fact_id: str) -> int:
        return next((index for index, listed in enumerate(self.shown, 1) if listed.row.fact_id == fact_id), 0)

    def neighbours(self, fact_id: str) -> tuple[str, str]:
        order = [listed.row.fact_id for listed in self.facts]
        index = order.index(fact_id)
        ids = [listed.row.fact_id for listed in self.shown if listed.row.fact_id != fact_id]
        earlier, later = ([id for id in ids if (order.index(id) > index) is after] for after in (False, True))
        return next(reversed(earlier), ""), next(iter(later + earlier), "")

    def _is_in(self, listed: ListedFact, name: str) -> bool:
        if name == "commented":
            return listed.row.fact_id in self.commented
        return name == "all" or listed.row.state in _STATES_BY_FILTER[name]

    def _has_words(self, listed: ListedFact) -> bool:
        if not self.search:
            return True
        texts = (listed.prompt.title, listed.row.fact_id, *rests_on(listed.fact))
        return any(self.search.casefold() in text.casefold() for text in texts)


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """Document next to a fact, opened at a page."""

    document: dossiers.CaseEvidence
    quote: str
    page: dossiers.CaseFilePage | None = None
    problem: str = ""

    @property
    def digest(self) -> str:
        return self.document.evidence.content_digest


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Version of a fact in a conflict between two users."""

    kind: str
    """`opened`, `theirs` or `yours`."""
    value: str
    state: str
    reason: str
    points: str
    """Span of the score with this fact; empty if unknown."""
    person: str = ""


@dataclass
class _Desk:
    case: cases.Case
    people: People
    shown: Shown
    dossier: dossiers.CaseDossier
    facts: FactList
    changes: Sequence[dossiers.FactChange]
    """Changes since the revision before the reader's last verification."""

    @property
    def item(self) -> str:
        """Surveillance in evaluation, or empty for the case."""
        return item_with_step(self.case, "verify")

    @property
    def may_verify(self) -> bool:
        return (self.item, "verify") in self.shown["mine"]

    @property
    def user(self) -> str:
        return f"users/{self.people.me}"

    def find(self, fact_id: str) -> ListedFact:
        return next(listed for listed in self.facts.facts if listed.row.fact_id == fact_id)


def _check_reader(page_request: PageRequest) -> None:
    if not page_request.may(VERIFYING):
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_ASSESSING"))


async def _load_desk(page_request: PageRequest, *, is_brief: bool = False) -> _Desk:
    _check_reader(page_request)
    case, people, shown = await (case_part_context if is_brief else case_page_context)(page_request)
    item = item_with_step(case, "verify")
    since = 0 if is_brief else _revision_before(_own_verifications(case, item, people.me))
    fact_id = "" if is_brief else page_request.path.get("fact", "")
    try:
        dossier = await load_dossier(page_request, item, since_revision=since, fact_id=fact_id)
    except InputError:  # the address names no fact of the scorecard
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_FACT", fact=fact_id[:80])) from None
    prompts = await fact_prompts(page_request, dossier.scorecard)
    known = {fact.fact_id: fact for fact in dossier.content.facts}
    facts = FactList(
        [ListedFact(row, prompts[row.fact_id], known.get(row.fact_id, fact_pb2.Fact())) for row in dossier.facts],
        {comment.fact_id for comment in dossier.comments if comment.person == people.me},
        page_request.query["show"] if page_request.query.get("show") in _STATES_BY_FILTER else "to_verify",
        page_request.query.get("q", "").strip(),
    )
    return _Desk(case, people, shown, dossier, facts, dossier.changes if since else ())


def _own_verifications(case: cases.Case, item: str, me: str) -> list[cases.CaseStep]:
    own = [step for step in case.steps if (step.step, step.item, step.person) == ("verify", item, me)]
    return sorted(own, key=lambda step: -step.number)


def _revision_before(own: Sequence[cases.CaseStep]) -> int:
    revision = own[0].content.dossier_name.rpartition("@")[2] if own else ""
    return max((parse_whole_number(revision) or 0) - 1, 0)


def _last_typed(desk: _Desk) -> tuple[str, str]:
    judged = [change.after for change in desk.changes if change.after.verification.person == desk.user]
    special = {
        listed.fact.verification.reason
        for listed in desk.facts.facts
        if listed.fact.verification.person == desk.user and listed.fact.verification.reason
    }
    reasons = [
        step.reason for step in _own_verifications(desk.case, desk.item, desk.people.me) if step.reason not in special
    ]
    return judged[-1].verification.method if judged else "", reasons[0] if reasons else ""


async def _load_next(page_request: PageRequest) -> Shown | Moved:
    desk = await _load_desk(page_request)
    if desk.facts.shown:
        return Moved(_address(page_request, desk.facts, desk.facts.shown[0].row.fact_id).partition("#")[0])
    return _frame(page_request, desk)


def _frame(page_request: PageRequest, desk: _Desk) -> Shown:
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
    return [page_request.w["assess"][name] for name in _METHOD_WORDS]


def _judgement_name(verification: fact_pb2.Verification) -> str:
    return next((name for name, number in JUDGEMENTS.items() if number == verification.judgement), "")


async def _documents(
    page_request: PageRequest, desk: _Desk, listed: ListedFact
) -> tuple[list[dossiers.CaseEvidence], Mapping[str, int]]:
    answer = await _case_evidence(page_request, desk.case)
    wanted = rests_on(listed.fact)
    documents = [document for document in answer.documents if document.evidence.evidence_id in wanted]
    facts_to_judge = (listed.fact for listed in desk.facts.facts if listed.row.state == "declared")
    return documents, Counter(evidence_id for fact in facts_to_judge for evidence_id in rests_on(fact))


async def _case_evidence(page_request: PageRequest, case: cases.Case) -> dossiers.ListCaseEvidenceResponse:
    request = dossiers.ListCaseEvidenceRequest(name=case.name, as_of_date=case.as_of_date)
    answer: dossiers.ListCaseEvidenceResponse = await page_request.ask("DossierService/ListCaseEvidence", request)
    return answer


def _declared_on(desk: _Desk, evidence_id: str) -> list[ListedFact]:
    return [
        listed for listed in desk.facts.facts if listed.row.state == "declared" and evidence_id in rests_on(listed.fact)
    ]


async def _document(
    page_request: PageRequest, fact: fact_pb2.Fact, documents: Sequence[dossiers.CaseEvidence]
) -> ShownDocument | None:
    wanted = page_request.query.get("document", "")
    candidates = sorted(
        documents, key=lambda document: (document.evidence.evidence_id != wanted, not CaseDocument(document).is_stored)
    )
    if not candidates:
        return None
    document = candidates[0]
    locations = [location.place for location in fact.places if location.evidence_id == document.evidence.evidence_id]
    location_index = parse_whole_number(page_request.query.get("place", ""), most=len(locations) - 1)
    location = next(iter(locations), None) if location_index is None else locations[location_index]
    location = location or document.evidence.locator
    if not CaseDocument(document).is_stored:
        return ShownDocument(document, location.quote)
    number = parse_whole_number(page_request.query.get("page", location.page), least=1, most=MOST_PAGES)
    return await _opened_page(page_request, document, location.quote, number or 1)


async def _opened_page(
    page_request: PageRequest, document: dossiers.CaseEvidence, quoted: str, number: int
) -> ShownDocument:
    try:
        page = await open_page(page_request, document.file.name, number, quoted)
    except TouchstoneError:
        page = await open_page(page_request, document.file.name, 1, quoted)
    if isinstance(page, str):
        return ShownDocument(document, quoted, problem=page)
    return ShownDocument(document, quoted, page)


# --- concurrent verifications -----------------------------------------------------------------------------------------


async def _opened_dossier(page_request: PageRequest, item: str) -> dossiers.CaseDossier | None:
    revision = parse_whole_number(page_request.typed("opened"), least=1)
    return None if revision is None else await load_dossier(page_request, item, revision=revision)


def _is_same(before: dossiers.CaseDossier, now: dossiers.CaseDossier, fact_ids: Collection[str]) -> bool:
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
    """Return the fact as opened, as changed by others and as typed; empty without a conflict."""
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
    points = await _score_spans(page_request, desk, list(kinds.values()))
    return [
        Standpoint(
            kind, _value_text(page_request, fact, listed.prompt), _state_of(fact), fact.verification.reason, span,
            desk.people.name(fact.verification.person.rpartition("/")[2]),
        )
        for (kind, fact), span in zip(kinds.items(), points, strict=True)
    ]  # fmt: skip


async def _score_spans(page_request: PageRequest, desk: _Desk, facts: Sequence[fact_pb2.Fact]) -> list[str]:
    if not page_request.may(EVALUATE):
        return [""] * len(facts)

    async def span(fact: fact_pb2.Fact) -> str:
        others = [other for other in desk.dossier.content.facts if other.fact_id != fact.fact_id]
        try:
            record = await evaluate_unstored(page_request, desk.dossier, [*others, fact], desk.case.as_of_date)
        except TouchstoneError:  # typed values may be invalid; the form reports why
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


# --- saving -----------------------------------------------------------------------------------------------------------


async def _take_verify(page_request: PageRequest, desk: _Desk, facts: Sequence[fact_pb2.Fact]) -> None:
    content = dossiers.DossierContent(facts=facts)
    request = take_step_request(page_request, "verify", cases.CaseContent(dossier=content), desk.item)
    ids, now = {fact.fact_id for fact in facts}, desk.dossier
    opened = None if request.revision == now.case_revision else await _opened_dossier(page_request, desk.item)
    for tries_left in reversed(range(_MAX_ATTEMPTS)):
        if opened is not None and _is_same(opened, now, ids):
            request.revision = now.case_revision
        try:
            await page_request.ask("CaseService/TakeCaseStep", request)
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
    next_action = page_request.typed("then")
    if next_action == "moderation":
        return await _comment_for_moderation(page_request, desk, prompt, fact)
    with reporting_at_form_fields(prompt):
        await _take_verify(page_request, desk, [fact])
    _, following = (prompt.id, prompt.id) if next_action == "stay" else desk.facts.neighbours(prompt.id)
    return _address(page_request, desk.facts, following)


def _address(page_request: PageRequest, facts: FactList, fact_id: str) -> str:
    base = f"/workbench/cases/{page_request.path['case']}/assess"
    return f"{base}/{quote(fact_id, safe='')}?{facts.query}#fact" if fact_id else f"{base}?{facts.query}"


async def _comment_for_moderation(
    page_request: PageRequest, desk: _Desk, prompt: FactPrompt, fact: fact_pb2.Fact
) -> str:
    """Store the typed verification as a comment, so that another user's verification remains."""
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


# --- several facts of one document ------------------------------------------------------------------------------------


async def _load_several(page_request: PageRequest) -> Shown:
    desk = await _load_desk(page_request)
    evidence_id = page_request.path["evidence"]
    answer = await _case_evidence(page_request, desk.case)
    document = next((each for each in answer.documents if each.evidence.evidence_id == evidence_id), None)
    if document is None or not evidence_id:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_EVIDENCE", evidence=evidence_id[:80]))
    declared = _declared_on(desk, evidence_id)
    method, reason = _last_typed(desk)
    return {
        **desk.shown, "base": f"/workbench/cases/{page_request.path['case']}", "dossier": desk.dossier,
        "facts": desk.facts, "document": document, "declared": declared,
        "may_verify": desk.may_verify,
        "chosen": page_request.values.get("facts", [listed.row.fact_id for listed in declared]),
        "method": page_request.typed("method", method), "reason": page_request.typed("reason", reason),
        "methods": _proposed_methods(page_request),
        "since": steps_since_form(page_request, desk.case), "kept": CaseDocument(document).is_stored,
    }  # fmt: skip


async def _act_several(page_request: PageRequest) -> str:
    desk = await _load_desk(page_request, is_brief=True)
    chosen, method = page_request.several("facts"), page_request.typed("method").strip()
    problems = [Violation("facts", _message("NO_FACT_CHOSEN"), "REQUIRED")] if not chosen else []
    if not method:
        problems.append(Violation("method", _message("NO_METHOD"), "REQUIRED"))
    if problems:
        raise InputError(tuple(problems))
    accepted = fact_pb2.Verification(judgement=fact_pb2.Verification.JUDGEMENT_ACCEPTED, method=method)
    await _take_verify(page_request, desk, [fact_pb2.Fact(fact_id=id, verification=accepted) for id in chosen])
    remaining = [listed.row.fact_id for listed in desk.facts.shown if listed.row.fact_id not in chosen]
    return _address(page_request, desk.facts, next(iter(remaining), ""))


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
