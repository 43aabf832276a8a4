// The editor of one cell: a text field, with the date picker of the browser in columns of dates.
import { BREAK, cursor, grid, placeOf, select, showInBar } from "./grid_cells.js";
import { put, transact } from "./grid_history.js";
import { accept, chooseNext, hasChosen, hide, isOpen, suggest, suggestSoon } from "./grid_suggestions.js";
import { element, isClosed, save, table, titleOfColumn, words } from "./grid_tables.js";

const DATE = /\d{4}-\d{2}-\d{2}/;
let editing = null;
let typed = null;

export function begin(text) {
  if (isClosed || !table().rows.length) return;
  typed = text;
  grid.getRow(cursor.row + 1).getCell(`c${cursor.column}`).edit(true);
}

function edit(cell, onRendered, success, cancel) {
  const place = placeOf(cell);
  const column = table().columns[place.column];
  const input = element("input", {
    className: "cell-input", spellcheck: false, autocomplete: "off", value: typed ?? cell.getValue().replaceAll("\n", BREAK),
    ariaLabel: `${titleOfColumn(column)}, ${words.row} ${place.row + 1}`,
  });
  if (column.type !== "text") {
    Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    input.setAttribute("aria-controls", "suggestions");
  }
  const picker = column.type === "date" ? datePicker(input) : null;
  editing = { place, column, input, picker, cancel, isTyping: typed !== null };
  typed = null;
  input.addEventListener("input", () => (hint(), suggestSoon(editing)));
  input.addEventListener("accepted", hint);
  for (const each of [input, picker].filter(Boolean)) {
    each.addEventListener("keydown", onKey);
    each.addEventListener("blur", ({ relatedTarget }) => (relatedTarget && [input, picker].includes(relatedTarget)) || commit());
  }
  onRendered(() => {
    input.focus({ preventScroll: true });
    input.setSelectionRange(input.value.length, input.value.length);
    hint();
  });
  return picker ? element("span", { className: "cell-date" }, input, picker) : input;
}

// A selected date replaces the date in the text, or the whole text if it contains none.
function datePicker(input) {
  const picker = element("input", { type: "date", className: "cell-picker", tabIndex: -1, ariaLabel: words.pick_date });
  let before = "";
  picker.addEventListener("focus", () => {
    before = input.value;
    picker.valueAsDate = new Date(DATE.exec(before)?.[0]);
  });
  picker.addEventListener("input", () => {
    input.value = DATE.test(before) ? before.replace(DATE, picker.value) : picker.value;
    hint();
  });
  return picker;
}

// A first check of the typed text; the server checks it in full.
function hint() {
  const { column, input } = editing;
  const text = input.value.trim();
  const wrong =
    (column.type === "date" && /^\d/.test(text) && text.search(DATE) !== 0 && words.not_a_date) ||
    (column.type === "number" && /^[-+\d]/.test(text) && !/^[-+]?\d+(\.\d+)?(\/\d+)?(\s?[^\d\s].*)?$/.test(text) && words.not_a_number) ||
    (column.type === "choice" && text && !column.choices.includes(text) && words.not_a_choice) || "";
  input.classList.toggle("unsure", Boolean(wrong));
  showInBar(input.value, wrong);
}

export function commit(move) {
  if (!editing) return;
  const { place, input } = editing;
  const text = input.value.replaceAll(BREAK, "\n").trim();
  close();
  const to = move ? { row: place.row + move.row, column: place.column + move.column } : place;
  if (text !== table().rows[place.row]?.[place.column]) transact((rows) => put(rows, place, text), to);
  else if (move) select(to);
}

function close() {
  const { cancel } = editing;
  editing = null;
  hide();
  cancel();
}

function onKey(event) {
  event.stopPropagation();
  if (event.isComposing) return;
  const { input, picker, column, place, isTyping } = editing;
  const { key, altKey, shiftKey } = event;
  const by = event.target === input ? { ArrowDown: 1, ArrowUp: -1 }[key] : 0;
  if (by && altKey && picker) {
    picker.focus();
    picker.showPicker();
  } else if (by && isOpen()) chooseNext(by);
  else if (by && altKey) suggest(editing, true);
  else if (by && isTyping) commit({ row: by, column: 0 });
  else if (key === "Enter" || key === "Tab") {
    const isChoosing = hasChosen() && key === "Enter" && column.type !== "choice";
    if (hasChosen()) accept();
    const back = shiftKey ? -1 : 1;
    if (!isChoosing) commit(key === "Enter" ? { row: back, column: 0 } : { row: 0, column: back });
  } else if (key === "Escape" && isOpen()) hide();
  else if (key === "Escape") {
    close();
    select(place);
  } else if ((event.ctrlKey || event.metaKey) && key === "s") save();
  else return;
  event.preventDefault();
}

Tabulator.extendModule("edit", "editors", { draft: edit });
