"""Guards of case steps: named conditions over the stored state.

A guard says nothing, or raises: InputError names a field that is wrong, Refusal says what is in the way and who may do
what. What is not known is in the way, too. `GUARDS` names them for `steps.toml` and profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select

from rules.contracts import (
    LANGUAGES,
    NO_GRADE,
    ConclusionKind,
    DateError,
    ErasedRecord,
    InputError,
    Message,
    Possibility,
    TouchstoneError,
    TrailError,
    Violation,
    error_message,
    message_factory,
    parse_date,
)
from rules.engine import expiries
from rules.trail import ALTERNATIVES_STEP, CONCLUSION_STEP, inputs_of, read_open_facts
from service.base import instants
from service.base.names import DIGEST, CardName, parse_card
from service.base.refusals import Reason, Refusal
from service.cases import dossiers
from service.identity.principals import Role
from service.store.campaigns import PENDING
from service.store.records import unpack
from service.store.result_status import campaign_decisions_on, decisions_on, status_of
from service.store.serial_use import double_use_count
from service.store.tables import CampaignItemRow, EvaluationRow, ListedRow

if TYPE_CHECKING:
    from rules.contracts import WrittenSteps
    from service.cases.life import WorkflowStep
    from service.cases.scheme_profiles import Profile
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.tables import CaseItemRow, CaseRow, CaseStepRow

_say = message_factory(__name__)
_RESULTS = frozenset({ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.JUDGED})
"""The conclusions on which something can be granted."""

_EVALUATIONS, _LISTED, _TOUCHED = EvaluationRow.__table__, ListedRow.__table__, CampaignItemRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
OPEN_FINDINGS = frozenset({"open", "answered", "planned", "evidenced"})
"""The states of findings that are neither closed nor dropped."""
_OF_EVALUATION = (
    "evaluation", "previous_evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "decision_digest", "conditions", "conditions_zh", "team", "sites", "sampling", "due_date",
)  # fmt: skip
"""What each surveillance has for itself, whatever the case was certified on."""
_OWN_READING = "own_reading"
_TWO = 2
_SEVERITIES = ("major", "minor", "observation")
Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes a step: the person, how they signed in, and what is known of the person."""

    person: str
    account: str
    known: Content


@dataclass(frozen=True)
class StepContext:
    """What a guard looks at: the step, who takes it, what is given, and all that is kept of the case."""

    reading: CaseReader
    gazette: Gazette
    profile: Profile
    step: WorkflowStep
    actor: Actor
    row: CaseRow
    item: CaseItemRow | None
    items: Sequence[CaseItemRow]
    steps: Sequence[CaseStepRow]
    given: Content
    deciders: tuple[str, ...] = ()
    """Who signed the decision that the step takes; nobody where none was given."""

    @cached_property
    def day(self) -> date:
        """Today, in the time zone of the profile."""
        return instants.today(self.profile.time_zone)

    @cached_property
    def case_content(self) -> Content:
        """What is known of the case itself."""
        known: Content = orjson.loads(self.row.content)
        return known

    @cached_property
    def content(self) -> Content:
        """What is known of the case, or in a surveillance of that and the case."""
        if self.item is None or self.item.kind != "surveillances":
            return self.case_content
        known = {name: value for name, value in self.case_content.items() if name not in _OF_EVALUATION}
        return {**known, **self.item_content}

    @property
    def item_name(self) -> str:
        """The item as it is named in the case; empty for the case itself."""
        return "" if self.item is None else f"{self.item.kind}/{self.item.number}"

    @cached_property
    def item_content(self) -> Content:
        """What is known of the item."""
        known: Content = {} if self.item is None else orjson.loads(self.item.content)
        return known

    @cached_property
    def persons(self) -> Sequence[tuple[str, Content]]:
        """Everybody who is registered, by id."""
        rows = self.reading.documents(self.row.organization, "persons")
        return [(row.id, orjson.loads(row.document)) for row in rows]

    @cached_property
    def client(self) -> Content:
        """The client as it is known now."""
        id = self.row.client.rpartition("/")[2]
        row = self.reading.document(self.row.organization, "clients", id)
        if row is None:
            raise InputError((Violation("client", _say("NO_CLIENT", name=self.row.client), "NOT_FOUND"),))
        known: Content = orjson.loads(row.document)
        return known

    @cached_property
    def evaluation(self) -> EvaluationRow:
        """The evaluation that is given, or else the one on which the case rests."""
        name = self.given.get("evaluation") or self.content.get("evaluation", "")
        result = self.reading.connection.execute(select(_EVALUATIONS).where(_EVALUATIONS.c.name == name))
        row = result.mappings().first()
        if row is None or row["organization"] != self.row.organization:
            raise InputError((Violation("content.evaluation", _say("NO_EVALUATION", name=name), "NOT_FOUND"),))
        return EvaluationRow.model_validate(dict(row))

    @cached_property
    def written(self) -> WrittenSteps:
        """The record of that evaluation."""
        try:
            return unpack(self.evaluation.record)
        except TrailError as error:
            raise _refused(_say("UNREADABLE", name=self.evaluation.name, problem=error_message(error))) from None

    def involved(self, functions: AbstractSet[str], *, item: str | None = None) -> CaseStepRow | None:
        """Find a step of one of these functions by whoever takes this one, as a person or by the same sign-in."""
        for step in self.steps:
            same = step.person == self.actor.person or step.account == self.actor.account
            if same and step.function in functions and item in (None, step.item):
                return step
        return None

    def able(self) -> list[str]:
        """Name who is competent for the step and did not take part in what excludes it."""
        return eligible_persons(self, self.step)


