// The cells of the shown table: Tabulator draws them, and the selection is ours.
import { byId, element, form, isClosed, problems, publish, setShown, table, titleOf, titleOfColumn, words } from "./grid_tables.js";

const LONG = 300;
const bar = byId("cell-text");
export const host = byId("grid");
export const BREAK = "↵"; // a line break within a cell, while it is edited in one line
export let grid = null;
export let ready = false;
export let cursor = { row: 0, column: 0 };
let anchor = cursor;
let painted = [];

export const rowData = (row, at) => ({ id: at + 1, n: at + 1, ...Object.fromEntries(row.map((text, column) => [`c${column}`, text])) });
export const placeOf = (cell) => {
  const field = cell.getField();
  return field === "n" ? null : { row: cell.getRow().getData().n - 1, column: Number(field.slice(1)) };
};
export const isEditing = () => Boolean(host.querySelector(".cell-input"));
export const showInBar = (...lines) => (bar.textContent = lines.filter(Boolean).join("\n"));
export const problemsAt = ({ row, column }) =>
  problems.filter((each) => each.table === table()?.table && each.row === row && each.column === column);

export function open(index, place = { row: 0, column: 0 }, focus = true) {
  setShown(index);
  byId("table").value = String(index);
  ready = false;
  grid?.destroy();
  painted = [];
  const built = (grid = new Tabulator(host, {
    data: table().rows.map(rowData), index: "id", layout: "fitData", keybindings: false, editTriggerEvent: "dblclick", maxHeight: "30rem",
    autoResize: false, // it would draw all cells again, and lose the focus
    ...(table().rows.length > LONG ? { height: "30rem" } : { renderVertical: "basic" }),
    columnDefaults: { headerSort: false, minWidth: 72, maxInitialWidth: 320, formatter: format, editor: "draft", editable: !isClosed },
    columns: [
      { title: words.row, field: "n", frozen: true, editor: false, width: 56, minWidth: 40, formatter: number, titleFormatter: heading },
      ...table().columns.map((column, at) => ({
        title: titleOfColumn(column), field: `c${at}`, titleFormatter: heading, cssClass: `t-${column.type}`,
      })),
    ],
  }));
  const point = (cell, act) => placeOf(cell) && !isEditing() && act(placeOf(cell));
  built.on("cellMouseDown", (event, cell) => event.button === 0 && point(cell, event.shiftKey ? extend : select));
  built.on("cellMouseEnter", (event, cell) => event.buttons === 1 && point(cell, extend));
  built.on("tableBuilt", () => {
    if (built !== grid) return;
    ready = true;
    host.ariaLabel = titleOf(table());
    host.ariaMultiSelectable = "true";
    host.querySelector(".tabulator-tableholder").removeAttribute("tabindex");
    select(place, focus);
    publish("tables");
  });
}

export const redrawAll = () => grid.replaceData(table().rows.map(rowData)).then(() => (painted = []));

const heading = (cell) => element("span", {}, cell.getValue());

function number(cell) {
  cell.getElement().role = "rowheader";
  return heading(cell);
}

function format(cell) {
  const { language } = table().columns[placeOf(cell).column];
  cell.getElement().tabIndex = -1;
  if (language) cell.getElement().lang = language === "zh" ? "zh-CN" : language;
  decorate(cell);
  return element("span", {}, cell.getValue().replaceAll("\n", BREAK));
}

function decorate(cell) {
  const place = placeOf(cell);
  if (!place) return;
  const here = problemsAt(place);
  const marked = cell.getElement();
  const isWrong = here.some((each) => each.severity === "error");
  marked.classList.toggle("bad", isWrong);
  marked.classList.toggle("warn", here.length > 0 && !isWrong);
  marked.ariaInvalid = here.length ? "true" : null;
  marked.title = here.map((each) => `${each.code}: ${each.message}`).join("\n");
}

const elementAt = ({ row, column }) => grid.getRow(row + 1)?.getCell?.(`c${column}`)?.getElement();
export const range = () => ({
  top: Math.min(anchor.row, cursor.row), bottom: Math.max(anchor.row, cursor.row),
  left: Math.min(anchor.column, cursor.column), right: Math.max(anchor.column, cursor.column),
});

export function selectedPlaces() {
  const { top, bottom, left, right } = range();
  const rows = table().rows.slice(top, bottom + 1);
  return rows.flatMap((cells, row) => cells.slice(left, right + 1).map((_, column) => ({ row: top + row, column: left + column })));
}

const inside = ({ row, column }) => ({
  row: Math.min(Math.max(row, 0), Math.max(table().rows.length - 1, 0)),
  column: Math.min(Math.max(column, 0), table().columns.length - 1),
});

export function select(place, focus = true) {
  anchor = cursor = inside(place);
  paint(focus);
}

export function extend(place, from = anchor) {
  anchor = from;
  cursor = inside(place);
  paint(true);
}

function paint(focus) {
  for (const each of painted) {
    each.classList.remove("chosen", "active");
    Object.assign(each, { ariaSelected: null, tabIndex: -1 });
  }
  painted = ready ? selectedPlaces().map(elementAt).filter(Boolean) : [];
  for (const each of painted) {
    each.classList.add("chosen");
    each.ariaSelected = "true";
  }
  if (ready && table().rows.length) activate(focus);
  showCell();
  publish("cursor");
}

function activate(focus) {
  if (!elementAt(cursor)?.isConnected) grid.scrollToRow(cursor.row + 1, "nearest", false);
  const active = elementAt(cursor);
  if (!active) return;
  active.classList.add("active");
  active.tabIndex = 0;
  if (!focus) return;
  active.focus({ preventScroll: true });
  active.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function showCell() {
  const column = table()?.columns[cursor.column];
  const row = table()?.rows[cursor.row];
  if (!row || !column) return void showInBar();
  const kind = words[`type_${column.type}`];
  byId("cell-name").textContent =
    `${titleOfColumn(column)}, ${words.row} ${cursor.row + 1} (${kind}${column.required ? `, ${words.required}` : ""})`;
  showInBar(row[cursor.column], ...problemsAt(cursor).map((each) => `⚠ ${each.code}: ${each.message}`));
}

form.addEventListener("tables", () => {
  grid?.getRows().forEach((row) => row.getCells().forEach(decorate));
  showCell();
});
