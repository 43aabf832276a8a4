// Tables of a draft as a grid: Tabulator draws cells and opens their editors; selection, keys and history are here.
"use strict";

const form = document.getElementById("grid-form");
const words = JSON.parse(form.dataset.words);
const isClosed = "closed" in form.dataset;
const [host, chooser, bar, barName, status, list, texts, popup] = [
  "grid", "table", "cell-text", "cell-name", "grid-status", "grid-problems", "grid-text", "suggestions",
].map((id) => document.getElementById(id));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const copyOf = (rows) => rows.map((row) => row.slice());
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const BREAK = "↵"; // a line break within a cell, while it is edited in one line
const LONG = 300;
const undoing = [];
const redoing = [];
let tables = [];
let files = {};
let problems = [];
let now = -1;
let grid = null;
let ready = false;
let cursor = { row: 0, column: 0 };
let anchor = { row: 0, column: 0 };
let painted = [];
let editing = null;
let typed = null;
let leaving = false;
let isDirty = false;
let asking = null;
let waiting = 0;

const table = () => tables[now];
const edits = () => tables.filter((each) => !same(each.rows, each.base)).map(({ table, rows }) => ({ table, rows }));

async function ask(address, fields, signal) {
  const body = new FormData();
  body.set("form_token", form.elements.form_token.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch(address, { method: "POST", body, signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// ---- the text of the files and the problems, which the server computes from the rows

async function preview(withTables = false) {
  asking?.abort();
  const own = (asking = new AbortController());
  status.textContent = words.updating;
  const fields = { base_revision: form.elements.base_revision.value, edits: JSON.stringify(withTables ? [] : edits()) };
  if (withTables) fields.with_tables = "1";
  try {
    const answer = await ask(form.dataset.asking, fields, own.signal);
    if (own !== asking) return;
    if (withTables) {
      tables = answer.tables.map((each) => ({ ...each, rows: copyOf(each.rows), base: each.rows }));
      files = { ...answer.files };
      saved = answer.files;
    } else {
      files = { ...saved, ...answer.files };
    }
    problems = answer.diagnostics;
    status.textContent = answer.summary;
    if (now >= 0) show();
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = words.unanswered;
  }
}
let saved = {};

function changed() {
  isDirty = true;
  clearTimeout(waiting);
  status.textContent = words.updating;
  waiting = setTimeout(preview, 400);
}

function show() {
  listProblems();
  nameTables();
  grid?.getRows().forEach((row) => row.getCells().forEach(decorate));
  showText();
  showCell();
}

function titleOf(each) {
  const sentence = each.parts.map((part) => part.sentence).join(" / ");
  return `${sentence} · ${each.parts[0].path.replace(/(\.(en|zh))?\.feature$/, "")}`;
}

function nameTables() {
  const counts = new Map();
  for (const each of problems) counts.set(each.table, (counts.get(each.table) ?? 0) + 1);
  [...chooser.options].forEach((option) => {
    const each = tables[Number(option.value)];
    const count = counts.get(each.table);
    option.textContent = titleOf(each) + (count ? ` · ${words.problems}: ${count}` : "");
  });
}

function listProblems() {
  list.replaceChildren(...problems.map((each, number) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const at = tables.findIndex((other) => other.table === each.table);
    if (at < 0) {
      link.href = `${form.dataset.files}/${encodeURIComponent(each.path)}#L${each.line}`;
      link.textContent = `${each.path}:${each.line} (${words.elsewhere})`;
    } else {
      link.href = "#grid";
      const row = each.row < 0 ? words.heading : each.row + 1;
      link.textContent = fill(words.at_cell, { table: titleOf(tables[at]), row, column: tables[at].columns[each.column]?.heading ?? "" });
      link.addEventListener("click", (event) => (event.preventDefault(), goToProblem(number)));
    }
    const text = document.createElement("span");
    text.className = "diag";
    text.textContent = ` ${each.code}: ${each.message}`;
    item.className = each.severity;
    item.append(link, text);
    return item;
  }));
  if (!problems.length) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = words.no_problems;
    list.append(none);
  }
}

function goToProblem(number) {
  const each = problems[number];
  const at = tables.findIndex((other) => other.table === each.table);
  if (at < 0) return;
  const place = { row: Math.max(each.row, 0), column: Math.max(each.column, 0) };
  if (at === now) select(place);
  else open(at, place);
}

// Lines of a table in a file, as the server counts tables: the rows of block `number`, the heading first.
function rowLines(text, number) {
  const lines = text.split("\n");
  for (let at = 0, count = 0; at < lines.length; at++) {
    if (!lines[at].trimStart().startsWith("|")) continue;
    count++;
    const rows = [];
    while (at < lines.length && /^\s*[|#]/.test(lines[at])) {
      if (lines[at].trimStart().startsWith("|")) rows.push(at);
      at++;
    }
    if (count === number) return rows;
  }
  return [];
}

function showText() {
  const at = [...texts.querySelectorAll("pre")].map((pre) => pre.scrollLeft);
  texts.replaceChildren(...(table()?.parts ?? []).flatMap((part) => {
    const heading = document.createElement("h3");
    heading.textContent = part.path;
    const pre = document.createElement("pre");
    pre.className = "source";
    pre.tabIndex = 0;
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", fill(words.text_of, { path: part.path }));
    pre.lang = /\.zh\.feature$/.test(part.path) ? "zh-CN" : "en";
    const lines = (files[part.path] ?? "").split("\n");
    const line = rowLines(files[part.path] ?? "", part.number)[cursor.row + 1];
    if (line === undefined) pre.textContent = lines.join("\n");
    else {
      const mark = document.createElement("mark");
      mark.textContent = lines[line];
      pre.append(lines.slice(0, line).join("\n") + "\n", mark, "\n" + lines.slice(line + 1).join("\n"));
    }
    return [heading, pre];
  }));
  texts.querySelectorAll("pre").forEach((pre, number) => {
    const mark = pre.querySelector("mark");
    if (mark) pre.scrollTop = mark.offsetTop - pre.clientHeight / 2;
    pre.scrollLeft = at[number] ?? 0;
  });
}

// ---- the grid

const titleOfColumn = (column) =>
  [column.heading, column.language && table().parts.length > 1 ? words[`language_${column.language}`] : ""].filter(Boolean).join(" · ");

function open(index, place = { row: 0, column: 0 }, focus = true) {
  commit();
  now = index;
  chooser.value = String(index);
  ready = false;
  grid?.destroy();
  painted = [];
  const rows = table().rows.length;
  const built = (grid = new Tabulator(host, {
    data: data(), index: "id", layout: "fitData", keybindings: false, editTriggerEvent: "dblclick", maxHeight: "30rem",
    autoResize: false, // it would draw all cells again, and lose the focus
    ...(rows > LONG ? { height: "30rem" } : { renderVertical: "basic" }),
    columnDefaults: { headerSort: false, minWidth: 72, maxInitialWidth: 320, formatter: format, editor: edit, editable: !isClosed },
    columns: [
      { title: words.row, field: "n", frozen: true, editor: false, width: 56, minWidth: 40, formatter: number, titleFormatter: heading },
      ...table().columns.map((column, at) => ({
        title: titleOfColumn(column), field: `c${at}`, titleFormatter: heading, cssClass: `t-${column.type}`,
      })),
    ],
  }));
  built.on("cellMouseDown", (event, cell) => {
    const place = placeOf(cell);
    if (event.button === 0 && place && !editing) event.shiftKey ? extend(place) : select(place);
  });
  built.on("cellMouseEnter", (event, cell) => {
    const place = placeOf(cell);
    if (event.buttons === 1 && place && !editing) extend(place);
  });
  built.on("tableBuilt", () => {
    if (built !== grid) return;
    ready = true;
    host.setAttribute("aria-label", titleOf(table()));
    host.setAttribute("aria-multiselectable", "true");
    host.querySelector(".tabulator-tableholder").removeAttribute("tabindex");
    select(place, focus);
    show();
  });
}

const rowData = (row, at) => ({ id: at + 1, n: at + 1, ...Object.fromEntries(row.map((text, column) => [`c${column}`, text])) });
const data = () => table().rows.map(rowData);
const placeOf = (cell) => {
  const field = cell.getField();
  return field === "n" ? null : { row: cell.getRow().getData().n - 1, column: Number(field.slice(1)) };
};

function heading(cell) {
  const title = document.createElement("span");
  title.textContent = cell.getValue();
  return title;
}

function number(cell) {
  cell.getElement().setAttribute("role", "rowheader");
  return heading(cell);
}

function format(cell) {
  const element = cell.getElement();
  const column = table().columns[placeOf(cell).column];
  element.tabIndex = -1;
  if (column.language) element.lang = column.language === "zh" ? "zh-CN" : column.language;
  decorate(cell);
  const text = document.createElement("span");
  text.textContent = cell.getValue().replaceAll("\n", BREAK);
  return text;
}

const problemsAt = ({ row, column }) =>
  problems.filter((each) => each.table === table().table && each.row === row && each.column === column);

function decorate(cell) {
  const place = placeOf(cell);
  if (!place) return;
  const here = problemsAt(place);
  const element = cell.getElement();
  const worst = here.some((each) => each.severity === "error") ? "error" : here.length ? "warning" : "";
  element.classList.toggle("bad", worst === "error");
  element.classList.toggle("warn", worst === "warning");
  if (worst) element.setAttribute("aria-invalid", "true");
  else element.removeAttribute("aria-invalid");
  element.title = here.map((each) => `${each.code}: ${each.message}`).join("\n");
}

const elementAt = ({ row, column }) => grid.getRow(row + 1)?.getCell?.(`c${column}`)?.getElement();
const range = () => ({
  top: Math.min(anchor.row, cursor.row), bottom: Math.max(anchor.row, cursor.row),
  left: Math.min(anchor.column, cursor.column), right: Math.max(anchor.column, cursor.column),
});
const inside = ({ row, column }) => ({
  row: Math.min(Math.max(row, 0), Math.max(table().rows.length - 1, 0)),
  column: Math.min(Math.max(column, 0), table().columns.length - 1),
});

function select(place, focus = true) {
  anchor = cursor = inside(place);
  paint(focus);
}

function extend(place) {
  cursor = inside(place);
  paint(true);
}

function paint(focus) {
  for (const element of painted) {
    element.classList.remove("chosen", "active");
    element.removeAttribute("aria-selected");
    element.tabIndex = -1;
  }
  painted = [];
  if (!ready || !table().rows.length) return showCell();
  const { top, bottom, left, right } = range();
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const element = elementAt({ row, column });
      if (!element) continue;
      element.classList.add("chosen");
      element.setAttribute("aria-selected", "true");
      painted.push(element);
    }
  let active = elementAt(cursor);
  if (active && !active.isConnected) {
    grid.scrollToRow(cursor.row + 1, "nearest", false);
    active = elementAt(cursor);
  }
  if (active) {
    active.classList.add("active");
    active.tabIndex = 0;
    if (focus) {
      active.focus({ preventScroll: true });
      active.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }
  showCell();
  showText();
}

function showCell() {
  const column = table()?.columns[cursor.column];
  const row = table()?.rows[cursor.row];
  if (!row || !column) return void (bar.textContent = "");
  const kind = words[`type_${column.type}`];
  barName.textContent = `${titleOfColumn(column)}, ${words.row} ${cursor.row + 1} (${kind}${column.required ? `, ${words.required}` : ""})`;
  bar.textContent = [row[cursor.column], ...problemsAt(cursor).map((each) => `⚠ ${each.code}: ${each.message}`)].join("\n");
}

// ---- changes, undone and redone as whole steps

function transact(change, after = cursor) {
  if (isClosed || !table()) return;
  const before = copyOf(table().rows);
  change(table().rows);
  const rows = table().rows;
  if (same(before, rows)) return select(after);
  undoing.push({ table: now, before, after: copyOf(rows), cursor: { ...cursor } });
  redoing.length = 0;
  redraw(before, after);
}

function redraw(before, after) {
  changed();
  const rows = table().rows;
  if (before.length === rows.length) {
    rows.forEach((row, at) => same(row, before[at]) || grid.getRow(at + 1).update(rowData(row, at)));
    return select(after);
  }
  grid.replaceData(data()).then(() => (painted = [], select(after)));
}

function step(from, to, side, said) {
  const entry = from.pop();
  if (!entry) return;
  to.push(entry);
  const before = copyOf(tables[entry.table].rows);
  tables[entry.table].rows = copyOf(entry[side]);
  if (entry.table !== now) {
    changed();
    open(entry.table, entry.cursor);
  } else redraw(before, entry.cursor);
  announce(said);
}

const announce = (text) => (status.textContent = text);

// A choice of one language is the same choice of the other: the server lists both in the same order.
function twinOf(column) {
  const { columns, parts } = table();
  const first = parts[0]?.path.endsWith(".zh.feature") ? "zh" : "en";
  const at = columns[column].language === first ? column + 1 : column - 1;
  const [own, other] = [columns[column], columns[at]];
  const pairs = own.language && other?.language && own.language !== other.language && parts.length > 1;
  return pairs && own.choices.length && own.choices.length === other.choices.length ? at : -1;
}

function put(rows, row, column, text) {
  const { columns } = table();
  rows[row][column] = text;
  const twin = columns[column].type === "choice" ? twinOf(column) : -1;
  const choice = columns[column].choices.indexOf(text);
  if (twin >= 0 && (choice >= 0 || !text)) rows[row][twin] = text ? columns[twin].choices[choice] : "";
}

function clear() {
  const { top, bottom, left, right } = range();
  transact((rows) => {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) put(rows, row, column, "");
  });
}

const blank = () => table().columns.map(() => "");

function insertRow() {
  const at = table().rows.length ? range().bottom + 1 : 0;
  transact((rows) => rows.splice(at, 0, blank()), { row: at, column: table().rows.length ? cursor.column : 0 });
  announce(fill(words.added, { row: at + 1 }));
}

function removeRows() {
  const { top, bottom } = range();
  if (!table().rows.length) return;
  transact((rows) => rows.splice(top, bottom - top + 1), { row: top, column: cursor.column });
  announce(fill(words.removed, { count: bottom - top + 1 }));
}

// ---- clipboard: tab-separated text, with quotes as spreadsheet programs write them

function toText(rows) {
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function fromText(text) {
  const rows = [[]];
  const end = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at <= end.length; ) {
    let cell = "";
    if (end[at] === '"' && /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(end.slice(at))) {
      const [all] = /^"(?:[^"]|"")*"/.exec(end.slice(at));
      cell = all.slice(1, -1).replaceAll('""', '"');
      at += all.length;
    } else {
      [cell] = /^[^\t\n]*/.exec(end.slice(at));
      at += cell.length;
    }
    rows.at(-1).push(cell.trim());
    if (end[at] === "\n") rows.push([]);
    at++;
  }
  return rows;
}

