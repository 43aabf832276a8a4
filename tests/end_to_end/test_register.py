"""Public register over HTTP: search, filters, revalidated caching, and protection against bulk reading."""

from __future__ import annotations

import csv
import io
import json
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of
from tests.support.casework import PARENT, PROFILE, Body
from tests.support.commands import touchstone
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
_PER_HOUR = 60
SETTINGS = {"TOUCHSTONE_PUBLIC_REGISTERS": "example", "TOUCHSTONE_REGISTER_ENTRIES_PER_HOUR": str(_PER_HOUR)}


def asked(
    body: Body, *, at: str = "192.0.2.1", path: str = "register", headers: dict[str, str] | None = None, **query: str
) -> tuple[int, Message, bytes]:
    """Query the register from a client address named by a local proxy."""
    url = f"{body.server.http}/v1/{PARENT}/{path}?{urlencode(query)}"
    sent_headers = {"x-forwarded-for": at, **(headers or {})}
    try:
        with urlopen(Request(url, headers=sent_headers)) as answer:  # noqa: S310 -- our own server
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def numbers(body: Body, **query: str) -> list[str]:
    at = query.pop("at", "192.0.2.1")
    status, _, content = asked(body, at=at, headers=None, path="register", **query)
    assert status == 200, content
    return [one["number"] for one in json.loads(content).get("registerEntries", [])]


def test_a_register_is_searched_and_filtered_and_its_cached_answers_are_revalidated(body: Body, tmp_path: Path) -> None:
    issued = body.to_certificate("listed")
    number, year = issued.number, int(issued.first_date[:4])
    for search in (number, number.lower().replace("-", " "), "works\u200bltd", "Works Ltd. (某某)", "ＷＯＲＫＳ"):
        assert numbers(body, search=search) == [number]
    narrowing: tuple[tuple[dict[str, str], bool], ...] = (
        ({"profile": "small"}, True),
        ({"profile": "large"}, False),
        ({"result": "gold"}, True),
        ({"result": "silver"}, False),
        ({"state": "valid"}, True),
        ({"state": "expired"}, False),
        ({"regionCode": "cn"}, True),
        ({"regionCode": "DE"}, False),
        ({"asOfDate": issued.first_date}, True),
        ({"asOfDate": f"{year - 1}-12-31"}, False),
        ({"asOfDate": f"{year + 4}-01-01"}, False),
    )
    for query, is_match in narrowing:
        assert numbers(body, at="192.0.2.2", search="works", **query) == ([number] if is_match else [])
    status, _, content = asked(body, search="works", asOfDate="soon")
    assert (status, b"asOfDate" in content) == (400, True)

    status, headers, content = asked(body, search=number)
    assert (headers["cache-control"], headers["vary"]) == ("public, no-cache", "accept")
    held = {"if-none-match": headers["etag"]}
    assert asked(body, search=number, headers=held)[0] == 304
    _, of_one, _ = asked(body, path="register:entry", number=number)
    held_one = {"if-none-match": f'"other", {of_one["etag"]}'}
    assert asked(body, path="register:entry", number=number, headers=held_one)[0] == 304
    body.step("dan", "listed", "withdraw", "certificates/1", public_reason="=The works was closed.")
    status, changed, content = asked(body, search=number, headers=held)
    assert (status, json.loads(content)["registerEntries"][0]["state"]) == (200, "withdrawn")
    assert changed["etag"] != headers["etag"]
    status, _, content = asked(body, path="register:entry", number=number, headers=held_one)
    assert (status, json.loads(content)["state"]) == (200, "withdrawn")
    missing, headers, _ = asked(body, path="register:entry", number="SF-1")
    assert (missing, headers["cache-control"]) == (404, "no-store")

    status, headers, content = asked(body, search=number, headers={"accept": "text/csv"})
    assert headers["content-type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(content.decode()))
    assert (row["number"], row["state"], row["public_reason"]) == (number, "withdrawn", "'=The works was closed.")
    assert not any(one in content.decode() for one in ("dan", "ada", "cases/"))
    server = ("--server", body.server.address)
    output = touchstone("case", "register", PARENT, number, "--format", "csv", *server).stdout
    assert output.splitlines()[0].startswith("number,state")
    assert "withdrawn" in touchstone("case", "certificate", PARENT, number, *server).stdout


def test_an_entry_describes_the_certified_result_in_both_languages(body: Body) -> None:
    number = body.to_certificate("worded").number
    _, _, content = asked(body, at="192.0.2.9", path="register:entry", number=number)
    entry = json.loads(content)
    assert entry["profileTitles"] == {"en": "Small factory", "zh": "小工厂"}
    assert entry["resultTitles"]["en"] == "Gold"
    assert entry["resultTitles"]["zh"]
    assert entry["scorecardVersion"].startswith(f"{entry['scorecard']}/versions/")
    assert set(entry["scorecardTitles"]) == {"en", "zh"}
    assert [site["addresses"]["en"] for site in entry["sites"]] == ["0 Mill Road", "1 Mill Road"]


def test_a_certificate_is_listed_once_if_number_and_holder_start_with_the_same_text(body: Body) -> None:
    saved = body.call("office", "ListClients")(cases.ListClientsRequest(parent=PARENT, search="works")).case_clients[0]
    saved.display_name = "SF-20 Works"
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=saved))
    number = body.to_certificate("alike").number
    assert numbers(body, at="192.0.2.8", search="SF-20").count(number) == 1
    assert numbers(body, at="192.0.2.8", search="SF-20 works") == [number]


