"""The clock of one server moved, by a library that is loaded into its processes."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.support.outside import lacking
from tests.support.running import RunningServer

SOURCE = Path(__file__).resolve().parents[1] / "reliability" / "shifted_clock.c"


def moving_clock(folder: Path) -> dict[str, Any]:
    """Return the environment of a server with a movable clock, which initially shows the real time."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        lacking("there is no C compiler, by which the clock of one process could be moved")
    library, clock = folder / "shifted_clock.so", folder / "clock"
    subprocess.run((compiler, "-O2", "-shared", "-fPIC", "-o", library, SOURCE), check=True)  # noqa: S603 -- ours
    clock.write_text("0", "utf-8")
    return {"LD_PRELOAD": str(library), "SHIFTED_CLOCK": str(clock)}


def move(server: RunningServer, seconds: int) -> None:
    """Move the clock of a server, at once."""
    clock = Path(server.environment["SHIFTED_CLOCK"])
    new = clock.with_suffix(".new")
    new.write_text(str(seconds), "utf-8")
    os.replace(new, clock)  # noqa: PTH105 -- never empty
