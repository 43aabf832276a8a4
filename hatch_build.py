"""Hatchling build hook: optional C extension for the digests of records.

In a checkout the extension is compiled if a C compiler, the headers of Python and those of OpenSSL are present;
otherwise the same digests are computed in Python. A wheel holds no extension and fits every machine, unless
TOUCHSTONE_COMPILED=1 requests one that fits machines like this one.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path("trail", "_commitments.c")


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling runs before it builds."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for a checkout if that can be, and for a wheel if it is asked for.

        Raises:
            RuntimeError: a wheel that was asked for cannot be made here.
        """
        wanted = os.environ.get("TOUCHSTONE_COMPILED") == "1"
        if version != "editable" and not wanted:
            return
        folder = Path(self.root)  # rules/
        made, said = compiled(folder / SOURCE, (folder / SOURCE).parent)
        if made is not None and version != "editable":
            build_data["force_include"][str(made)] = made.relative_to(folder).as_posix()
            build_data["pure_python"], build_data["infer_tag"] = False, True
        elif made is None and wanted:
            raise RuntimeError(f"TOUCHSTONE_COMPILED=1, but the digests could not be compiled: {said}")
        elif made is None:
            self.app.display_info(f"the digests of records are computed in Python, which is slower: {said}")


def compiled(source: Path, folder: Path) -> tuple[Path | None, str]:
    """Compile a module in C into a folder; nothing and the reason if that cannot be."""
    link = sysconfig.get_config_var("LDSHARED")
    if not link:
        return None, "this Python does not know its C compiler"
    target = folder / f"{source.stem}{sysconfig.get_config_var('EXT_SUFFIX')}"
    include = sysconfig.get_path("include")
    command = [*shlex.split(link), "-O2", "-fPIC", f"-I{include}", str(source), "-lcrypto", "-o", str(target)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    except OSError as error:
        return None, str(error)
    return (target, "") if done.returncode == 0 else (None, done.stderr.strip().partition("\n")[0])
