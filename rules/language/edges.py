"""Which example would show that a clause decides: its row just holding, or only it just failing?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.language.edge_changes import Proposer
from rules.language.edge_values import Surroundings, Wanted, find_value
from rules.language.lexicon import lexicon
from rules.language.render import Renderer
from rules.language.render_steps import change_lines, evaluate_line, expectation_line
from rules.model.edges import row_of
from rules.model.expressions import AS_OF
from rules.model.names import Names
from rules.model.places import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model.edges import Edge
    from rules.model.examples import Change, Expectation
    from rules.model.places import EdgeRow
    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Proposal:
    """An example that should show an edge: what it changes in the reference case, and the steps that say so.

    It is a guess from the form of the clauses alone: the rules must be asked whether it really shows the edge.
    """

    title: str
    as_of: date
    changes: tuple[Change, ...]
    lines: tuple[str, ...]


def propose(scorecard: Scorecard, edge: Edge, language: str, as_of: date | None = None) -> Proposal | None:
    """Propose an example for an edge, or None if no value of a fact or supposed quantity can show it.

    The other clauses of the row are made to hold; `as_of` is the first day of the card's effect unless given.
    """
    row = row_of(scorecard, edge.path)
    if row is None or edge.side not in row.sides:
        return None
    day = _day(scorecard, row, edge, as_of or scorecard.card.first_date)
    changes = Proposer(scorecard, day).changes(row, edge)
    if changes is None:
        return None
    renderer = Renderer(scorecard, language)
    lines = tuple(line for change in changes for line in change_lines(change, renderer))
    return Proposal(_title(row, edge, renderer), day, changes, lines)


def _day(scorecard: Scorecard, row: EdgeRow, edge: Edge, as_of: date) -> date:
    """Find the as-of date that answers the clauses about it as wanted, or leave it as it is."""
    wanted = [
        Wanted(one.clause, edge.side is Side.HOLDS or one.path != edge.path)
        for one in sorted(row.clauses, key=lambda one: one.path != edge.path)
        if getattr(one.clause, "name", None) == AS_OF
    ]
    case = {value.fact: value.value for value in scorecard.reference_case}
    found = find_value(AS_OF, wanted, Surroundings(Names(scorecard), case, as_of)) if wanted else None
    return found if isinstance(found, date) else as_of


def _title(row: EdgeRow, edge: Edge, renderer: Renderer) -> str:
    clauses = [renderer.clause(one.clause, one.within) for one in row.clauses if one.path == edge.path]
    shown = renderer.words.clauses_separator.join(clauses)
    return f"{_owner(edge.path, renderer)}: {shown}: {renderer.words.words['sides'].write(edge.side)}"


def _owner(path: str, renderer: Renderer) -> str:
    """Give the name of the thing that a path lies in."""
    kind, _, rest = path.partition("[")
    name = rest.split("]", 1)[0]
    ladder = renderer.scorecard.ladder
    if kind == "ladder.rows" and ladder is not None:
        return renderer.grade(ladder.rows[int(name)].grade)
    stages = renderer.scorecard.stages
    if kind == "stages.rows" and stages is not None:
        return renderer.stage(stages.rows[int(name)].stage)
    if kind == "verdicts.rules":
        return name
    for shared in renderer.scorecard.shared_rules:
        if kind.startswith(f"{shared.kind}."):
            return renderer.words.words[f"{shared.kind}_rules"].write(shared.rule_at(path))
    return renderer.scorecard.card.id if kind == "applies" else renderer.name(name)


def scenario_lines(
    proposal: Proposal, expectations: Iterable[Expectation], scorecard: Scorecard, language: str
) -> list[str]:
    """Write a proposal with what must come out as a scenario, indented as it stands inside a rule."""
    renderer = Renderer(scorecard, language)
    keywords = renderer.words.keywords
    given = [(change_lines(change, renderer)) for change in proposal.changes]
    lines = [f"    {keywords['scenario']}: {proposal.title}"]
    lines += _steps(given, keywords["given"], keywords["and"])
    lines += _steps([[evaluate_line(proposal.as_of, renderer)]], keywords["when"], keywords["and"])
    expected = [[expectation_line(expectation, renderer)] for expectation in expectations]
    return lines + _steps(expected, keywords["then"], keywords["and"])


def _steps(steps: Sequence[Sequence[str]], first: str, further: str) -> list[str]:
    lines: list[str] = []
    for position, (sentence, *table) in enumerate(steps):
        lines.append(f"      {first if position == 0 else further} {sentence}")
        lines += [f"        {row}" for row in table]
    return lines


def insert_scenario(text: str, line: int, scenario: Sequence[str], language: str) -> str:
    """Put a scenario at the end of the rule in which a line (counted from 1) of a feature file stands.

    A line above all rules belongs to the first one; a file without rules gets one.
    """
    keywords = lexicon(language).keywords
    lines = text.rstrip("\n").split("\n")
    rules = [at for at, found in enumerate(lines) if found.strip().startswith(f"{keywords['rule']}:")]
    if not rules:
        return "\n".join([*lines, "", f"  {keywords['rule']}: {keywords['examples']}", *scenario]) + "\n"
    end = next((at for at in rules if at >= max(line, rules[0] + 1)), len(lines))
    while end > 0 and (not lines[end - 1].strip() or (end < len(lines) and lines[end - 1].lstrip().startswith("#"))):
        end -= 1
    return "\n".join([*lines[:end], "", *scenario, *lines[end:]]) + "\n"
