"""Is a call turned away only while its kind of work is full, and only where a call of its method was refused before?"""

from contextlib import closing

import pytest

from service.api.bulkheads import Bulkhead, NoPlace
from service.api.turning_away import TurningAway

METHOD, OTHER = "/touchstone.v1.Some/Reads", "/touchstone.v1.Some/Lists"


def test_a_method_is_turned_away_while_the_kind_that_refused_it_is_full() -> None:
    turning_away = TurningAway()
    with closing(Bulkhead(1, kind="reading")) as bulkhead:
        with bulkhead.entered():
            assert turning_away.refusal(METHOD) is None  # not known yet
            with pytest.raises(NoPlace) as raised, bulkhead.entered():
                pass
            turning_away.note(METHOD, raised.value)
            turning_away.note(OTHER, ValueError())
            assert str(turning_away.refusal(METHOD)) == str(raised.value)
            assert turning_away.refusal(OTHER) is None
        assert turning_away.refusal(METHOD) is None