def test_the_register_is_the_same_for_a_signed_in_applicant_of_another_client(body: Body) -> None:
    number = body.to_certificate("public").number
    competitor = cases.CaseClient(client="competitor", display_name="Competitor Ltd", registered_id="1")
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=competitor))
    lin = cases.CasePerson(person="lin", display_name="Lin", accounts=["account/lin"], client="competitor")
    body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=lin))
    browser = Browser(body.server.http)
    browser.sign_in("lin", account_of(body, "lin", [Role.APPLICANT]))
    entry = f"/register/example/{number}"
    assert "You can rely on this certificate today" in browser.get(entry).text_content()
    sent = browser.send(f"{entry}/complain", statement="It smells.", complainant="Lin")
    assert "has received your complaint" in browser.get(sent.headers["location"]).text_content()
    browser.get("/workbench/apply/public", status=404)


def test_a_register_is_not_read_as_a_whole(body: Body) -> None:
    for short in ("SF", "某", "- -", ""):
        status, _, content = asked(body, at="198.51.100.1", search=short)
        assert (status, b"search" in content) == (400, True)
    for serial in range(_PER_HOUR):
        assert asked(body, at="198.51.100.2", path="register:entry", number=f"SF-2020-{serial:04}")[0] == 404
    status, headers, content = asked(body, at="198.51.100.2", path="register:entry", number="SF-2020-9999")
    assert (status, int(headers["retry-after"]) > 0) == (429, True)
    assert "within an hour, which is the maximum" in json.loads(content)["message"]
    assert asked(body, at="198.51.100.3", search="works")[0] == 200
    door_headers = {"touchstone-door": "x 203.0.113.9"}
    assert asked(body, at="198.51.100.2", search="works", headers=door_headers)[0] == 429


def test_the_day_is_that_of_the_scheme(body: Body) -> None:
    days = {}
    for id, zone in (("east", "Pacific/Kiritimati"), ("west", "Etc/GMT+12")):  # 26 hours apart, so never the same day
        body.profile(PROFILE.replace("Asia/Shanghai", zone))
        issued = body.to_certificate(id)
        status, _, content = asked(body, at="192.0.2.3", path="register:entry", number=issued.number)
        entry = json.loads(content)
        assert (status, entry["timeZone"], entry["state"]) == (200, zone, "valid")
        assert entry["asOfDate"] == entry["firstDate"] == issued.first_date
        case = body.get(id)
        assert (case.as_of_date, case.time_zone) == (issued.first_date, zone)
        listing = cases.ListDueItemsRequest(parent=PARENT, last_date="2100-01-01")
        due = body.call("ada", "ListDueItems")(listing).due_items
        days[id] = {one.as_of_date for one in due if one.case_name == case.name}
        assert days[id] == {issued.first_date}
    assert min(days["west"]) < min(days["east"])
