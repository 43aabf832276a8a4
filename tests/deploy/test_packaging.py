"""Container file, compose file and Kubernetes manifests: settings, ports, probes and secrets consistent."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from jsonschema_rs import validator_for

from service.configuration.settings import Settings, check_environment
from service.monitoring.monitoring_setup import parse_listen_address
from tests.support.calling import request_for
from tests.support.outside import named_file, program
from tests.support.postgres import new_database
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_subject

DEPLOY = ROOT / "deploy"
MANIFESTS = DEPLOY / "kubernetes"
_KEPT_BY_LIBPQ = {"PGSERVICEFILE"}
_SHUTDOWN_SECONDS = 5
"""Time that a server may need in addition to the grace period for calls."""


def yaml_files(path: Path) -> list[dict[str, Any]]:
    return [one for one in yaml.safe_load_all(path.read_text(encoding="utf-8")) if one is not None]


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"^#.*\n", "", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    joined = re.sub(r"\\\n\s*", " ", text)
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in joined.splitlines() if line.strip())]


def last_stage() -> list[tuple[str, str]]:
    commands = instructions()
    begins = max(index for index, (name, _) in enumerate(commands) if name == "FROM")
    return commands[begins:]


def container_environment() -> dict[str, str]:
    return {
        name: value
        for instruction, rest in last_stage()
        if instruction == "ENV"
        for name, _, value in (pair.partition("=") for pair in rest.split())
    }


def manifest(kind: str) -> dict[str, Any]:
    (document,) = [one for path in MANIFESTS.glob("*.yaml") for one in yaml_files(path) if one["kind"] == kind]
    return document


def pod() -> dict[str, Any]:
    spec: dict[str, Any] = manifest("Deployment")["spec"]["template"]["spec"]
    return spec


def container() -> dict[str, Any]:
    (entry,) = pod()["containers"]
    settings: dict[str, Any] = entry
    return settings


def deployed_environment() -> dict[str, str]:
    return {one["name"]: one["value"] for one in container()["env"]}


def composed() -> dict[str, Any]:
    (document,) = yaml_files(DEPLOY / "compose.yaml")
    return document


def names_of_settings(environment: dict[str, str]) -> set[str]:
    return {name for name in environment if name.startswith("TOUCHSTONE_")}


@pytest.mark.parametrize("where", ["image", "compose", "kubernetes"])
def test_environment_variables_name_existing_settings(where: str) -> None:
    environment: dict[str, str] = {
        "image": container_environment,
        "compose": lambda: composed()["services"]["touchstone"]["environment"],
        "kubernetes": deployed_environment,
    }[where]()
    assert names_of_settings(environment)
    check_environment(environment)
    values = {name.removeprefix("TOUCHSTONE_").lower(): value for name, value in environment.items()}
    settings = Settings.model_validate({name: values[name] for name in values if name in Settings.model_fields})
    assert settings.database_url.startswith(("sqlite:////", "postgresql:///"))
    assert set(environment) - names_of_settings(environment) <= {*_KEPT_BY_LIBPQ, "PATH", "PYTHONDONTWRITEBYTECODE"}


def test_the_image_is_built_in_stages_and_runs_as_an_unprivileged_user() -> None:
    stages = [rest for name, rest in instructions() if name == "FROM"]
    assert len(stages) == 2
    assert len({stage.split()[0] for stage in stages}) == 1
    assert all(re.search(r":\d", stage) for stage in stages)
    last = dict(last_stage())
    assert re.fullmatch(r"([1-9]\d+):\1", last["USER"])
    assert not any("gcc" in rest for _, rest in instructions())
    assert "ADD" not in dict(instructions())
    order = [name for name, _ in last_stage()]
    assert order.index("USER") > max(index for index, name in enumerate(order) if name == "RUN")


def test_the_image_contains_only_the_lock_file_and_the_wheels_of_the_tree() -> None:
    copied = [rest.split()[0] for name, rest in instructions() if name == "COPY" and "--from=" not in rest]
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == set(copied)
    assert (ROOT / "requirements.txt").is_file()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^image: wheel ", makefile, re.MULTILINE)
    assert "deploy/Containerfile" in makefile


def test_the_image_installs_locked_packages_by_hash_and_built_wheels_without_an_index() -> None:
    locked, built = (rest for name, rest in instructions() if name == "RUN" and "pip install" in rest)
    assert {"--require-hashes", "--only-binary"} <= set(locked.split())
    assert {"--no-index", "--find-links"} <= set(built.split())


def test_servers_of_two_versions_never_share_a_store_in_a_cluster() -> None:
    assert manifest("Deployment")["spec"]["strategy"] == {"type": "Recreate"}


def test_ports_are_the_same_everywhere() -> None:
    set_in_image, deployed = container_environment(), deployed_environment()
    calls, looks = (
        parse_listen_address(set_in_image[f"TOUCHSTONE_{name}"])[1] for name in ("ADDRESS", "METRICS_ADDRESS")
    )
    assert dict(last_stage())["EXPOSE"].split() == [str(calls), str(looks)]
    assert f":{looks}/readyz" in dict(last_stage())["HEALTHCHECK"]
    assert parse_listen_address(deployed["TOUCHSTONE_ADDRESS"])[1] == calls
    assert parse_listen_address(deployed["TOUCHSTONE_METRICS_ADDRESS"])[1] == looks
    ports = {one["name"]: one["containerPort"] for one in container()["ports"]}
    assert ports == {"grpc": calls, "metrics": looks}
    assert {one["targetPort"] for one in manifest("Service")["spec"]["ports"]} <= set(ports)
    assert {one["port"] for one in manifest("Service")["spec"]["ports"]} == {calls}
    allowed = [one["port"] for rule in manifest("NetworkPolicy")["spec"]["ingress"] for one in rule["ports"]]
    assert allowed == ["grpc", "metrics"]
    shown = [one.rpartition(":") for one in composed()["services"]["touchstone"]["ports"]]
    assert {int(port) for _, _, port in shown} == {calls, looks}
    assert all(host.startswith("127.0.0.1:") for host, _, _ in shown)
    annotations = manifest("Deployment")["spec"]["template"]["metadata"]["annotations"]
    assert annotations["prometheus.io/port"] == str(looks)
    targets = yaml_files(DEPLOY / "prometheus" / "prometheus.yaml")[0]["scrape_configs"][0]["static_configs"]
    assert targets == [{"targets": [f"127.0.0.1:{looks}"]}]


def test_probes_request_existing_pages() -> None:
    probes = {name: container()[f"{name}Probe"]["httpGet"] for name in ("startup", "readiness", "liveness")}
    assert {name: probe["path"] for name, probe in probes.items()} == {
        "startup": "/readyz", "readiness": "/readyz", "liveness": "/healthz"
    }  # fmt: skip
    assert {probe["port"] for probe in probes.values()} == {"metrics"}


def test_orchestrators_wait_longer_than_the_server() -> None:
    grace = int(deployed_environment()["TOUCHSTONE_GRACE_SECONDS"])
    before = container()["lifecycle"]["preStop"]["sleep"]["seconds"]
    assert pod()["terminationGracePeriodSeconds"] >= before + grace + _SHUTDOWN_SECONDS
    stop = int(composed()["services"]["touchstone"]["stop_grace_period"].removesuffix("s"))
    assert stop >= int(Settings.model_fields["grace_seconds"].default) + _SHUTDOWN_SECONDS


def test_no_container_runs_as_root_or_writes_outside_its_volumes() -> None:
    assert pod()["securityContext"]["runAsNonRoot"] is True
    assert str(pod()["securityContext"]["runAsUser"]) == dict(last_stage())["USER"].partition(":")[0]
    context = container()["securityContext"]
    assert (context["readOnlyRootFilesystem"], context["allowPrivilegeEscalation"]) == (True, False)
    assert context["capabilities"] == {"drop": ["ALL"]}
    assert manifest("ServiceAccount")["automountServiceAccountToken"] is False
    service = composed()["services"]["touchstone"]
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])


def test_secrets_are_passed_as_files() -> None:
    assert not any("valueFrom" in one for one in container()["env"])
    assert not [name for name in {*deployed_environment(), *container_environment()} if "PASSWORD" in name]
    mounts = {one["name"]: one["mountPath"] for one in container()["volumeMounts"]}
    secrets = {one["name"] for one in pod()["volumes"] if "secret" in one}
    assert deployed_environment()["PGSERVICEFILE"].startswith(f"{mounts[min(secrets)]}/")
    services = composed()["services"]
    assert services["touchstone"]["environment"]["PGSERVICEFILE"] == "/run/secrets/pg_service"
    for service in services.values():
        assert set(service["secrets"]) <= set(composed()["secrets"])


def test_mounted_volumes_are_declared() -> None:
    assert {one["name"] for one in container()["volumeMounts"]} == {one["name"] for one in pod()["volumes"]}
    assert set(composed()["volumes"]) == {"database"}
    for service in composed()["services"].values():
        assert set(service["networks"]) <= set(composed()["networks"])


def test_every_manifest_is_listed_and_has_version_and_kind() -> None:
    (listing,) = yaml_files(MANIFESTS / "kustomization.yaml")
    assert sorted([*listing["resources"], "kustomization.yaml"]) == sorted(path.name for path in MANIFESTS.iterdir())
    for path in MANIFESTS.iterdir():
        for document in yaml_files(path):
            assert document["apiVersion"]
            assert document["kind"]


@pytest.fixture
def applied() -> list[dict[str, Any]]:
    """Manifests as applied, including the labels and selectors that kustomize adds."""
    kubectl = program("kubectl", "the manifests are only read")
    ran = subprocess.run((kubectl, "kustomize", str(MANIFESTS)), capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    assert ran.returncode == 0, ran.stderr
    return [one for one in yaml.safe_load_all(ran.stdout) if one is not None]


def test_selectors_choose_the_servers(applied: list[dict[str, Any]]) -> None:
    manifests = {one["kind"]: one for one in applied}
    labels = manifests["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert manifests["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert manifests["Service"]["spec"]["selector"] == labels
    assert manifests["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert manifests["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    spread = manifests["Deployment"]["spec"]["template"]["spec"]["topologySpreadConstraints"]
    assert [one["labelSelector"]["matchLabels"] for one in spread] == [labels]
    assert manifests["PodDisruptionBudget"]["spec"]["minAvailable"] < manifests["Deployment"]["spec"]["replicas"]


def test_the_manifests_have_only_fields_that_kubernetes_defines(applied: list[dict[str, Any]]) -> None:
    schema = json.loads(named_file("TOUCHSTONE_KUBERNETES_SCHEMA", "definitions of Kubernetes").read_text("utf-8"))
    for document in applied:
        group, _, version = document["apiVersion"].rpartition("/")
        kind = {"group": group, "version": version, "kind": document["kind"]}
        (name,) = (
            name for name, found in schema["$defs"].items() if kind in found.get("x-kubernetes-group-version-kind", ())
        )
        validator = validator_for({**schema, "$ref": f"#/$defs/{name}"})
        assert [error.message for error in validator.iter_errors(document)] == [], document["kind"]
        document["metadata"]["nmae"] = document["metadata"].pop("name")
        assert not validator.is_valid(document)


@pytest.mark.full
def test_a_deployed_server_finds_its_database_by_a_service_file(tmp_path: Path, gazette: Path, postgres: Any) -> None:
    """libpq refuses a password file that a group may read, as Kubernetes mounts it; a service file it takes."""
    parameters = psycopg.conninfo.conninfo_to_dict(new_database(postgres))
    section = "\n".join(f"{key}={value}" for key, value in parameters.items() if value)
    service_file = tmp_path / "pg_service.conf"
    service_file.write_text(f"[touchstone]\n{section}\n", encoding="utf-8")
    service_file.chmod(0o440)
    url = deployed_environment()["TOUCHSTONE_DATABASE_URL"].replace("/touchstone?", f"/{parameters['dbname']}?")
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_URL=url, PGSERVICEFILE=str(service_file)) as running:
        assert running.evaluations.EvaluateSubject(request_for(small_subject())).name
