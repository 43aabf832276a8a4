"""Case dossier: revisions, edits by declaration, verification and rating, and guards over them.

`declare` replaces what the client declares, `verify` adds what an assessor made of facts, and `rate` hands in what one
of several assessors reads them to be. Ratings rest apart until everybody of the team has handed in theirs.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict

from rules.contracts.errors import InputError, TouchstoneError, TrailError, Violation
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.messages import Message, error_message, message_factory
from rules.engine.read_ratings import settle_ratings
from rules.engine.read_subject import read_subject
from rules.engine.read_values import Violations
from rules.trail.reading_back import inputs_of
from service.base import instants
from service.base.names import CardName, parse_card
from service.base.refusals import Reason, Refusal
from service.output.mapping.requests import normal_bytes, read_all_evidence, read_facts
from touchstone.v1 import case_dossier_service_pb2, evaluation_service_pb2, fact_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message as Proto

    from rules.model.scorecard import Scorecard
    from service.cases.guards import Content, StepContext
    from service.store.cases import CaseReader, CaseWriter
    from service.store.tables import CaseDocumentRow, CaseRow

_say = message_factory(__name__)

DossierContent = case_dossier_service_pb2.DossierContent
_Facts = Mapping[str, fact_pb2.Fact]
_Rows = Callable[[str, str, str, int, "Content"], "CaseDocumentRow"]

DOSSIERS, RATINGS = "dossiers", "ratings"
"""Kinds of documents: dossiers by the ids of cases, and what one assessor rated by case, surveillance and person."""
_FIELD = "content.dossier"


@dataclass(frozen=True, slots=True)
class DossierRevision:
    """A dossier at one of its revisions, and who saved it in which step of the case."""

    revision: int
    content: DossierContent
    person: str
    step: int
    time: str


def find_dossier(reading: CaseReader, row: CaseRow, revision: int | None = None) -> DossierRevision | None:
    """Give the dossier of a case at a revision, or the newest; None if there is none."""
    found = reading.document(row.organization, DOSSIERS, _id(row), revision)
    return None if found is None else _kept(found)


def ratings(reading: CaseReader, row: CaseRow, item: str, persons: Iterable[str]) -> dict[str, DossierRevision]:
    """Give what each of these persons handed in, of the case or of a surveillance in it."""
    found = {one: reading.document(row.organization, RATINGS, _apart(row, item, one)) for one in persons}
    return {person: _kept(one) for person, one in found.items() if one is not None}


def dossier_revision_name(row: CaseRow, revision: int) -> str:
    """Name a revision of a dossier."""
    return f"{row.name}/dossier@{revision}"


def _id(row: CaseRow) -> str:
    return row.name.rpartition("/")[2]


def _apart(row: CaseRow, item: str, person: str) -> str:
    return "/".join(filter(None, (_id(row), item, person)))


def _kept(row: CaseDocumentRow) -> DossierRevision:
    document = orjson.loads(row.document)
    content = ParseDict(document["content"], DossierContent())
    return DossierRevision(row.revision, content, document["person"], document["step"], row.time)


def scorecard_of(facing: StepContext) -> Scorecard:
    """Give the version of the card of a case that is in force today.

    Raises:
        Refusal: none is.
    """
    card = parse_card(facing.content.get("scorecard", ""), field="content.scorecard").card
    try:
        return facing.gazette.find(CardName(card), as_of=facing.day, known=instants.now()).scorecard
    except TouchstoneError as error:
        said = _say("CARD_NOT_IN_FORCE", card=card, problem=error_message(error))
        raise Refusal(Reason.STEP_NOT_ALLOWED, said) from None


# --- what steps make of it --------------------------------------------------------------------------------------------


def _given(facing: StepContext) -> DossierContent:
    return ParseDict(facing.given["dossier"], DossierContent())


def _before(facing: StepContext) -> DossierContent:
    found = find_dossier(facing.reading, facing.row)
    return DossierContent() if found is None else found.content


def _wrong(facts: Iterable[str], part: str, said: Message, reason: str = "NOT_WANTED") -> None:
    found = tuple(Violation(f"{_FIELD}.facts[{one}].{part}", said, reason) for one in facts)
    if found:
        raise InputError(found)


def _by_id(content: DossierContent) -> dict[str, fact_pb2.Fact]:
    found: dict[str, fact_pb2.Fact] = {}
    for one in content.facts:
        if one.fact_id in found:
            said = _say("GIVEN_TWICE")
            raise InputError((Violation(f"{_FIELD}.facts[{one.fact_id[:60]}]", said, "REPEATED_FACT"),))
        found[one.fact_id] = one
    return found


def _declared(facing: StepContext) -> DossierContent:
    """Replace what is declared; a verification stays where neither the fact nor its evidence has changed."""
    given, before = _given(facing), _before(facing)
    facts = _by_id(given)
    _wrong((id for id, one in facts.items() if one.HasField("verification")), "verification", _say("NOT_DECLARED"))
    _wrong((id for id, one in facts.items() if one.ratings), "ratings", _say("NOT_DECLARED"))
    known = _by_id(before)
    rated = {id: one for id, one in known.items() if one.ratings}
    _wrong((id for id in facts if id in rated), "value", _say("RATED_ALREADY"))
    if not rated and ratings(facing.reading, facing.row, facing.item_name, facing.content.get("team", ())):
        _wrong((id for id in facts if id not in known), "value", _say("RATING_UNDER_WAY"))
    ours, theirs = ({one.evidence_id: one for one in content.evidence} for content in (given, before))
    changed = {id for id in {*ours, *theirs} if ours.get(id) != theirs.get(id)}
    for id, one in facts.items():
        was = known.get(id)
        if was is None or not was.HasField("verification") or changed & _rests_on(one):
            continue
        bare = fact_pb2.Fact()
        bare.CopyFrom(was)
        bare.ClearField("verification")
        if bare == one:
            one.verification.CopyFrom(was.verification)
    made = DossierContent(settings=given.settings, evidence=given.evidence)
    needed = {id for one in rated.values() for id in _rests_on(one)}
    made.evidence.extend(theirs[id] for id in sorted(needed - ours.keys()) if id in theirs)
    made.facts.extend((*facts.values(), *rated.values()))
    return made


def _rests_on(fact: fact_pb2.Fact) -> set[str]:
    values = [fact.value, fact.verification.corrected_value, *(one.value for one in fact.ratings)]
    for value in tuple(values):
        values += [field for record in value.records.values for field in record.fields.values()]
    return {id for value in values for id in value.evidence_ids} | {one.evidence_id for one in fact.places}


def _verified(facing: StepContext) -> DossierContent:
    """Add what an assessor made of facts, in place of what was made of them before."""
    given, made = _given(facing), _before(facing)
    facts, known = _by_id(given), _by_id(made)
    _wrong((id for id in facts if id not in known), "fact_id", _say("NOT_IN_DOSSIER"), "NOT_FOUND")
    _wrong((id for id, one in facts.items() if not one.HasField("verification")), "verification", _say("NONE_GIVEN"))
    _wrong((id for id, one in facts.items() if one.HasField("value") or one.ratings), "value", _say("NOT_VERIFIED"))
    user = f"users/{facing.actor.person}"
    for id, one in facts.items():
        found = one.verification
        if found.person not in ("", user):
            _wrong((id,), "verification.person", _say("OTHER_USER", meant=user), "WRONG_VALUE")
        found.person, found.date = user, found.date or facing.day.isoformat()
        if found.date > facing.day.isoformat():
            _wrong((id,), "verification.date", _say("DAY_TO_COME"), "WRONG_VALUE")
        known[id].verification.CopyFrom(found)
    _add_evidence(made, given)
    _refuse_settings(given)
    return made


def _refuse_settings(given: DossierContent) -> None:
    if given.settings:
        raise InputError((Violation(f"{_FIELD}.settings", _say("SETTINGS_DECLARED"), "NOT_WANTED"),))


def _add_evidence(made: DossierContent, given: DossierContent) -> None:
    known = {one.evidence_id: one for one in made.evidence}
    for one in given.evidence:
        if one.evidence_id not in known:
            made.evidence.append(one)
        elif known[one.evidence_id] != one:
            said = _say("OTHER_EVIDENCE")
            raise InputError((Violation(f"{_FIELD}.evidence[{one.evidence_id[:60]}]", said, "WRONG_VALUE"),))


def _rated(facing: StepContext) -> DossierContent:
    """Take what one assessor reads facts to be, with the dossier that it would be alone."""
    given, made = _given(facing), _before(facing)
    if facing.profile.assessors == 1:
        raise _refused(_say("ONE_ASSESSES", profile=facing.row.profile))
    if ratings(facing.reading, facing.row, facing.item_name, (facing.actor.person,)):
        raise _refused(_say("RATED_BEFORE", person=facing.actor.person))
    facts, known = _by_id(given), _by_id(made)
    if not facts:
        raise InputError((Violation(f"{_FIELD}.facts", _say("NONE_GIVEN"), "REQUIRED"),))
    _wrong((id for id, one in facts.items() if len(one.ratings) != 1), "ratings", _say("ONE_RATING"))
    _wrong((id for id, one in facts.items() if one.HasField("value")), "value", _say("NOT_RATED"))
    _wrong((id for id, one in facts.items() if one.HasField("verification")), "verification", _say("NOT_RATED"))
    _wrong((id for id in facts if known.get(id, fact_pb2.Fact()).HasField("value")), "ratings", _say("DECLARED"))
    user = f"users/{facing.actor.person}"
    for id, one in facts.items():
        if one.ratings[0].person not in ("", user):
            _wrong((id,), "ratings[0].person", _say("OTHER_USER", meant=user), "WRONG_VALUE")
        one.ratings[0].person = user
    _refuse_settings(given)
    _add_evidence(made, given)
    return given


def _with_ratings(facing: StepContext, handed_in: Iterable[DossierContent]) -> DossierContent:
    """Put what all assessors rated into the dossier, in place of what was rated before."""
    made = _before(facing)
    left = [one for one in made.facts if not one.ratings]
    facts: dict[str, fact_pb2.Fact] = {}
    for content in handed_in:
        _add_evidence(made, content)
        for one in content.facts:
            fact = facts.setdefault(one.fact_id, fact_pb2.Fact(fact_id=one.fact_id))
            fact.ratings.extend(one.ratings)
            fact.places.extend(place for place in one.places if place not in fact.places)
    del made.facts[:]
    made.facts.extend((*(one for one in left if one.fact_id not in facts), *facts.values()))
    return made


_STEPS = {"declare": _declared, "verify": _verified, "rate": _rated}


def check_dossier_change(facing: StepContext) -> None:
    """Refuse what a step would make of the dossier and the card does not take; a guard.

    Raises:
        InputError: every field that is wrong is named.
        Refusal: the step may not be taken.
    """
    _read(facing, _STEPS[facing.step.step](facing))


def save(writing: CaseWriter, facing: StepContext, number: int, rows: _Rows) -> dict[str, str]:
    """Keep what a step makes of the dossier, and say what the step keeps of it."""
    made, row = _STEPS[facing.step.step](facing), facing.row
    if facing.step.step == "rate":
        _keep(
            writing,
            facing,
            rows,
            (RATINGS, _apart(row, facing.item_name, facing.actor.person)),
            _said(facing, number, made),
        )
        team = facing.content.get("team", ())
        handed_in = ratings(writing, row, facing.item_name, team)
        if set(team) - handed_in.keys():
            return {}
        made = _with_ratings(facing, (handed_in[one].content for one in team))
        _read(facing, made)
    revision = _keep(writing, facing, rows, (DOSSIERS, _id(row)), _said(facing, number, made))
    return {"dossier_name": dossier_revision_name(row, revision)}


def _said(facing: StepContext, number: int, content: DossierContent) -> dict[str, Any]:
    return {
        "content": MessageToDict(content, preserving_proto_field_name=True),
        "person": facing.actor.person,
        "step": number,
        "salt": secrets.token_hex(16),  # the log holds a digest, from which nobody shall guess what was rated
    }


def _keep(writing: CaseWriter, facing: StepContext, rows: _Rows, place: tuple[str, str], said: dict[str, Any]) -> int:
    organization, (kind, id) = facing.row.organization, place
    found = writing.document(organization, kind, id)
    return writing.save(rows(organization, kind, id, 0 if found is None else found.revision, said)).revision


def _refused(said: Message) -> Refusal:
    return Refusal(Reason.STEP_NOT_ALLOWED, said)


def _read(facing: StepContext, content: DossierContent) -> Subject:
    """Read a dossier by the card, with everything refused that an evaluation would refuse."""
    try:
        subject = subject_of(facing, content)
        read_subject(scorecard_of(facing), subject)
    except InputError as error:
        raise InputError(
            tuple(Violation(f"{_FIELD}.{one.field}", one.description, one.reason) for one in error.violations)
        ) from None
    return subject


def subject_of(facing: StepContext, content: DossierContent) -> Subject:
    """Give a dossier as an evaluation takes it.

    Raises:
        InputError: facts or evidence are malformed.
    """
    violations: list[Violation] = []
    facts, evidence = read_facts(content.facts, violations), read_all_evidence(content.evidence, violations)
    if violations:
        raise InputError(tuple(violations))
    return Subject(
        subject=facing.row.subject, as_of=facing.day.isoformat(), known=instants.now(),
        settings=dict(content.settings), facts=facts, evidence=evidence,
    )  # fmt: skip


def request_of(
    dossier: case_dossier_service_pb2.CaseDossier, day: str, facts: Iterable[fact_pb2.Fact] | None = None, **how: Any
) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Give the request to evaluate for a day what a dossier says, or these facts in place of its own."""
    return evaluation_service_pb2.EvaluateSubjectRequest(
        subject=dossier.subject, scorecard=dossier.scorecard, as_of_date=day, settings=dossier.content.settings,
        facts=dossier.content.facts if facts is None else facts, evidence=dossier.content.evidence, **how,
    )  # fmt: skip


