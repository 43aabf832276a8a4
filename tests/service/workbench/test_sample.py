"""Sample body: what its applicants declare."""

import json

from service.workbench.sample import _SampleCase, _subject_request

DOSSIER = json.dumps({
    "facts": [{"factId": "credits", "value": {"records": {"values": [{"fields": {"serial": {"text": "A-1"}}}]}}}]
})  # fmt: skip


def test_no_serial_number_is_used_by_two_applicants() -> None:
    serials = []
    for client in ("textiles", "ceramics"):
        request = _subject_request(_SampleCase(lambda *_: None, client), DOSSIER)
        serials += [record.fields["serial"].text for record in request.facts[0].value.records.values]
    assert serials == ["A-1-textiles", "A-1-ceramics"]
