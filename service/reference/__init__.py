"""Which reference pages are written from the code, so that they cannot say anything else?"""

from __future__ import annotations

from service.reference.api import api_page
from service.reference.commands import commands_page
from service.reference.diagnostics import diagnostics_page
from service.reference.modules import modules_page
from service.reference.openapi import openapi_document
from service.reference.permissions import permissions_page


def pages() -> dict[str, str]:
    """Write every page, by its name below `docs/reference/`."""
    return {
        "api.md": api_page(),
        "cli.md": commands_page(),
        "diagnostics.md": diagnostics_page(),
        "modules.md": modules_page(),
        "openapi.json": openapi_document(),
        "permissions.md": permissions_page(),
    }