# --- what is asked of it before an evaluation is named ----------------------------------------------------------------


def unsettled_facts(facing: StepContext, content: DossierContent) -> list[str]:
    """Name the facts that assessors rated differently and nobody has settled yet."""
    facts = {one.id: one for one in subject_of(facing, content).facts}
    _, found = settle_ratings(scorecard_of(facing), facts, Violations())
    return sorted(id for id in found if facts[id].verification is None)


def check_ratings_complete(facing: StepContext) -> None:
    """Refuse an evaluation before every assessor has handed in ratings and differences are settled; a guard."""
    if facing.profile.assessors == 1:
        return
    team = facing.content.get("team", ())
    lacking = sorted(set(team) - ratings(facing.reading, facing.row, facing.item_name, team).keys())
    if lacking:
        raise _refused(_say("RATINGS_AWAITED", persons=lacking))
    unsettled = unsettled_facts(facing, _before(facing))
    if unsettled:
        raise _refused(_say("RATINGS_DIFFER", facts=unsettled))


def check_team(facing: StepContext) -> None:
    """Refuse a team of fewer than rate apart; a guard."""
    found = len(facing.given["team"])
    if found < facing.profile.assessors:
        said = _say("TEAM_TOO_SMALL", found=found, needed=facing.profile.assessors)
        raise InputError((Violation("content.team", said, "WRONG_VALUE"),))


