// Computes the digest of a file that somebody chooses, and writes it where a digest is asked for. The file stays here.
"use strict";

const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (one) => one.toString(16).padStart(2, "0")).join("");

for (const offer of document.querySelectorAll("[data-digest-for]")) {
  if (!crypto.subtle) continue; // the page came neither by HTTPS nor from this machine
  const field = document.getElementById(offer.dataset.digestFor);
  const file = offer.querySelector("input[type=file]");
  const said = offer.querySelector("[role=status]");
  let newest = 0;
  offer.hidden = false;
  file.addEventListener("change", async () => {
    const chosen = Array.from(file.files);
    const mine = ++newest;
    if (!chosen.length) return;
    said.textContent = said.dataset.working;
    try {
      const digests = [];
      for (const one of chosen) digests.push(hexadecimal(await crypto.subtle.digest("SHA-256", await one.arrayBuffer())));
      if (mine !== newest) return;
      const before = file.multiple ? field.value.split(/\s+/).filter(Boolean) : [];
      field.value = Array.from(new Set([...before, ...digests])).join("\n");
      said.textContent = said.dataset.done + chosen.map((one) => one.name).join(", ");
    } catch (error) {
      if (mine === newest) said.textContent = said.dataset.failed + error.message;
    }
  });
}
