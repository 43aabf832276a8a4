"""How is a draft submitted, approved, rejected, published and repealed by people who sign?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, RuleSourceError, TrailError, Violation
from rules.contracts.messages import speaker, told, words_of
from rules.contracts.suggestions import meant
from rules.language.file_names import language_of
from rules.model.published import Repeal, read_published
from service.answering.terminal.desk import read_draft, report_document
from service.answering.terminal.spoken import asked_language
from service.approval import acts
from service.approval.acts import check_submitted, proof_of, with_statement
from service.approval.signing_keys import public_half, read_signing_key
from service.approval.standing import State
from service.approval.statements import Act, Predicate, Statement, add_statement, read_statements, signed
from service.approval.trust import Trust, read_trust, rules_trust
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.cli.legal_reports import digest_of, report_digests
from service.cli.publishable import publishable
from service.gazette.publishing import write_repeal
from service.identity.principals import Role
from service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from rules.contracts.diagnostics import Diagnostic
    from rules.model.published import Published
    from rules.rehearsal.publish import Publication
    from service.approval.standing import Standing
    from service.gazette.versions import Gazette

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs, as the trust file knows the owner of the key."""

    person: str
    key: Ed25519PrivateKey
    trust: Trust

    def states(self, act: Act, version: Published, **more: object) -> Statement:
        """State something of a version, now."""
        said = Predicate.model_validate(
            {
                "person": self.person,
                "time": instants.now(),
                "rule_digest": version.rule_digest,
                "text_digest": version.text_digest,
                **more,
            }
        )
        return signed(act, version.name, version.content_digest, said, self.key)


def needed_reason(reason: str) -> str:
    """Give the reason that somebody states.

    Raises:
        InputError: there is none.
    """
    if not reason.strip():
        raise InputError((Violation("--reason", _say("REASON_NEEDED"), "REQUIRED"),))
    return reason.strip()


def needed_trust() -> Trust:
    """Read the trust file that is configured.

    Raises:
        InputError: none is, or it cannot be read.
    """
    path = Settings().trust
    if path is None:
        raise InputError((Violation("TOUCHSTONE_TRUST", _say("TRUST_NEEDED"), "REQUIRED"),))
    return read_trust(path)


def signer(key: Path | None) -> Signer:
    """Recognise whoever signs with a key.

    Raises:
        InputError: no key or no trust file is given, they cannot be read, or the key belongs to nobody in it.
    """
    trust = needed_trust()
    if key is None:
        raise InputError((Violation("--key", _say("KEY_NEEDED"), "REQUIRED"),))
    private = read_signing_key(key)
    person = trust.owner(public_half(private))
    if person is None:
        raise InputError((Violation("--key", _say("KEY_OF_NOBODY", path=key), "NOT_FOUND"),))
    return Signer(person, private, trust)


def signer_asked_for(key: Path | None) -> Signer | None:
    """Recognise whoever signs with a key, where a trust file asks for signatures of rules; None where none does.

    Raises:
        InputError: as for `signer`.
    """
    return None if rules_trust(Settings().trust) is None else signer(key)


def standing_of(folder: Path, trust: Trust) -> tuple[Published, Standing]:
    """Say where the draft in a folder stands.

    Raises:
        InputError: the folder holds no draft.
        RuleSourceError: the draft has errors.
        TrailError: a file beside it is no statement.
    """
    draft = read_draft(folder, ())
    return draft, acts.standing_of(draft, read_statements(folder), trust)


def shown_standing(folder: Path, trust: Trust, gazette: Gazette) -> tuple[Published, Standing, tuple[str, ...]]:
    """Say where the draft in a folder stands, also by what was published of it, and what keeps it from submission.

    Raises:
        InputError: the folder holds no draft.
        RuleSourceError: the draft has errors.
        TrailError: a file beside it is no statement.
    """
    draft, found = standing_of(folder, trust)
    if found.state not in (State.DRAFT, State.APPROVED):
        return draft, found, ()
    try:
        there = _published(draft, gazette)
        if there is None and found.state is State.DRAFT:
            publishable(folder, gazette)
    except RuleSourceError as error:
        return draft, found, tuple(_told(error.diagnostics))
    except (Refusal, TrailError) as error:
        return draft, found, (told(words_of(error), asked_language()),)
    if there is None:
        return draft, found, ()
    published = acts.standing_of(there, gazette.statements(there), trust)
    if published.state not in (State.PUBLISHED, State.REPEALED):  # it is trusted without signatures
        published = replace(found, state=State.PUBLISHED if there.repeal is None else State.REPEALED)
    return there, published, ()


