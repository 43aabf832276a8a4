"""Guards of the evaluation on which a case rests: its subject, version, result, readings and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import orjson
from sqlalchemy import select

from rules.contracts import (
    NO_GRADE,
    ConclusionKind,
    ErasedRecord,
    Possibility,
    TouchstoneError,
    error_message,
    message_factory,
)
from rules.engine import expiries
from rules.trail import ALTERNATIVES_STEP, CONCLUSION_STEP, inputs_of, read_open_facts
from service.base import instants
from service.base.names import CardName, parse_card
from service.cases.step_context import Content, Guard, StepContext, card_id, step_refused, wrong_content
from service.store.campaigns import PENDING
from service.store.result_status import campaign_decisions_on, decisions_on, status_of
from service.store.serial_use import double_use_count
from service.store.tables import CampaignItemRow, EvaluationRow, ListedRow

_say = message_factory(__name__)
_RESULTS = frozenset({ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.JUDGED})
"""The conclusions on which something can be granted."""
_OWN_READING = "own_reading"
_EVALUATIONS, _LISTED, _TOUCHED = EvaluationRow.__table__, ListedRow.__table__, CampaignItemRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it


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
        raise wrong_content("evaluation", _say("NOT_ANEW", name=before))


def _evaluation_fits(facing: StepContext) -> None:
    row = facing.evaluation
    card = parse_card(row.scorecard_version).card
    if row.subject != facing.row.subject:
        raise wrong_content("evaluation", _say("OTHER_SUBJECT", found=row.subject, meant=facing.row.subject))
    if card != card_id(facing):
        raise wrong_content("evaluation", _say("OTHER_CARD", found=card, meant=card_id(facing)))
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
            raise wrong_content("evaluation", _say("EVALUATED_SINCE", name=row.name, newer=name))


def _evaluation_stands(facing: StepContext) -> None:
    name, connection = facing.evaluation.name, facing.reading.connection
    # what a certificate's own steps made of the result is not in the way of its next one
    asked = decisions_on if facing.item is None else campaign_decisions_on
    status = status_of(asked(connection, [name]).get(name, ()))
    if status is not None and not status.stands:
        raise step_refused(_say("DOES_NOT_STAND", name=name, campaign=status.campaign, reason=status.reason))
    decided = {decision.campaign for decision in campaign_decisions_on(connection, [name]).get(name, ())}
    touched = select(_TOUCHED.c.campaign).where(_TOUCHED.c.evaluation == name).order_by(_TOUCHED.c.campaign)
    for campaign in facing.reading.connection.execute(touched).scalars():
        if campaign not in decided:
            raise step_refused(_say("CAMPAIGN_OPEN", name=name, campaign=campaign))


def _same_evaluation(facing: StepContext) -> None:
    known = facing.content.get("evaluation", "")
    if facing.given["evaluation"] != known:
        raise wrong_content("evaluation", _say("OTHER_EVALUATION", found=facing.given["evaluation"], meant=known))


def _same_report(facing: StepContext) -> None:
    known = facing.content.get("report_digest", "")
    if facing.given["report_digest"] != known:
        raise wrong_content("report_digest", _say("OTHER_REPORT", meant=known))


def _version_governs(facing: StepContext) -> None:
    row = facing.evaluation
    card = parse_card(row.scorecard_version)
    try:
        governing = facing.gazette.find(
            CardName(card.card), as_of=date.fromisoformat(row.as_of_date), known=instants.now()
        ).name
    except TouchstoneError as error:
        raise step_refused(_say("CARD_NOT_IN_FORCE", card=card.card, problem=error_message(error))) from None
    if governing != row.scorecard_version:
        raise step_refused(_say("NEWER_VERSION", found=row.scorecard_version, newer=governing, day=row.as_of_date))


def _no_double_use(facing: StepContext) -> None:
    count = double_use_count(facing.evaluation.archive_findings)
    if count:
        raise step_refused(_say("DOUBLE_USE", name=facing.evaluation.name, count=count))


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
        raise step_refused(_say("NO_STANDING", name=facing.evaluation.name))
    lacking = sorted(set(own_readings(facing)) - set(facing.profile.accepted_readings))
    if lacking:
        raise step_refused(_say("READING_NOT_ACCEPTED", found=lacking, profile=facing.row.profile))


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
        raise step_refused(_say("GRADE_OPEN", name=row.name, open=_left_open(facing)))
    if kind not in _RESULTS:
        raise step_refused(_say("NO_RESULT", name=row.name, kind=kind))


def _evidence_in_date(facing: StepContext) -> None:
    row = facing.evaluation
    if isinstance(facing.written, ErasedRecord):
        raise step_refused(_say("ERASED", name=row.name))
    head = facing.written.head
    scorecard = facing.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
    expired = sorted(
        {expiry.item.id for expiry in expiries(scorecard, inputs_of(facing.written)) if expiry.last < facing.day}
    )
    if expired:
        raise step_refused(_say("EVIDENCE_EXPIRED", found=expired, name=row.name, day=facing.day))


def _campaign_touches(facing: StepContext) -> None:
    """Refuse a campaign that does not touch the result of the certificate, or has not evaluated it again."""
    campaign, name = facing.given.get("campaign", ""), facing.item_content.get("evaluation", "")
    if not campaign:
        return
    its = (_TOUCHED.c.campaign == campaign, _TOUCHED.c.evaluation == name)
    state = facing.reading.connection.execute(select(_TOUCHED.c.state).where(*its)).scalar()
    if state is None or not campaign.startswith(f"organizations/{facing.row.organization}/"):
        raise wrong_content("campaign", _say("CAMPAIGN_ELSEWHERE", campaign=campaign[:120], name=name), "NOT_FOUND")
    if state == PENDING:
        raise step_refused(_say("CAMPAIGN_PENDING", campaign=campaign, name=name))


EVALUATION_GUARDS: Mapping[str, Guard] = {
    "evaluation_fits": _evaluation_fits,
    "evaluation_newest": _evaluation_newest,
    "evaluation_stands": _evaluation_stands,
    "same_evaluation": _same_evaluation,
    "same_report": _same_report,
    "version_governs": _version_governs,
    "no_double_use": _no_double_use,
    "readings_accepted": _readings_accepted,
    "result_is_one": _result_is_one,
    "evidence_in_date": _evidence_in_date,
    "evaluated_anew": _evaluated_anew,
    "campaign_touches": _campaign_touches,
}
