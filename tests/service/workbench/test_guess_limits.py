"""Limits on password guessing: failed attempts are delayed without locking out other users."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.accounts.local_accounts import new_account, renew_password
from service.base import instants
from service.base.refusals import Refusal
from service.identity.principals import Role
from service.store.accounts import Accounts, open_accounts
from service.workbench.guess_limits import KNOWN, GuessLimiter, SignInOrigin
from service.workbench.sessions import Sessions
from tests.support.light_hashes import light_hashes  # noqa: F401 -- a fixture

OFFICE, STRANGER = SignInOrigin("192.0.2.7"), SignInOrigin("203.0.113.9")


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with open_accounts(f"sqlite:///{tmp_path / 'store.db'}") as accounts:
        yield accounts


@pytest.fixture
def guesses(accounts: Accounts) -> GuessLimiter:
    return GuessLimiter(accounts)


def tried(guesses: GuessLimiter, name: str, origin: SignInOrigin, times: int) -> int:
    """Fail to sign in `times` times; return the number of accepted attempts."""
    return sum(guesses.begin(guesses.of_sign_in(name, origin)) for _ in range(times))


def after(monkeypatch: pytest.MonkeyPatch, span: timedelta) -> None:
    monkeypatch.setattr(instants, "_clock", lambda before=instants._clock: before() + span // timedelta(milliseconds=1))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", ["rui", "nobody-such"])
def test_five_failures_for_a_name_block_only_that_name_and_address(guesses: GuessLimiter, name: str) -> None:
    assert tried(guesses, name, STRANGER, 9) == 5
    assert tried(guesses, name, OFFICE, 1) == 1
    assert tried(guesses, "ben", STRANGER, 1) == 1


def test_ipv6_addresses_are_counted_by_network(guesses: GuessLimiter) -> None:
    assert sum(tried(guesses, "rui", SignInOrigin(f"2001:db8::{number}"), 1) for number in range(9)) == 5
    assert tried(guesses, "rui", SignInOrigin("2001:db8:0:1::1"), 1) == 1


@pytest.mark.full
def test_ipv6_networks_of_a_site_are_also_counted_together(guesses: GuessLimiter) -> None:
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


def test_an_account_tried_from_many_addresses_is_blocked_except_for_its_known_browsers(guesses: GuessLimiter) -> None:
    own = SignInOrigin("198.51.100.4", guesses.remember("rui", SignInOrigin("198.51.100.4")))
    assert sum(tried(guesses, "rui", SignInOrigin(f"10.0.{number}.1"), 5) for number in range(30)) == 100
    assert tried(guesses, "rui", OFFICE, 1) == 0
    assert tried(guesses, "rui", own, 9) == 5, "a known browser has its own five"


def test_a_known_browser_is_valid_for_its_account_only_and_expires(
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


def test_a_correct_password_clears_only_its_own_failures(guesses: GuessLimiter) -> None:
    for number in range(49):
        tried(guesses, f"name-{number}", STRANGER, 1)
    limits = guesses.of_sign_in("own-account", STRANGER)
    for _ in range(20):
        assert guesses.begin(limits)
        guesses.succeed(limits)
    assert tried(guesses, "rui", STRANGER, 3) == 1, "an attacker's own account buys no more guesses"


def test_five_wrong_guesses_do_not_lock_out_a_user_at_another_address(accounts: Accounts) -> None:
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


def test_the_holder_of_a_stolen_session_cannot_keep_guessing_the_password(accounts: Accounts) -> None:
    password, sessions = new_account(accounts, "rui", "example", [Role.REVIEWER]), Sessions(accounts)
    signed, _ = sessions.sign_in("rui", password, OFFICE)
    for _ in range(5):
        with pytest.raises(InputError):
            sessions.choose_password(signed, "wrong", "four words of hers")
    with pytest.raises(InputError, match="too many failed attempts"):
        sessions.choose_password(signed, password, "four words of hers")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "chosen",
    ["password1234", "qwertyuiop123", "iloveyou1234", "aaaaaaaaaaaa", "123456789012", "Touchstone2026!",
     "p@ssw0rdp@ssw0rd", "nia.2026.nia", "example-2026", "x" * 200],
)  # fmt: skip
def test_known_breached_and_trivial_passwords_are_refused(accounts: Accounts, chosen: str) -> None:
    first, sessions = new_account(accounts, "nia", "example", [Role.REVIEWER]), Sessions(accounts)
    signed, _ = sessions.sign_in("nia", first, OFFICE)
    with pytest.raises(InputError, match="easy to guess"):
        sessions.choose_password(signed, first, chosen)
    sessions.choose_password(signed, first, "四个并不相干的词语加在一起")