def _published(draft: Published, gazette: Gazette) -> Published | None:
    """Find the version of the gazette that has the bytes of a draft."""
    card = draft.scorecard.card.id
    versions = gazette.versions(card) if card in gazette.card_ids() else ()
    return next((one for one in versions if one.content_digest == draft.content_digest), None)


def _told(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Tell diagnostics by their places, in the language asked for if any is in it."""
    spoken = [one for one in diagnostics if language_of(one.location.path) == asked_language()]
    for one in spoken or diagnostics:
        place = one.location
        yield f"{place.path}:{place.line}:{place.column}: {one.code}: {one.message}"


def submit(
    folder: Path, publication: Publication, by: Signer, *, authors: Sequence[str], reports: Mapping[str, Path]
) -> tuple[Published, Standing]:
    """Submit a draft that passed every check: the digests of the check and of further reports stand in the statement.

    Raises:
        InputError: an author is unknown, or a report cannot be read.
        Refusal: the draft is not in a state to be submitted, or the signer may not.
    """
    strangers = [name for name in authors if name not in by.trust.people]
    if strangers:
        known = sorted(by.trust.people)
        raise InputError(
            tuple(
                Violation("--author", _say("NO_PERSON", name=name[:100], hint=meant(name, known)), "NOT_FOUND")
                for name in strangers
            )
        )
    draft, checked = read_published(publication.content, ""), report_document(publication.report)
    digests = report_digests(reports, draft.content_digest)
    digests["check"] = digest_of(checked)
    digests["edges"] = digest_of({name: checked[name] for name in ("examples", "edgesWithoutExample")})
    every = sorted({by.person, *authors})
    return draft, _added(folder, draft, by.states(Act.SUBMISSION, draft, authors=every, reports=digests), by.trust)


def decide(folder: Path, by: Signer, *, approve: bool, reason: str) -> tuple[Published, Standing]:
    """Approve or reject the draft as it was submitted.

    Raises:
        InputError: a rejection without reason.
        Refusal: there is no submission of these bytes, the signer may not, or wrote it.
    """
    if not approve:
        needed_reason(reason)
    draft, before = standing_of(folder, by.trust)
    submission = check_submitted(draft, before)
    act = Act.APPROVAL if approve else Act.REJECTION
    statement = by.states(act, draft, submission=submission.digest, reason=reason.strip())
    return draft, _added(folder, draft, statement, by.trust)


def publication_statements(
    folder: Path, draft: Published, by: Signer, time: str, reports: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Give what stands beside a version when it is published: submission, approvals, and the publication itself.

    `reports` are the digests of those that the publication names, too.

    Raises:
        Refusal: it is not approved.
    """
    proof = proof_of(acts.standing_of(draft, read_statements(folder), by.trust))
    return (*proof, by.states(Act.PUBLICATION, draft, time=time, reports=dict(reports) or None))


def repeal(gazette: Path, version: Published, first_day: date, reason: str, by: Signer | None) -> Published:
    """Repeal a published version from a day on; with a trust file as many have to sign as for its approval.

    Raises:
        InputError: the reason is missing, or the day lies before the effect.
        Refusal: it is repealed already, or the signer may not.
    """
    why = needed_reason(reason)
    starts = version.scorecard.card.first_date
    if first_day < starts:
        raise InputError((Violation("--from", _say("BEFORE_EFFECT", first=starts), "OUT_OF_RANGE"),))
    if by is None:
        return write_repeal(gazette, version, Repeal(first_day, instants.now(), why))
    if not by.trust.may(by.person, Role.RULE_APPROVER):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NO_APPROVER", person=by.person, role=Role.RULE_APPROVER.value))
    statement = by.states(Act.REPEAL, version, first_day=first_day.isoformat(), reason=why)
    return write_repeal(gazette, version, Repeal(first_day, statement.predicate.time, why), (statement,))


def _added(folder: Path, draft: Published, statement: Statement, trust: Trust) -> Standing:
    """Put a statement beside the draft, if it counts."""
    after = with_statement(draft, read_statements(folder), statement, trust)
    add_statement(folder, statement)
    return after
