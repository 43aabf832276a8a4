"""How does a terminal show where a draft stands between its author and its publication?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.contracts.messages import listed, told
from service.answering.terminal.words import words
from service.approval.signing_keys import key_id
from service.approval.standing import State
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from rules.contracts.canonical import Json
    from rules.model.published import Published
    from service.approval.standing import Standing
    from service.approval.statements import Statement
    from service.approval.trust import Trust


def review_text(  # noqa: PLR0913 -- what is told, and how
    draft: Published, found: Standing, language: str, *, folder: Path, trust: Trust, problems: Sequence[str] = ()
) -> str:
    """Tell the state, who did what and when, what is lacking, and what is next.

    `problems` keep the draft from being submitted.
    """
    say = words(language)["review"]
    lines = [say["state"].format(version=draft.name, state=say["states"][found.state])]
    lines.append(say["digest"].format(content=draft.content_digest))
    for one in _counted(found):
        said = one.predicate
        told_act = say["acts"][one.act].format(person=said.person, time=said.time)
        lines.append("  " + (say["because"].format(told=told_act, reason=said.reason) if said.reason else told_act))
        lines += [f"    {name}  {digest}" for name, digest in sorted((said.reports or {}).items())]
    lines += [
        "  " + say["discounted"].format(act=one.act.value, person=one.predicate.person, why=told(why, language))
        for one, why in found.discounted
    ]
    if found.of_other_content:
        lines.append(say["of_other_content"].format(count=found.of_other_content))
    needed = found.needed
    if needed.asked_by:
        lines.append(say["asked_by"].format(needed=needed.count, organization=needed.asked_by))
    lines += [f"  {problem}" for problem in problems]
    lines.append(_next(folder, found, trust, language, mending=bool(problems)))
    return "\n".join(lines)


def _next(folder: Path, found: Standing, trust: Trust, language: str, *, mending: bool) -> str:
    say = words(language)["review"]["next"]
    if found.state is not State.IN_REVIEW:
        key = "mend" if mending else "rejected" if found.rejection is not None else found.state
        person = found.rejection.predicate.person if found.rejection is not None else ""
        return str(say[key].format(folder=folder, person=person))
    barred = {*found.authors, *(one.predicate.person for one in found.approvals)}
    people = sorted(one for one in trust.people if trust.may(one, Role.RULE_APPROVER) and one not in barred)
    enough = "in_review" if len(people) >= found.lacking else "nobody"
    named = listed(people, language) or say["none"]
    return str(say[enough].format(folder=folder, lacking=found.lacking, needed=found.needed.count, people=named))


def review_document(draft: Published, found: Standing, problems: Sequence[str] = ()) -> dict[str, Json]:
    """Write the same for programs."""
    return {
        "version": draft.name,
        "state": found.state.value,
        "contentDigest": draft.content_digest,
        "ruleDigest": draft.rule_digest,
        "textDigest": draft.text_digest,
        "authors": list(found.authors),
        "approvalsNeeded": found.needed.count,
        "approvalsAskedBy": found.needed.asked_by,
        "approvalsLacking": found.lacking,
        "statements": [_document(one) for one in _counted(found)],
        "discounted": [{**_document(one), "why": str(why)} for one, why in found.discounted],
        "statementsOnOtherContent": found.of_other_content,
        "problems": list(problems),
    }


def unsigned_text(versions: Iterable[Published]) -> str:
    """Write the array `unsigned` of a trust file."""
    return json.dumps([version.content_digest for version in versions], indent=2)


def unsigned_document(versions: Iterable[Published]) -> dict[str, Json]:
    """Write the same with the names of the versions, for programs."""
    return {"unsigned": [{"version": one.name, "contentDigest": one.content_digest} for one in versions]}


def key_text(file: Path, public: str, language: str) -> str:
    """Tell where a new key is, and what is to be entered in the trust file."""
    return str(words(language)["review"]["new_key"]).format(file=file, id=key_id(public), public=public)


def key_document(public: str) -> dict[str, Json]:
    """Write a new key for programs, without what is secret of it."""
    return {"keyId": key_id(public), "public": public}


def repeal_text(version: Published, language: str) -> str:
    """Tell that a version is repealed, or that others have to sign as well."""
    say = words(language)["review"]
    if version.repeal is None:
        return str(say["repeal_begun"]).format(version=version.name)
    ended = version.repeal
    return str(say["repealed"]).format(
        version=version.name, first=ended.first_day, reason=ended.reason, time=ended.time
    )


def repeal_document(version: Published) -> dict[str, Json]:
    """Write the same for programs."""
    ended = version.repeal
    told_ended: Json = (
        None if ended is None else {"firstDay": ended.first_day.isoformat(), "reason": ended.reason, "time": ended.time}
    )
    return {"version": version.name, "repeal": told_ended}


def _counted(found: Standing) -> tuple[Statement, ...]:
    every = (found.submission, *found.approvals, found.rejection, found.publication)
    return tuple(one for one in every if one is not None)


def _document(one: Statement) -> dict[str, Json]:
    said = one.predicate
    return {
        "act": one.act.value,
        "person": said.person,
        "time": said.time,
        "keyId": one.key,
        "reason": said.reason,
        "reports": dict(said.reports or {}),
        "digest": one.digest,
    }
