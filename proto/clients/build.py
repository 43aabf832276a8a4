"""Builds of the clients in other languages: generated stubs, the hand-written layer, and one archive per language.

    python proto/clients/build.py [typescript] [go] [java] [--out dist/clients]

An archive is rebuilt only if one of its sources changed. `README.md` lists the required tools.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from google.api import annotations_pb2  # noqa: F401 -- registers the option google.api.http
from google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto, FileDescriptorSet

CLIENTS = Path(__file__).resolve().parent
PROTO = CLIENTS.parent
ROOT = PROTO.parent
VERSION: str = tomllib.loads((PROTO / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

MESSAGES = (
    "BROKEN_OFF", "IN_THE_CLEAR", "MESSAGE_TOO_LARGE", "NAME_WANTED", "NO_ANSWER_IN_TIME", "NO_TLS", "NO_TOKEN",
    "OTHER_HOST_NAME", "TOGETHER", "UNREACHABLE", "UNREACHABLE_WITH_TLS", "UNTRUSTED_CERTIFICATE",
)  # fmt: skip
"""Messages of the Python client that the other clients use, too."""
USED_OPTIONS = ("google.api.http", "touchstone.v1.reads_only")
"""Options of the API definition that clients read. Without the others, stubs need no packages that define them."""
UNUSED_IMPORTS = ("google/api/field_behavior.proto", "google/api/resource.proto")
GO_LIBRARIES = "/usr/share/gocode"
JAVA_LIBRARIES = "/usr/share/java"
JAVA_PACKAGES = (
    "protobuf", "protobuf-util", "proto-google-common-protos", "grpc-api", "grpc-context", "grpc-core", "grpc-stub",
    "grpc-protobuf", "grpc-protobuf-lite", "grpc-netty", "guava", "gson", "netty-buffer", "netty-codec",
    "netty-codec-http", "netty-codec-http2", "netty-codec-socks", "netty-common", "netty-handler",
    "netty-handler-proxy", "netty-resolver", "netty-tcnative", "netty-transport", "perfmark-api",
)  # fmt: skip
"""Names of the jar files that the client in Java needs, without versions."""
GENERATED_MARK = re.compile(r"^@javax\.annotation\.Generated\(.*?\)\n", re.MULTILINE | re.DOTALL)
"""Annotation of generated Java classes. Its package is no longer part of Java."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class BuildError(Exception):
    """A tool is missing or failed."""