def eligible_persons(facing: StepContext, step: WorkflowStep) -> list[str]:
    """Name who did not take part in what excludes a step, and, where it asks for competence, is competent for it."""
    excluded = facing.profile.excluding(step.function)
    if "outsider" in step.guards:
        excluded = {past_step.function for past_step in facing.steps} - {step.function, "client"}
    took = [past_step for past_step in facing.steps if past_step.function in excluded]
    persons, accounts = {past_step.person for past_step in took}, {past_step.account for past_step in took}
    eligible = []
    for person, known in facing.persons:
        barred = "disjoint" in step.guards or "outsider" in step.guards
        barred = barred and (person in persons or bool(accounts & set(known.get("accounts", ()))))
        lacking = "competent" in step.guards and _competence(known, step.function, facing.row.profile, facing.day)
        outside = bool(known.get("client")) and Role.APPLICANT not in step.roles
        if not barred and not lacking and not outside:
            eligible.append(person)
    return eligible


def _refused(message: Message) -> Refusal:
    return Refusal(Reason.STEP_NOT_ALLOWED, message)


def _others(facing: StepContext) -> object:
    return facing.able() or [_say("NOBODY")]


def _wrong(field: str, message: Message, reason: str = "WRONG_VALUE") -> InputError:
    return InputError((Violation(f"content.{field}", message, reason),))


def read_day(content: Content, field: str) -> date:
    """Read a civil date that is given."""
    return parse_day(str(content[field]), f"content.{field}")


def parse_day(text: str, field: str) -> date:
    """Read a civil date in a field."""
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(field, _say("NO_DAY", problem=error_message(error)), "MALFORMED"),)) from None


# --- who --------------------------------------------------------------------------------------------------------------


def _disjoint(facing: StepContext) -> None:
    before = facing.involved(facing.profile.excluding(facing.step.function))
    if before is not None:
        message = _say(
            "TOOK_PART", person=facing.actor.person, function=_say(f"KIND_{before.function.upper()}"), step=before.step,
            time=before.time, other=_say(f"KIND_{facing.step.function.upper()}"), able=_others(facing),
        )  # fmt: skip
        raise _refused(message)


def _outsider(facing: StepContext) -> None:
    before = facing.involved({step.function for step in facing.steps} - {"appeal", "client"})
    if before is not None:
        message = _say(
            "NOT_AN_OUTSIDER", person=facing.actor.person, step=before.step, time=before.time, able=_others(facing)
        )
        raise _refused(message)


def _competence(known: Content, function: str, profile: str, day: date) -> Message | None:
    if function not in known.get("functions", ()):
        return _say("NOT_COMPETENT", function=_say(f"KIND_{function.upper()}"))
    if known.get("profiles") and profile not in known["profiles"]:
        return _say("NOT_FOR_PROFILE", profile=profile)
    if known.get("last_date") and day.isoformat() > known["last_date"]:
        return _say("NO_LONGER", day=known["last_date"])
    return None


def _competent(facing: StepContext) -> None:
    problem = _competence(facing.actor.known, facing.step.function, facing.row.profile, facing.day)
    if problem is not None:
        raise _refused(_say("PERSON_MAY_NOT", person=facing.actor.person, problem=problem, able=_others(facing)))