function paste(text) {
  const pasted = fromText(text);
  const { top, bottom, left, right } = range();
  const isOne = pasted.length === 1 && pasted[0].length === 1;
  const width = table().columns.length - left;
  const cells = pasted.reduce((sum, row) => sum + Math.min(row.length, width), 0);
  const outside = pasted.reduce((sum, row) => sum + row.slice(width).filter(Boolean).length, 0);
  transact((rows) => {
    if (isOne) {
      if (!rows.length) rows.push(blank());
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) put(rows, row, column, pasted[0][0]);
      return;
    }
    pasted.forEach((line, number) => {
      const row = top + number;
      if (row >= rows.length) rows.push(blank());
      line.slice(0, width).forEach((cell, column) => put(rows, row, left + column, cell));
    });
  }, { row: top, column: left });
  announce(fill(words.pasted, { rows: pasted.length, cells }) + (outside ? ` ${fill(words.cut_off, { count: outside })}` : ""));
}

const isHere = () => ready && !editing && host.contains(document.activeElement);

function copy(event) {
  const { top, bottom, left, right } = range();
  event.clipboardData.setData("text/plain", toText(table().rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1))));
  event.preventDefault();
}

document.addEventListener("copy", (event) => isHere() && copy(event));
document.addEventListener("cut", (event) => {
  if (!isHere()) return;
  copy(event);
  clear();
});
document.addEventListener("paste", (event) => {
  if (!isHere() || isClosed) return;
  event.preventDefault();
  paste(event.clipboardData.getData("text/plain"));
});

