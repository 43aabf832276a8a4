// The editor of a file of a draft: takes the place of its text field, which it keeps filled in for the form.
"use strict";

const field = document.querySelector("textarea[data-editor]");
const form = field.form;
const words = JSON.parse(field.dataset.words);
const CM = CodeMirror;

// What a line of a feature file is made of; enough to colour it.
const keywords =
  /^\s*(Feature|Background|Scenario Outline|Scenario|Examples|Rule|功能|背景|场景大纲|场景|例子)[:：]|^\s*(Given|When|Then|And|But|\*|假如|假设|假定|当|那么|而且|并且|同时|但是)(?=\s|\S)/;
const gherkin = CM.StreamLanguage.define({
  token(stream) {
    if (stream.sol() && stream.match(/^\s*#.*/)) return "comment";
    if (stream.sol() && stream.match(/^\s*@.*/)) return "meta";
    if (stream.sol() && stream.match(keywords)) return "keyword";
    if (stream.match(/^<[^<>|]*>/)) return "string";
    if (stream.match(/^\\[\\|n]/)) return null; // escapes of the Gherkin parser
    if (stream.match("|")) return "punctuation";
    if (stream.match(/^-?\d[\d.,/]*\s*%?/)) return "number";
    stream.next();
    stream.eatWhile(/[^<|\d\\-]/);
    return null;
  },
});
const colours = CM.HighlightStyle.define([
  { tag: CM.tags.comment, color: "var(--quiet)" },
  { tag: CM.tags.meta, color: "var(--quiet)" },
  { tag: CM.tags.keyword, color: "var(--link)", fontWeight: "600" },
  { tag: CM.tags.string, color: "var(--visited)" },
  { tag: CM.tags.punctuation, color: "var(--edge)" },
  { tag: CM.tags.number, color: "var(--brand)" },
]);
const look = CM.EditorView.theme({
  "&": { border: "1.5px solid var(--edge)", background: "var(--paper)", color: "var(--ink)", fontSize: ".84rem", height: "36rem" },
  "&.cm-focused": { outline: "3px solid var(--ink)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { background: "var(--ground)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--sunk)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--focus-bg)" },
  ".cm-changed": { boxShadow: "inset 3px 0 0 var(--brand)" },
  ".cm-tooltip, .cm-panels": { background: "var(--ground)", color: "var(--ink)", border: "1px solid var(--edge)", fontFamily: "var(--sans)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--brand)", color: "var(--on-brand)" },
  // In place of pictures from data: addresses, which the policy of the page does not allow.
  ".cm-lintRange.cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--stop)" },
  ".cm-lintRange.cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline dotted var(--wait)" },
  ".cm-lint-marker.cm-lint-marker-error": { content: "none", borderRadius: "50%", background: "var(--stop)" },
  ".cm-lint-marker.cm-lint-marker-warning": { content: "none", background: "var(--wait)" },
  ".cm-lint-marker": { width: ".7em", height: ".7em", marginTop: ".35em" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--stop)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--wait)" },
  ".cm-panels input, .cm-panels button": { font: "inherit", color: "inherit", background: "var(--paper)", border: "1px solid var(--edge)" },
});

// Lines that differ from the first revision are marked as the server marked them; edits move the marks with the text.
const marked = new Set(JSON.parse(field.dataset.changed));
const changedLine = CM.Decoration.line({ class: "cm-changed" });
const changes = CM.StateField.define({
  create(state) {
    const builder = new CM.RangeSetBuilder();
    for (const line of [...marked].sort((a, b) => a - b)) {
      if (line <= state.doc.lines) builder.add(state.doc.line(line).from, state.doc.line(line).from, changedLine);
    }
    return builder.finish();
  },
  update: (set, transaction) => {
    set = set.map(transaction.changes);
    if (!transaction.docChanged) return set;
    const added = [];
    transaction.changes.iterChangedRanges((_a, _b, from, to) => {
      for (let at = from; at <= to; ) {
        const line = transaction.state.doc.lineAt(at);
        added.push(changedLine.range(line.from));
        at = line.to + 1;
      }
    });
    return set.update({ add: added.slice(0, 1000), filter: (from) => !added.some((each) => each.from === from), sort: true });
  },
  provide: (self) => CM.EditorView.decorations.from(self),
});

// Places in characters of Unicode, from 1, as the server counts them.
const column = (line, offset) => Array.from(line.text.slice(0, offset)).length + 1;
const offset = (line, wanted) => Array.from(line.text).slice(0, wanted - 1).join("").length;
function place(doc, number, wanted) {
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  return line.from + Math.min(offset(line, wanted), line.length);
}

