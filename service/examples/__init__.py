"""Installed examples of the fifteen-minutes page."""

from __future__ import annotations

from service.configuration.folders import CHECKOUT

_PACKAGED_FOLDER = CHECKOUT / "service" / "examples"

WORKED_FACTORY = ("worked-factory.yaml", "clients/worked-factory.json")


def examples() -> dict[str, str]:
    """Return the example texts by file name, from the wheel or checkout."""
    texts = {}
    for path in WORKED_FACTORY:
        name = path.rpartition("/")[2]
        packaged = _PACKAGED_FOLDER / name
        source = packaged if packaged.is_file() else CHECKOUT / "examples" / path
        texts[name] = source.read_text(encoding="utf-8")
    return texts
