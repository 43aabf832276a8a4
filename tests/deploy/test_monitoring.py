"""Grafana dashboard and Prometheus alert rules: metrics, labels and values against a real server; promtool."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.base.refusals import Reason
from service.gazette.versions import Gazette
from tests.support.calling import request_for
from tests.support.followed_feeds import unreachable_feed
from tests.support.outside import program
from tests.support.pulling import unreachable_pull
from tests.support.receiving import Receiver, events_file
from tests.support.running import ROOT, RunningServer
from tests.support.scraping import scraped
from tests.support.small_card import CARD, small_subject
from tests.support.waiting import until
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

DASHBOARD = ROOT / "deploy" / "grafana" / "touchstone.json"
PROMETHEUS = ROOT / "deploy" / "prometheus"
_OF_PROMETHEUS = {"up": {"job", "instance"}}
_METRIC = re.compile(r"\b((?:touchstone|process)_[a-z_]+|up)\b(?:\{([^}]*)\})?")
_LABEL = re.compile(r'([a-z_]+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"')
_GROUPED = re.compile(r"\bby \(([^)]*)\)")
_SCRAPED_WITH = {"job", "instance"}


@pytest.fixture(scope="module")
def exported_metrics(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> dict[str, set[str]]:
    """Labels of each metric sample from a server that evaluates, screens, sends events, follows and has a candidate."""
    folder = tmp_path_factory.mktemp("told")
    settings: dict[str, Any] = {"TOUCHSTONE_METRICS_ADDRESS": "127.0.0.1:0"}
    with Receiver() as receiver:
        settings["TOUCHSTONE_EVENTS"] = events_file(folder, erp={"url": receiver.url})
        settings["TOUCHSTONE_FEEDS"] = unreachable_feed(folder)
        settings["TOUCHSTONE_SHADOW"] = shadow_file(folder, gazette)
        settings["TOUCHSTONE_PULLS"] = unreachable_pull(folder)
        settings |= {
            "TOUCHSTONE_MAIL_HOST": "localhost",
            "TOUCHSTONE_MAIL_PORT": "9",
            "TOUCHSTONE_MAIL_SENDER": "no-reply@body.example",
            "TOUCHSTONE_WORKBENCH_URL": "https://desk.example",
        }
        return _told(folder, Path(shutil.copytree(gazette, folder / "gazette")), settings)


def shadow_file(folder: Path, gazette: Path) -> str:
    """Write the file of a server that compares hardly any request with a candidate."""
    version = Gazette(gazette, private=True).newest(CARD).card.version
    path = folder / "shadow.toml"
    path.write_text(f'[[candidate]]\ncard = "{CARD}"\nversion = "{version}"\nshare = "1/999999999"\n')
    return str(path)


def _told(folder: Path, gazette: Path, settings: dict[str, Any]) -> dict[str, set[str]]:
    with RunningServer(folder, gazette, **settings) as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        server.screenings.ScreenClaims(ScreenClaimsRequest(text="A green soap."))
        until(lambda: any(sample.name == "touchstone_pulls_total" for sample in scraped(server)))
        labels: dict[str, set[str]] = dict(_OF_PROMETHEUS)
        for sample in scraped(server):
            labels.setdefault(sample.name, set()).update(sample.labels)
    return labels


def dashboard() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DASHBOARD.read_text(encoding="utf-8"))
    return document


def rules() -> list[dict[str, Any]]:
    read = yaml.safe_load((PROMETHEUS / "rules.yaml").read_text(encoding="utf-8"))
    return [rule for group in read["groups"] for rule in group["rules"]]


def expressions() -> Iterator[tuple[str, str, str]]:
    """Yield the location, the query and the displayed label text of each panel and alert."""
    for panel in dashboard()["panels"]:
        for target in panel.get("targets", ()):
            yield panel["title"], target["expr"], target["legendFormat"]
    for rule in rules():
        yield rule["alert"], rule["expr"], rule["annotations"]["summary"]


QUESTIONS = [pytest.param(*one, id=f"{one[0]}-{index}") for index, one in enumerate(expressions())]


@pytest.mark.full
@pytest.mark.parametrize(("title", "expression", "shown"), QUESTIONS)
def test_a_query_uses_only_exported_metrics_and_labels(
    exported_metrics: dict[str, set[str]], title: str, expression: str, shown: str
) -> None:
    asked = _METRIC.findall(expression)
    assert asked, title
    known: set[str] = set()
    for name, conditions in asked:
        assert name in exported_metrics, f"{title}: {name} is not told"
        labels = exported_metrics[name] | _SCRAPED_WITH
        known |= labels
        for label, value in _LABEL.findall(conditions):
            assert label in labels, f"{title}: {name} has no label {label}"
            if label == "reason":
                assert set(value.split("|")) <= {reason.value for reason in Reason}
    for group in _GROUPED.findall(expression):
        assert set(group.split(", ")) <= known, title
    named = set(re.findall(r"\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}", shown))
    assert named <= known, title
    assert expression.count("(") == expression.count(")")


def test_every_metric_of_the_service_is_shown(exported_metrics: dict[str, set[str]]) -> None:
    shown = {name for _, expression, _ in expressions() for name, _ in _METRIC.findall(expression)}
    missing = {name for name in exported_metrics if name.startswith("touchstone_")} - shown
    assert {name for name in missing if not name.endswith(("_bucket", "_count", "_sum"))} == set()


def test_every_dashboard_panel_has_a_unique_id_and_position() -> None:
    panels = dashboard()["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    cells = [
        (panel["gridPos"]["x"] + x, panel["gridPos"]["y"] + y)
        for panel in panels
        for x in range(panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["h"])
    ]
    assert len(set(cells)) == len(cells)
    assert max(x for x, _ in cells) < 24
    variables = {one["name"] for one in dashboard()["templating"]["list"]}
    for _, expression, _ in expressions():
        assert set(re.findall(r"\$([a-z]\w*)", expression)) <= variables


def test_alerts_have_unique_names_and_a_severity() -> None:
    names = [rule["alert"] for rule in rules()]
    assert len(set(names)) == len(names)
    assert {rule["labels"]["severity"] for rule in rules()} == {"page", "ticket"}


@pytest.mark.parametrize("page", ["operations.md", "operations.zh.md"])
def test_the_operations_page_covers_every_alert(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert set(re.findall(r"`(Touchstone[A-Z]\w+)`", text)) == {rule["alert"] for rule in rules()}


def test_prometheus_loads_the_existing_rule_files() -> None:
    read = yaml.safe_load((PROMETHEUS / "prometheus.yaml").read_text(encoding="utf-8"))
    assert [(PROMETHEUS / name).is_file() for name in read["rule_files"]] == [True]
    assert {job["job_name"] for job in read["scrape_configs"]} == {"touchstone"}


@pytest.fixture
def promtool() -> Callable[..., None]:
    executable = program("promtool", "names and labels alone are checked")

    def check(kind: str, path: Path) -> None:
        ran = subprocess.run((executable, "check", kind, str(path)), capture_output=True, text=True, check=False)  # noqa: S603 -- it is known
        assert ran.returncode == 0, ran.stdout + ran.stderr

    return check


@pytest.mark.parametrize(("kind", "name"), [("rules", "rules.yaml"), ("config", "prometheus.yaml")])
def test_promtool_reads_the_files(promtool: Callable[..., None], kind: str, name: str) -> None:
    promtool(kind, PROMETHEUS / name)


def test_promtool_reads_the_questions_of_the_dashboard(promtool: Callable[..., None], tmp_path: Path) -> None:
    replacements = {"$__rate_interval": "5m", "$__range": "1h", "$job": ".*", "$instance": ".*"}
    asked = [
        {
            "record": f"asked:{number}",
            "expr": reduce(lambda text, one: text.replace(*one), replacements.items(), expression),
        }
        for number, (_, expression, _) in enumerate(expressions())
    ]
    rules_file = tmp_path / "asked.yaml"
    rules_file.write_text(yaml.safe_dump({"groups": [{"name": "asked", "rules": asked}]}), encoding="utf-8")
    promtool("rules", rules_file)
