// Keys of the pages that judge facts. What a key does stands on the page as a link, button or field of its own.
"use strict";

const typed = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const withKey = (key) => document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);

function act(element) {
  if (element.matches("a, button")) {
    element.click();
    return;
  }
  if (element.matches("[type=radio]")) element.click();
  const then = document.getElementById(element.dataset.then ?? "");
  (then?.querySelector("input") ?? then ?? element).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey || event.metaKey) return;
  if (event.ctrlKey) {
    const button = event.key === "Enter" && document.querySelector("form.judging")?.querySelector('[aria-keyshortcuts="Control+Enter"]');
    if (button) {
      event.preventDefault();
      button.click();
    }
    return;
  }
  if (!("keys" in document.body.dataset) || event.target.closest?.(typed)) return;
  const element = event.key.length === 1 && withKey(event.key.toLowerCase());
  if (element) {
    event.preventDefault();
    act(element);
  }
});

const list = document.querySelector(".factlist");
const here = list?.querySelector("[aria-current]");
if (here) list.scrollTop += here.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
