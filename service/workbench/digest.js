// Computes the digests of files that somebody chooses. Where a digest is asked for the file stays here and the digest is written there;
// where files are sent their digests go along, and files that are dropped on the page are chosen.
"use strict";

const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const digestsOf = async (files) => {
  const digests = [];
  for (const file of files) digests.push(hexadecimal(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));
  return digests;
};

// Calls `write` with the digests of what is chosen, unless something else was chosen meanwhile.
const watch = (field, status, write) => {
  let newest = 0;
  field.addEventListener("change", async () => {
    const chosen = Array.from(field.files);
    const turn = ++newest;
    write([], chosen);
    if (!chosen.length) return;
    status.textContent = status.dataset.working;
    try {
      const digests = await digestsOf(chosen);
      if (turn !== newest) return;
      write(digests, chosen);
      status.textContent = status.dataset.done + chosen.map((file) => file.name).join(", ");
    } catch (error) {
      if (turn === newest) status.textContent = status.dataset.failed + error.message;
    }
  });
};

for (const offer of document.querySelectorAll("[data-digest-for]")) {
  if (!crypto.subtle) continue; // the page came neither by HTTPS nor from this machine
  const field = document.getElementById(offer.dataset.digestFor);
  offer.hidden = false;
  const file = offer.querySelector("input[type=file]");
  watch(file, offer.querySelector("[role=status]"), (digests) => {
    if (!digests.length) return;
    const before = file.multiple ? field.value.split(/\s+/).filter(Boolean) : [];
    field.value = Array.from(new Set([...before, ...digests])).join("\n");
  });
}

for (const sent of document.querySelectorAll("[data-digests]")) {
  const field = sent.querySelector("input[type=file]");
  const digests = sent.querySelector(`[name=${sent.dataset.digests}]`);
  if (crypto.subtle) watch(field, sent.querySelector("[role=status]"), (computed) => { digests.value = computed.join("\n"); });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change"));
    field.focus();
  });
}
