"""Helm chart: the same objects as the manifests of kustomize, its values, and their schema."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import validator_for

from service.configuration.settings import Settings, check_environment
from tests.support.outside import named_file, program
from tests.support.running import ROOT

CHART = ROOT / "deploy" / "helm"
MANIFESTS = ROOT / "deploy" / "kubernetes"
EVERYTHING = {
    "replicas": 1,
    "image": {"repository": "example.org/t", "tag": "1.2.3", "pullPolicy": "Always"},
    "imagePullSecrets": ["pull"],
    "databaseSecret": "db",
    "tlsSecret": "certificate",
    "settings": {"grace_seconds": "50", "log_level": "debug", "log_key": "/run/secrets/log-key/key.pem"},
    "secretFiles": ["log-key"],
    "httpPort": 8080,
    "resources": {"limits": {"memory": "4Gi"}},
    "scratchSize": "2Gi",
    "network": {
        "clientLabels": {"role": "caller", "touchstone-client": None},  # null removes a default label
        "monitoringNamespace": "watch",
        "databaseLabels": None,
    },
    "podAnnotations": {"example.org/team": "rules"},
    "nodeSelector": {"disk": "ssd"},
    "tolerations": [{"key": "rules", "operator": "Exists"}],
    "affinity": {"nodeAffinity": {}},
}


def helm(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [program("helm", "the Helm chart is only read"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own arguments


def rendered(tmp_path: Path, values: dict[str, Any], release: str = "touchstone") -> dict[str, dict[str, Any]]:
    """Return the objects of a release by kind."""
    file = tmp_path / "values.json"
    file.write_text(json.dumps(values), encoding="utf-8")
    ran = helm("template", release, CHART, "--values", file)
    assert ran.returncode == 0, ran.stderr
    documents = [one for one in yaml.safe_load_all(ran.stdout) if one is not None]
    return {one["kind"]: one for one in documents}


def without_labels(value: Any) -> Any:
    """Return an object without labels and selectors, which name the release, in one order."""
    if isinstance(value, dict):
        left = {"labels", "selector", "matchLabels", "imagePullPolicy"}
        return {name: without_labels(part) for name, part in value.items() if name not in left}
    if isinstance(value, list):
        return sorted(map(without_labels, value), key=lambda part: json.dumps(part, sort_keys=True))
    return value


def container(objects: dict[str, dict[str, Any]]) -> dict[str, Any]:
    (only,) = objects["Deployment"]["spec"]["template"]["spec"]["containers"]
    return dict(only)


@pytest.mark.full
def test_the_default_release_is_the_same_as_the_manifests(tmp_path: Path) -> None:
    manifests = {}
    for path in MANIFESTS.glob("*.yaml"):
        for document in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            manifests[document["kind"]] = without_labels(document)
    manifests.pop("Kustomization")
    assert {kind: without_labels(one) for kind, one in rendered(tmp_path, {}).items()} == manifests


@pytest.mark.full
@pytest.mark.parametrize("values", [{}, EVERYTHING], ids=["defaults", "everything"])
def test_kubernetes_accepts_each_object(tmp_path: Path, values: dict[str, Any]) -> None:
    schema = json.loads(named_file("TOUCHSTONE_KUBERNETES_SCHEMA", "definitions of Kubernetes").read_text("utf-8"))
    for kind, document in rendered(tmp_path, values).items():
        group, _, version = document["apiVersion"].rpartition("/")
        wanted = {"group": group, "version": version, "kind": kind}
        (name,) = (
            name for name, one in schema["$defs"].items() if wanted in one.get("x-kubernetes-group-version-kind", ())
        )
        validator = validator_for({**schema, "$ref": f"#/$defs/{name}"})
        assert [error.message for error in validator.iter_errors(document)] == [], kind


@pytest.mark.full
def test_every_value_changes_the_release(tmp_path: Path) -> None:
    assert set(EVERYTHING) == set(yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8")))
    objects = rendered(tmp_path, EVERYTHING, "rules")
    assert {one["metadata"]["name"] for one in objects.values()} == {"rules-touchstone"}
    assert "PodDisruptionBudget" not in objects  # one server can always be evicted
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    environment = {one["name"]: one["value"] for one in container(objects)["env"]}
    assert environment["TOUCHSTONE_GRACE_SECONDS"] == "50"
    assert environment["TOUCHSTONE_HTTP_ADDRESS"] == "0.0.0.0:8080"
    assert pod["terminationGracePeriodSeconds"] == 60
    assert container(objects)["image"] == "example.org/t:1.2.3"
    secrets = {one["secret"]["secretName"] for one in pod["volumes"] if "secret" in one}
    assert secrets == {"db", "certificate", "log-key"}
    mounts = {one["name"]: one["mountPath"] for one in container(objects)["volumeMounts"]}
    assert environment["TOUCHSTONE_LOG_KEY"].startswith(f"{mounts['log-key']}/")
    assert {one["name"] for one in objects["Service"]["spec"]["ports"]} == {"grpc", "http"}
    rules = objects["NetworkPolicy"]["spec"]
    assert rules["ingress"][0]["from"] == [{"podSelector": {"matchLabels": {"role": "caller"}}}]
    assert {"ports": [{"port": 5432}]} in rules["egress"]
    assert (pod["nodeSelector"], pod["imagePullSecrets"]) == ({"disk": "ssd"}, [{"name": "pull"}])


@pytest.mark.full
@pytest.mark.parametrize("values", [{}, EVERYTHING], ids=["defaults", "everything"])
def test_environment_variables_name_existing_settings(tmp_path: Path, values: dict[str, Any]) -> None:
    environment = {one["name"]: one["value"] for one in container(rendered(tmp_path, values))["env"]}
    environment.pop("PGSERVICEFILE")
    check_environment(environment)
    assert {name.removeprefix("TOUCHSTONE_").lower() for name in environment} <= set(Settings.model_fields)


@pytest.mark.full
@pytest.mark.parametrize(
    ("argument", "field"),
    [
        ("replcas=3", "replcas"),
        ("replicas=0", "/replicas"),
        ("image.tga=1", "tga"),
        ("settings.api_keys=false", "/settings/api_keys"),
        ("settings.API=x", "API"),
        ("databaseSecret=Not A Name", "/databaseSecret"),
        ("httpPort=70000", "/httpPort"),
        ("network.enbled=true", "enbled"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(argument: str, field: str) -> None:
    ran = helm("template", "t", CHART, "--set", argument)
    assert ran.returncode != 0
    assert field in ran.stderr


@pytest.mark.full
def test_the_chart_passes_the_linter_and_has_the_version_of_the_service() -> None:
    assert helm("lint", "--strict", CHART).returncode == 0
    chart = yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    assert f'version = "{chart["appVersion"]}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert chart["version"] == chart["appVersion"]
