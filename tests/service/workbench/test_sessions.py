"""Local workbench accounts: invitation, first password, and a name released by withdrawal."""

from pathlib import Path

from service.accounts.local_accounts import new_account
from service.identity.principals import Role
from service.store.accounts import open_accounts
from service.workbench.guess_limits import SignInOrigin
from service.workbench.sessions import Sessions

HERE = SignInOrigin("127.0.0.1")


def test_a_name_is_free_again_when_an_invitation_came_to_nothing(tmp_path: Path) -> None:
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
