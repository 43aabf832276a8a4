"""Metrics of a server, scraped from its side port."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator

from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from tests.support.running import RunningServer


def side_port(server: RunningServer) -> str:
    """Return the metrics address that the server logged at its start."""
    (line,) = [line for line in server.log.splitlines() if '"event": "listening"' in line]  # the last may be half there
    return str(json.loads(line)["metrics"])


def looked_at(server: RunningServer, page: str, method: str = "GET") -> tuple[int, str]:
    request = urllib.request.Request(f"http://{side_port(server)}{page}", method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 -- ours
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def scraped(server: RunningServer) -> list[Sample]:
    """Read every sample of the metrics."""
    status, text = looked_at(server, "/metrics")
    assert status == 200
    return [sample for family in text_string_to_metric_families(text) for sample in family.samples]


def value(samples: list[Sample], name: str, **labels: str) -> float:
    return sum(one.value for one in _of(samples, name) if labels.items() <= one.labels.items())


def _of(samples: list[Sample], name: str) -> Iterator[Sample]:
    return (sample for sample in samples if sample.name == name)
