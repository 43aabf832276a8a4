"""Reference pages generated from the code."""

from __future__ import annotations

import json

from service.http.openapi import openapi
from service.reference.api_page import api_page
from service.reference.commands import commands_page
from service.reference.diagnostics import diagnostics_page
from service.reference.modules import modules_page
from service.reference.permissions import permissions_page
from service.serving.registry import SERVICES


def pages() -> dict[str, str]:
    """Return all pages by file name in `docs/reference/`."""
    return {
        "api.md": api_page(),
        "cli.md": commands_page(),
        "diagnostics.md": diagnostics_page(),
        "modules.md": modules_page(),
        "openapi.json": json.dumps(openapi(SERVICES), ensure_ascii=False, indent=1) + "\n",
        "permissions.md": permissions_page(),
    }
