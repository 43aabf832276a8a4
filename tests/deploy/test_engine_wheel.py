"""The wheel of the inference library: built again, and loaded by another Python."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from tests.support.running import ROOT

ENGINE = Path(sys.prefix) / "engine"
"""Folder of the wheel that `make setup` builds."""
FILES = ROOT / "deploy" / "engine"
ASKED = """
import sys
sys.path.insert(0, sys.argv[1])
import durable, durable_rules_engine as engine
rules = engine.create_ruleset("asked", '{"asked": {"all": [{"t0": {"$ex": {"f": 1}}}]}}')
_, state = engine.assert_facts(rules, '[{"f": 1, "sid": "s", "id": "1"}]')
print(durable.__file__, engine.__file__, engine.start_action_for_state(rules, state)[1], sep="\\n")
"""


def wheel() -> Path:
    (built,) = ENGINE.glob("*.whl")
    return built


def build(source: Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    options = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-build-isolation")
    return subprocess.run(  # noqa: S603 -- ours
        (sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, source),
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Sources verified by hash, with the files of deploy/engine added."""
    (archive,) = ENGINE.glob("durable_rules-*.tar.gz")
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)  # noqa: S603, S607 -- as `make setup` does
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    for path in FILES.iterdir():
        shutil.copy(path, unpacked)
    return unpacked


def test_the_wheel_fits_every_supported_python_and_contains_the_licence() -> None:
    name, _, _, tags = parse_wheel_filename(wheel().name)
    assert name == "durable-rules"
    assert {(tag.interpreter, tag.abi) for tag in tags} == {("cp311", "abi3")}
    with zipfile.ZipFile(wheel()) as held:
        names = set(held.namelist())
        (licence,) = (one for one in names if one.endswith(".dist-info/licenses/LICENSE"))
        assert "The MIT License" in held.read(licence).decode()
    assert {"durable/__init__.py", "durable/lang.py", "durable_rules_engine.abi3.so"} <= names


def test_the_wheel_version_is_that_of_the_sources_and_is_preferred_to_them() -> None:
    locked = re.findall(r"^(\S+)==(\S+) ", (FILES / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    ((name, sources),) = locked
    built = Version(tomllib.loads((FILES / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    assert (built.public, name) == (sources, "durable-rules")
    assert built > Version(sources)
    assert Version(metadata.version(name)) == built
    stated = tomllib.loads((ROOT / "rules" / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    (needed,) = (one for one in map(Requirement, stated) if one.name == name)
    assert needed.specifier.contains(built)


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_no_lock_file_brings_the_sources(lock: str) -> None:
    """Installation from such a lock file would compile the sources."""
    locked = re.findall(r"^(\S+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    assert "durable-rules" not in {canonicalize_name(name) for name in locked}


@pytest.mark.full
def test_a_rebuilt_wheel_has_the_same_bytes(source: Path, tmp_path: Path) -> None:
    ran = build(source, tmp_path / "again")
    assert ran.returncode == 0, ran.stderr
    (again,) = (tmp_path / "again").iterdir()
    assert (again.name, again.read_bytes()) == (wheel().name, wheel().read_bytes())


@pytest.mark.full
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="this machine has another C library than glibc")
def test_the_wheel_runs_on_every_current_glibc(tmp_path: Path) -> None:
    """Also where it was built with a newer one, which has functions that no older one has."""
    bin_folder = Path(sys.executable).parent
    path = os.pathsep.join([str(bin_folder), os.environ["PATH"]])
    ran = subprocess.run(  # noqa: S603 -- ours
        (bin_folder / "auditwheel", "repair", "--wheel-dir", tmp_path, wheel()),
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    (repaired,) = tmp_path.iterdir()
    assert f"manylinux_2_17_{platform.machine()}" in {tag.platform for tag in parse_wheel_filename(repaired.name)[3]}


@pytest.mark.full
def test_a_compiler_error_is_reported(source: Path, tmp_path: Path) -> None:
    (source / "missing.h").write_text("#error of the test\n", encoding="utf-8")
    ran = build(source, tmp_path / "again")
    assert ran.returncode != 0
    assert "#error of the test" in ran.stderr
    assert "did not compile the inference library" in ran.stderr


@pytest.mark.full
def test_another_python_version_loads_the_wheel(tmp_path: Path) -> None:
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    here = sys.version_info.minor
    tried = []
    with zipfile.ZipFile(wheel()) as held:
        held.extractall(tmp_path)
    for minor in range(11, 15):
        interpreters = [*home.glob(f"versions/3.{minor}.*/bin/python"), shutil.which(f"python3.{minor}")]
        for python in (str(one) for one in interpreters if one and minor != here):
            ran = subprocess.run(  # noqa: S603 -- ours
                (python, "-I", "-W", "ignore", "-c", ASKED, tmp_path), capture_output=True, text=True, check=False
            )
            if ran.returncode and "pyenv:" in ran.stderr:
                continue  # a name on PATH behind which there is no Python
            assert ran.returncode == 0, ran.stderr
            package, module, fired = ran.stdout.splitlines()
            assert Path(package).is_relative_to(tmp_path)
            assert Path(module).is_relative_to(tmp_path)
            assert fired.startswith('{"asked"')
            tried.append(python)
    if not tried:
        pytest.skip(f"no Python but 3.{here} is on this machine")
