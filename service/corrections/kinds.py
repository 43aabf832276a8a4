"""What kinds of things can results rest on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touchstone.v1 import correction_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[int, str] = {
    number: name.removeprefix("SUPPORT_KIND_").lower()
    for name, number in correction_service_pb2.SupportKind.items()
    if number
}
"""The kinds of supports, as they are named in the API by number and in words."""
