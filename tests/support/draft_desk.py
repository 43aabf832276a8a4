"""A server with a published card, and two people in browsers who write and approve its next version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from service.approval.statements import Act
from service.identity.principals import Role
from tests.support.browsing import new_account_at
from tests.support.desk import Person, go_to, machine_of, turned
from tests.support.drafting import SIGNING, Drafters
from tests.support.running import RunningServer
from tests.support.signing import Team

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROLES = {"author": Role.RULE_AUTHOR, "approver": Role.RULE_APPROVER}


@contextmanager
def draft_desk(
    folder: Path, browser: Browser, language: str, files: Mapping[str, str]
) -> Iterator[tuple[dict[str, Person], Drafters]]:
    """A server with one published card, and two people who signed in and made a passkey each."""
    (folder / "gazette").mkdir(parents=True)
    own = {"author": ["rule-author"], "approver": ["rule-approver"]}
    team = Team(folder / "team", approvals={"*": 1}, roles={**SIGNING, **own})
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        drafters = Drafters(running, team)
        drafters.save("li.wei", "first", files)
        for act, signer in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
            drafters.sign(act, signer, "first")
        people = {}
        at = running.http.replace("127.0.0.1", "localhost")  # an address of numbers has no passkeys
        for name, role in ROLES.items():
            person = Person(machine_of(browser), at, name, language)
            person.signs_in(new_account_at(running, name, [role]))
            go_to(person.page, f"{at}/workbench/rule-passkey")
            turned(person.page, "main form button")
            team.passkeys[name] = [json.loads(person.page.input_value("#f-enrolment"))]
            people[name] = person
        team.write()
        yield people, drafters
