"""Whoever guesses passwords is held up, and keeps nobody else out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from rules.contracts.errors import InputError
from service.accounts.local_accounts import new_account, renew_password
from service.base import instants
from service.base.refusals import Refusal
from service.identity.principals import Role
from service.store.accounts import open_accounts
from service.workbench.guess_limits import KNOWN, GuessLimiter, SignInOrigin
from service.workbench.sessions import Sessions
from tests.support.light_hashes import light_hashes  # noqa: F401 -- a fixture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service.store.accounts import Accounts

OFFICE, STRANGER = SignInOrigin("192.0.2.7"), SignInOrigin("203.0.113.9")


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with open_accounts(f"sqlite:///{tmp_path / 'store.db'}") as accounts:
        yield accounts


@pytest.fixture
def guesses(accounts: Accounts) -> GuessLimiter:
    return GuessLimiter(accounts)


def tried(guesses: GuessLimiter, name: str, origin: SignInOrigin, times: int) -> int:
    """Miss the password of an account so often; give how many guesses were taken."""
    return sum(guesses.begin(guesses.of_sign_in(name, origin)) for _ in range(times))


def after(monkeypatch: pytest.MonkeyPatch, span: timedelta) -> None:
    """Let so much time go by."""
    monkeypatch.setattr(instants, "_clock", lambda before=instants._clock: before() + span // timedelta(milliseconds=1))


@pytest.mark.parametrize("name", ["rui", "nobody-such"])
def test_five_misses_of_a_name_hold_up_their_address_and_no_other(guesses: GuessLimiter, name: str) -> None:
    assert tried(guesses, name, STRANGER, 9) == 5
    assert tried(guesses, name, OFFICE, 1) == 1
    assert tried(guesses, "ben", STRANGER, 1) == 1


def test_an_address_of_ipv6_is_its_network(guesses: GuessLimiter) -> None:
    assert sum(tried(guesses, "rui", SignInOrigin(f"2001:db8::{number}"), 1) for number in range(9)) == 5
    assert tried(guesses, "rui", SignInOrigin("2001:db8:0:1::1"), 1) == 1


def test_networks_of_one_site_in_ipv6_are_counted_together_as_well(guesses: GuessLimiter) -> None:
    taken = sum(
        tried(guesses, f"name-{number}", SignInOrigin(f"2001:db8:0:{number % 256:x}::1"), 1) for number in range(300)
    )
    assert taken == 200
    assert tried(guesses, "rui", SignInOrigin("2001:db8:0:100::1"), 1) == 1, "the next site"


def test_an_ipv4_address_within_ipv6_is_that_address() -> None:
    assert SignInOrigin("::ffff:192.0.2.7").network == SignInOrigin("192.0.2.7").network
    assert SignInOrigin("::ffff:192.0.2.7").site == "192.0.2.7"


def test_an_address_that_tries_many_names_is_held_up(guesses: GuessLimiter) -> None:
    assert sum(tried(guesses, f"name-{number}", STRANGER, 1) for number in range(80)) == 50
    assert tried(guesses, "rui", OFFICE, 1) == 1


def test_an_account_that_many_addresses_try_is_held_up_but_for_its_own_browsers(guesses: GuessLimiter) -> None:
    own = SignInOrigin("198.51.100.4", guesses.remember("rui", SignInOrigin("198.51.100.4")))
    assert sum(tried(guesses, "rui", SignInOrigin(f"10.0.{number}.1"), 5) for number in range(30)) == 100
    assert tried(guesses, "rui", OFFICE, 1) == 0
    assert tried(guesses, "rui", own, 9) == 5, "a known browser has its own five"


def test_a_known_browser_is_one_of_the_account_alone_and_for_a_while(
    guesses: GuessLimiter, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = guesses.remember("rui", OFFICE)
    assert guesses.knows("rui", SignInOrigin("203.0.113.9", token)), "wherever it is now"
    assert not guesses.knows("ben", SignInOrigin("192.0.2.7", token))
    assert not guesses.knows("rui", SignInOrigin("192.0.2.7", token[:-1]))
    assert not guesses.knows("rui", OFFICE)
    assert guesses.remember("ben", SignInOrigin("192.0.2.7", token)) == token, "one browser of two people"
    assert guesses.remember("cleo", SignInOrigin("192.0.2.7", "planted")) != "planted"
    accounts.set_password("ben", "another")
    assert not guesses.knows("ben", SignInOrigin("192.0.2.7", token)), "whoever gave another password knows no browser"
    after(monkeypatch, KNOWN + timedelta(seconds=5))
    assert not guesses.knows("rui", SignInOrigin("192.0.2.7", token))


def test_a_pause_ends_is_longer_each_time_and_a_day_later_all_is_forgotten(
    guesses: GuessLimiter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tried(guesses, "rui", STRANGER, 6) == 5
    after(monkeypatch, timedelta(seconds=31))
    assert tried(guesses, "rui", STRANGER, 3) == 1
    after(monkeypatch, timedelta(seconds=31))
    assert tried(guesses, "rui", STRANGER, 1) == 0
    after(monkeypatch, timedelta(seconds=31))
    assert tried(guesses, "rui", STRANGER, 3) == 1
    after(monkeypatch, timedelta(days=1))
    assert tried(guesses, "rui", STRANGER, 9) == 5


def test_a_right_password_forgets_its_own_misses_and_none_of_others(guesses: GuessLimiter) -> None:
    for number in range(49):
        tried(guesses, f"name-{number}", STRANGER, 1)
    limits = guesses.of_sign_in("own-account", STRANGER)
    for _ in range(20):
        assert guesses.begin(limits)
        guesses.succeed(limits)
    assert tried(guesses, "rui", STRANGER, 3) == 1, "an attacker's own account buys no more guesses"


def test_five_wrong_guesses_lock_nobody_out_who_comes_from_elsewhere(accounts: Accounts) -> None:
    password, sessions = new_account(accounts, "rui", "example", [Role.REVIEWER]), Sessions(accounts)
    for _ in range(6):
        with pytest.raises(Refusal):
            sessions.sign_in("rui", "wrong", STRANGER)
    with pytest.raises(Refusal):
        sessions.sign_in("rui", password, STRANGER)
    signed, browser = sessions.sign_in("rui", password, OFFICE)
    assert signed.principal.id == "rui"
    again, _ = sessions.sign_in("rui", password, SignInOrigin(STRANGER.address, browser))
    assert again.principal.id == "rui", "a browser that signed in before passes even there"
    renew_password(accounts, "rui")
    assert not sessions.knows("rui", SignInOrigin(STRANGER.address, browser))


def test_whoever_took_a_session_cannot_guess_the_password_for_long(accounts: Accounts) -> None:
    password, sessions = new_account(accounts, "rui", "example", [Role.REVIEWER]), Sessions(accounts)
    signed, _ = sessions.sign_in("rui", password, OFFICE)
    for _ in range(5):
        with pytest.raises(InputError):
            sessions.choose_password(signed, "wrong", "four words of hers")
    with pytest.raises(InputError, match="missed too often"):
        sessions.choose_password(signed, password, "four words of hers")


@pytest.mark.parametrize(
    "chosen",
    ["password1234", "qwertyuiop123", "iloveyou1234", "aaaaaaaaaaaa", "123456789012", "Touchstone2026!",
     "p@ssw0rdp@ssw0rd", "nia.2026.nia", "example-2026", "x" * 200],
)  # fmt: skip
def test_known_breached_and_trivial_passwords_are_refused(accounts: Accounts, chosen: str) -> None:
    first, sessions = new_account(accounts, "nia", "example", [Role.REVIEWER]), Sessions(accounts)
    signed, _ = sessions.sign_in("nia", first, OFFICE)
    with pytest.raises(InputError, match="easily guessed"):
        sessions.choose_password(signed, first, chosen)
    sessions.choose_password(signed, first, "四个并不相干的词语加在一起")