def run(*command: str | Path, folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> None:
    """Run a command.

    Raises:
        BuildError: The program is missing or fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 -- our own commands
            list(map(str, command)), cwd=folder, env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise BuildError(f"{command[0]} is not installed; proto/clients/README.md lists the required tools") from None
    if done.returncode:
        raise BuildError(f"{Path(command[0]).name} failed:\n{done.stdout.strip()}")


def api_files() -> list[Path]:
    """Return the files of the public API definition."""
    return sorted((PROTO / "touchstone" / "v1").glob("*.proto"))


def describe_api(target: Path) -> list[str]:
    """Write the descriptors of the API, reduced to the options that clients use; return the names of its files."""
    details = Path(import_module("google.rpc.error_details_pb2").__file__ or "").parents[2]
    complete = target.with_suffix(".complete")
    run(
        sys.executable, "-m", "grpc_tools.protoc", "-I", PROTO, "-I", details, "--include_imports",
        "--include_source_info", f"--descriptor_set_out={complete}", *api_files(),
        details / "google" / "rpc" / "status.proto", details / "google" / "rpc" / "error_details.proto",
    )  # fmt: skip
    for source in api_files():
        import_module(f"touchstone.v1.{source.stem}_pb2")  # registers our options, so that they are recognized
    everything = FileDescriptorSet.FromString(complete.read_bytes())
    reduced = FileDescriptorSet(file=(file for file in everything.file if file.name not in UNUSED_IMPORTS))
    for file in reduced.file:
        _reduce(file)
    target.write_bytes(reduced.SerializeToString())
    return [str(source.relative_to(PROTO)) for source in api_files()]


def _reduce(file: FileDescriptorProto) -> None:
    used_imports = [name for name in file.dependency if name not in UNUSED_IMPORTS]
    del file.dependency[:]
    file.dependency.extend(used_imports)
    for service in file.service:
        _reduce_options(service.options)
        for method in service.method:
            _reduce_options(method.options)
    _reduce_options(file.options)
    for message in file.message_type:
        _reduce_message(message)


def _reduce_message(message: DescriptorProto) -> None:
    _reduce_options(message.options)
    for field in message.field:
        _reduce_options(field.options)
    for nested in message.nested_type:
        _reduce_message(nested)


def _reduce_options(options: Any) -> None:
    for field, _ in options.ListFields():
        if field.is_extension and field.full_name not in USED_OPTIONS:
            options.ClearExtension(field)


def messages() -> dict[str, dict[str, str]]:
    """Return the messages of the clients by code and language."""
    texts = tomllib.loads((PROTO / "touchstone" / "client" / "refusals.toml").read_text(encoding="utf-8"))
    return {code: texts[code] for code in MESSAGES}


def copy(source: Path, target: Path) -> None:
    """Copy the committed files of a client, and the license."""
    ignored = shutil.ignore_patterns("node_modules", "dist", "generated")
    shutil.copytree(source, target, ignore=ignored, dirs_exist_ok=True)
    shutil.copy2(PROTO / "LICENSE", target / "LICENSE")


def build_typescript(work: Path, out: Path) -> None:
    """Build the npm tarball."""
    copy(CLIENTS / "typescript", work)
    generated = work / "src" / "generated"
    generated.mkdir(parents=True, exist_ok=True)
    described = work / "api.descriptors"
    files = describe_api(described)
    run("npm", "ci", "--ignore-scripts", folder=work)
    run(
        sys.executable, "-m", "grpc_tools.protoc", f"--descriptor_set_in={described}",
        f"--plugin=protoc-gen-es={work / 'node_modules' / '.bin' / 'protoc-gen-es'}", f"--es_out={generated}",
        "--es_opt=target=ts,import_extension=js", *files,
        "google/api/annotations.proto", "google/api/http.proto", "google/rpc/error_details.proto",
        "google/rpc/status.proto",
    )  # fmt: skip
    texts = json.dumps(messages(), ensure_ascii=False, indent=2)
    (generated / "messages.ts").write_text(f"export const MESSAGES = {texts} as const;\n", encoding="utf-8")
    run(work / "node_modules" / ".bin" / "tsc", folder=work)
    run("npm", "pack", "--ignore-scripts", "--pack-destination", out, folder=work)


def build_go(work: Path, out: Path) -> None:
    """Build the zip of the Go module. The sources of its libraries check it, if this machine has them."""
    module = work / "src" / "touchstone"
    copy(CLIENTS / "go", module)
    described = work / "api.descriptors"
    files = describe_api(described)
    run(
        sys.executable, "-m", "grpc_tools.protoc", f"--descriptor_set_in={described}", f"--go_out={work / 'src'}",
        f"--go-grpc_out={work / 'src'}", *files,
    )  # fmt: skip
    texts = json.dumps(messages(), ensure_ascii=False, indent=2) + "\n"
    (module / "client" / "messages.json").write_text(texts, encoding="utf-8")
    run("go", "vet", "./...", folder=module, environment=go_environment(work))
    write_zip(out / f"touchstone-client-go-{VERSION}.zip", module, within=f"touchstone-client-go-{VERSION}")


def go_environment(work: Path) -> dict[str, str]:
    """Return the environment that compiles with the library sources of this machine, without a module proxy."""
    libraries = os.environ.get("TOUCHSTONE_GO_LIBRARIES", GO_LIBRARIES)
    return {"GO111MODULE": "off", "GOPATH": f"{work}{os.pathsep}{libraries}", "GOFLAGS": "", "GOTOOLCHAIN": "local"}


def build_java(work: Path, out: Path) -> None:
    """Build the jar, and write its POM next to it."""
    copy(CLIENTS / "java", work)
    described = work / "api.descriptors"
    files = describe_api(described)
    sources, classes = work / "src" / "main" / "java", work / "classes"
    run(
        "protoc", f"--descriptor_set_in={described}", f"--java_out={sources}", f"--grpc-java_out={sources}",
        f"--plugin=protoc-gen-grpc-java={shutil.which('grpc_java_plugin') or 'grpc_java_plugin'}", *files,
    )  # fmt: skip
    listed = sorted(sources.rglob("*.java"))
    for source in listed:
        text = source.read_text(encoding="utf-8")
        if "@javax.annotation.Generated" in text:
            source.write_text(GENERATED_MARK.sub("", text), encoding="utf-8")
    arguments = work / "sources.txt"
    arguments.write_text("\n".join(map(str, listed)), encoding="utf-8")
    run("javac", "--release", "11", "-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", classes,
        "-cp", java_class_path(), f"@{arguments}")  # fmt: skip
    texts = "".join(
        f"{code}.{language}={text.replace(chr(92), chr(92) * 2)}\n"
        for code, languages in messages().items()
        for language, text in languages.items()
    )
    (classes / "touchstone" / "client" / "messages.properties").write_text(texts, encoding="utf-8")
    shutil.copy2(PROTO / "LICENSE", classes / "LICENSE")
    write_zip(out / f"touchstone-client-{VERSION}.jar", classes)
    shutil.copy2(CLIENTS / "java" / "pom.xml", out / f"touchstone-client-{VERSION}.pom")


def java_class_path() -> str:
    """Return the jar files that the client needs, from the folder of this machine's libraries."""
    libraries = Path(os.environ.get("TOUCHSTONE_JAVA_LIBRARIES", JAVA_LIBRARIES))
    return os.pathsep.join(str(libraries / f"{name}.jar") for name in JAVA_PACKAGES)


def write_zip(target: Path, folder: Path, within: str = "") -> None:
    """Write the files of a folder, with fixed times and order, so that equal files produce equal archives."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = Path(within, file.relative_to(folder)).as_posix()
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), file.read_bytes(), zipfile.ZIP_DEFLATED)


BUILDS: Mapping[str, Callable[[Path, Path], None]] = {
    "typescript": build_typescript,
    "go": build_go,
    "java": build_java,
}


def sources_digest(language: str) -> str:
    """Return the digest of the files that an archive depends on."""
    digest = hashlib.sha256()
    own = (path for path in (CLIENTS / language).rglob("*") if path.is_file() and "node_modules" not in path.parts)
    shared = (Path(__file__), PROTO / "touchstone" / "client" / "refusals.toml", PROTO / "pyproject.toml")
    for path in sorted((*own, *api_files(), *shared)):
        digest.update(f"{path.relative_to(PROTO)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build(language: str, out: Path) -> Path:
    """Build a client below a folder, unless its sources are unchanged; return the folder of its sources and stubs.

    Raises:
        BuildError: A tool is missing or failed.
    """
    work, stamp, digest = out / language, out / f"{language}.digest", sources_digest(language)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        stamp.unlink(missing_ok=True)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        BUILDS[language](work, out)
        stamp.write_text(digest, encoding="utf-8")
    return work


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the named clients, or all; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", help=f"of {', '.join(BUILDS)}; default: all")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "clients")
    options = parser.parse_args(arguments)
    if unknown := [language for language in options.languages if language not in BUILDS]:
        parser.error(f"Unknown language: {', '.join(unknown)}. Use {', '.join(BUILDS)}.")
    failed = 0
    for language in options.languages or BUILDS:
        try:
            build(language, options.out.resolve())
        except BuildError as error:
            sys.stderr.write(f"clients: {language} was not built: {error}\n")
            failed = 1
    sys.stdout.writelines(f"{path}\n" for path in sorted(options.out.glob("touchstone-client*")))
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