// ---- the editor of one cell

function edit(cell, onRendered, success, cancel) {
  const place = placeOf(cell);
  const column = table().columns[place.column];
  const input = document.createElement("input");
  input.className = "cell-input";
  input.spellcheck = false;
  input.autocomplete = "off";
  input.value = typed ?? cell.getValue().replaceAll("\n", BREAK);
  input.setAttribute("aria-label", `${titleOfColumn(column)}, ${words.row} ${place.row + 1}`);
  if (column.type !== "text") {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", "suggestions");
  }
  if (column.type === "date") input.placeholder = "2026-03-01";
  editing = { cell, place, column, input, cancel, isTyping: typed !== null, options: [], chosen: -1, timer: 0 };
  typed = null;
  input.addEventListener("input", () => (hint(), suggestSoon()));
  input.addEventListener("keydown", keysOfEditor);
  input.addEventListener("blur", () => commit());
  onRendered(() => {
    input.focus({ preventScroll: true });
    input.setSelectionRange(input.value.length, input.value.length);
    hint();
  });
  return input;
}

// A first check of the typed text; the server checks it in full.
function hint() {
  const { column, input } = editing;
  const text = input.value.trim();
  const wrong =
    (column.type === "date" && /^\d/.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text) && words.not_a_date) ||
    (column.type === "number" && /^[-+\d]/.test(text) && !/^[-+]?\d+(\.\d+)?(\/\d+)?(\s?[^\d\s].*)?$/.test(text) && words.not_a_number) ||
    (column.type === "choice" && text && !column.choices.includes(text) && words.not_a_choice) || "";
  input.classList.toggle("unsure", Boolean(wrong));
  bar.textContent = wrong ? `${input.value}\n${wrong}` : input.value;
}

