"""How is a group written as one self-contained page, to be read and printed?"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from service.answering.report.page import style, template

if TYPE_CHECKING:
    from service.batch.group_sums import Table
    from service.batch.group_telling import GroupTeller


def render_group(teller: GroupTeller) -> str:
    """Write the page: the sums, then each subject with its results, what is next, and its records with their sum."""
    source = resources.files("service.batch").joinpath("group.html.jinja").read_text(encoding="utf-8")
    group = teller.group
    css = style(teller.language, title=teller.title, version=group.version.name, footing=group.as_of)
    return template(teller.language, source).render(
        lang="zh-Hans" if teller.language == "zh" else "en",
        w=teller.words,
        css=css,
        title=teller.title,
        about=teller.about,
        settings=teller.settings,
        trail=teller.words["trail"].format(example=teller.example),
        sums=[one for one in (_summed(teller, table) for table in teller.tables) if one["rows"]],
        members=[_member(teller, place) for place in range(len(group.members))],
    )


def _summed(teller: GroupTeller, table: Table) -> dict[str, Any]:
    pairs = zip(table.columns, table.sums, strict=True)
    rows = [(teller.head(result), teller.figure(total)) for result, total in pairs if total is not None]
    return {"over": teller.over(table), "rows": rows}


def _member(teller: GroupTeller, place: int) -> dict[str, Any]:
    member = teller.group.members[place]
    return {
        "subject": member.record.subject,
        "digest": member.digest,
        "conclusion": teller.conclusion(member),
        "findings": teller.findings(member),
        "results": list(teller.results(member)),
        "lists": [_records(teller, table, place) for table in teller.tables if table.list and table.blocks[place].rows],
    }


def _records(teller: GroupTeller, table: Table, place: int) -> dict[str, Any]:
    block = table.blocks[place]
    return {
        "list": teller.card.renderer.name(table.list),
        "heads": [teller.head(result) for result in table.columns],
        "rows": [(row.key, teller.figures(row, table)) for row in block.rows],
        "sums": [teller.figure(one) for one in block.sums],
    }
