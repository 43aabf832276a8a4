// Tables of a draft as a grid: the keys, the toolbar and the form. The modules next to it have the parts.
import { cursor, extend, host, isEditing, open, ready, select } from "./grid_cells.js";
import "./grid_clipboard.js";
import { begin, commit } from "./grid_editor.js";
import { clear, insertRow, redo, removeRows, undo } from "./grid_history.js";
import { applyFix, goToNext } from "./grid_problems.js";
import { byId, changed, edits, element, form, isClosed, now, preview, problems, save, table, tables, titleOf } from "./grid_tables.js";

let leaving = false;

function tab(back) {
  const { columns, rows } = table();
  const at = cursor.row * columns.length + cursor.column + (back ? -1 : 1);
  if (leaving || at < 0 || at >= columns.length * rows.length) return false;
  select({ row: Math.floor(at / columns.length), column: at % columns.length });
  return true;
}

const turn = (by) => open((now + by + tables.length) % tables.length);

function moves({ key, ctrlKey, metaKey }) {
  const { row, column } = cursor;
  const far = ctrlKey || metaKey;
  return {
    ArrowUp: { row: far ? 0 : row - 1, column }, ArrowDown: { row: far ? Infinity : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 }, ArrowRight: { row, column: far ? Infinity : column + 1 },
    Home: { row: far ? 0 : row, column: 0 }, End: { row: far ? Infinity : row, column: Infinity },
    PageUp: { row: row - 10, column }, PageDown: { row: row + 10, column },
  }[key];
}

function acts({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return { PageUp: () => turn(-1), PageDown: () => turn(1) }[key];
  if (ctrlKey || metaKey) {
    return {
      z: shiftKey ? redo : undo, Z: redo, y: redo, Enter: insertRow, Delete: removeRows, Backspace: removeRows, s: save,
      a: () => extend({ row: Infinity, column: Infinity }, { row: 0, column: 0 }), ".": applyFix,
    }[key];
  }
  return {
    Enter: () => select({ row: cursor.row + (shiftKey ? -1 : 1), column: cursor.column }), F2: () => begin(null),
    Delete: clear, Backspace: clear, F8: goToNext,
  }[key];
}

host.addEventListener("keydown", (event) => {
  if (!ready || isEditing() || event.isComposing) return;
  if (event.key === "Tab") return void (tab(event.shiftKey) && event.preventDefault());
  leaving = event.key === "Escape";
  const place = event.altKey ? null : moves(event);
  const act = acts(event);
  if (place || act) {
    event.preventDefault();
    event.stopPropagation();
    if (act) act();
    else if (event.shiftKey) extend(place);
    else select(place);
  } else if ((event.key.length === 1 || event.key === "Process") && !event.ctrlKey && !event.metaKey && !event.altKey) {
    begin("");
  }
}, true);
host.addEventListener("focusout", () => (leaving = leaving && host.contains(document.activeElement)));

const buttons = { previous: () => turn(-1), next: () => turn(1), insert: insertRow, remove: removeRows, undo, redo };
const toolbar = form.querySelector("[role=toolbar]");
toolbar.querySelectorAll("button").forEach((button, at) => {
  button.tabIndex = at ? -1 : 0;
  button.disabled = isClosed && !["previous", "next"].includes(button.dataset.act);
  button.addEventListener("click", () => buttons[button.dataset.act]());
});
toolbar.addEventListener("keydown", (event) => {
  const all = [...toolbar.querySelectorAll("button:not(:disabled)")];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
  all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
});

let isSubmitted = false;
byId("table").addEventListener("change", ({ target }) => open(Number(target.value), undefined, false));
form.addEventListener("formdata", (event) => event.formData.set("edits", JSON.stringify(edits())));
form.addEventListener("submit", () => (commit(), (isSubmitted = true)));
window.addEventListener("beforeunload", (event) => !isSubmitted && edits().length && event.preventDefault());

async function start() {
  form.hidden = false;
  await preview(true);
  if (!tables.length) return;
  const groups = Map.groupBy(tables.map((each, at) => [each, at]), ([each]) => each.group);
  for (const [label, members] of groups) {
    byId("table").append(element("optgroup", { label }, ...members.map(([each, at]) => new Option(titleOf(each), String(at)))));
  }
  const stored = JSON.parse(form.elements.edits.value.trim() || "[]");
  for (const { table: name, rows } of stored) {
    const each = tables.find((other) => other.table === name);
    if (each) each.rows = rows;
  }
  const first = stored[0]?.table ?? problems[0]?.table;
  open(Math.max(tables.findIndex((each) => each.table === first), 0), undefined, false);
  if (stored.length) changed();
}
start();
