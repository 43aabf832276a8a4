// Suggestions at the cell that is edited: the choices of its column, or the completions of the text editor.
import { ask, byId, element, files, table, typing } from "./grid_tables.js";
import { lineOfRow } from "./grid_text.js";

const popup = byId("suggestions");
let options = [];
let chosen = -1;
let input = null;
let timer = 0;

export const isOpen = () => !popup.hidden;
export const hasChosen = () => isOpen() && chosen >= 0;

export function suggestSoon(edited) {
  clearTimeout(timer);
  if (edited.column.type === "choice") suggest(edited);
  else if (edited.column.type !== "text") timer = setTimeout(() => edited.input.isConnected && suggest(edited), 200);
}

export async function suggest(edited, isWanted = false) {
  input = edited.input;
  const before = input.value.slice(0, input.selectionStart);
  const { type, choices } = edited.column;
  if (type === "choice") {
    const begun = isWanted ? "" : before.toLowerCase();
    return offer(choices.filter((each) => each.toLowerCase().includes(begun)).map((label) => ({ label, from: 0, whole: true })));
  }
  const at = isWanted || before.trim() ? begunRow(edited, before) : null;
  if (!at) return hide();
  try {
    const fields = { act: "complete", source_files: at.text, line: at.line, column: at.column };
    const { completions } = await ask(typing(at.path), fields);
    const isCurrent = edited.input.isConnected && edited.input.value.slice(0, edited.input.selectionStart) === before;
    if (isCurrent) offer(completions.slice(0, 50).map(({ label, detail, column }) => ({ label, detail, from: Math.max(column - at.start, 0) })));
  } catch {
    hide();
  }
}

// The file with this row as far as it is typed, for the completion of the text editor.
function begunRow({ column, place }, before) {
  const [{ part, column: wanted }] = column.sources;
  const { path } = table().parts[part];
  const line = lineOfRow(table().parts[part], place.row);
  if (line === undefined) return null;
  const escape = (text) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
  const cells = [];
  table().columns.forEach((each, at) => each.sources.forEach((source) => {
    if (source.part === part && source.column < wanted) cells[source.column] = `${escape(table().rows[place.row][at])} `;
  }));
  const lines = files[path].split("\n");
  const begun = /^\s*/.exec(lines[line])[0] + ["", ...cells].map((text) => `${text}| `).join("");
  lines[line] = begun + escape(before);
  const length = (text) => Array.from(text).length;
  return { path, text: lines.join("\n"), line: line + 1, column: length(lines[line]) + 1, start: length(begun) + 1 };
}

function offer(offered) {
  if (!offered.length) return hide();
  options = offered;
  chosen = -1;
  popup.replaceChildren(...options.map(({ label, detail }, at) => element("li", {
    id: `suggestion-${at}`, role: "option", ariaSelected: "false",
    onmousedown: (event) => (event.preventDefault(), choose(at), accept()),
  }, label, ...(detail ? [element("small", {}, ` ${detail}`)] : []))));
  const place = input.getBoundingClientRect();
  const box = popup.parentElement.getBoundingClientRect();
  popup.hidden = false;
  popup.style.top = `${place.bottom - box.top + 2}px`;
  popup.style.left = `${Math.max(Math.min(place.left - box.left, box.width - popup.offsetWidth), 0)}px`;
  input.ariaExpanded = "true";
  if (options[0].whole && input.value) choose(Math.max(options.findIndex(({ label }) => label === input.value), 0));
}

function choose(at) {
  chosen = at;
  [...popup.children].forEach((item, number) => (item.ariaSelected = String(number === at)));
  popup.children[at].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `suggestion-${at}`);
}

export const chooseNext = (by) => choose((chosen + by + options.length) % options.length);

export function accept() {
  const { label, from, whole } = options[chosen];
  const before = Array.from(input.value.slice(0, input.selectionStart)).slice(0, from).join("");
  input.value = before + label + (whole ? "" : input.value.slice(input.selectionStart));
  const gap = input.value.indexOf("…", before.length);
  const end = before.length + label.length;
  input.setSelectionRange(gap < 0 ? end : gap, gap < 0 ? end : gap + 1);
  hide();
  input.dispatchEvent(new Event("accepted"));
}

export function hide() {
  popup.hidden = true;
  chosen = -1;
  input?.removeAttribute("aria-activedescendant");
  if (input) input.ariaExpanded = "false";
}
