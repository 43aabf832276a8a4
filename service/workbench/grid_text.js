// The text of the files of the shown table, with the row of the current cell marked.
import { cursor } from "./grid_cells.js";
import { byId, element, files, fill, form, languageOf, table, words } from "./grid_tables.js";

const texts = byId("grid-text");

// Line of a row in a file, from 0. The server counts tables in the same way; row -1 is the heading.
export function lineOfRow({ path, number }, row) {
  const lines = (files[path] ?? "").split("\n");
  for (let at = 0, count = 0; at < lines.length; at++) {
    if (!/^\s*\|/.test(lines[at])) continue;
    const rows = [];
    for (; /^\s*[|#]/.test(lines[at] ?? ""); at++) if (/^\s*\|/.test(lines[at])) rows.push(at);
    if (++count === number) return rows[row + 1];
  }
  return undefined;
}

function showText() {
  const scrolled = [...texts.querySelectorAll("pre")].map((pre) => pre.scrollLeft);
  texts.replaceChildren(...(table()?.parts ?? []).flatMap((part) => {
    const { path } = part;
    const lines = (files[path] ?? "").split("\n");
    const line = lineOfRow(part, cursor.row) ?? lines.length;
    const mark = element("mark", {}, lines[line] ?? "");
    const pre = element("pre", {
      className: "source", tabIndex: 0, role: "region", ariaLabel: fill(words.text_of, { path }), lang: languageOf(path),
    }, `${lines.slice(0, line).join("\n")}\n`, ...(line < lines.length ? [mark, `\n${lines.slice(line + 1).join("\n")}`] : []));
    return [element("h3", {}, path), pre];
  }));
  texts.querySelectorAll("pre").forEach((pre, number) => {
    const mark = pre.querySelector("mark");
    if (mark) pre.scrollTop = mark.offsetTop - pre.clientHeight / 2;
    pre.scrollLeft = scrolled[number] ?? 0;
  });
}

form.addEventListener("tables", showText);
form.addEventListener("cursor", showText);
