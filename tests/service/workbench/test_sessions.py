"""Local workbench accounts: invitation, first password, and a name released by withdrawal."""

from pathlib import Path

import pytest

from rules.contracts import InputError
from service.accounts.local_accounts import new_account
from service.identity.principals import Role
from service.store.accounts import open_accounts
from service.workbench.guess_limits import SignInOrigin
from service.workbench.sessions import Sessions, check_chosen

HERE = SignInOrigin("127.0.0.1")


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple", "Correct-Horse-Battery-Staple1!", "c0rrecth0rseb4tterystaple",
        "correct horse battery staple 2026", "May the Force be with you!", "床前明月光疑是地上霜啊啊啊",
        "my voice is my passport, verify me",
    ],
)  # fmt: skip
def test_a_public_passphrase_is_refused_in_every_spelling(password: str) -> None:
    with pytest.raises(InputError, match="easy to guess"):
        check_chosen(password, "rui", "example")


@pytest.mark.parametrize(
    "password", ["wombat ladder quilt vinegar", "correct horse battery staple, wombat ladder quilt"]
)
def test_other_passphrases_and_extended_public_passphrases_are_accepted(password: str) -> None:
    check_chosen(password, "rui", "example")


@pytest.mark.full
def test_a_name_is_free_again_after_its_invitation_is_withdrawn(tmp_path: Path) -> None:
    with open_accounts(f"sqlite:///{tmp_path / 'store.db'}") as accounts:
        sessions = Sessions(accounts)
        new_account(accounts, "nia", "example", [Role.APPLICANT], is_invited=True)
        sessions.uninvite("nia")
        first = new_account(accounts, "nia", "example", [Role.APPLICANT], is_invited=True)
        signed, _ = sessions.sign_in("nia", first, HERE)
        assert signed.is_first
        sessions.choose_password(signed, first, "four words of hers")
        sessions.uninvite("nia")
        again, _ = sessions.sign_in("nia", "four words of hers", HERE)
        assert not again.is_first
