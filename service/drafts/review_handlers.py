"""Handlers of signed review: submission, approval, rejection, publication and repeal, and their texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.api import Publication
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
from rules.model import PublishedVersion, Repeal, VersionOutline, draft_as_published, read_published
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
from service.approval.statements import Act, Predicate, Statement, add_statement, read_statements, sign_statement
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
    Stubs,
    draft_result,
    effect_lines,
    is_on_server,
    read_draft_signer,
    sign,
)
from service.gazette.publication import PAGE, add_entry, find_entry, write_repeal, write_version
from service.gazette.versions import Gazette, unsigned_versions
from service.identity.principals import Role
from service.output.mapping.scorecards import write_version as write_scorecard_version
from service.output.terminal.changelog_entry import entry_of
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.command_language import requested_language
from service.output.terminal.draft_folder import progress_printer, read_draft, report_document
from service.output.terminal.output import print_error
from service.output.terminal.render_mutation import pinning_text

_say, _words = message_factory(__name__), wording_loader(__name__)

_REPORT = re.compile(r"([a-z][a-z0-9-]{0,30})=(.+)\Z", re.DOTALL)


def make_key(file: Path, language: str) -> CommandResult:
    """Make a signing key."""
    public = write_new_key(file)
    return CommandResult(_key_text(file, public, language), document=_key_document(public))


def submit(  # noqa: PLR0913, PLR0917 -- one for each word of the command
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
    draft, status = _submitted(folder, publication, by, authors=author, reports=reports, reason=why)
    return _review_result(draft, status, language, folder=folder, trust=by.trust)


def show(place: str, gazette: Path, stubs: Stubs, language: str) -> CommandResult:
    """Show where a draft stands."""
    if is_on_server(place):
        return server_handlers.show_draft(place, stubs, language)
    folder, trust = Path(place), _needed_trust()
    draft, status, problems = _shown_standing(folder, trust, Gazette(gazette))
    return _review_result(draft, status, language, folder=folder, trust=trust, problems=problems)


def approve(  # noqa: PLR0913, PLR0917 -- one for each word of the command
    place: str, key: Path | None, person: str, reason: str, stubs: Stubs, language: str
) -> CommandResult:
    """Approve a submitted draft."""
    if is_on_server(place):
        return draft_result(
            sign(stubs, Act.APPROVAL, place, read_draft_signer(key, person), reason=reason.strip()), language
        )
    by = _signer(key)
    return _review_result(
        *_decided(Path(place), by, Act.APPROVAL, reason), language, folder=Path(place), trust=by.trust
    )


def reject(  # noqa: PLR0913, PLR0917 -- one for each word of the command
    place: str, key: Path | None, person: str, reason: str, stubs: Stubs, language: str
) -> CommandResult:
    """Reject a submitted draft."""
    if is_on_server(place):
        checked_reason = _needed_reason(reason)
        return draft_result(
            sign(stubs, Act.REJECTION, place, read_draft_signer(key, person), reason=checked_reason), language
        )
    by = _signer(key)
    return _review_result(
        *_decided(Path(place), by, Act.REJECTION, reason), language, folder=Path(place), trust=by.trust
    )


def publish(  # noqa: PLR0913, PLR0917 -- one for each word of the command
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
    """Publish a draft for ever."""
    if is_on_server(place, mutation=mutation, impact=impact):
        holder = read_draft_signer(key, person)
        return draft_result(sign(stubs, Act.PUBLICATION, place, holder, reason=reason.strip()), language)
    folder, there = Path(place), Gazette(gazette)
    published = tuple(version for card in there.card_ids() for version in there.versions(card))
    ready = build_publication(folder, there, progress=progress_printer())
    draft = draft_as_published(ready.scorecard, ready.sources)
    paths = {name: path for name, path in ((MUTATION, mutation), (IMPACT, impact)) if path is not None}
    reports = {name: read_report(name, path, draft.content_digest) for name, path in paths.items()}
    time = instants.now()
    by = None if Settings().trust is None else _signer_asked_for(key)
    digests = {} if by is None else report_digests(paths, draft.content_digest)
    statements = () if by is None else _publication_statements(folder, draft, by, time, digests)
    title = f"{draft.card.id} {draft.card.version}"
    entry = find_entry(gazette, title)
    submitted = statements[0].predicate.reason if statements else ""
    why = change_reason(submitted, reason, field="--reason") if entry is None else change_reason(entry, field=PAGE)
    if warned := retroactive_warning(draft.scorecard.card, gazette):
        print_error(in_language(warned, language))
    version = write_version(gazette, ready.scorecard, ready.sources, publish_time=time, statements=statements)
    texts = _words(language)
    begun = add_entry(gazette, title, entry_of(version, published, reports, reason=why)) if entry is None else None
    lines = [
        texts["published"].format(
            version=version.name,
            time=version.publish_time,
            rules=version.rule_digest,
            text=version.text_digest,
            content=version.content_digest,
        ),
        *pinning_text(reports.get(MUTATION), place, language),
        *([] if begun is None else [texts["changelog_written"].format(path=begun)]),
    ]
    return CommandResult("\n".join(lines), document=write_scorecard_version(version))


def repeal(  # noqa: PLR0913, PLR0917 -- one for each word of the command
    place: str,
    first: str,
    reason: str,
    key: Path | None,
    person: str,
    gazette: Path,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Repeal a published version from a day on."""
    if is_on_server(place):
        day, checked_reason = _read_day(first).isoformat(), _needed_reason(reason)
        return draft_result(
            sign(stubs, Act.REPEAL, place, read_draft_signer(key, person), first_day=day, reason=checked_reason),
            language,
        )
    by = _signer_asked_for(key)
    card, _, number = place.partition("@")
    ended = _repealed(gazette, Gazette(gazette).version(card, number), _read_day(first), reason, by)
    return CommandResult(_repeal_text(ended, language), document=_repeal_document(ended))


