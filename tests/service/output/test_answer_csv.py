"""CSV of answers: every kind of field has a cell."""

import csv
import io

from service.output.tables import list_csv
from touchstone.v1 import case_service_pb2 as cases, scorecard_pb2, scorecard_service_pb2 as scorecards


def test_every_kind_of_field_has_a_cell() -> None:
    event = cases.RegisterEvent(step="issue", date="2026-01-31")
    entry = cases.RegisterEntry(
        number="C-1", has_paper=True, events=[event], body_names={"zh": "机构", "en": "Body"}, sites=[]
    )
    (row,) = csv.DictReader(io.StringIO(list_csv(cases.SearchRegisterResponse(register_entries=[entry]))))
    assert (row["number"], row["has_paper"], row["has_credential"], row["sites"]) == ("C-1", "true", "false", "")
    assert row["events"] == '{"date": "2026-01-31", "step": "issue"}'
    assert row["body_names"] == "en: Body; zh: 机构"


def test_enums_are_named_instants_are_text_and_absent_messages_are_empty() -> None:
    version = scorecard_pb2.ScorecardVersion(attestation_kind="ATTESTATION_KIND_RATING")
    version.publish_time.FromJsonString("2026-01-31T08:00:00Z")
    listed = scorecards.ListScorecardVersionsResponse(scorecard_versions=[version])
    (row,) = csv.DictReader(io.StringIO(list_csv(listed)))
    assert (row["publish_time"], row["repeal"]) == ("2026-01-31T08:00:00Z", "")
    assert row["attestation_kind"] == "ATTESTATION_KIND_RATING"
