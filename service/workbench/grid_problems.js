// Problems of the draft: their list, the next one, and the quick fixes of the current cell.
import { cursor, open, problemsAt, select } from "./grid_cells.js";
import { put, transact } from "./grid_history.js";
import { lineOfRow } from "./grid_text.js";
import {
  ask, byId, element, files, fill, form, isClosed, now, problems, table, tables, titleOf, typing, words,
} from "./grid_tables.js";

const list = byId("grid-problems");
let asking = null;

function showProblems() {
  list.replaceChildren(...problems.map((each) => {
    const target = tables.find((other) => other.table === each.table);
    const link = target ? element("a", { href: "#grid" }, fill(words.at_cell, {
      table: titleOf(target), row: each.row < 0 ? words.heading : each.row + 1, column: target.columns[each.column]?.heading ?? "",
    })) : element("a", { href: `${form.dataset.files}/${encodeURIComponent(each.path)}#L${each.line}` },
      `${each.path}:${each.line} (${words.elsewhere})`);
    if (target) link.addEventListener("click", (event) => (event.preventDefault(), goTo(each)));
    return element("li", { className: each.severity }, link, element("span", { className: "diag" }, ` ${each.code}: ${each.message}`));
  }));
  if (!problems.length) list.append(element("li", { className: "none" }, words.no_problems));
  for (const option of byId("table").options) {
    const each = tables[Number(option.value)];
    const count = problems.filter((problem) => problem.table === each.table).length;
    option.textContent = titleOf(each) + (count ? ` · ${words.problems}: ${count}` : "");
  }
  offerFixes();
}

function goTo(problem) {
  const at = tables.findIndex((other) => other.table === problem.table);
  const place = { row: Math.max(problem.row, 0), column: Math.max(problem.column, 0) };
  if (at === now) select(place);
  else open(at, place);
}

export function goToNext() {
  const placed = problems.filter((each) => each.table);
  const here = placed.findIndex((each) =>
    each.table === table().table && Math.max(each.row, 0) === cursor.row && each.column === cursor.column);
  if (placed.length) goTo(placed[(here + 1) % placed.length]);
}

export const applyFix = () => list.querySelector("button")?.click();

// The text editor offers the same fixes. Each is tested first, so they are computed for one line only.
async function offerFixes() {
  asking?.abort();
  list.querySelectorAll("button").forEach((button) => button.remove());
  const place = cursor;
  const here = isClosed ? [] : problemsAt(place);
  const part = table()?.parts.find(({ path }) => path === here[0]?.path);
  if (!part || lineOfRow(part, place.row) !== here[0].line - 1) return;
  const { signal } = (asking = new AbortController());
  const fields = { act: "analyze", source_files: files[part.path], fix_line: here[0].line };
  const { diagnostics } = await ask(typing(part.path), fields, signal).catch(() => ({ diagnostics: [] }));
  if (signal.aborted) return;
  for (const { code, fixes } of diagnostics) {
    const item = list.children[problems.indexOf(here.find((each) => each.code === code))];
    for (const fix of item ? fixes : []) {
      const text = fixedCell(part, place, fix);
      const apply = () => transact((rows) => put(rows, place, text), place);
      if (text !== null) item.append(" ", element("button", { type: "button", className: "second small-b", onclick: apply }, fix.title));
    }
  }
}

// The text of a cell after a fix of its line; null if the fix changes another cell.
function fixedCell(part, { row, column }, { line, column: begin, end_column: end, text }) {
  const source = table().columns[column].sources.find((each) => table().parts[each.part] === part);
  const before = files[part.path].split("\n")[line - 1];
  const letters = Array.from(before);
  letters.splice(begin - 1, end - begin, text);
  const [old, fixed] = [before, letters.join("")].map((each) =>
    [...each.matchAll(/\|((?:\\.|[^|\\])*)(?=\|)/g)].map(([, cell]) =>
      cell.trim().replace(/\\([\\|n])/g, (_, sign) => (sign === "n" ? "\n" : sign))));
  const isHere = old.length === fixed.length && old.every((cell, at) => (cell !== fixed[at]) === (at === source?.column));
  return isHere && source && old[source.column] === table().rows[row][column] ? fixed[source.column] : null;
}

form.addEventListener("tables", showProblems);
form.addEventListener("cursor", offerFixes);
