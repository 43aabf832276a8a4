"""Nothing that others may reach is taken for this machine."""

import pytest

from touchstone.client.addresses import is_local


@pytest.mark.parametrize("address", ["127.0.0.1:50051", "127.0.0.2:0", "localhost:1", "[::1]:50051"])
def test_loopback_is_this_machine(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0:50051", "[::]:50051", ":50051", "50051", "", "10.0.0.1:1", "localhost.example:1", "127.1:1",
        "127.0.0.1.example:1", "0x7f000001:1", "2130706433:1", "[::ffff:10.0.0.1]:1", "unix:/tmp/socket",
        "LOCALHOST.:1", "*:1",
    ],
)  # fmt: skip
def test_every_other_address_is_remote(address: str) -> None:
    assert not is_local(address)