def _no_interest(facing: StepContext) -> None:
    interests = set(facing.actor.known.get("interests", ()))
    client = facing.row.client.rpartition("/")[2]
    if interests & {client, *_merged_from(facing, client)}:
        raise _refused(_say("HAS_INTEREST", person=facing.actor.person, client=client))


def _merged_from(facing: StepContext, client: str) -> Iterator[str]:
    for row in facing.reading.documents(facing.row.organization, "clients", label=f"merged:{client}"):
        yield row.id


def _of_team(facing: StepContext) -> None:
    if facing.actor.person not in facing.content.get("team", ()):
        raise _refused(_say("NOT_OF_TEAM", person=facing.actor.person, team=list(facing.content.get("team", ()))))


def _team_competent(facing: StepContext) -> None:
    for person in facing.given["team"]:
        row = facing.reading.document(facing.row.organization, "persons", person)
        known = {} if row is None else orjson.loads(row.document)
        if row is None:
            raise _wrong("team", _say("NO_PERSON", person=person), "NOT_FOUND")
        problem = _competence(known, "evaluation", facing.row.profile, facing.day)
        if problem is not None:
            raise _wrong("team", _say("TEAM_MAY_NOT", person=person, problem=problem))
        if facing.row.client.rpartition("/")[2] in known.get("interests", ()):
            raise _wrong("team", _say("TEAM_INTEREST", person=person))


def _other_than_author(facing: StepContext) -> None:
    before = facing.involved({"client"}, item=facing.item_name) or _raised_by(facing)
    if before is not None:
        message = _say("OWN_FINDING", person=facing.actor.person, step=before.step, time=before.time)
        raise _refused(message)


def _raised_by(facing: StepContext) -> CaseStepRow | None:
    """Give the step that raised the finding, if it was the same person's."""
    number = facing.item_content.get("raised_by")
    for step in facing.steps:
        same = step.person == facing.actor.person or step.account == facing.actor.account
        if step.number == number and step.step == "raise" and same:
            return step
    return None


# --- client, scope, sites ---------------------------------------------------------------------------------------------


def _client_stands(facing: StepContext) -> None:
    if facing.client.get("merged_into"):
        message = _say("CLIENT_MERGED", name=facing.row.client, other=facing.client["merged_into"])
        raise InputError((Violation("client", message, "WRONG_VALUE"),))


def _card(facing: StepContext) -> str:
    named = facing.given.get("scorecard") or facing.content.get("scorecard", "")
    return parse_card(named, field="content.scorecard").card


def _card_held(facing: StepContext) -> None:
    if _card(facing) not in facing.profile.cards:
        message = _say(
            "CARD_NOT_HELD", card=_card(facing), profile=facing.row.profile, known=list(facing.profile.cards)
        )
        raise _wrong("scorecard", message)


def _card_in_force(facing: StepContext) -> None:
    try:
        facing.gazette.find(CardName(_card(facing)), as_of=facing.day, known=instants.now())
    except TouchstoneError as error:
        raise _refused(_say("CARD_NOT_IN_FORCE", card=_card(facing), problem=error_message(error))) from None


def _subset(facing: StepContext, of: Sequence[str], code: str) -> None:
    unknown = sorted(set(facing.given.get("sites", ())) - set(of))
    if unknown:
        raise _wrong("sites", _say(code, found=unknown, known=list(of) or [_say("NOBODY")]))


def _sites_of_client(facing: StepContext) -> None:
    _subset(facing, [site["site"] for site in facing.client.get("sites", ())], "NOT_OF_CLIENT")


def _sites_applied_for(facing: StepContext) -> None:
    _subset(facing, _applied_sites(facing), "NOT_APPLIED_FOR")


def _applied_sites(facing: StepContext) -> list[str]:
    sites: list[str] = []
    for step in facing.steps:
        if step.item == "" and step.step in {"apply", "answer"}:
            sites = orjson.loads(step.content).get("sites", sites)
    return sites


def _population(facing: StepContext) -> list[str]:
    """Give the sites of which a sample is chosen: those applied for, or in a surveillance those that are certified."""
    if facing.step.step != "survey":
        return sorted(set(_applied_sites(facing)))
    return sorted({site for _, content in certificates_now(facing) for site in content.get("sites", ())})


