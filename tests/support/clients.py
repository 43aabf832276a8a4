"""Clients in other languages, built once for all test processes, and programs that use them."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.needs import CACHE
from tests.support.outside import lacking, program
from tests.support.running import ROOT

LANGUAGES = ("python", "typescript", "go", "java")
TOOLS = {
    "python": (),
    "typescript": ("node", "npm"),
    "go": ("go", "protoc-gen-go", "protoc-gen-go-grpc"),
    "java": ("javac", "protoc", "grpc_java_plugin"),
}
NPM_UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENETUNREACH", "ETIMEDOUT", "ENOTCACHED")
"""Error codes of npm without network access or registry."""
_BUILT = CACHE / "clients"


def load_build() -> Any:
    """Import `proto/clients/build.py`, which is in no package."""
    specification = importlib.util.spec_from_file_location("build_of_clients", ROOT / "proto" / "clients" / "build.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Program:
    """Command of a compiled program, and its environment."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str) -> str:
        """Return the output of the program, which must succeed."""
        done = subprocess.run(  # noqa: S603 -- our own programs
            (*self.command, *arguments), env={**os.environ, **self.environment},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def built(language: str) -> tuple[Any, Path]:
    """Build a client, unless its sources are unchanged; return the build module and the folder of the client.

    The test is skipped without the tools of the language; with CI=true it fails.
    """
    for tool in TOOLS[language]:
        program(tool, "its client was not run")
    build = load_build()
    if language == "java" and (
        missing := [jar for jar in build.java_class_path().split(":") if not Path(jar).exists()]
    ):
        lacking(f"{missing[0]} is not installed, so the client in Java was not run")
    if language == "go" and not Path(build.GO_LIBRARIES, "src", "google.golang.org", "grpc").exists():
        lacking("the sources of gRPC are not installed, so the client in Go was not run")
    _BUILT.mkdir(parents=True, exist_ok=True)
    with (_BUILT / f"{language}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            return build, build.build(language, _BUILT)
        except build.BuildError as error:
            if any(code in str(error) for code in NPM_UNREACHABLE):
                lacking("no registry of npm is reached, so the client in TypeScript was not built")
            pytest.fail(str(error))


def compiled(language: str, source: Path, folder: Path) -> Program:
    """Compile a program that uses a client; `source` is its file, `folder` an empty folder."""
    if language == "python":
        return Program((sys.executable, str(source)), {"PYTHONPATH": str(ROOT / "proto")})
    build, client = built(language)
    if language == "typescript":
        return _compiled_typescript(client, source, folder)
    if language == "go":
        return _compiled_go(build, client, source, folder)
    jar = _BUILT / f"touchstone-client-{build.VERSION}.jar"
    path = os.pathsep.join((str(jar), build.java_class_path()))
    _run("javac", "-proc:none", "-d", str(folder), "-cp", path, str(source), folder=folder)
    options = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", f"-Djava.library.path={_native_tls()}")
    return Program(("java", *options, "-cp", os.pathsep.join((str(folder), path)), source.stem))


def _native_tls() -> Path:
    """Return a folder with the TLS library of Netty under the name that Netty loads.

    Debian's Netty cannot use the TLS of Java for HTTP/2, and its package names the library in another form.
    """
    folder = _BUILT / "native"
    folder.mkdir(exist_ok=True)
    for library in Path("/usr/lib").glob("*/jni/libnetty-tcnative.so"):
        whole = folder / f"{os.getpid()}.so"
        shutil.copy2(library, whole)
        whole.replace(folder / "libnetty_tcnative.so")  # a program crashes if the library that it uses is overwritten
    return folder


def _compiled_typescript(client: Path, source: Path, folder: Path) -> Program:
    """Compile in a folder that contains the packed client, and the dependencies of its build."""
    example = ROOT / "examples" / "clients" / "typescript"
    shutil.copy2(source, folder / "evaluate.ts")
    for name in ("package.json", "tsconfig.json"):
        shutil.copy2(example / name, folder)
    modules = folder / "node_modules"
    modules.mkdir()
    for dependency in (client / "node_modules").iterdir():
        if not dependency.name.startswith("."):
            (modules / dependency.name).symlink_to(dependency)
    (packed,) = _BUILT.glob("touchstone-client-*.tgz")
    shutil.unpack_archive(packed, modules, "gztar")
    (modules / "package").rename(modules / "touchstone-client")
    _run("node", str(modules / "typescript" / "bin" / "tsc"), folder=folder)
    return Program(("node", str(folder / "evaluate.js")))


def _compiled_go(build: Any, client: Path, source: Path, folder: Path) -> Program:
    package = folder / "src" / "program"
    package.mkdir(parents=True)
    shutil.copy2(source, package)
    environment = build.go_environment(client)
    environment["GOPATH"] = f"{folder}{os.pathsep}{environment['GOPATH']}"
    _run("go", "build", "-o", str(folder / "run"), ".", folder=package, **environment)
    return Program((str(folder / "run"),))


def _run(*command: str, folder: Path, **environment: str) -> None:
    done = subprocess.run(  # noqa: S603 -- our own programs
        command, cwd=folder, env={**os.environ, **environment},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
