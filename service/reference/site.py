"""Hooks of the documentation site: its navigation, and the links that work only outside it.

MkDocs loads this module by its path (`mkdocs.yml`). The pages stay plain Markdown, with links that work in any viewer.
"""

from __future__ import annotations

import os.path
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pymdownx.slugs import slugify

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_HEADING_OR_PAGE = re.compile(r"^(###?) (.+)$|\]\(((?!\.\./)[\w./-]+\.md)(?:#[^)]*)?\)", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^)\s:#]*)((?:#[^)\s]*)?)\)")
_OTHER_LANGUAGE = re.compile(r"\A(# [^\n]+\n\n)\[(?:中文|English)\]\([^)]+\)\n")
_CODE_OR_HEADING = re.compile(r"^```.*?^```|^(#{2,} )([^\n]+)$", re.MULTILINE | re.DOTALL)
_CODE_FILE = re.compile(r"^```(\w+) (\S+)$", re.MULTILINE)
_CHINESE = ".zh.md"
_SLUG = slugify(case="lower")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the navigation: the pages that docs/README.md links to, under its headings, with their Chinese names."""
    names: dict[str, list[str]] = {}
    nav: list[Any] = ["README.md"]
    for language, suffix in (("en", ".md"), ("zh", _CHINESE)):
        index = (Path(config.docs_dir) / f"README{suffix}").read_text(encoding="utf-8")
        found = list(_HEADING_OR_PAGE.finditer(index))
        names[language] = [match[2] for match in found if match[1]]
        if language == "en":
            nav += _sections(found)
    config.nav = nav
    (*_, chinese) = config.plugins["i18n"].config.languages
    chinese.nav_translations = dict(zip(names["en"], names["zh"], strict=True))
    return config


def _sections(index: list[re.Match[str]]) -> list[dict[str, list[Any]]]:
    tabs: list[dict[str, list[Any]]] = []
    pages: list[Any] = []
    for level, name, page in (match.groups() for match in index):
        if page:
            pages += [page] if page not in pages else []
        else:
            pages = []
            (tabs if level == "##" else next(iter(tabs[-1].values()))).append({name: pages})
    return [tab for tab in tabs if any(tab.values())]


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Adapt a page: the site switches languages in its header, and has no files outside docs/.

    Headings of a Chinese page get the anchors of the English page, so that one address works in both languages.
    """
    root = Path(config.docs_dir)
    path = root / page.file.src_uri
    text = _CODE_FILE.sub(r'```\1 title="\2"', _OTHER_LANGUAGE.sub(r"\1", markdown))
    text = _LINK.sub(lambda match: _site_link(match, path, root), text)
    anchors = iter(_anchors(path).values())
    return _CODE_OR_HEADING.sub(lambda match: f"{match[0]} {{ #{next(anchors)} }}" if match[1] else match[0], text)


def _anchors(path: Path) -> dict[str, str]:
    """Map the anchors of a page, as in other viewers, to those of its English twin."""
    own, english = (
        [_SLUG(match[2], "-") for match in _CODE_OR_HEADING.finditer(each.read_text(encoding="utf-8")) if match[1]]
        for each in (path, path.with_name(path.name.replace(_CHINESE, ".md")))
    )
    return dict(zip(own, english, strict=True))


def _site_link(match: re.Match[str], page: Path, root: Path) -> str:
    text, target, anchor = match.groups()
    path = Path(os.path.normpath(page.parent / target)) if target else page
    if path.is_relative_to(root) or not path.exists():
        known = _anchors(path) if anchor and path.suffix == ".md" and path.exists() else {}
        own = "" if path == page else target.replace(_CHINESE, ".md")
        return f"[{text}]({own}{anchor and '#' + known.get(anchor[1:], anchor[1:])})"
    return text if path.name in text else f"{text} (`{path.relative_to(root.parent)}`)"