def _least(facing: StepContext, of: int) -> int:
    """Of x sites at least the square root, in a surveillance 0.6 of it, rounded up, where a sample is taken."""
    if facing.profile.sample != "square_root":
        return of
    ours, theirs = (25, 9) if facing.step.step == "survey" else (1, 1)
    return next(n for n in range(of + 1) if ours * n * n >= theirs * of)


def sampling_details(facing: StepContext) -> Content:
    """Say by which rule sites were chosen, and of how many."""
    population = _population(facing)
    return {
        "rule": facing.profile.sample,
        "population": population,
        "least": str(_least(facing, len(population))),
        "sites": sorted(facing.given["sites"]),
    }


def _sample_large_enough(facing: StepContext) -> None:
    applied, chosen = len(_population(facing)), len(set(facing.given["sites"]))
    needed = _least(facing, applied)
    if chosen < needed:
        raise _wrong("sites", _say("SAMPLE_TOO_SMALL", found=chosen, needed=needed, of=applied))


def certificates_now(facing: StepContext) -> list[tuple[CaseItemRow, Content]]:
    """Give the certificates of the case that are valid or suspended and have not expired."""
    certificates = [(item, orjson.loads(item.content)) for item in facing.items if item.kind == "certificates"]
    today = facing.day.isoformat()
    return [
        (item, known)
        for item, known in certificates
        if item.state in {"valid", "suspended"} and (known.get("last_date") or today) >= today
    ]


def _certificate_stands(facing: StepContext) -> None:
    if not certificates_now(facing):
        raise _refused(_say("NO_CERTIFICATE_NOW", name=facing.row.name))


def _one_surveillance(facing: StepContext) -> None:
    for item in facing.items:
        if item.kind == "surveillances" and item.state not in {"maintained", "discontinued"}:
            raise _refused(_say("SURVEILLANCE_OPEN", item=f"{item.kind}/{item.number}", state=item.state))


def _sites_surveyed(facing: StepContext) -> None:
    _subset(facing, _population(facing), "NOT_CERTIFIED")


def latest_evaluation(facing: StepContext) -> str:
    """Name the evaluation on which certificates of the case rest or were last maintained."""
    evaluation: str = facing.case_content.get("evaluation", "")
    for item in facing.items:
        if item.kind == "surveillances" and item.state == "maintained":
            evaluation = orjson.loads(item.content)["evaluation"]
    return evaluation


def _evaluated_anew(facing: StepContext) -> None:
    before = facing.content.get("previous_evaluation", "")
    if facing.given["evaluation"] == before:
        raise _wrong("evaluation", _say("NOT_ANEW", name=before))


def _sites_evaluated(facing: StepContext) -> None:
    """Refuse sites that were not planned, or, where these are a sample, were not applied for."""
    sampled = facing.profile.sample != "all"
    _subset(facing, _applied_sites(facing) if sampled else facing.content.get("sites", ()), "NOT_EVALUATED")


def _sites_of_certificate(facing: StepContext) -> None:
    _subset(facing, facing.item_content.get("sites", ()), "NOT_CERTIFIED")
    if set(facing.given["sites"]) == set(facing.item_content.get("sites", ())) and facing.given[
        "scope"
    ] == facing.item_content.get("scope"):
        raise _wrong("sites", _say("NOTHING_REDUCED"))


# --- the evaluation and its report ------------------------------------------------------------------------------------


def _evaluation_fits(facing: StepContext) -> None:
    row = facing.evaluation
    card = parse_card(row.scorecard_version).card
    if row.subject != facing.row.subject:
        raise _wrong("evaluation", _say("OTHER_SUBJECT", found=row.subject, meant=facing.row.subject))
    if card != _card(facing):
        raise _wrong("evaluation", _say("OTHER_CARD", found=card, meant=_card(facing)))
    _evaluation_stands(facing)


def _evaluation_newest(facing: StepContext) -> None:
    row = facing.evaluation
    card = parse_card(row.scorecard_version).card
    later = select(_LISTED.c.evaluation).where(
        _LISTED.c.organization == row.organization,
        _LISTED.c.subject == row.subject,
        _LISTED.c.create_time >= row.create_time,
        _LISTED.c.evaluation > row.name,
    )
    chosen = select(_EVALUATIONS.c.name, _EVALUATIONS.c.scorecard_version).where(_EVALUATIONS.c.name.in_(later))
    for name, version in facing.reading.connection.execute(chosen.order_by(_EVALUATIONS.c.name.desc())):
        if parse_card(version).card == card:
            raise _wrong("evaluation", _say("EVALUATED_SINCE", name=row.name, newer=name))