def check_evaluation_current(facing: StepContext) -> None:
    """Refuse an evaluation that was given anything else than the dossier says now; a guard."""
    found = find_dossier(facing.reading, facing.row)
    if found is None:
        return
    try:
        given = inputs_of(facing.written)
    except TrailError as error:
        raise _refused(_say("UNREADABLE", name=facing.evaluation.name, problem=error_message(error))) from None
    dossier = subject_of(facing, found.content)
    facts = _differing_ids(dossier.facts, given.facts)
    evidence = _differing_ids(dossier.evidence, given.evidence)
    settings = sorted(id for id, one in dossier.settings.items() if given.settings.get(id) != one)
    other = [*(f"facts[{id}]" for id in facts), *(f"evidence[{id}]" for id in evidence)]
    other += [f"settings[{id}]" for id in settings]
    if other:
        said = _say("OTHER_DOSSIER", found=other, dossier=dossier_revision_name(facing.row, found.revision))
        raise InputError((Violation("content.evaluation", said, "WRONG_VALUE"),))


def _differing_ids(ours: Iterable[Any], theirs: Iterable[Any]) -> list[str]:
    one, other = ({each.id: normal_bytes(_stated(each)) for each in some if _says(each)} for some in (ours, theirs))
    return sorted(id for id in {*one, *other} if one.get(id) != other.get(id))


