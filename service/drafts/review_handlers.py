"""Handlers of signed review commands, from submission to repeal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rules.api import Publication, legal_difference
from rules.contracts import (
    DateError,
    Diagnostic,
    InputError,
    Json,
    RuleSourceError,
    TrailError,
    Violation,
    did_you_mean,
    error_message,
    in_language,
    join_items,
    message_factory,
    parse_date,
    wording_loader,
)
from rules.language import language_of
from rules.model import PublishedVersion, Repeal, draft_as_published, read_published
from service.approval import approval_rules
from service.approval.approval_rules import (
    change_reason,
    publication_statements,
    refuse_placeholder,
    require_submission,
    with_statement,
)
from service.approval.approval_trust import Trust, read_rule_trust, read_trust
from service.approval.review_status import ReviewState, ReviewStatus
from service.approval.signing_keys import key_id, public_half, read_signing_key, write_new_key
from service.approval.statements import Act, Effect, Statement, add_statement, read_statements
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.configuration.settings import Settings
from service.drafts import server_handlers
from service.drafts.legal_effect import legal_effect, today_for
from service.drafts.publication_candidate import (
    IMPACT,
    MUTATION,
    build_publication,
    read_report,
    report_digests,
    report_document_digest,
    retroactive_warning,
)
from service.drafts.server_handlers import (
    DraftSigner,
    Stubs,
    draft_result,
    effect_lines,
    is_on_server,
    read_draft_signer,
    sign,
    statement_lines,
)
from service.gazette.publication import PAGE, add_entry, find_entry, write_repeal, write_version
from service.gazette.versions import Gazette, unsigned_versions
from service.identity.principals import Role
from service.output.mapping.scorecards import write_version as write_scorecard_version
from service.output.terminal.changelog_entry import entry_of
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import progress_printer, read_draft, report_document
from service.output.terminal.render_mutation import pinning_text
from service.output.terminal.render_version_difference import difference_lines
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language

_message, _words = message_factory(__name__), wording_loader(__name__)

_REPORT_OPTION = re.compile(r"([a-z][a-z0-9-]{0,30})=(.+)\Z", re.DOTALL)


def make_key(file: Path, language: str) -> CommandResult:
    """Create a signing key."""
    public = write_new_key(file)
    text = str(_words(language)["review"]["new_key"]).format(file=file, id=key_id(public), public=public)
    return CommandResult(text, document={"keyId": key_id(public), "public": public})


def submit(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str,
    key: Path | None,
    person: str,
    reason: str,
    author: Sequence[str],
    report: Sequence[str],
    gazette: Path,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Submit a draft for review."""
    why, reports = change_reason(reason, field="--reason"), _read_reports(report)
    if is_on_server(place):
        holder = read_draft_signer(key, person)
        every = sorted({holder.person, *author})
        signed = sign(stubs, Act.SUBMISSION, place, holder, authors=every, reports=reports, reason=why)
        return draft_result(signed, language)
    by = _signer(key)
    folder = Path(place)
    publication = build_publication(folder, Gazette(gazette))
    draft, status = _submit(folder, publication, by, authors=author, reports=reports, reason=why)
    return _review_result(draft, status, language, folder=folder, trust=by.trust)


def show(place: str, gazette: Path, stubs: Stubs, language: str) -> CommandResult:
    """Show the review status of a draft."""
    if is_on_server(place):
        return server_handlers.show_draft(place, stubs, language)
    folder, trust = Path(place), _require_trust()
    draft, status, problems = _full_status(folder, trust, Gazette(gazette))
    return _review_result(draft, status, language, folder=folder, trust=trust, problems=problems)


def approve(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str, key: Path | None, person: str, reason: str, gazette: Path, stubs: Stubs, language: str
) -> CommandResult:
    """Approve a submitted draft, after printing its legal effect and its changes."""
    return _decide(Act.APPROVAL, place, key, person, reason, gazette, stubs, language)