def _evaluation_stands(facing: StepContext) -> None:
    name, connection = facing.evaluation.name, facing.reading.connection
    # what a certificate's own steps made of the result is not in the way of its next one
    asked = decisions_on if facing.item is None else campaign_decisions_on
    status = status_of(asked(connection, [name]).get(name, ()))
    if status is not None and not status.stands:
        raise _refused(_say("DOES_NOT_STAND", name=name, campaign=status.campaign, reason=status.reason))
    decided = {decision.campaign for decision in campaign_decisions_on(connection, [name]).get(name, ())}
    touched = select(_TOUCHED.c.campaign).where(_TOUCHED.c.evaluation == name).order_by(_TOUCHED.c.campaign)
    for campaign in facing.reading.connection.execute(touched).scalars():
        if campaign not in decided:
            raise _refused(_say("CAMPAIGN_OPEN", name=name, campaign=campaign))


def _same_evaluation(facing: StepContext) -> None:
    known = facing.content.get("evaluation", "")
    if facing.given["evaluation"] != known:
        raise _wrong("evaluation", _say("OTHER_EVALUATION", found=facing.given["evaluation"], meant=known))


def _same_report(facing: StepContext) -> None:
    known = facing.content.get("report_digest", "")
    if facing.given["report_digest"] != known:
        raise _wrong("report_digest", _say("OTHER_REPORT", meant=known))


def _version_governs(facing: StepContext) -> None:
    row = facing.evaluation
    card = parse_card(row.scorecard_version)
    try:
        governing = facing.gazette.find(
            CardName(card.card), as_of=date.fromisoformat(row.as_of_date), known=instants.now()
        ).name
    except TouchstoneError as error:
        raise _refused(_say("CARD_NOT_IN_FORCE", card=card.card, problem=error_message(error))) from None
    if governing != row.scorecard_version:
        raise _refused(_say("NEWER_VERSION", found=row.scorecard_version, newer=governing, day=row.as_of_date))


def _no_double_use(facing: StepContext) -> None:
    count = double_use_count(facing.evaluation.archive_findings)
    if count:
        raise _refused(_say("DOUBLE_USE", name=facing.evaluation.name, count=count))


def _found(facing: StepContext, step: str) -> Content:
    entries = facing.written.found.get(step)
    entry: Content = entries[0] if entries else {}
    return entry


def own_readings(facing: StepContext) -> list[str]:
    """Name the own readings on which the evaluation rests; nothing if it rests on none."""
    standing = _found(facing, "standing")
    if standing.get("certainty") != _OWN_READING:
        return []
    card = parse_card(facing.evaluation.scorecard_version).card
    own = [f"{card}/{basis}" for basis in standing.get("weakest_bases", ())] + list(standing.get("weakest_tables", ()))
    return own or [card]


def result_of(facing: StepContext) -> str:
    """Name the result of the evaluation: its grade, else its verdict, else of which kind it is."""
    conclusion = _found(facing, CONCLUSION_STEP)
    return str(facing.evaluation.grade or conclusion.get("verdict") or facing.evaluation.conclusion_kind)


def _readings_accepted(facing: StepContext) -> None:
    if not _found(facing, "standing"):
        raise _refused(_say("NO_STANDING", name=facing.evaluation.name))
    lacking = sorted(set(own_readings(facing)) - set(facing.profile.accepted_readings))
    if lacking:
        raise _refused(_say("READING_NOT_ACCEPTED", found=lacking, profile=facing.row.profile))


def _decision_signed(facing: StepContext) -> None:
    if not facing.deciders:
        raise _refused(_say("DECISION_UNSIGNED", step=facing.step.step))


def _two_decide(facing: StepContext) -> None:
    if len(facing.deciders) < _TWO:
        raise _refused(_say("TWO_DECIDE", step=facing.step.step))


def _languages_known(facing: StepContext) -> None:
    unknown = sorted(set(facing.given.get("languages", ())) - set(LANGUAGES))
    if unknown:
        raise _wrong("languages", _say("NO_LANGUAGE", found=unknown, known=list(LANGUAGES)))


