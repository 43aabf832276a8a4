"""Caller addresses, also behind a local proxy: no caller can claim the address of another."""

import pytest

from service.base.call_context import DOOR_KEY, address_of, client_address_metadata

FORWARDED = "x-forwarded-for"


@pytest.mark.parametrize(
    ("peer", "metadata", "address"),
    [
        ("ipv4:192.0.2.7:5000", (), "192.0.2.7"),
        ("ipv6:%5B2001:db8::7%5D:5000", (), "2001:db8::/64"),
        ("ipv6:[2001:db8::7]:5000", (), "2001:db8::/64"),
        ("ipv4:127.0.0.1:5000", ((FORWARDED, "198.51.100.4"),), "198.51.100.4"),
        ("ipv6:%5B::1%5D:5000", ((FORWARDED, "2001:db8::7"),), "2001:db8::/64"),
        ("ipv4:127.0.0.1:5000", ((FORWARDED, "203.0.113.9, 198.51.100.4"),), "198.51.100.4"),
        ("ipv4:127.0.0.1:5000", ((FORWARDED, "203.0.113.9"), (FORWARDED, "198.51.100.4")), "198.51.100.4"),
        ("ipv4:127.0.0.1:5000", ((FORWARDED, ""),), "127.0.0.1"),
        ("ipv4:127.0.0.1:5000", (), "127.0.0.1"),
        ("ipv4:192.0.2.7:5000", ((FORWARDED, "198.51.100.4"),), "192.0.2.7"),
        ("ipv4:192.0.2.7:5000", ((DOOR_KEY, "guessed 198.51.100.4"),), "192.0.2.7"),
        ("ipv4:127.0.0.1:5000", ((FORWARDED, "203.0.113.9"), client_address_metadata("198.51.100.4")), "198.51.100.4"),
        ("unix:", ((FORWARDED, "203.0.113.9"),), ""),
    ],
)
def test_the_caller_address_comes_from_a_trusted_source_only(
    peer: str, metadata: tuple[tuple[str, str], ...], address: str
) -> None:
    assert address_of(metadata, peer) == address
