// The tables of the draft and their edited rows; the server writes the files and finds the problems from them.
export const byId = (id) => document.getElementById(id);
export const form = byId("grid-form");
export const words = JSON.parse(form.dataset.words);
export const isClosed = "closed" in form.dataset;
export let tables = [];
export let files = {};
export let problems = [];
export let now = -1; // the shown table
let saved = {};
let asking = null;
let waiting = 0;

export const table = () => tables[now];
export const setShown = (index) => (now = index);
export const copyOf = (rows) => rows.map((row) => row.slice());
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
export const edits = () => tables.filter((each) => !same(each.rows, each.base)).map(({ table, rows }) => ({ table, rows }));
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
export const announce = (text) => (byId("grid-status").textContent = text);
export const languageOf = (path) => (path.endsWith(".zh.feature") ? "zh-CN" : "en");
export const save = () => isClosed || form.requestSubmit(form.querySelector("button:not([type=button])"));
export const typing = (path) => `${form.dataset.files}/${encodeURIComponent(path)}/typing`;
export const publish = (name) => form.dispatchEvent(new Event(name)); // "tables": other problems or table; "cursor"

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function titleOf({ parts }) {
  return `${parts.map((part) => part.sentence).join(" / ")} · ${parts[0].path.replace(/(\.(en|zh))?\.feature$/, "")}`;
}

export const titleOfColumn = ({ heading, language }) =>
  [heading, language && table().parts.length > 1 ? words[`language_${language}`] : ""].filter(Boolean).join(" · ");

export async function ask(address, fields, signal) {
  const body = new FormData();
  body.set("form_token", form.elements.form_token.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch(address, { method: "POST", body, signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

export async function preview(withTables = false) {
  asking?.abort();
  const own = (asking = new AbortController());
  announce(words.updating);
  const fields = { base_revision: form.elements.base_revision.value, edits: JSON.stringify(withTables ? [] : edits()) };
  if (withTables) fields.with_tables = "1";
  try {
    const answer = await ask(form.dataset.asking, fields, own.signal);
    if (own !== asking) return;
    if (withTables) {
      tables = answer.tables.map((each) => ({ ...each, rows: copyOf(each.rows), base: each.rows }));
      saved = answer.files;
    }
    files = { ...saved, ...answer.files };
    problems = answer.diagnostics;
    announce(answer.summary);
    publish("tables");
  } catch (error) {
    if (error.name !== "AbortError") announce(words.unanswered);
  }
}

export function changed() {
  clearTimeout(waiting);
  announce(words.updating);
  waiting = setTimeout(preview, 400);
}
