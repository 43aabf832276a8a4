"""Keys, a trust file and signed statements for tests of approval."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service.approval.signing_keys import public_half, read_signing_key, write_new_key

ROLES = {"li.wei": ["rule-author", "rule-approver"], "anna": ["rule-approver"], "bo": ["rule-approver"], "reader": []}


@dataclass
class Team:
    """People with a key each, in files, and the trust file that names them."""

    folder: Path
    approvals: dict[str, int] = field(default_factory=lambda: {"*": 1})
    unsigned: list[str] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=lambda: dict(ROLES))
    keys: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    organizations: dict[str, Any] = field(default_factory=dict)
    passkeys: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    environments: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for person in self.roles:
            self.add_key(person)

    @property
    def trust(self) -> Path:
        return self.folder / "trust.json"

    def key(self, person: str, number: int = 0) -> Path:
        return self.folder / f"{person}-{number}.pem"

    def public(self, person: str, number: int = 0) -> str:
        return public_half(read_signing_key(self.key(person, number)))

    def add_key(self, person: str, **more: object) -> Path:
        owned = self.keys.setdefault(person, [])
        path = self.key(person, len(owned))
        owned.append({"public": write_new_key(path), "first_day": "2020-01-01", **more})
        self.write()
        return path

    def write(self) -> None:
        people = {
            person: {
                "name": person,
                "roles": roles,
                "keys": self.keys.get(person, []),
                "passkeys": self.passkeys.get(person, []),
            }
            for person, roles in self.roles.items()
        }
        plain = {
            "schema": 1,
            "approvals": self.approvals,
            "organizations": self.organizations,
            "environments": self.environments,
            "unsigned": self.unsigned,
            "people": people,
        }
        self.trust.write_text(json.dumps(plain), encoding="utf-8")