function commit(move) {
  if (!editing) return;
  const { place, input, cancel } = editing;
  const text = input.value.replaceAll(BREAK, "\n").trim();
  close();
  cancel();
  const to = move ? { row: place.row + move.row, column: place.column + move.column } : place;
  if (text !== table().rows[place.row]?.[place.column]) transact((rows) => put(rows, place.row, place.column, text), to);
  else if (move) select(to);
}

function close() {
  clearTimeout(editing.timer);
  editing = null;
  hideSuggestions();
}

function keysOfEditor(event) {
  event.stopPropagation();
  if (event.isComposing) return;
  const { options, chosen, column } = editing;
  const isOpen = !popup.hidden;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && (isOpen || event.altKey)) {
    event.preventDefault();
    if (isOpen) choose((chosen + step + options.length) % options.length);
    else suggest(true);
  } else if (event.key === "Enter" || event.key === "Tab") {
    event.preventDefault();
    if (isOpen && chosen >= 0) {
      accept(chosen);
      if (event.key === "Enter" && column.type !== "choice") return;
    }
    const back = event.shiftKey ? -1 : 1;
    commit(event.key === "Enter" ? { row: back, column: 0 } : { row: 0, column: back });
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (isOpen) return hideSuggestions();
    const { place, cancel } = editing;
    close();
    cancel();
    select(place);
  } else if (step && editing.isTyping) {
    event.preventDefault();
    commit({ row: step, column: 0 });
  } else if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    commit();
    save();
  }
}

