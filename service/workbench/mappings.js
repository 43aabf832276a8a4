// Shows the facts that no column has yet, to drag them onto the columns of a file. The lists of the columns work without it.
"use strict";

const list = document.getElementById("drag-facts");
const rows = Array.from(document.querySelectorAll("tr[data-column]"));
const chosenIn = (row) => row.querySelector("select");

const show = () => {
  const taken = new Set(rows.map((row) => chosenIn(row).value));
  const items = Array.from(chosenIn(rows[0]).options, (option) => {
    const item = document.createElement("li");
    item.textContent = option.textContent;
    item.draggable = true;
    item.hidden = !option.value || taken.has(option.value);
    item.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", option.value));
    return item;
  });
  list.replaceChildren(...items);
};

if (list && rows.length) {
  for (const row of rows) {
    chosenIn(row).addEventListener("change", show);
    row.addEventListener("dragover", (event) => event.preventDefault());
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      const target = event.dataTransfer.getData("text/plain");
      if (!Array.from(chosenIn(row).options).some((option) => option.value === target)) return;
      for (const other of rows) if (other !== row && chosenIn(other).value === target) chosenIn(other).value = "";
      chosenIn(row).value = target;
      show();
    });
  }
  show();
  list.hidden = document.getElementById("drag-help").hidden = false;
}