def _left_open(facing: StepContext) -> list[str]:
    """Name the facts and settings that the evaluation leaves open."""
    (alternatives,) = facing.written.found.get(ALTERNATIVES_STEP, ((),))
    settings = {name for alternative in alternatives for name in alternative["settings"]}
    return [*(open_fact.id for open_fact in read_open_facts(facing.written)), *sorted(settings)]


def _result_is_one(facing: StepContext) -> None:
    """Nothing is granted on what is undetermined, or not eligible; a grade that may be none is undetermined."""
    row, kind = facing.evaluation, facing.evaluation.conclusion_kind
    grades = _found(facing, CONCLUSION_STEP).get("grades", ())
    may_be_none = any(grade["grade"] == NO_GRADE and grade["possibility"] != Possibility.EXCLUDED for grade in grades)
    if kind == ConclusionKind.GRADE_OPEN or (kind == ConclusionKind.GRADED and may_be_none):  # so called by semantics 1
        raise _refused(_say("GRADE_OPEN", name=row.name, open=_left_open(facing)))
    if kind not in _RESULTS:
        raise _refused(_say("NO_RESULT", name=row.name, kind=kind))


def _evidence_in_date(facing: StepContext) -> None:
    row = facing.evaluation
    if isinstance(facing.written, ErasedRecord):
        raise _refused(_say("ERASED", name=row.name))
    head = facing.written.head
    scorecard = facing.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
    expired = sorted(
        {expiry.item.id for expiry in expiries(scorecard, inputs_of(facing.written)) if expiry.last < facing.day}
    )
    if expired:
        raise _refused(_say("EVIDENCE_EXPIRED", found=expired, name=row.name, day=facing.day))


# --- findings, days, certificates -------------------------------------------------------------------------------------


def _severity_known(facing: StepContext) -> None:
    if facing.given["severity"] not in facing.profile.due_days:
        known = list(facing.profile.due_days)
        raise _wrong("severity", _say("NO_SEVERITY", found=facing.given["severity"], known=known))


def _findings_closed(facing: StepContext) -> None:
    opened = [
        f"{item.kind}/{item.number}"
        for item in facing.items
        if item.kind == "findings"
        and item.state in OPEN_FINDINGS
        and orjson.loads(item.content).get("severity") in facing.profile.blocking
    ]
    if opened:
        raise _refused(_say("FINDINGS_OPEN", found=opened))


def _evidence_digests(facing: StepContext) -> None:
    for evidence_digest in facing.given.get("evidence", ()):
        if DIGEST.match(evidence_digest) is None:
            raise _wrong("evidence", _say("NO_DIGEST", found=evidence_digest[:80]), "MALFORMED")


def _due_later(facing: StepContext) -> None:
    if not facing.given.get("due_date"):
        return
    day = read_day(facing.given, "due_date")
    known = facing.item_content.get("due_date", "")
    if day <= facing.day or (facing.step.step == "extend" and day.isoformat() <= known):
        raise _wrong("due_date", _say("DUE_BEFORE", found=day, after=max(known, facing.day.isoformat())))


def _extension_left(facing: StepContext) -> None:
    name = facing.item_name
    extensions = sum(step.item == name and step.step == "extend" for step in facing.steps)
    if extensions >= facing.profile.extensions:
        raise _refused(_say("NO_EXTENSION_LEFT", item=name, most=facing.profile.extensions))


def _overdue(facing: StepContext) -> None:
    day = facing.item_content.get("due_date", "")
    if day >= facing.day.isoformat():
        raise _refused(_say("NOT_OVERDUE", item=facing.item_name, day=day))


def _graver(facing: StepContext) -> None:
    known, severity = facing.item_content.get("severity", ""), facing.given["severity"]
    graver = _SEVERITIES[: _SEVERITIES.index(known)]
    if severity not in graver:
        raise _wrong("severity", _say("NOT_GRAVER", found=severity, known=list(graver) or [_say("NOBODY")]))


def _not_expired(facing: StepContext) -> None:
    last = facing.item_content.get("last_date", "")
    if last and last < facing.day.isoformat():
        raise _refused(_say("EXPIRED", number=facing.item_content.get("number", ""), day=last))


