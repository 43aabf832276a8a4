"""Webhook messages: the Standard Webhooks signature example, and the sort order of CloudEvents sequences."""

from __future__ import annotations

import base64
import json

from service.events.delivery import event_body, signed_headers
from service.store.outbox import Event

SECRET = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
"""Example secret of the Standard Webhooks specification."""


def test_the_example_of_the_specification_gets_the_specified_signature() -> None:
    headers = signed_headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', seconds=1614265330, secrets=(SECRET, bytes(32))
    )
    first, second = headers["webhook-signature"].split()
    assert first == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert second.startswith("v1,")
    assert second != first


def test_the_sequence_has_the_order_of_positions() -> None:
    events = [
        Event(position, "id", "type", "", "2026-01-01T00:00:00Z", "of", '{"a":"b"}') for position in (9, 10, 2**62)
    ]
    read = [json.loads(event_body(event)) for event in events]
    assert [one["sequence"] for one in read] == sorted(one["sequence"] for one in read)
    assert [int(one["sequence"]) for one in read] == [9, 10, 2**62]
    assert read[0]["data"] == {"a": "b"}
