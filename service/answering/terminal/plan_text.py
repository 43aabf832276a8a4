"""How does the plan of a version read: what is computed and concluded in which order, and by which generated Python?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.generated import oracle_source
from rules.engine.plan import Plan, make_plan
from rules.model.digest import canonical_order
from service.answering.terminal.columns import columns_text
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.canonical import Json
    from rules.engine.network import Network
    from rules.model.scorecard import Scorecard


def planned(scorecard: Scorecard) -> Plan:
    """Make the plan of a card.

    Raises:
        PlanError: the card exceeds the fence of the engine.
    """
    return make_plan(canonical_order(scorecard))


def plan_text(plan: Plan, version: str, language: str) -> str:
    """Say for people in which order everything is computed and concluded."""
    said = words(language)["plan"]
    rows = [
        [_named(name, said), str(len(network.rules)), str(len(network.measures))] for name, network in _networks(plan)
    ]
    order = ", ".join(plan.order) or said["nothing"]
    table = columns_text([said["networks"], said["rules"], said["measures"]], rows, numbers_right=True)
    return f"{version}\n{said['quantities'].format(order=order)}\n\n{table}\n\n{said['source']}\n"


def plan_document(plan: Plan, version: str) -> Json:
    """Give the same for programs, with the rules of each network by their ids."""
    return {
        "scorecardVersion": version,
        "quantities": list(plan.order),
        "networks": [
            {
                "name": name,
                "rules": [rule.id for rule in network.rules],
                "measures": len(network.measures),
                "source": oracle_source(network),
            }
            for name, network in _networks(plan)
        ],
    }


def plan_source(plan: Plan) -> str:
    """Write the straight-line Python of every network."""
    return "\n".join(f"# {name}\n{oracle_source(network)}" for name, network in _networks(plan))


def _networks(plan: Plan) -> Iterator[tuple[str, Network]]:
    """Give the networks in the order in which they are concluded."""
    for name, scope in plan.records.items():
        yield f"records of {name}", scope.network
    yield "first pass", plan.first
    yield "second pass", plan.second


def _named(name: str, said: dict[str, str]) -> str:
    return said[name] if name in said else said["records"].format(list=name.rpartition(" ")[2])