// ---- suggestions: the choices of the column, or the completions of the text editor at this cell

function suggestSoon() {
  clearTimeout(editing.timer);
  if (editing.column.type === "text") return;
  if (editing.column.type === "choice") return void suggest(false);
  editing.timer = setTimeout(() => suggest(false), 200);
}

async function suggest(isWanted) {
  const own = editing;
  const before = own.input.value.slice(0, own.input.selectionStart);
  if (own.column.type === "choice") {
    const begun = isWanted ? "" : before.toLowerCase();
    return offer(own.column.choices.filter((each) => each.toLowerCase().includes(begun)).map((label) => ({ label, from: 0, whole: true })));
  }
  if (!isWanted && !before.trim()) return hideSuggestions();
  const at = begunRow(own, before);
  if (!at) return hideSuggestions();
  try {
    const fields = { act: "complete", source_files: at.text, line: at.line, column: at.column };
    const { completions } = await ask(`${form.dataset.files}/${encodeURIComponent(at.path)}/typing`, fields);
    if (editing !== own || own.input.value.slice(0, own.input.selectionStart) !== before) return;
    offer(completions.slice(0, 50).map(({ label, detail, column }) => ({ label, detail, from: Math.max(column - at.start, 0) })));
  } catch {
    hideSuggestions();
  }
}

