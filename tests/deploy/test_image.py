"""Container image: start, service over TLS, read-only root, graceful stop, and refusal to start without identity.

Skipped unless an image is named: `TOUCHSTONE_BUILT_IMAGE=touchstone CONTAINER=podman pytest --full` on this file.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import uuid
from collections.abc import Iterator

import pytest

from tests.support.identities import Authority
from tests.support.running import ROOT
from tests.support.waiting import until

CONTAINER = shlex.split(os.environ.get("CONTAINER", "docker"))
RUN = shlex.split(os.environ.get("CONTAINER_RUN", ""))  # additional arguments for the container engine of this machine
AS_DEPLOYED = ("--network=none", "--read-only", "--tmpfs=/tmp", "--cap-drop=all", "--security-opt=no-new-privileges")

pytestmark = pytest.mark.full


def engine(*arguments: object, ends_with: int | None = 0) -> str:
    ran = subprocess.run((*CONTAINER, *map(str, arguments)), capture_output=True, text=True, check=False, timeout=300)  # noqa: S603 -- ours
    assert ends_with in (None, ran.returncode), ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def image() -> str:
    """Name of the built image; tests skip without it.

    Continuous integration skips too, because root may not run containers on every machine.
    """
    return os.environ.get("TOUCHSTONE_BUILT_IMAGE") or pytest.skip("TOUCHSTONE_BUILT_IMAGE names no image")


@pytest.fixture(scope="module")
def container(image: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with TLS and keys, as the compose file starts it, on its own volume."""
    folder = tmp_path_factory.mktemp("secrets")
    own = Authority(folder).certified("server")
    for path in (folder, folder.parent, own.key):
        path.chmod(0o755)
    name = f"touchstone-{uuid.uuid4().hex[:8]}"
    settings = {
        "TLS_CERTIFICATE": f"/run/secrets/{own.certificate.name}",
        "TLS_KEY": f"/run/secrets/{own.key.name}",
        "API_KEYS": "true",
    }
    variables = [f"--env=TOUCHSTONE_{key}={value}" for key, value in settings.items()]
    volume = (f"--volume={folder}:/run/secrets:ro", f"--volume={ROOT / 'examples'}:/examples:ro")
    engine("run", "--detach", f"--name={name}", *RUN, *AS_DEPLOYED, *variables, *volume, image)
    try:
        yield name
    finally:
        engine("stop", name, ends_with=None)
        engine("rm", "--force", "--volumes", name, ends_with=None)


def inside(container: str, command: str) -> str:
    return engine("exec", container, "sh", "-c", command)


def test_a_server_of_the_image_serves_and_stops_gracefully(container: str) -> None:
    ready = "import urllib.request as r; r.urlopen('http://127.0.0.1:9464/readyz', timeout=5)"
    until(lambda: engine("exec", container, "python", "-c", ready, ends_with=None) == "", seconds=240)
    create = "touchstone server key-create --organization organizations/example --role integrator --out /tmp/key"
    assert "was created" in inside(container, create)
    reaching = "--server localhost:50051 --ca /run/secrets/authority.pem --token-file /tmp/key"
    card = "zero-carbon-factory /examples/worked-factory.yaml --as-of 2026-03-01 --set reading=cascade"
    assert "Graded" in inside(container, f"touchstone evaluate {card} {reaching}")
    assert "worked-factory" in inside(container, f"touchstone evaluation list organizations/example {reaching}")
    assert "1 evaluation backed up" in inside(container, "touchstone data backup /tmp/backup")
    assert set(inside(container, "ls /var/lib/touchstone").split()) >= {"store.sqlite3"}
    engine("stop", "--time=60", container)
    assert engine("inspect", "--format={{.State.ExitCode}}", container).strip() == "0"


def test_the_image_has_no_compiler_and_no_installer_and_is_read_only(container: str) -> None:
    engine("start", container)
    assert inside(container, "id -u").strip() == "10001"
    output = inside(container, "which gcc cc make git || true; ls /opt/touchstone/bin; which pg_dump")
    assert "pg_dump" in output
    assert not {"gcc", "cc", "make", "git", "pip"} & {line.rpartition("/")[2] for line in output.splitlines()}
    for place in ("/x", "/opt/touchstone/x", "/etc/x"):
        assert "Read-only file system" in inside(container, f"touch {place} 2>&1 || true")
    assert "CapEff:\t0000000000000000" in inside(container, "cat /proc/self/status")


def test_without_identity_the_image_reports_the_missing_settings(image: str) -> None:
    name = engine("run", "--detach", *RUN, *AS_DEPLOYED, image).strip()
    try:
        assert engine("wait", name).strip() == "2"
        assert "Other machines can reach" in engine("logs", name)
    finally:
        engine("rm", "--force", "--volumes", name, ends_with=None)