def _stated(each: Any) -> Any:
    return each.model_copy(update={"previous": None}) if isinstance(each, DeclaredFact) else each


def _says(each: Any) -> bool:
    return not isinstance(each, DeclaredFact) or bool(
        each.value is not None or each.ratings or each.verification is not None or each.places
    )


def check_commented_fact(facing: StepContext) -> None:
    """Refuse a comment to what the card does not ask; a guard."""
    known = {one.id for one in scorecard_of(facing).facts}
    if facing.given["fact"] not in known:
        said = _say("NO_FACT", found=facing.given["fact"][:60])
        raise InputError((Violation("content.fact", said, "NOT_FOUND"),))


# --- what differs -----------------------------------------------------------------------------------------------------


def fact_changes(before: DossierContent, after: DossierContent) -> list[case_dossier_service_pb2.FactChange]:
    """Give each fact that differs, as it was and as it is."""
    olds, news = ({one.fact_id: one for one in content.facts} for content in (before, after))
    return [
        case_dossier_service_pb2.FactChange(fact_id=id, before=olds.get(id), after=news.get(id))
        for id in {**news, **olds}
        if olds.get(id) != news.get(id)
    ]


def changed_since(reading: CaseReader, row: CaseRow, step: int) -> list[str]:
    """Say which facts somebody changed after a step of a case, as they were and as they are."""
    newest = find_dossier(reading, row)
    if newest is None or newest.step <= step:
        return []
    revision, before = newest.revision - 1, DossierContent()
    while revision and (found := find_dossier(reading, row, revision)) is not None:
        if found.step <= step:
            before = found.content
            break
        revision -= 1
    return [
        f"{one.fact_id}: {format_fact(one.before)} → {format_fact(one.after)}"
        for one in fact_changes(before, newest.content)
    ]


