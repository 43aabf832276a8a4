// Copying and pasting of cells as tab-separated text, with quotes as spreadsheet programs write them.
import { host, isEditing, range, ready, selectedPlaces } from "./grid_cells.js";
import { blank, clear, put, transact } from "./grid_history.js";
import { announce, fill, isClosed, table, words } from "./grid_tables.js";

function toText(rows) {
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function fromText(text) {
  const rows = [[]];
  const end = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at <= end.length; at++) {
    const rest = end.slice(at);
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const [all, cell] = quoted ? [quoted[0], quoted[1].replaceAll('""', '"')] : /^([^\t\n]*)/.exec(rest);
    rows.at(-1).push(cell.trim());
    at += all.length;
    if (end[at] === "\n") rows.push([]);
  }
  return rows;
}

function paste(text) {
  const pasted = fromText(text);
  const { top, left } = range();
  const width = table().columns.length - left;
  const cells = pasted.reduce((sum, row) => sum + Math.min(row.length, width), 0);
  const outside = pasted.reduce((sum, row) => sum + row.slice(width).filter(Boolean).length, 0);
  transact((rows) => {
    while (rows.length < top + pasted.length) rows.push(blank());
    if (pasted.length === 1 && pasted[0].length === 1) return selectedPlaces().forEach((place) => put(rows, place, pasted[0][0]));
    pasted.forEach((line, row) =>
      line.slice(0, width).forEach((cell, column) => put(rows, { row: top + row, column: left + column }, cell)));
  }, { row: top, column: left });
  announce(fill(words.pasted, { rows: pasted.length, cells }) + (outside ? ` ${fill(words.cut_off, { count: outside })}` : ""));
}

const onCells = (name, act) => document.addEventListener(name, (event) => {
  if (!ready || isEditing() || !host.contains(document.activeElement)) return;
  act(event.clipboardData);
  event.preventDefault();
});

function copy(clipboard) {
  const { top, bottom, left, right } = range();
  clipboard.setData("text/plain", toText(table().rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1))));
}

onCells("copy", copy);
onCells("cut", (clipboard) => (copy(clipboard), clear()));
onCells("paste", (clipboard) => isClosed || paste(clipboard.getData("text/plain")));
