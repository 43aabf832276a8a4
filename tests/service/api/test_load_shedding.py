"""Load shedding by method: refusal only while the kind of call that it needs is full."""

from contextlib import closing
from contextvars import copy_context
from functools import partial

import pytest

from service.api.bulkheads import Bulkhead, BulkheadFullError, LoadShedder, set_bulkhead_listener

METHOD, OTHER = "/touchstone.v1.Some/Reads", "/touchstone.v1.Some/Lists"


def test_a_method_is_refused_while_its_bulkhead_is_full() -> None:
    turning_away = LoadShedder()

    def called() -> None:
        set_bulkhead_listener(partial(turning_away.note, METHOD))
        with bulkhead.slot():
            pass

    with closing(Bulkhead(2, kind="reading")) as bulkhead:
        with bulkhead.slot(), bulkhead.slot():
            assert turning_away.refusal(METHOD) is None  # not known yet
            with pytest.raises(BulkheadFullError) as raised:
                copy_context().run(called)
            assert str(turning_away.refusal(METHOD)) == str(raised.value)
            assert turning_away.refusal(OTHER) is None
        assert turning_away.refusal(METHOD) is None
        assert turning_away.refusal(METHOD, held=1) is None
        assert turning_away.refusal(METHOD, held=2) is not None


def test_an_accepted_call_records_the_bulkhead_of_its_method() -> None:
    turning_away = LoadShedder()
    with closing(Bulkhead(1, kind="reading")) as bulkhead:
        turning_away.note(METHOD, bulkhead)
        with bulkhead.slot():
            assert turning_away.refusal(METHOD) is not None
