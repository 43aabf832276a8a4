// Makes or uses a passkey for the form that asks for one, and sends what it answered in the field "answer".
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join(""))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (id) => ({ type: "public-key", id: bytes(id) });

async function made(asked) {
  const { id, rawId, type, response } = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: location.hostname, name: asked.party },
      user: { id: new TextEncoder().encode(asked.person), name: asked.person, displayName: asked.name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      authenticatorSelection: { userVerification: "required" },
      excludeCredentials: asked.known.map(named),
    },
  });
  return {
    id, rawId: text(rawId), type,
    response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) },
  };
}

async function used(asked) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.challenge),
      rpId: location.hostname,
      allowCredentials: asked.known.map(named),
      userVerification: "required",
    },
  });
  return {
    credential: text(rawId), client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData), signature: text(response.signature),
  };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    const answer = form.elements.namedItem("answer");
    if (answer.value) return;
    event.preventDefault();
    const failed = form.querySelector(".failed");
    failed.hidden = true;
    try {
      const asked = JSON.parse(form.dataset.asked);
      answer.value = JSON.stringify(await (form.dataset.passkey === "make" ? made(asked) : used(asked)));
      form.submit();
    } catch (error) {
      failed.querySelector(".why").textContent = error.message;
      failed.hidden = false;
      failed.focus();
    }
  });
}
