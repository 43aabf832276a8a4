"""Client certificate principals: subject names mapped to roles, and errors in the TOML file by location."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.base.refusals import Reason, Refusal
from service.identity.authentication import CertificateAuthenticator
from service.identity.principals import PrincipalKind, Role
from tests.support.identities import Authority

GOOD = """
["CN=door,O=Example"]
organization = "organizations/example"
roles = ["integrator", "assessor"]

["CN=inspector,O=Example"]
roles = ["regulator"]
"""


def read(tmp_path: Path, text: str) -> CertificateAuthenticator:
    path = tmp_path / "principals.toml"
    path.write_text(text, encoding="utf-8")
    return CertificateAuthenticator.read(path)


def test_a_certificate_identifies_the_principal_listed_in_the_file(tmp_path: Path) -> None:
    known, authority = read(tmp_path, GOOD), Authority(tmp_path)
    door = known.principal(authority.certified("door").certificate.read_bytes())
    assert (door.id, door.kind, door.organization) == ("CN=door,O=Example", PrincipalKind.CERTIFICATE, "example")
    assert door.roles == frozenset({Role.INTEGRATOR, Role.ASSESSOR})
    inspector = known.principal(authority.certified("inspector").certificate.read_bytes())
    assert (inspector.organization, inspector.knows_others) == ("", True)
    for stranger in (authority.certified("door", "Exemple").certificate.read_bytes(), b"no certificate"):
        with pytest.raises(Refusal) as raised:
            known.principal(stranger)
        assert raised.value.reason is Reason.CREDENTIAL_INVALID


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", {""}),
        ("no toml", {""}),
        ('["CN=a"]\nroles = ["assessor"]', {"[CN=a].organization"}),
        ('["CN=a"]\norganization = "example"\nroles = ["assessor"]', {"[CN=a].organization"}),
        ('["CN=a"]\norganization = 7\nroles = "assessor"', {"[CN=a].organization", "[CN=a].roles"}),
        ('["CN=a"]\norganization = "organizations/a"\nroles = ["king"]', {"[CN=a].roles"}),
        ('["CN=a"]\norganization = "organizations/a"\nroles = []', {"[CN=a].roles"}),
        ('["CN=a"]\norganization = "organizations/a"', {"[CN=a].roles"}),
        ('["CN=a"]\nrole = ["regulator"]', {"[CN=a]"}),
        ('"CN=a" = "regulator"\n["CN=b"]\nrole = 1', {"[CN=a]", "[CN=b]"}),
    ],
)
def test_errors_are_reported_by_location_in_both_languages(tmp_path: Path, text: str, fields: set[str]) -> None:
    with pytest.raises(InputError) as raised:
        read(tmp_path, text)
    violations = raised.value.violations
    assert {one.field for one in violations} == {f"TOUCHSTONE_CERTIFICATE_PRINCIPALS{field}" for field in fields}
    for violation in violations:
        assert in_language(violation.description, "zh") != violation.description


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml cannot be read"):
        CertificateAuthenticator.read(tmp_path / "nowhere.toml")
