"""Exact shares, and the requests that they select."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from service.shadow.sampling import Share, is_sampled, parse_share, sample_digest

_LAST = 2**256 - 1


def hexadecimal(number: int) -> str:
    return f"{number:064x}"


@pytest.mark.parametrize(
    ("text", "share"),
    [("1/1", "1"), ("1/20", "1/20"), ("5 %", "1/20"), ("5%", "1/20"), ("0.1 %", "1/1000"), ("100 %", "1")],
)
def test_a_share_is_exact(text: str, share: str) -> None:
    assert parse_share(text) == Fraction(share)


@pytest.mark.parametrize(
    "text", ["", "0", "0/1", "1/0", "2/1", "101 %", "0 %", "0.05", "-1/2", "1/2 %", "1e-2 %", "٥ %"]
)
def test_other_texts_are_no_share(text: str) -> None:
    assert parse_share(text) is None


def test_the_share_of_all_digests_is_selected_to_the_last_one() -> None:
    third = Share(Fraction(1, 3))
    last_selected = 2**256 // 3
    assert is_sampled(hexadecimal(last_selected), third)
    assert not is_sampled(hexadecimal(last_selected + 1), third)
    assert is_sampled(hexadecimal(_LAST), Share(Fraction(1)))
    assert not is_sampled(hexadecimal(1), Share(Fraction(1, 2**256)))


@given(integers(0, _LAST), integers(1, 100), integers(1, 100))
def test_a_smaller_sample_is_part_of_a_larger_one(number: int, first: int, second: int) -> None:
    small, large = sorted((first, second))
    if is_sampled(hexadecimal(number), Share(Fraction(small, 100))):
        assert is_sampled(hexadecimal(number), Share(Fraction(large, 100)))


def test_the_same_request_has_the_same_digest_and_others_do_not() -> None:
    digest = sample_digest("example", "00000000-0000-4000-8000-000000000001")
    assert digest == sample_digest("example", "00000000-0000-4000-8000-000000000001")
    assert digest != sample_digest("other", "00000000-0000-4000-8000-000000000001")
    shares = [is_sampled(sample_digest("example", str(number)), Share(Fraction(1, 4))) for number in range(4_000)]
    assert 900 < sum(shares) < 1_100
