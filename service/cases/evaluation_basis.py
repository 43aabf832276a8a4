"""Guards of a case's evaluation: subject, version, result, interpretations, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import orjson
from sqlalchemy import bindparam, select

from rules.contracts import (
    ConclusionKind,
    ErasedRecord,
    TouchstoneError,
    error_message,
    message_factory,
)
from rules.engine import expiries
from rules.trail import ALTERNATIVES_STEP, CONCLUSION_STEP, inputs_of, read_open_facts
from service.base import instants
from service.base.resource_names import CardName, parse_card
from service.cases.certifiability import CERTIFIABLE_VERDICTS
from service.cases.step_context import Content, Guard, StepContext, card_id, step_refused, wrong_content
from service.store.campaigns import PENDING
from service.store.prepared_statements import PreparedStatement
from service.store.result_states import status_of
from service.store.result_status import campaign_decisions_on, decisions_on
from service.store.serial_use import double_use_count
from service.store.tables import (
    CAMPAIGN_ITEMS,
    CONCLUSIONS,
    LISTED_ROWS as _LISTED,
)

_message = message_factory(__name__)
_NEWEST_EVALUATION = PreparedStatement(
    lambda _: (
        select(_LISTED.c.evaluation)
        .join(CONCLUSIONS, CONCLUSIONS.c.id == _LISTED.c.conclusion)
        .where(*(_LISTED.c[name] == bindparam(name) for name in ("organization", "subject")))
        .where(_LISTED.c.create_time >= bindparam("since"), _LISTED.c.evaluation > bindparam("after"))
        .where(
            CONCLUSIONS.c.scorecard_version > bindparam("versions"),
            CONCLUSIONS.c.scorecard_version < bindparam("past_versions"),
        )
        .order_by(_LISTED.c.evaluation.desc())
        .limit(1)
    )
)
_CAMPAIGNS_OF_EVALUATION = PreparedStatement(
    lambda _: (
        select(CAMPAIGN_ITEMS.c.campaign)
        .where(CAMPAIGN_ITEMS.c.evaluation == bindparam("name"))
        .order_by(CAMPAIGN_ITEMS.c.campaign)
    )
)
_CERTIFIABLE_KINDS = frozenset({ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.JUDGED})
_OWN_READING = "own_reading"


def decided_audits(step_context: StepContext) -> list[Content]:
    """Return the contents of decided surveillances and recertifications, in the order of their decisions."""
    contents = {f"{item.kind}/{item.number}": item.content for item in step_context.items}
    decided = [step.item for step in step_context.steps if step.step in {"maintain", "renew"}]
    return [orjson.loads(contents[item]) for item in decided]


def latest_evaluation(step_context: StepContext) -> str:
    """Return the evaluation of the last decided surveillance or recertification, else of the case; empty if none."""
    last = [step_context.case_content, *decided_audits(step_context)][-1]
    evaluation: str = last.get("evaluation", "")
    return evaluation


def _evaluation_is_new(step_context: StepContext) -> None:
    before = step_context.content.get("previous_evaluation", "")
    if step_context.submitted_content["evaluation"] == before:
        raise wrong_content("evaluation", _message("NOT_ANEW", name=before))


def _evaluation_fits(step_context: StepContext) -> None:
    row = step_context.evaluation
    card = parse_card(row.scorecard_version).card
    if row.subject != step_context.row.subject:
        raise wrong_content("evaluation", _message("OTHER_SUBJECT", found=row.subject, meant=step_context.row.subject))
    if card != card_id(step_context):
        raise wrong_content("evaluation", _message("OTHER_CARD", found=card, meant=card_id(step_context)))
    _evaluation_in_effect(step_context)


def _evaluation_newest(step_context: StepContext) -> None:
    row = step_context.evaluation
    card = parse_card(row.scorecard_version).card
    if newer := _newest_evaluation(step_context, row.subject, card, since=row.create_time, after=row.name):
        raise wrong_content("evaluation", _message("EVALUATED_SINCE", name=row.name, newer=newer))


def candidate_evaluations(step_context: StepContext) -> list[str]:
    """Return the concluded evaluation and the newest of the same scorecard."""
    newest = _newest_evaluation(step_context, step_context.row.subject, card_id(step_context))
    return [*dict.fromkeys(filter(None, (step_context.content.get("evaluation", ""), newest)))]


def _newest_evaluation(
    step_context: StepContext, subject: str, card: str, *, since: str = "", after: str = ""
) -> str | None:
    """Return the newest evaluation of a subject with a scorecard, made `since` a time and `after` an evaluation."""
    versions = f"scorecards/{card}/versions/"
    newest: str | None = _NEWEST_EVALUATION.value(
        step_context.case_reader.connection,
        {
            "organization": step_context.row.organization, "subject": subject, "since": since, "after": after,
            "versions": versions, "past_versions": f"{versions[:-1]}0",
        },
    )  # fmt: skip
    return newest


def _evaluation_in_effect(step_context: StepContext) -> None:
    name, connection = step_context.evaluation.name, step_context.case_reader.connection
    # Decisions from the certificate's own steps must not block its next step.
    read_decisions = decisions_on if step_context.item is None else campaign_decisions_on
    status = status_of(read_decisions(connection, [name]).get(name, ()))
    if status is not None and not status.stands:
        raise step_refused(_message("DOES_NOT_STAND", name=name, campaign=status.campaign, reason=status.reason))
    decided = {decision.campaign for decision in campaign_decisions_on(connection, [name]).get(name, ())}
    for campaign in _CAMPAIGNS_OF_EVALUATION.values(connection, {"name": name}):
        if campaign not in decided:
            raise step_refused(_message("CAMPAIGN_OPEN", name=name, campaign=campaign))


def _same_evaluation(step_context: StepContext) -> None:
    known = step_context.content.get("evaluation", "")
    if step_context.submitted_content["evaluation"] != known:
        raise wrong_content(
            "evaluation", _message("OTHER_EVALUATION", found=step_context.submitted_content["evaluation"], meant=known)
        )


def _same_report(step_context: StepContext) -> None:
    known = step_context.content.get("report_digest", "")
    if step_context.submitted_content["report_digest"] != known:
        raise wrong_content("report_digest", _message("OTHER_REPORT", meant=known))


def _version_governs(step_context: StepContext) -> None:
    row = step_context.evaluation
    card = parse_card(row.scorecard_version)
    try:
        governing = step_context.gazette.find(
            CardName(card.card), as_of=date.fromisoformat(row.as_of_date), known=instants.now()
        ).name
    except TouchstoneError as error:
        raise step_refused(_message("CARD_NOT_IN_FORCE", card=card.card, problem=error_message(error))) from None
    if governing != row.scorecard_version:
        raise step_refused(_message("NEWER_VERSION", found=row.scorecard_version, newer=governing, day=row.as_of_date))


def _no_double_use(step_context: StepContext) -> None:
    count = double_use_count(step_context.evaluation.archive_findings)
    if count:
        raise step_refused(_message("DOUBLE_USE", name=step_context.evaluation.name, count=count))


def _first_entry(step_context: StepContext, step: str) -> Content:
    entries = step_context.written_steps.results_by_step.get(step)
    entry: Content = entries[0] if entries else {}
    return entry


def own_readings(step_context: StepContext) -> list[str]:
    """Return the own interpretations that limit the certainty."""
    certainty_entry = _first_entry(step_context, "standing")
    if certainty_entry.get("certainty") != _OWN_READING:
        return []
    card = parse_card(step_context.evaluation.scorecard_version).card
    own = [f"{card}/{basis}" for basis in certainty_entry.get("weakest_bases", ())] + list(
        certainty_entry.get("weakest_tables", ())
    )
    return own or [card]


def result_of(step_context: StepContext) -> str:
    """Return the grade, else the verdict, else the conclusion kind."""
    conclusion = _first_entry(step_context, CONCLUSION_STEP)
    return str(step_context.evaluation.grade or conclusion.get("verdict") or step_context.evaluation.conclusion_kind)


def _readings_accepted(step_context: StepContext) -> None:
    if not _first_entry(step_context, "standing"):
        raise step_refused(_message("NO_STANDING", name=step_context.evaluation.name))
    lacking = sorted(set(own_readings(step_context)) - set(step_context.profile.accepted_readings))
    if lacking:
        raise step_refused(_message("READING_NOT_ACCEPTED", found=lacking, profile=step_context.row.profile))


def _undetermined_inputs(step_context: StepContext) -> list[str]:
    (alternatives,) = step_context.written_steps.results_by_step.get(ALTERNATIVES_STEP, ((),))
    settings = {name for alternative in alternatives for name in alternative["settings"]}
    return [*(unknown_fact.id for unknown_fact in read_open_facts(step_context.written_steps)), *sorted(settings)]


def _result_is_certifiable(step_context: StepContext) -> None:
    row, kind = step_context.evaluation, step_context.evaluation.conclusion_kind
    if kind == ConclusionKind.GRADE_OPEN:
        raise step_refused(_message("GRADE_OPEN", name=row.name, open=_undetermined_inputs(step_context)))
    if kind not in _CERTIFIABLE_KINDS:
        raise step_refused(_message("NO_RESULT", name=row.name, kind=kind))
    if kind == ConclusionKind.JUDGED and (verdict := result_of(step_context)) not in CERTIFIABLE_VERDICTS:
        raise step_refused(_message("VERDICT_NOT_CERTIFIABLE", name=row.name, verdict=verdict))


def _evidence_in_date(step_context: StepContext) -> None:
    row = step_context.evaluation
    if isinstance(step_context.written_steps, ErasedRecord):
        raise step_refused(_message("ERASED", name=row.name))
    head = step_context.written_steps.head
    scorecard = step_context.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
    expired = sorted(
        {
            expiry.item.id
            for expiry in expiries(scorecard, inputs_of(step_context.written_steps))
            if expiry.last < step_context.day
        }
    )
    if expired:
        raise step_refused(_message("EVIDENCE_EXPIRED", found=expired, name=row.name, day=step_context.day))


def _campaign_includes_evaluation(step_context: StepContext) -> None:
    campaign, name = step_context.submitted_content.get("campaign", ""), step_context.item_content.get("evaluation", "")
    if not campaign:
        return
    matches = (CAMPAIGN_ITEMS.c.campaign == campaign, CAMPAIGN_ITEMS.c.evaluation == name)
    state = step_context.case_reader.connection.execute(select(CAMPAIGN_ITEMS.c.state).where(*matches)).scalar()
    if state is None or not campaign.startswith(f"organizations/{step_context.row.organization}/"):
        raise wrong_content("campaign", _message("CAMPAIGN_ELSEWHERE", campaign=campaign[:120], name=name), "NOT_FOUND")
    if state == PENDING:
        raise step_refused(_message("CAMPAIGN_PENDING", campaign=campaign, name=name))


EVALUATION_GUARDS: Mapping[str, Guard] = {
    "evaluation_fits": _evaluation_fits,
    "evaluation_newest": _evaluation_newest,
    "evaluation_stands": _evaluation_in_effect,
    "same_evaluation": _same_evaluation,
    "same_report": _same_report,
    "version_governs": _version_governs,
    "no_double_use": _no_double_use,
    "readings_accepted": _readings_accepted,
    "result_is_one": _result_is_certifiable,
    "evidence_in_date": _evidence_in_date,
    "evaluated_anew": _evaluation_is_new,
    "campaign_touches": _campaign_includes_evaluation,
}
