"""Pages of audit planning: compute a plan, continue to the step, the recorded plan, the programme and its calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from lxml import html

from tests.end_to_end.test_audit_planning import PLANNED_PROFILE, SAMPLING_CONDITIONS, contracted
from tests.support.browsing import Browser, people_of
from tests.support.casework import REPORT, Body

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def browsers(body: Body) -> Mapping[str, Browser]:
    body.profile(PLANNED_PROFILE, id="planned")
    opened = {}
    for name, password in people_of(body).items():
        opened[name] = Browser(body.server.http)
        opened[name].sign_in(name, password)
    return opened


def text(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


def typed(**more: Any) -> dict[str, Any]:
    conditions = {f"{part}_{row.condition}": "yes" for row in SAMPLING_CONDITIONS for part in ("met", "reason")}
    return {
        "central_function": "hall-0", "due_date": "2099-01-31", "personnel": "hall-0 | 20", "planned_days": "9",
        "on_site_days": "8", **conditions, **more,
    }  # fmt: skip


def answer(browser: Browser, path: str, **fields: Any) -> html.HtmlElement:
    """Send the planning form, and return the next page."""
    values = {**browser.fields(path), **fields}
    sent = browser.http.post(path, data=values, follow_redirects=True)
    assert sent.status_code in (200, 422), sent.text
    return html.fromstring(sent.text)


def test_a_plan_is_computed_and_recorded_without_scripts(body: Body, browsers: Mapping[str, Browser]) -> None:
    contracted(body, "paged")
    rui, path = browsers["rui"], "/workbench/cases/paged/programme/plan"
    assert "No sample or audit time is recorded" in text(rui.get("/workbench/cases/paged/programme"))
    assert path in rui.get("/workbench/cases/paged/programme").xpath("//main//a/@href")
    wrong = answer(rui, path, **typed(personnel="hall-0 | many", excluded="hall-1"), act="compute")
    assert "“many” is not a whole number" in text(wrong)
    assert "“hall-1” has too few or too many values" in text(wrong)
    assert wrong.xpath("//*[@id='f-personnel']")[0].text_content().strip() == "hall-0 | many"
    missing = answer(rui, path, central_function="hall-0", act="compute")
    assert "State whether this condition is met" in text(missing)

    computed = answer(rui, path, **typed(), act="compute")
    assert "Computed plan" in text(computed)
    assert "3 computed, 9 planned" in text(computed)
    lines = computed.xpath("//main//pre")[0].text_content().splitlines()
    drawn = {f"hall-{number}" for number in (1, 2, 3)} - {line.partition(" ")[0] for line in lines}
    assert len(lines) == 1
    selected, site = f"{lines[0]} never visited", lines[0].partition(" ")[0]
    drawn_site = body_sample(computed)
    assert drawn_site.issubset({f"{number} Mill Road" for number in (1, 2, 3)})
    assert len(drawn) == 2
    sites = [f"hall-{next(iter(drawn_site)).split()[0]}", site]
    personnel = "\n".join(f"{each} | 20" for each in ("hall-0", *sites))
    step = answer(rui, path, **typed(selected=selected, personnel=personnel), act="proceed")
    assert "A plan from the planning page is attached." in text(step)
    checked = set(step.xpath("//input[@name='sites'][@checked]/@value"))
    assert checked == {"hall-0", *sites}
    form = step.xpath("//main//form[@method='post']")[-1]
    fields: dict[str, Any] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    taken = rui.http.post(
        "/workbench/cases/paged/steps/plan", data={**fields, "team": ["ada"], "reason": "as computed"}
    )
    assert taken.status_code == 303, html.fromstring(taken.text).text_content()
    shown = text(rui.get("/workbench/cases/paged/programme"))
    assert "A new computation confirms the sample." in shown
    assert "9 computed, 9 planned, 8 of them on site" in shown
    assert "own interpretation" in shown
    assert "审核方案" in chinese(rui, "paged")


def body_sample(page: html.HtmlElement) -> set[str]:
    """Return the addresses of the sites that a computed plan shows as drawn at random."""
    cells = page.xpath("//main//table//tr/td[last()]")
    return {name.strip() for cell in cells for name in cell.text_content().split(";") if name.strip()}


def chinese(browser: Browser, case: str) -> str:
    page = browser.http.get(f"/workbench/cases/{case}/programme", headers={"accept-language": "zh"})
    return text(html.fromstring(page.text))


def test_the_programme_lists_surveillance_and_recertification_and_exports_a_calendar(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    body.to_certificate("cycle")
    page = browsers["ada"].get("/workbench/cases/cycle/programme")
    rows = [" ".join(row.text_content().split()) for row in page.xpath("//section[1]//tbody/tr")]
    assert [row.split()[0] for row in rows] == ["Surveillance", "Surveillance", "Recertification"]
    assert "Audits to come" in text(browsers["ada"].get("/workbench/cases/cycle"))
    file = browsers["ada"].http.get("/workbench/cases/cycle/programme/audits.ics")
    assert file.headers["content-type"] == "text/calendar; charset=utf-8"
    assert file.text.count("BEGIN:VEVENT") == 3
    assert REPORT not in file.text