def list_unsigned_versions(gazette: Path, format: str, language: str) -> CommandResult:
    """Give the array `list_unsigned_versions` of a trust file."""
    versions = unsigned_versions(gazette)
    if format == "text":
        print_error(_words(language)["review"]["unsigned"].format(count=len(versions), folder=gazette))
    return CommandResult(_unsigned_text(versions), document=_unsigned_document(versions))


def _review_result(  # noqa: PLR0913 -- what is shown, and how
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
class Signer:
    """Somebody who signs, as the trust file knows the owner of the key."""

    person: str
    key: Ed25519PrivateKey
    trust: Trust

    def states(self, act: Act, version: PublishedVersion, **more: object) -> Statement:
        """State something of a version, now."""
        predicate = Predicate.model_validate(
            {
                "person": self.person,
                "time": instants.now(),
                "rule_digest": version.rule_digest,
                "text_digest": version.text_digest,
                **more,
            }
        )
        return sign_statement(act, version.name, version.content_digest, predicate, self.key)


def _needed_reason(reason: str) -> str:
    """Give the reason that somebody states."""
    if not reason.strip():
        raise InputError((Violation("--reason", _say("REASON_NEEDED"), "REQUIRED"),))
    refuse_placeholder(reason, field="--reason")
    return reason.strip()


def _needed_trust() -> Trust:
    """Read the trust file that is configured."""
    path = Settings().trust
    if path is None:
        raise InputError((Violation("TOUCHSTONE_TRUST", _say("TRUST_NEEDED"), "REQUIRED"),))
    return read_trust(path)


def _signer(key: Path | None) -> Signer:
    """Recognise whoever signs with a key."""
    trust = _needed_trust()
    if key is None:
        raise InputError((Violation("--key", _say("KEY_NEEDED"), "REQUIRED"),))
    private = read_signing_key(key)
    person = trust.owner(public_half(private))
    if person is None:
        raise InputError((Violation("--key", _say("KEY_OF_NOBODY", path=key), "NOT_FOUND"),))
    return Signer(person, private, trust)


def _signer_asked_for(key: Path | None) -> Signer | None:
    """Recognise whoever signs with a key, where a trust file asks for signatures of rules; None where none does."""
    return None if read_rule_trust(Settings().trust) is None else _signer(key)


def _standing_of(folder: Path, trust: Trust) -> tuple[PublishedVersion, ReviewStatus]:
    """Say where the draft in a folder stands."""
    draft = read_draft(folder, ())
    return draft, approval_rules.review_status_of(draft, read_statements(folder), trust)


def _shown_standing(
    folder: Path, trust: Trust, gazette: Gazette
) -> tuple[PublishedVersion, ReviewStatus, tuple[str, ...]]:
    """Say where the draft in a folder stands, also by what was published of it, and what keeps it from submission."""
    draft, status = _standing_of(folder, trust)
    if status.state not in (ReviewState.DRAFT, ReviewState.APPROVED):
        return draft, status, ()
    try:
        there = _published(draft, gazette)
        if there is None and status.state is ReviewState.DRAFT:
            build_publication(folder, gazette)
    except RuleSourceError as error:
        return draft, status, tuple(_diagnostic_lines(error.diagnostics))
    except (Refusal, TrailError) as error:
        return draft, status, (in_language(error_message(error), requested_language()),)
    if there is None:
        return draft, status, ()
    published = approval_rules.review_status_of(there, gazette.statements(there), trust)
    if published.state not in (ReviewState.PUBLISHED, ReviewState.REPEALED):  # it is trusted without signatures
        published = replace(status, state=ReviewState.PUBLISHED if there.repeal is None else ReviewState.REPEALED)
    return there, published, ()


def _published(draft: PublishedVersion, gazette: Gazette) -> PublishedVersion | None:
    """Find the version of the gazette that has the bytes of a draft."""
    card = draft.scorecard.card.id
    versions = gazette.versions(card) if card in gazette.card_ids() else ()
    return next((version for version in versions if version.content_digest == draft.content_digest), None)


def _diagnostic_lines(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Tell diagnostics by their places, in the language asked for if any is in it."""
    spoken = [diagnostic for diagnostic in diagnostics if language_of(diagnostic.location.path) == requested_language()]
    for problem in spoken or diagnostics:
        place = problem.location
        yield f"{place.path}:{place.line}:{place.column}: {problem.code}: {problem.message}"


def _submitted(  # noqa: PLR0913 -- what a submission states
    folder: Path,
    publication: Publication,
    by: Signer,
    *,
    authors: Sequence[str],
    reports: Mapping[str, Path],
    reason: str,
) -> tuple[PublishedVersion, ReviewStatus]:
    """Submit a draft that passed every check; the statement has the reason, and the digests of check and reports."""
    strangers = [name for name in authors if name not in by.trust.people]
    if strangers:
        known = sorted(by.trust.people)
        raise InputError(
            tuple(
                Violation("--author", _say("NO_PERSON", name=name[:100], hint=did_you_mean(name, known)), "NOT_FOUND")
                for name in strangers
            )
        )
    draft, checked = read_published(publication.content, ""), report_document(publication.report)
    digests = report_digests(reports, draft.content_digest)
    digests["check"] = report_document_digest(checked)
    digests["edges"] = report_document_digest({name: checked[name] for name in ("examples", "edgesWithoutExample")})
    every = sorted({by.person, *authors})
    statement = by.states(Act.SUBMISSION, draft, authors=every, reports=digests, reason=reason)
    return draft, _append_statement(folder, draft, statement, by.trust)


def _decided(folder: Path, by: Signer, act: Act, reason: str) -> tuple[PublishedVersion, ReviewStatus]:
    """Approve or reject the draft as it was submitted."""
    if act is Act.REJECTION:
        _needed_reason(reason)
    draft, before = _standing_of(folder, by.trust)
    submission = require_submission(draft, before)
    effect = None
    if act is Act.APPROVAL:
        effect = legal_effect(draft, Gazette(Settings().gazette), today_for(draft))
        print_error("\n".join(effect_lines(effect, requested_language())))
    statement = by.states(act, draft, submission=submission.digest, reason=reason.strip(), effect=effect)
    return draft, _append_statement(folder, draft, statement, by.trust)


def _publication_statements(
    folder: Path, draft: PublishedVersion, by: Signer, time: str, reports: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Give what stands beside a version when it is published: submission, approvals, and the publication itself.

    `reports` are the digests of those that the publication names, too.
    """
    proof = publication_statements(approval_rules.review_status_of(draft, read_statements(folder), by.trust))
    return (*proof, by.states(Act.PUBLICATION, draft, time=time, reports=dict(reports) or None))


def _repealed(
    gazette: Path, version: PublishedVersion, first_day: date, reason: str, by: Signer | None
) -> PublishedVersion:
    """Repeal a published version from a day on; with a trust file as many have to sign as for its approval."""
    why = _needed_reason(reason)
    starts = version.scorecard.card.first_date
    if first_day < starts:
        raise InputError((Violation("--from", _say("BEFORE_EFFECT", first=starts), "OUT_OF_RANGE"),))
    if by is None:
        return write_repeal(gazette, version, Repeal(first_day, instants.now(), why))
    if not by.trust.may(by.person, Role.RULE_APPROVER):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NO_APPROVER", person=by.person, role=Role.RULE_APPROVER.value))
    statement = by.states(Act.REPEAL, version, first_day=first_day.isoformat(), reason=why)
    return write_repeal(gazette, version, Repeal(first_day, statement.predicate.time, why), (statement,))


def _append_statement(folder: Path, draft: PublishedVersion, statement: Statement, trust: Trust) -> ReviewStatus:
    """Put a statement beside the draft, if it counts."""
    after = with_statement(draft, read_statements(folder), statement, trust)
    add_statement(folder, statement)
    return after


def _read_reports(options: Sequence[str]) -> dict[str, Path]:
    """Read which reports are named, as NAME=FILE."""
    reports: dict[str, Path] = {}
    for option in options:
        match = _REPORT.match(option)
        if match is None:
            raise InputError((Violation("--report", _say("REPORT_FORM", found=option[:100]), "MALFORMED"),))
        reports[match[1]] = Path(match[2])
    return reports


def _read_day(text: str) -> date:
    """Read the day of a repeal."""
    try:
        return parse_date(text)
    except DateError:
        raise InputError((Violation("--from", _say("NO_DAY", found=text[:40]), "MALFORMED"),)) from None


def _review_text(  # noqa: PLR0913 -- what is told, and how
    draft: PublishedVersion,
    status: ReviewStatus,
    language: str,
    *,
    folder: Path,
    trust: Trust,
    problems: Sequence[str] = (),
) -> str:
    """Tell the state, who did what and when, what is lacking, and what is next.

    `problems` keep the draft from being submitted.
    """
    say = _words(language)["review"]
    lines = [say["state"].format(version=draft.name, state=say["states"][status.state])]
    lines.append(say["digest"].format(content=draft.content_digest))
    for statement in _effective_statements(status):
        predicate = statement.predicate
        told_act = say["acts"][statement.act].format(person=predicate.person, time=predicate.time)
        lines.append(
            "  " + (say["because"].format(told=told_act, reason=predicate.reason) if predicate.reason else told_act)
        )
        lines += [f"    {name}  {digest}" for name, digest in sorted((predicate.reports or {}).items())]
    lines += [
        "  "
        + say["discounted"].format(
            act=ignored.act.value, person=ignored.predicate.person, why=in_language(why, language)
        )
        for ignored, why in status.discounted
    ]
    if status.of_other_content:
        lines.append(say["of_other_content"].format(count=status.of_other_content))
    needed = status.needed
    if needed.asked_by:
        lines.append(say["asked_by"].format(needed=needed.count, organization=needed.asked_by))
    lines += [f"  {problem}" for problem in problems]
    lines.append(_next_step(folder, status, trust, language, mending=bool(problems)))
    return "\n".join(lines)


def _next_step(folder: Path, status: ReviewStatus, trust: Trust, language: str, *, mending: bool) -> str:
    say = _words(language)["review"]["next"]
    if status.state is not ReviewState.IN_REVIEW:
        key = "mend" if mending else "rejected" if status.rejection is not None else status.state
        person = status.rejection.predicate.person if status.rejection is not None else ""
        return str(say[key].format(folder=folder, person=person))
    barred = {*status.authors, *(approval.predicate.person for approval in status.approvals)}
    people = sorted(
        candidate for candidate in trust.people if trust.may(candidate, Role.RULE_APPROVER) and candidate not in barred
    )
    enough = "in_review" if len(people) >= status.lacking else "nobody"
    named = join_items(people, language) or say["none"]
    return str(say[enough].format(folder=folder, lacking=status.lacking, needed=status.needed.count, people=named))


def _review_document(draft: PublishedVersion, status: ReviewStatus, problems: Sequence[str] = ()) -> dict[str, Json]:
    """Write the same for programs."""
    return {
        "version": draft.name,
        "state": status.state.value,
        "contentDigest": draft.content_digest,
        "ruleDigest": draft.rule_digest,
        "textDigest": draft.text_digest,
        "authors": list(status.authors),
        "approvalsNeeded": status.needed.count,
        "approvalsAskedBy": status.needed.asked_by,
        "approvalsLacking": status.lacking,
        "statements": [_document(statement) for statement in _effective_statements(status)],
        "discounted": [{**_document(statement), "why": str(why)} for statement, why in status.discounted],
        "statementsOnOtherContent": status.of_other_content,
        "problems": list(problems),
    }


def _unsigned_text(versions: Iterable[VersionOutline]) -> str:
    """Write the array `list_unsigned_versions` of a trust file."""
    return json.dumps([version.content_digest for version in versions], indent=2)


def _unsigned_document(versions: Iterable[VersionOutline]) -> dict[str, Json]:
    """Write the same with the names of the versions, for programs."""
    return {"unsigned": [{"version": version.name, "contentDigest": version.content_digest} for version in versions]}


def _key_text(file: Path, public: str, language: str) -> str:
    """Tell where a new key is, and what is to be entered in the trust file."""
    return str(_words(language)["review"]["new_key"]).format(file=file, id=key_id(public), public=public)


def _key_document(public: str) -> dict[str, Json]:
    """Write a new key for programs, without what is secret of it."""
    return {"keyId": key_id(public), "public": public}


def _repeal_text(version: PublishedVersion, language: str) -> str:
    """Tell that a version is repealed, or that others have to sign as well."""
    say = _words(language)["review"]
    if version.repeal is None:
        return str(say["repeal_begun"]).format(version=version.name)
    ended = version.repeal
    return str(say["repealed"]).format(
        version=version.name, first=ended.first_day, reason=ended.reason, time=ended.time
    )


def _repeal_document(version: PublishedVersion) -> dict[str, Json]:
    """Write the same for programs."""
    ended = version.repeal
    told_ended: Json = (
        None if ended is None else {"firstDay": ended.first_day.isoformat(), "reason": ended.reason, "time": ended.time}
    )
    return {"version": version.name, "repeal": told_ended}


def _effective_statements(status: ReviewStatus) -> tuple[Statement, ...]:
    every = (status.submission, *status.approvals, status.rejection, status.publication)
    return tuple(statement for statement in every if statement is not None)


def _document(statement: Statement) -> dict[str, Json]:
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