// Asks the server about the text as it stands now; what is overtaken by further typing is given up.
async function ask(act, view, more = {}, signal) {
  const body = new FormData();
  body.set("form_token", form.elements.form_token.value);
  body.set("source_files", view.state.doc.toString());
  body.set("act", act);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const answer = await fetch(field.dataset.asking, { method: "POST", body, signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const said = document.getElementById("typed-problems");
let asking = null;
let waiting = 0;

async function diagnose(view) {
  asking?.abort();
  asking = new AbortController();
  const doc = view.state.doc;
  try {
    const more = { fix_line: doc.lineAt(view.state.selection.main.head).number };
    const { diagnostics, summary } = await ask("analyze", view, more, asking.signal);
    if (view.state.doc !== doc) return;
    const here = diagnostics.map((each) => {
      const from = place(doc, each.line, each.column);
      return {
        from, to: Math.max(from, place(doc, each.end_line, each.end_column)), severity: each.severity,
        message: `${each.code}: ${each.message}`,
        actions: each.fixes.map((fix) => ({
          name: fix.title,
          apply: (view) =>
            view.dispatch({
              changes: { from: place(doc, fix.line, fix.column), to: place(doc, fix.end_line, fix.end_column), insert: fix.text },
            }),
        })),
      };
    });
    view.dispatch(CM.setDiagnostics(view.state, here));
    said.textContent = summary;
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = words.unanswered;
  }
}

async function complete(context) {
  const line = context.state.doc.lineAt(context.pos);
  if (!context.explicit && !/\S/.test(line.text.slice(0, context.pos - line.from))) return null;
  const controller = new AbortController();
  context.addEventListener("abort", () => controller.abort());
  try {
    const more = { line: line.number, column: column(line, context.pos - line.from) };
    const { completions } = await ask("complete", view, more, controller.signal);
    if (!completions.length) return null;
    const from = place(context.state.doc, completions[0].line, completions[0].column);
    return { from, options: completions.map(({ label, detail }) => ({ label, detail })) };
  } catch {
    return null;
  }
}

const isReadOnly = field.readOnly;
const root = document.createElement("div");
root.className = "live-editor";
field.after(root);
// Within a shadow the editor brings its style as a constructed sheet, which the policy of the page allows.
const shadow = root.attachShadow({ mode: "open" });
const saves = { key: "Mod-s", run: () => (form.requestSubmit(form.querySelector("button:not([form])")), true), preventDefault: true };
const view = new CM.EditorView({
  parent: shadow,
  root: shadow,
  state: CM.EditorState.create({
    doc: field.value,
    extensions: [
      CM.lineNumbers(), CM.lintGutter(), CM.history(), CM.drawSelection(), CM.highlightActiveLine(), CM.highlightActiveLineGutter(),
      CM.highlightSpecialChars(), gherkin, CM.syntaxHighlighting(colours), look, changes, CM.search({ top: true }),
      CM.EditorState.readOnly.of(isReadOnly),
      isReadOnly ? [] : CM.autocompletion({ override: [complete], activateOnTypingDelay: 300 }),
      CM.EditorView.contentAttributes.of({ "aria-label": words.label, lang: field.lang, spellcheck: "false", tabindex: "0" }),
      CM.keymap.of([saves, ...CM.completionKeymap, ...CM.lintKeymap, ...CM.searchKeymap, ...CM.historyKeymap, ...CM.defaultKeymap]),
      CM.EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        isDirty = true;
        clearTimeout(waiting);
        waiting = setTimeout(() => diagnose(view), 400);
      }),
    ],
  }),
});
let isDirty = false;
field.hidden = true;
field.labels[0]?.addEventListener("click", () => view.focus());
form.addEventListener("formdata", (event) => event.formData.set("source_files", view.state.doc.toString()));
form.addEventListener("submit", () => (isDirty = false));
window.addEventListener("beforeunload", (event) => isDirty && event.preventDefault());
if (!isReadOnly) diagnose(view);

function goTo(hash) {
  const number = Number(/^#L(\d+)$/.exec(hash)?.[1]);
  if (!number || number > view.state.doc.lines) return;
  const line = view.state.doc.line(number);
  view.dispatch({ selection: { anchor: line.from }, effects: CM.EditorView.scrollIntoView(line.from, { y: "center" }) });
  view.focus();
}
window.addEventListener("hashchange", () => goTo(location.hash));
goTo(location.hash);

// Writes the file as the server would: canonical form.
document.getElementById("format")?.addEventListener("click", async (event) => {
  event.preventDefault();
  try {
    const { text } = await ask("format", view);
    if (text !== view.state.doc.toString()) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: Math.min(view.state.selection.main.head, text.length) } });
    }
  } catch {
    said.textContent = words.unanswered;
  }
});