def format_fact(fact: fact_pb2.Fact) -> str:
    """Tell what counts of a fact in a few words: as corrected, else as declared or rated."""
    if fact.verification.HasField("corrected_value"):
        return format_value(fact.verification.corrected_value)
    rejected = fact.verification.judgement == fact_pb2.Verification.JUDGEMENT_REJECTED
    if rejected or not (fact.HasField("value") or fact.ratings):
        return "–"
    return (
        " / ".join(
            dict.fromkeys(
                format_value(one)
                for one in (fact.value, *(each.value for each in fact.ratings))
                if one.WhichOneof("kind")
            )
        )
        or "–"
    )


def format_value(value: Proto) -> str:
    """Tell a value in a few words."""
    said: dict[str, Any] = MessageToDict(value, preserving_proto_field_name=True)
    said.pop("evidence_ids", None)
    unit = said.pop("unit", "")
    (found,) = said.values() or ("",)
    if isinstance(found, bool):
        found = str(found).lower()
    written = found if isinstance(found, str) else orjson.dumps(found, option=orjson.OPT_SORT_KEYS).decode()
    return f"{written} {unit}".strip()[:200]


def fact_states(content: DossierContent, unsettled: Sequence[str]) -> dict[str, str]:
    """Say where each fact of a dossier stands."""
    found = {}
    for one in content.facts:
        if one.HasField("verification"):
            judgement = fact_pb2.Verification.Judgement.Name(one.verification.judgement)
            found[one.fact_id] = judgement.removeprefix("JUDGEMENT_").lower()
        elif one.ratings:
            found[one.fact_id] = "differing" if one.fact_id in unsettled else "rated"
        else:
            found[one.fact_id] = "declared" if one.HasField("value") else "open"
    return found
