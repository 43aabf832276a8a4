"""Certificate revocation lists: reload on replacement, and missing, expired, forged or unusable lists."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.base.refusals import Reason, Refusal
from service.identity.authentication import Revocations
from tests.support.identities import Authority, Certified


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "ours")


def refused(revocations: Revocations, shown: Certified) -> Refusal:
    with pytest.raises(Refusal) as raised:
        revocations.check(shown.certificate.read_bytes())
    return raised.value


def written(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    os.replace(new, path)  # noqa: PTH105 -- at once


def test_a_replaced_list_is_read_again(tmp_path: Path, authority: Authority) -> None:
    path = tmp_path / "revoked.pem"
    good, bad = (authority.certified(name) for name in ("good", "bad"))
    path.write_bytes(authority.revocations())
    revocations = Revocations(path, authority.file)
    revocations.check(bad.certificate.read_bytes())
    written(path, authority.revocations(bad))
    refusal = refused(revocations, bad)
    assert (refusal.reason, "was revoked" in str(refusal)) == (Reason.CREDENTIAL_INVALID, True)
    revocations.check(good.certificate.read_bytes())


def test_no_identity_is_available_with_an_expired_list(tmp_path: Path, authority: Authority) -> None:
    path = tmp_path / "revoked.pem"
    good, bad = (authority.certified(name) for name in ("good", "bad"))
    path.write_bytes(authority.revocations(bad, next_update=-timedelta(hours=1)))
    revocations = Revocations(path, authority.file)
    refusal = refused(revocations, good)
    assert (refusal.reason, "has expired" in str(refusal)) == (Reason.IDENTITY_UNAVAILABLE, True)
    assert refused(revocations, bad).reason is Reason.CREDENTIAL_INVALID
    written(path, authority.revocations(bad))
    revocations.check(good.certificate.read_bytes())


def test_an_unusable_replacement_leaves_the_previous_list_in_use(tmp_path: Path, authority: Authority) -> None:
    path = tmp_path / "revoked.pem"
    bad = authority.certified("bad")
    path.write_bytes(authority.revocations(bad))
    revocations = Revocations(path, authority.file)
    for content in (b"", b"-----BEGIN X509 CRL-----\nAA==\n-----END X509 CRL-----\n"):
        written(path, content)
        assert refused(revocations, bad).reason is Reason.CREDENTIAL_INVALID
    path.unlink()
    assert refused(revocations, bad).reason is Reason.CREDENTIAL_INVALID


def test_an_authority_without_a_list(tmp_path: Path, authority: Authority) -> None:
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other", "other")
    path = tmp_path / "revoked.pem"
    path.write_bytes(authority.revocations())
    refusal = refused(Revocations(path, authority.file), other.certified("one"))
    assert refusal.reason is Reason.IDENTITY_UNAVAILABLE
    assert "cannot check whether the certificate of CN=other" in str(refusal)


def test_lists_that_cannot_be_used_are_refused_at_the_start(tmp_path: Path, authority: Authority) -> None:
    (tmp_path / "other").mkdir()
    forged = Authority(tmp_path / "other", "ours").revocations()
    path = tmp_path / "revoked.pem"
    for content in (None, b"", forged):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError) as refused_:
            Revocations(path, authority.file)
        assert [one.field for one in refused_.value.violations] == ["TOUCHSTONE_TLS_CLIENT_CRL"]