def reject(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str, key: Path | None, person: str, reason: str, gazette: Path, stubs: Stubs, language: str
) -> CommandResult:
    """Reject a submitted draft."""
    return _decide(Act.REJECTION, place, key, person, reason, gazette, stubs, language)


def publish(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str,
    key: Path | None,
    person: str,
    reason: str,
    mutation: Path | None,
    impact: Path | None,
    gazette: Path,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Publish a draft permanently."""
    if is_on_server(place, mutation=mutation, impact=impact):
        holder = read_draft_signer(key, person)
        return draft_result(sign(stubs, Act.PUBLICATION, place, holder, reason=reason.strip()), language)
    folder, versions = Path(place), Gazette(gazette)
    published = tuple(version for card in versions.card_ids() for version in versions.versions(card))
    ready = build_publication(folder, versions, progress=progress_printer())
    draft = draft_as_published(ready.scorecard, ready.sources)
    paths = {name: path for name, path in ((MUTATION, mutation), (IMPACT, impact)) if path is not None}
    reports = {name: read_report(name, path, draft.content_digest) for name, path in paths.items()}
    time = instants.now()
    by = None if Settings().trust is None else _signer_if_required(key)
    digests = {} if by is None else report_digests(paths, draft.content_digest)
    statements = () if by is None else _publication_statements(folder, draft, by, time, digests)
    title = f"{draft.card.id} {draft.card.version}"
    entry = find_entry(gazette, title)
    submitted = statements[0].predicate.reason if statements else ""
    why = change_reason(submitted, reason, field="--reason") if entry is None else change_reason(entry, field=PAGE)
    if warning := retroactive_warning(draft.scorecard.card, gazette):
        print_error(in_language(warning, language))
    version = write_version(gazette, ready.scorecard, ready.sources, publish_time=time, statements=statements)
    texts = _words(language)
    new_changelog = (
        add_entry(gazette, title, entry_of(version, published, reports, reason=why)) if entry is None else None
    )
    lines = [
        texts["published"].format(
            version=version.name,
            time=version.publish_time,
            rules=version.rule_digest,
            text=version.text_digest,
            content=version.content_digest,
        ),
        *pinning_text(reports.get(MUTATION), place, language),
        *([] if new_changelog is None else [texts["changelog_written"].format(path=new_changelog)]),
    ]
    return CommandResult("\n".join(lines), document=write_scorecard_version(version))


def repeal(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str,
    first: str,
    reason: str,
    key: Path | None,
    person: str,
    gazette: Path,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Repeal a published version from a date on."""
    if is_on_server(place):
        day, checked_reason = _read_day(first).isoformat(), _require_reason(reason)
        return draft_result(
            sign(stubs, Act.REPEAL, place, read_draft_signer(key, person), first_day=day, reason=checked_reason),
            language,
        )
    by = _signer_if_required(key)
    card, _, number = place.partition("@")
    ended = _repeal(gazette, Gazette(gazette).version(card, number), _read_day(first), reason, by)
    return CommandResult(_repeal_text(ended, language), document=_repeal_document(ended))


def list_unsigned_versions(gazette: Path, format: str, language: str) -> CommandResult:
    """List unsigned versions as the array `unsigned` of a trust file."""
    versions = unsigned_versions(gazette)
    if format == "text":
        print_error(_words(language)["review"]["unsigned"].format(count=len(versions), folder=gazette))
    text = json.dumps([version.content_digest for version in versions], indent=2)
    unsigned = [{"version": version.name, "contentDigest": version.content_digest} for version in versions]
    return CommandResult(text, document={"unsigned": unsigned})


def _review_result(  # noqa: PLR0913 -- independent parts of one output
    draft: PublishedVersion,
    status: ReviewStatus,
    language: str,
    *,
    folder: Path,
    trust: Trust,
    problems: tuple[str, ...] = (),
) -> CommandResult:
    text = _review_text(draft, status, language, folder=folder, trust=trust, problems=problems)
    return CommandResult(text, document=_review_document(draft, status, problems))


@dataclass(frozen=True, slots=True)
class Signer(DraftSigner):
    """Person who signs, found in the trust file by the key."""

    trust: Trust


def _require_reason(reason: str) -> str:
    if not reason.strip():
        raise InputError.of("--reason", _message("REASON_NEEDED"), "REQUIRED")
    refuse_placeholder(reason, field="--reason")
    return reason.strip()


def _require_trust() -> Trust:
    path = Settings().trust
    if path is None:
        raise InputError.of("TOUCHSTONE_TRUST", _message("TRUST_NEEDED"), "REQUIRED")
    return read_trust(path)


def _signer(key: Path | None) -> Signer:
    trust = _require_trust()
    if key is None:
        raise InputError.of("--key", _message("KEY_NEEDED"), "REQUIRED")
    private = read_signing_key(key)
    person = trust.owner(public_half(private))
    if person is None:
        raise InputError.of("--key", _message("KEY_OF_NOBODY", path=key), "NOT_FOUND")
    return Signer(person, private, trust)


def _signer_if_required(key: Path | None) -> Signer | None:
    return None if read_rule_trust(Settings().trust) is None else _signer(key)


def _review_status(folder: Path, trust: Trust) -> tuple[PublishedVersion, ReviewStatus]:
    draft = read_draft(folder, ())
    return draft, approval_rules.review_status_of(draft, read_statements(folder), trust)


def _full_status(
    folder: Path, trust: Trust, gazette: Gazette
) -> tuple[PublishedVersion, ReviewStatus, tuple[str, ...]]:
    draft, status = _review_status(folder, trust)
    if status.state not in (ReviewState.DRAFT, ReviewState.APPROVED):
        return draft, status, ()
    try:
        published_version = _find_published(draft, gazette)
        if published_version is None and status.state is ReviewState.DRAFT:
            build_publication(folder, gazette)
    except RuleSourceError as error:
        return draft, status, tuple(_diagnostic_lines(error.diagnostics))
    except (Refusal, TrailError) as error:
        return draft, status, (in_language(error_message(error), requested_language()),)
    if published_version is None:
        return draft, status, ()
    published_status = approval_rules.review_status_of(published_version, gazette.statements(published_version), trust)
    if published_status.state not in (
        ReviewState.PUBLISHED,
        ReviewState.REPEALED,
    ):  # the gazette trusts it without signatures
        published_status = replace(
            status, state=ReviewState.PUBLISHED if published_version.repeal is None else ReviewState.REPEALED
        )
    return published_version, published_status, ()


def _find_published(draft: PublishedVersion, gazette: Gazette) -> PublishedVersion | None:
    card = draft.scorecard.card.id
    versions = gazette.versions(card) if card in gazette.card_ids() else ()
    return next((version for version in versions if version.content_digest == draft.content_digest), None)


def _diagnostic_lines(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    in_language_of_caller = [
        diagnostic for diagnostic in diagnostics if language_of(diagnostic.location.path) == requested_language()
    ]
    for problem in in_language_of_caller or diagnostics:
        location = problem.location
        yield f"{location.path}:{location.line}:{location.column}: {problem.code}: {problem.message}"


def _submit(  # noqa: PLR0913 -- independent parts of one statement
    folder: Path,
    publication: Publication,
    by: Signer,
    *,
    authors: Sequence[str],
    reports: Mapping[str, Path],
    reason: str,
) -> tuple[PublishedVersion, ReviewStatus]:
    unknown_authors = [name for name in authors if name not in by.trust.people]
    if unknown_authors:
        known = sorted(by.trust.people)
        raise InputError(
            tuple(
                Violation(
                    "--author", _message("NO_PERSON", name=name[:100], hint=did_you_mean(name, known)), "NOT_FOUND"
                )
                for name in unknown_authors
            )
        )
    draft, checked = read_published(publication.content, ""), report_document(publication.report)
    digests = report_digests(reports, draft.content_digest)
    digests["check"] = report_document_digest(checked)
    digests["edges"] = report_document_digest({name: checked[name] for name in ("examples", "edgesWithoutExample")})
    all_authors = sorted({by.person, *authors})
    statement = by.states(Act.SUBMISSION, draft, authors=all_authors, reports=digests, reason=reason)
    return draft, _append_statement(folder, draft, statement, by.trust)


def _decide(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    act: Act, place: str, key: Path | None, person: str, reason: str, gazette: Path, stubs: Stubs, language: str
) -> CommandResult:
    by = None if is_on_server(place) else _signer(key)
    stated = _require_reason(reason) if act is Act.REJECTION else reason.strip()
    if by is None:
        return draft_result(sign(stubs, act, place, read_draft_signer(key, person), reason=stated), language)
    folder, effect = Path(place), None
    draft, before = _review_status(folder, by.trust)
    submission = require_submission(draft, before)
    if act is Act.APPROVAL:
        versions = Gazette(gazette)
        effect = legal_effect(draft, versions, today_for(draft))
        print_error("\n".join((*effect_lines(effect, language), *_change_lines(draft, effect, versions, language))))
    statement = by.states(act, draft, submission=submission.digest, reason=stated, effect=effect)
    status = _append_statement(folder, draft, statement, by.trust)
    return _review_result(draft, status, language, folder=folder, trust=by.trust)


def _change_lines(draft: PublishedVersion, effect: Effect, versions: Gazette, language: str) -> list[str]:
    if not effect.compared_with:
        return []
    before = versions.version_named(effect.compared_with)
    difference = legal_difference(before, draft, language)
    return ["", *difference_lines(difference, before.scorecard, draft.scorecard, language), ""]


def _publication_statements(
    folder: Path, draft: PublishedVersion, by: Signer, time: str, reports: Mapping[str, str]
) -> tuple[Statement, ...]:
    proof = publication_statements(approval_rules.review_status_of(draft, read_statements(folder), by.trust))
    return (*proof, by.states(Act.PUBLICATION, draft, time=time, reports=dict(reports) or None))


def _repeal(
    gazette: Path, version: PublishedVersion, first_day: date, reason: str, by: Signer | None
) -> PublishedVersion:
    """Repeal a version; with a trust file, it takes effect once enough approvers have signed."""
    why = _require_reason(reason)
    starts = version.scorecard.card.first_date
    if first_day < starts:
        raise InputError.of("--from", _message("BEFORE_EFFECT", first=starts), "OUT_OF_RANGE")
    if by is None:
        return write_repeal(gazette, version, Repeal(first_day, instants.now(), why))
    if not by.trust.may(by.person, Role.RULE_APPROVER):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_APPROVER", person=by.person, role=Role.RULE_APPROVER.value))
    statement = by.states(Act.REPEAL, version, first_day=first_day.isoformat(), reason=why)
    return write_repeal(gazette, version, Repeal(first_day, statement.predicate.time, why), (statement,))


def _append_statement(folder: Path, draft: PublishedVersion, statement: Statement, trust: Trust) -> ReviewStatus:
    after = with_statement(draft, read_statements(folder), statement, trust)
    add_statement(folder, statement)
    return after


def _read_reports(options: Sequence[str]) -> dict[str, Path]:
    reports: dict[str, Path] = {}
    for option in options:
        match = _REPORT_OPTION.match(option)
        if match is None:
            raise InputError.of("--report", _message("REPORT_FORM", found=option[:100]), "MALFORMED")
        reports[match[1]] = Path(match[2])
    return reports


def _read_day(text: str) -> date:
    try:
        return parse_date(text)
    except DateError:
        raise InputError.of("--from", _message("NO_DAY", found=text[:40]), "MALFORMED") from None


def _review_text(  # noqa: PLR0913 -- independent parts of one output
    draft: PublishedVersion,
    status: ReviewStatus,
    language: str,
    *,
    folder: Path,
    trust: Trust,
    problems: Sequence[str] = (),
) -> str:
    texts = _words(language)["review"]
    lines = [texts["state"].format(version=draft.name, state=texts["states"][status.state])]
    lines.append(texts["digest"].format(content=draft.content_digest))
    for statement in _effective_statements(status):
        predicate = statement.predicate
        act_text = texts["acts"][statement.act].format(person=predicate.person, time=predicate.time)
        lines += statement_lines(act_text, predicate.reason, predicate.reports or {}, texts)
    lines += [
        "  "
        + texts["discounted"].format(
            act=ignored.act.value, person=ignored.predicate.person, why=in_language(why, language)
        )
        for ignored, why in status.discounted
    ]
    if status.of_other_content:
        lines.append(texts["of_other_content"].format(count=status.of_other_content))
    needed = status.needed
    if needed.organization_name:
        lines.append(texts["approvals_needed"].format(needed=needed.count, organization=needed.organization_name))
    lines += [f"  {problem}" for problem in problems]
    lines.append(_next_step(folder, draft.card.id, status, trust, language, has_problems=bool(problems)))
    return "\n".join(lines)


def _next_step(  # noqa: PLR0913 -- independent parts of one sentence
    folder: Path, card: str, status: ReviewStatus, trust: Trust, language: str, *, has_problems: bool
) -> str:
    texts = _words(language)["review"]["next"]
    if status.state is not ReviewState.IN_REVIEW:
        key = "mend" if has_problems else "rejected" if status.rejection is not None else status.state
        person = status.rejection.predicate.person if status.rejection is not None else ""
        return str(texts[key].format(folder=folder, person=person))
    barred = {*status.authors, *(approval.predicate.person for approval in status.approvals)}
    people = sorted(
        candidate for candidate in trust.people if trust.may(candidate, Role.RULE_APPROVER) and candidate not in barred
    )
    text_key = "in_review" if len(people) >= status.lacking else "nobody"
    names = join_items(people, language) or texts["none"]
    return str(
        texts[text_key].format(
            folder=folder, card=card, lacking=status.lacking, needed=status.needed.count, people=names
        )
    )


def _review_document(draft: PublishedVersion, status: ReviewStatus, problems: Sequence[str] = ()) -> dict[str, Json]:
    return {
        "version": draft.name,
        "state": status.state.value,
        "contentDigest": draft.content_digest,
        "ruleDigest": draft.rule_digest,
        "textDigest": draft.text_digest,
        "authors": list(status.authors),
        "approvalsNeeded": status.needed.count,
        "approvalsAskedBy": status.needed.organization_name,
        "approvalsLacking": status.lacking,
        "statements": [_statement_document(statement) for statement in _effective_statements(status)],
        "discounted": [{**_statement_document(statement), "why": str(why)} for statement, why in status.discounted],
        "statementsOnOtherContent": status.of_other_content,
        "problems": list(problems),
    }


def _repeal_text(version: PublishedVersion, language: str) -> str:
    texts = _words(language)["review"]
    if version.repeal is None:
        return str(texts["repeal_begun"]).format(version=version.name)
    ended = version.repeal
    return str(texts["repealed"]).format(
        version=version.name, first=ended.first_day, reason=ended.reason, time=ended.time
    )


def _repeal_document(version: PublishedVersion) -> dict[str, Json]:
    ended = version.repeal
    repeal_document: Json = (
        None if ended is None else {"firstDay": ended.first_day.isoformat(), "reason": ended.reason, "time": ended.time}
    )
    return {"version": version.name, "repeal": repeal_document}


def _effective_statements(status: ReviewStatus) -> tuple[Statement, ...]:
    every = (status.submission, *status.approvals, status.rejection, status.publication)
    return tuple(statement for statement in every if statement is not None)


def _statement_document(statement: Statement) -> dict[str, Json]:
    predicate = statement.predicate
    return {
        "act": statement.act.value,
        "person": predicate.person,
        "time": predicate.time,
        "keyId": statement.key,
        "reason": predicate.reason,
        "reports": dict(predicate.reports or {}),
        "digest": statement.digest,
    }
