"""HTTP routes: an address for each call, and path fields named by the annotations."""

import pytest

from service.base.declarations import proto_services
from service.base.refusals import Reason, Refusal
from service.http.routes import Routes, decoded
from service.serving.registry import SERVICES

SUBJECT = "organizations/o/subjects/s"
ROUTES = Routes(SERVICES)


def test_every_call_has_an_address() -> None:
    methods = {method.name for name in SERVICES for method in proto_services()[name].methods}
    assert {route.method.name for route in ROUTES.all} == methods


def test_no_two_calls_share_an_address() -> None:
    addresses = [(route.verb, route.shown) for route in ROUTES.all]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize(
    ("verb", "path", "method", "fields"),
    [
        ("GET", "/v1/scorecards/a", "GetScorecard", {"name": "scorecards/a"}),
        ("GET", "/v1/scorecards/a/versions", "ListScorecardVersions", {"parent": "scorecards/a"}),
        ("GET", "/v1/scorecards/a/versions/1:diff", "DiffScorecardVersions", {"name": "scorecards/a/versions/1"}),
        ("POST", "/v1/claims:check", "CheckClaims", {}),
        ("POST", "/v1/organizations/o/subjects/s:evaluate", "EvaluateSubject", {"subject": SUBJECT}),
    ],
)  # fmt: skip
def test_a_path_determines_a_call_and_its_fields(verb: str, path: str, method: str, fields: dict[str, str]) -> None:
    route, path_fields = ROUTES.find(verb, path)
    assert (route.method.name, path_fields) == (method, fields)


def test_a_refused_http_method_is_answered_with_the_allowed_method() -> None:
    with pytest.raises(Refusal, match=r"The method GET is not allowed for this path\. Use POST\.") as refused:
        ROUTES.find("GET", "/v1/claims:check")
    assert refused.value.reason is Reason.METHOD_NOT_ALLOWED


def test_percent_encoded_characters_stay_within_their_path_segment() -> None:
    assert decoded(b"/v1/%73corecards/%E8%AF%84") == "/v1/scorecards/评"
    for path in (b"/v1/scorecards%2Fa", b"/v1/%ff"):
        with pytest.raises(Refusal) as refused:
            decoded(path)
        assert refused.value.reason is Reason.PATH_NOT_FOUND
