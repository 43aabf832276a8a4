"""Permission reference page: methods by role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.identity.permissions import permissions
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.identity.permissions import Permission

_HEAD = """# Permissions · 权限

Written from the code by `make docs`. How callers say who they are stands in
[operations.md](../operations.md#who-may-call). Where the server asks for no identity, everybody may do everything.

本页由 `make docs` 根据代码生成。调用者如何表明身份，见
[operations.zh.md](../operations.zh.md)。服务器不要求身份时，任何人可做任何事。

| mark · 标记 | meaning · 含义 |
|---|---|
| `own` | in the organisation that the caller belongs to · 仅限调用者所属的组织 |
| `any` | in every organisation · 任何组织 |
| `yes` | the request names no organisation · 请求不涉及组织 |
| `open` | without an identity · 无须身份 |
|  | refused, PERMISSION_DENIED · 拒绝 |
"""


def permissions_page() -> str:
    """Return the permissions page."""
    return "\n".join((_HEAD, *_services()))


def _services() -> Iterator[str]:
    services = dict.fromkeys(method.partition("/")[0] for method in permissions())
    for service in services:
        yield f"## {service}\n"
        yield f"| method · 方法 | {' | '.join(role.value for role in Role)} |"
        yield f"|---|{'---|' * len(Role)}"
        for method, allowed in permissions().items():
            if method.startswith(f"{service}/"):
                cells = " | ".join(_cell(allowed, role) for role in Role)
                yield f"| {method.partition('/')[2]} | {cells} |"
        yield ""


def _cell(allowed: Permission, role: Role) -> str:
    if allowed.anybody:
        return "open"
    if role in allowed.other:
        return "any"
    if role in allowed.own:
        return "own" if allowed.places else "yes"
    return ""
