// Changes of rows, undone and redone as whole steps.
import { cursor, grid, open, range, redrawAll, rowData, select, selectedPlaces } from "./grid_cells.js";
import { announce, changed, copyOf, fill, isClosed, languageOf, now, same, table, tables, words } from "./grid_tables.js";

const undoing = [];
const redoing = [];

export function transact(change, after = cursor) {
  if (isClosed || !table()) return;
  const before = copyOf(table().rows);
  change(table().rows);
  const { rows } = table();
  if (same(before, rows)) return select(after);
  undoing.push({ table: now, before, after: copyOf(rows), cursor: { ...cursor } });
  redoing.length = 0;
  redraw(before, after);
}

function redraw(before, after) {
  changed();
  const { rows } = table();
  if (before.length !== rows.length) return void redrawAll().then(() => select(after));
  rows.forEach((row, at) => same(row, before[at]) || grid.getRow(at + 1).update(rowData(row, at)));
  select(after);
}

function step(from, to, side, message) {
  const entry = from.pop();
  if (!entry) return;
  to.push(entry);
  const before = tables[entry.table].rows;
  tables[entry.table].rows = copyOf(entry[side]);
  if (entry.table === now) redraw(before, entry.cursor);
  else {
    changed();
    open(entry.table, entry.cursor);
  }
  announce(message);
}

export const undo = () => step(undoing, redoing, "before", words.undone);
export const redo = () => step(redoing, undoing, "after", words.redone);

// A choice of one language is the same choice of the other: the server lists both in the same order.
function twinOf(column) {
  const { columns, parts } = table();
  const isFirst = columns[column].language === languageOf(parts[0].path).slice(0, 2);
  const [own, other] = [columns[column], columns[isFirst ? column + 1 : column - 1]];
  const isPair = own.language && other?.language && own.language !== other.language && own.choices.length === other.choices.length;
  return isPair ? columns.indexOf(other) : -1;
}

export function put(rows, { row, column }, text) {
  const { columns } = table();
  rows[row][column] = text;
  const twin = columns[column].type === "choice" ? twinOf(column) : -1;
  const choice = columns[column].choices.indexOf(text);
  if (twin >= 0 && (choice >= 0 || !text)) rows[row][twin] = text ? columns[twin].choices[choice] : "";
}

export const clear = () => transact((rows) => selectedPlaces().forEach((place) => put(rows, place, "")));
export const blank = () => table().columns.map(() => "");

export function insertRow() {
  const at = table().rows.length ? range().bottom + 1 : 0;
  transact((rows) => rows.splice(at, 0, blank()), { row: at, column: at ? cursor.column : 0 });
  announce(fill(words.added, { row: at + 1 }));
}

export function removeRows() {
  const { top, bottom } = range();
  if (!table().rows.length) return;
  transact((rows) => rows.splice(top, bottom - top + 1), { row: top, column: cursor.column });
  announce(fill(words.removed, { count: bottom - top + 1 }));
}