def _days_follow_decision(facing: StepContext) -> None:
    """Date a certificate on the day of its decision at the earliest, and on no day to come."""
    if not facing.given.get("first_date"):
        return
    first = read_day(facing.given, "first_date")
    granted = max((step.time for step in facing.steps if step.step == "grant"), default=instants.now())
    decided = instants.day_of(granted, facing.profile.time_zone)
    if not decided <= first <= facing.day:
        raise _wrong("first_date", _say("BEFORE_DECISION", found=first, first=decided, last=facing.day))


def _of_client(facing: StepContext, field: str, states: AbstractSet[str]) -> None:
    """Refuse a number that is none of the client's, or of whoever was merged into it, or that has ended."""
    number = facing.given.get(field, "")
    if not number:
        return
    reading, organization = facing.reading, facing.row.organization
    match = reading.numbered(organization, number)
    if match is None or number == facing.item_content.get("number"):
        raise _wrong(field, _say("NO_SUCH_CERTIFICATE", number=number[:80]), "NOT_FOUND")
    case, item = match
    first, second = (name.rpartition("/")[2] for name in (case.client, facing.row.client))
    if first != second and first not in _merged_from(facing, second) and second not in _merged_from(facing, first):
        raise _wrong(field, _say("OTHER_CLIENT", number=number, client=case.client))
    if item.state not in states:
        raise _wrong(field, _say("ENDED", number=number, state=item.state))


def _predecessor_of_client(facing: StepContext) -> None:
    _of_client(facing, "predecessor", {"valid", "suspended"})


def _successor_of_client(facing: StepContext) -> None:
    _of_client(facing, "successor", {"valid"})


def _campaign_touches(facing: StepContext) -> None:
    """Refuse a campaign that does not touch the result of the certificate, or has not evaluated it again."""
    campaign, name = facing.given.get("campaign", ""), facing.item_content.get("evaluation", "")
    if not campaign:
        return
    its = (_TOUCHED.c.campaign == campaign, _TOUCHED.c.evaluation == name)
    state = facing.reading.connection.execute(select(_TOUCHED.c.state).where(*its)).scalar()
    if state is None or not campaign.startswith(f"organizations/{facing.row.organization}/"):
        raise _wrong("campaign", _say("CAMPAIGN_ELSEWHERE", campaign=campaign[:120], name=name), "NOT_FOUND")
    if state == PENDING:
        raise _refused(_say("CAMPAIGN_PENDING", campaign=campaign, name=name))


GUARDS: Mapping[str, Callable[[StepContext], None]] = {
    "disjoint": _disjoint,
    "outsider": _outsider,
    "competent": _competent,
    "no_interest": _no_interest,
    "of_team": _of_team,
    "team_competent": _team_competent,
    "other_than_author": _other_than_author,
    "client_stands": _client_stands,
    "card_held": _card_held,
    "card_in_force": _card_in_force,
    "sites_of_client": _sites_of_client,
    "sites_applied_for": _sites_applied_for,
    "sample_large_enough": _sample_large_enough,
    "sites_evaluated": _sites_evaluated,
    "sites_of_certificate": _sites_of_certificate,
    "evaluation_fits": _evaluation_fits,
    "evaluation_newest": _evaluation_newest,
    "evaluation_stands": _evaluation_stands,
    "same_evaluation": _same_evaluation,
    "same_report": _same_report,
    "version_governs": _version_governs,
    "no_double_use": _no_double_use,
    "readings_accepted": _readings_accepted,
    "decision_signed": _decision_signed,
    "two_decide": _two_decide,
    "languages_known": _languages_known,
    "result_is_one": _result_is_one,
    "evidence_in_date": _evidence_in_date,
    "severity_known": _severity_known,
    "findings_closed": _findings_closed,
    "evidence_digests": _evidence_digests,
    "due_later": _due_later,
    "extension_left": _extension_left,
    "overdue": _overdue,
    "graver": _graver,
    "certificate_stands": _certificate_stands,
    "one_surveillance": _one_surveillance,
    "sites_surveyed": _sites_surveyed,
    "evaluated_anew": _evaluated_anew,
    "team_large_enough": dossiers.check_team,
    "dossier_fits": dossiers.check_dossier_change,
    "dossier_evaluated": dossiers.check_evaluation_current,
    "rated_by_all": dossiers.check_ratings_complete,
    "fact_asked": dossiers.check_commented_fact,
    "not_expired": _not_expired,
    "days_follow_decision": _days_follow_decision,
    "predecessor_of_client": _predecessor_of_client,
    "successor_of_client": _successor_of_client,
    "campaign_touches": _campaign_touches,
}
