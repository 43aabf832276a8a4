"""CSV of answers: every kind of field has a cell."""

import csv
import io

from service.output.answer_csv import list_csv
from touchstone.v1 import case_service_pb2 as cases


def test_every_kind_of_field_has_a_cell() -> None:
    event = cases.RegisterEvent(step="issue", date="2026-01-31")
    entry = cases.RegisterEntry(
        number="C-1", has_paper=True, events=[event], body_names={"zh": "机构", "en": "Body"}, sites=[]
    )
    (row,) = csv.DictReader(io.StringIO(list_csv(cases.SearchRegisterResponse(register_entries=[entry]))))
    assert (row["number"], row["has_paper"], row["has_credential"], row["sites"]) == ("C-1", "true", "false", "")
    assert row["events"] == '{"date": "2026-01-31", "step": "issue"}'
    assert row["body_names"] == "en: Body; zh: 机构"
