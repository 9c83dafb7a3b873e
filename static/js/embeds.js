// A film or post of another house tells that house who is reading. It is loaded when the reader asks for it, here and
// now or, by agreeing to embeds, for good (granted.js knows who did). Without this script it is a link.

const page = document.documentElement;
const holders = document.querySelectorAll("[data-embed]");
let shown = false;

function granted() {
  return page.dataset.granted ?? "";
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

function show() {
  shown = granted().includes("e");
  holders.forEach(shown ? load : unload);
}

function enhanceAlways(holder, form) {
  const status = holder.querySelector("[data-embed-failed]");
  const say = (text) => (status.textContent = text);

  form.addEventListener("formdata", ({ formData }) => {
    for (const letter of granted()) formData.append("c", letter); // what was agreed to before stays so
  });
  form.addEventListener("submit", () => say(""));
  form.addEventListener("unanswered", (event) => {
    event.preventDefault();
    say(status.dataset.embedFailed);
  });
  form.addEventListener("answered", ({ detail: { grants } }) => {
    if (!grants.includes("embeds")) return say(status.dataset.embedFailed);
    document.dispatchEvent(new CustomEvent("consentchange", { detail: { grants } }));
    load(holder).focus();
  });
}

function enhance(holder) {
  const always = holder.querySelector("[data-embed-always]");
  if (always) enhanceAlways(holder, always);
  holder.querySelector("[data-embed-load]").addEventListener("click", () => load(holder).focus());
  holder.querySelector("[data-embed-choices]").hidden = false;
}

holders.forEach(enhance);
show();
document.addEventListener("consentchange", show);

// A page that the browser kept may come back after the answer has changed.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && granted().includes("e") !== shown) show();
});
