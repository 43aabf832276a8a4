"""Compilation of the inference library for the stable ABI of CPython."""

from __future__ import annotations

import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULE = "durable_rules_engine.abi3.so"
SOURCES = ("src/rulespy/rules.c", *(f"src/rules/{name}.c" for name in ("json", "rete", "state", "events", "regex")))
FLAGS = (
    *("-O2", "-fwrapv", "-std=c99", "-D_DEFAULT_SOURCE", "-DPy_LIMITED_API=0x030B0000", "-include", "missing.h"),
    *("-fPIC", "-fcommon", "-g0", "-s"),  # no trace of the build location
)


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatchling build hook that compiles the module."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Compile the module and add it to the wheel.

        Raises:
            RuntimeError: If the compilation fails.
        """
        link = shlex.split(sysconfig.get_config_var("LDSHARED"))
        command = [*link, *FLAGS, f"-I{sysconfig.get_path('include')}", "-I.", "-Isrc/rules", *SOURCES, "-o", MODULE]
        done = subprocess.run(command, cwd=self.root, check=False)  # noqa: S603 -- our own command
        if done.returncode:
            raise RuntimeError(f"{link[0]} did not compile the inference library; what it says stands above")
        build_data["force_include"][str(Path(self.root, MODULE))] = MODULE
        build_data["pure_python"] = False
        build_data["tag"] = f"cp311-abi3-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
