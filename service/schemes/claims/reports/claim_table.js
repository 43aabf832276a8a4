// Filters the table of claims by verdict, kind of claim and market, worst verdict first, and opens the details of the
// claim that a link names. Printed are all claims, without filter.
"use strict";

const filter = document.querySelector(".claim-filter");
const bodiesOf = (table) => Array.from(table.tBodies);
const names = (element, name) => (element.dataset[name] || "").split(" ");

// Shows one row of a claim, the worst that has the chosen market and verdict, and returns it.
const shownRow = (body, { market, verdict }) => {
  const rows = Array.from(body.querySelectorAll("tr.verdict-row"));
  const fits = (row) => (!market || names(row, "market").includes(market)) && (!verdict || row.dataset.verdict === verdict);
  const shown = rows.find(fits);
  for (const row of rows) row.hidden = row !== (shown || rows[0]);
  return shown;
};

const apply = (chosen) => {
  for (const table of document.querySelectorAll("table.claims")) {
    const ranked = bodiesOf(table).map((body) => {
      const row = shownRow(body, chosen);
      body.hidden = !(row && (!chosen.kind || names(body, "kind").includes(chosen.kind)));
      return [row ? Number(row.dataset.rank) : 0, Number(body.dataset.number), body];
    });
    ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    for (const [, , body] of ranked) table.append(body);
  }
};

const openLinked = () => {
  const body = location.hash.startsWith("#claim-") && document.getElementById(location.hash.slice(1));
  if (!body) return;
  body.hidden = false;
  for (let folded = body.querySelector("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  body.scrollIntoView();
};

if (filter) {
  const fields = Array.from(filter.querySelectorAll("[data-filter]"));
  const table = document.querySelector("table.claims");
  const applyChosen = () => {
    apply(Object.fromEntries(fields.map((field) => [field.dataset.filter, field.value])));
    const shown = bodiesOf(table).filter((body) => !body.hidden).length;
    filter.querySelector(".shown").textContent = filter.dataset.shown
      .replace("{shown}", shown)
      .replace("{count}", table.tBodies.length);
  };
  for (const field of fields) field.addEventListener("change", applyChosen);
  addEventListener("beforeprint", () => apply({}));
  addEventListener("afterprint", applyChosen);
  filter.hidden = false;
  applyChosen();
}
const folded = document.querySelector(".doubt");
if (folded) {
  let before = false;
  addEventListener("beforeprint", () => { before = folded.open; folded.open = true; });
  addEventListener("afterprint", () => { folded.open = before; });
}
addEventListener("hashchange", openLinked);
openLinked();
