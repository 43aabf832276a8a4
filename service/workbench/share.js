// Shares the answers of a self-check as an address. The answers are after "#", which browsers never send to a server.
"use strict";

const FRAGMENT = "#answers=";
const LONGEST_ADDRESS = 8000; // some programs cut longer ones
const LONGEST_ANSWERS = 400000; // no fragment unpacks to more

const packed = async (text) => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const unpacked = async (text) => {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let read = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += decoder.decode(next.value, { stream: true });
    if (read.length > LONGEST_ANSWERS) throw new Error("too long");
  }
  return read + decoder.decode();
};

const form = document.getElementById("check");
const share = document.getElementById("share");
const { version } = share.dataset;

const offer = async () => {
  const address = `${form.action}${FRAGMENT}${await packed(form.elements.answers.value)}&version=${version}`;
  const field = share.querySelector("input");
  const status = share.querySelector("[role=status]");
  share.hidden = false;
  if (address.length > LONGEST_ADDRESS) {
    field.closest("div").hidden = true;
    status.textContent = share.dataset.long;
    return;
  }
  field.value = address;
  const button = share.querySelector("button");
  button.hidden = !navigator.clipboard; // only for pages by HTTPS or from this machine
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = share.dataset.done;
    } catch {
      field.focus(); // the browser allows no copying by scripts, but the selected text can be copied
    }
  });
  field.addEventListener("focus", () => field.select());
};

const open = async () => {
  const [answers, sharedVersion] = location.hash.slice(FRAGMENT.length).split("&version=");
  try {
    form.elements.answers.value = await unpacked(answers);
  } catch {
    const problem = document.getElementById("share-problem");
    problem.hidden = false;
    problem.setAttribute("role", "alert");
    return;
  }
  for (const [name, value] of [["shared", sharedVersion || "?"], ["do", "result"]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.submit();
};

if (typeof CompressionStream === "function") {
  if (location.hash.startsWith(FRAGMENT)) open();
  else if (share.dataset.count !== "0") offer();
}
