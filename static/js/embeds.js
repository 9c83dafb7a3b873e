// A film or post of another house tells that house who is reading. It is loaded when the reader asks for it, here and
// now or, by agreeing to embeds, for good (embeds-room.js looks who did). Without this script it is a link.

const PURPOSES = { a: "analytics", e: "embeds", f: "preferences", m: "marketing" };
const AGREED = "embeds-agreed";
const page = document.documentElement;
const holders = document.querySelectorAll("[data-embed]");

function letters() {
  return /(?:^|;\s*)(?:__Host-)?consent=1\.\d{1,4}\.([aefm]{0,4})\.\d{10}(?:;|$)/.exec(document.cookie)?.[1] ?? "";
}

function frame({ embed, title }) {
  const film = document.createElement("iframe");
  film.title = title;
  film.loading = "lazy";
  film.allow = "fullscreen; picture-in-picture; encrypted-media";
  film.referrerPolicy = "strict-origin-when-cross-origin";
  film.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox";
  film.src = embed;
  return film;
}

function load(holder) {
  const room = holder.querySelector("[data-embed-room]");
  if (!room.firstChild) room.append(frame(holder.dataset));
  return room.firstChild;
}

function unload(holder) {
  holder.querySelector("[data-embed-room]").replaceChildren();
}

function show(agreed) {
  page.classList.toggle(AGREED, agreed);
  holders.forEach(agreed ? load : unload);
}

// While the bar has an open question no earlier answer counts.
function granted() {
  return document.querySelector("[data-consent-question]:not([hidden])") ? "" : letters();
}

async function agree(button) {
  const wanted = new Set(`${granted()}e`);
  const body = new URLSearchParams([["choice", "save"], ...[...wanted].map((letter) => ["c", letter])]);
  const request = { method: "POST", mode: "same-origin", body };
  const response = await fetch(button.dataset.embedAlways, request).catch(() => null);
  if (!response?.ok || !letters().includes("e")) return false;
  document.querySelector("[data-consent]")?.remove(); // its question is answered
  const grants = [...letters()].map((letter) => PURPOSES[letter]);
  document.dispatchEvent(new CustomEvent("consentchange", { detail: { grants } }));
  return true;
}

function enhance(holder) {
  const failed = holder.querySelector("[data-embed-failed]");
  holder.querySelector("[data-embed-load]").addEventListener("click", () => load(holder).focus());
  holder.querySelector("[data-embed-always]")?.addEventListener("click", async (event) => {
    failed.textContent = "";
    if (await agree(event.currentTarget)) load(holder).focus();
    else failed.textContent = failed.dataset.embedFailed;
  });
  holder.querySelector("[data-embed-choices]").hidden = false;
}

holders.forEach(enhance);
show(page.classList.contains(AGREED));
document.addEventListener("consentchange", ({ detail }) => show(detail.grants.includes("embeds")));

// A page that the browser kept may come back after the answer has changed.
addEventListener("pageshow", ({ persisted }) => {
  const agreed = granted().includes("e");
  if (persisted && agreed !== page.classList.contains(AGREED)) show(agreed);
});