// The file with this row as far as it is typed, for the completion of the text editor.
function begunRow({ column, place }, before) {
  const { part, column: wanted } = column.sources[0];
  const { path, number } = table().parts[part];
  const line = rowLines(files[path] ?? "", number)[place.row + 1];
  if (line === undefined) return null;
  const escape = (text) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
  const cells = [];
  table().columns.forEach((each, at) => each.sources.forEach((source) => {
    if (source.part === part && source.column < wanted) cells[source.column] = `${escape(table().rows[place.row][at])} `;
  }));
  const head = ["", ...cells].map((text) => `${text}| `).join("");
  const lines = files[path].split("\n");
  const begun = `${/^\s*/.exec(lines[line])[0]}${head}`;
  lines[line] = begun + escape(before);
  const length = (text) => Array.from(text).length;
  return { path, text: lines.join("\n"), line: line + 1, column: length(lines[line]) + 1, start: length(begun) + 1 };
}

function offer(options) {
  editing.options = options;
  editing.chosen = -1;
  if (!options.length) return hideSuggestions();
  popup.replaceChildren(...options.map(({ label, detail }, at) => {
    const item = document.createElement("li");
    item.id = `suggestion-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = label;
    if (detail) {
      const kind = document.createElement("small");
      kind.textContent = ` ${detail}`;
      item.append(kind);
    }
    item.addEventListener("mousedown", (event) => (event.preventDefault(), accept(at)));
    return item;
  }));
  const place = editing.input.getBoundingClientRect();
  const box = popup.parentElement.getBoundingClientRect();
  popup.hidden = false;
  popup.style.top = `${place.bottom - box.top + 2}px`;
  popup.style.left = `${Math.max(Math.min(place.left - box.left, box.width - popup.offsetWidth), 0)}px`;
  editing.input.setAttribute("aria-expanded", "true");
  const current = options.findIndex(({ label }) => label === editing.input.value);
  if (editing.column.type === "choice" && editing.input.value) choose(Math.max(current, 0));
}

function choose(at) {
  editing.chosen = at;
  [...popup.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
  popup.children[at].scrollIntoView({ block: "nearest" });
  editing.input.setAttribute("aria-activedescendant", `suggestion-${at}`);
}

function accept(at) {
  const { input, options } = editing;
  const { label, from, whole } = options[at];
  const before = Array.from(input.value.slice(0, input.selectionStart)).slice(0, from).join("");
  const rest = whole ? "" : input.value.slice(input.selectionStart);
  input.value = before + label + rest;
  const gap = input.value.indexOf("…", before.length);
  const end = before.length + label.length;
  input.setSelectionRange(gap < 0 ? end : gap, gap < 0 ? end : gap + 1);
  hideSuggestions();
  hint();
}

function hideSuggestions() {
  popup.hidden = true;
  editing?.input.setAttribute("aria-expanded", "false");
  editing?.input.removeAttribute("aria-activedescendant");
  if (editing) editing.chosen = -1;
}

// ---- keys of the grid

function begin(text) {
  if (isClosed || !table().rows.length) return;
  typed = text;
  grid.getRow(cursor.row + 1).getCell(`c${cursor.column}`).edit(true);
}

function tab(back) {
  const { columns, rows } = table();
  const at = cursor.row * columns.length + cursor.column + (back ? -1 : 1);
  if (leaving || at < 0 || at >= columns.length * rows.length) return false;
  select({ row: Math.floor(at / columns.length), column: at % columns.length });
  return true;
}

function nextProblem() {
  const placed = problems.map((each, at) => [each, at]).filter(([each]) => each.table);
  if (!placed.length) return;
  const here = placed.findIndex(([each]) => each.table === table().table && Math.max(each.row, 0) === cursor.row && each.column === cursor.column);
  goToProblem(placed[(here + 1) % placed.length][1]);
}

const turn = (by) => open((now + by + tables.length) % tables.length);

function moves({ key, ctrlKey, metaKey }) {
  const { rows, columns } = table();
  const [last, edge] = [rows.length - 1, columns.length - 1];
  const { row, column } = cursor;
  const far = ctrlKey || metaKey;
  return {
    ArrowUp: { row: far ? 0 : row - 1, column }, ArrowDown: { row: far ? last : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 }, ArrowRight: { row, column: far ? edge : column + 1 },
    Home: { row: far ? 0 : row, column: 0 }, End: { row: far ? last : row, column: edge },
    PageUp: { row: row - 10, column }, PageDown: { row: row + 10, column },
  }[key];
}

function acts(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const control = ctrlKey || metaKey;
  if (altKey) return { PageUp: () => turn(-1), PageDown: () => turn(1) }[key];
  if (control) {
    return {
      z: shiftKey ? redo : undo, Z: redo, y: redo, Enter: insertRow, Delete: removeRows, Backspace: removeRows, s: save,
      a: () => ((anchor = { row: 0, column: 0 }), extend({ row: Infinity, column: Infinity })),
    }[key];
  }
  return {
    Enter: () => select({ row: cursor.row + (shiftKey ? -1 : 1), column: cursor.column }), F2: () => begin(null),
    Delete: clear, Backspace: clear, F8: nextProblem,
  }[key];
}

host.addEventListener("keydown", (event) => {
  if (!ready || editing || event.isComposing) return;
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

const undo = () => step(undoing, redoing, "before", words.undone);
const redo = () => step(redoing, undoing, "after", words.redone);
const save = () => form.requestSubmit(form.querySelector("button:not([type=button])"));
const buttons = { previous: () => turn(-1), next: () => turn(1), insert: insertRow, remove: removeRows, undo, redo };
for (const button of form.querySelectorAll("[data-act]")) {
  button.disabled = isClosed && !["previous", "next"].includes(button.dataset.act);
  button.addEventListener("click", () => buttons[button.dataset.act]());
}
const toolbar = form.querySelector("[role=toolbar]");
toolbar.addEventListener("keydown", (event) => {
  const all = [...toolbar.querySelectorAll("button:not(:disabled)")];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
  all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
});
toolbar.querySelectorAll("button").forEach((button, at) => (button.tabIndex = at ? -1 : 0));
chooser.addEventListener("change", () => open(Number(chooser.value), undefined, false));
form.addEventListener("formdata", (event) => event.formData.set("edits", JSON.stringify(edits())));
form.addEventListener("submit", () => (commit(), (isDirty = false)));
window.addEventListener("beforeunload", (event) => isDirty && event.preventDefault());

// ---- begin

async function start() {
  form.hidden = false;
  await preview(true);
  if (!tables.length) return;
  const groups = new Map();
  tables.forEach((each, at) => {
    if (!groups.has(each.group)) groups.set(each.group, Object.assign(document.createElement("optgroup"), { label: each.group }));
    groups.get(each.group).append(new Option(titleOf(each), String(at)));
  });
  chooser.append(...groups.values());
  const kept = JSON.parse(form.elements.edits.value.trim() || "[]");
  for (const { table: name, rows } of kept) {
    const each = tables.find((other) => other.table === name);
    if (each) each.rows = rows;
  }
  const first = kept[0]?.table ?? problems[0]?.table;
  open(Math.max(tables.findIndex((each) => each.table === first), 0), undefined, false);
  if (kept.length) changed();
}
start();
