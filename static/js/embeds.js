// A film of another house sets cookies of its own: it is loaded for readers who agreed to embeds, else it stays a link.

const GRANTED = /(?:^|;\s*)(?:__Host-)?consent=1\.\d{1,4}\.([aefm]{0,4})\.\d{10}(?:;|$)/;
const links = new Map();

function grants() {
  return GRANTED.exec(document.cookie)?.[1] ?? "";
}

function frame({ embed, title }) {
  const film = document.createElement("iframe");
  film.title = title;
  film.loading = "lazy";
  film.allow = "fullscreen; picture-in-picture";
  film.referrerPolicy = "strict-origin-when-cross-origin";
  film.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
  film.src = embed;
  return film;
}

function show(granted) {
  for (const [holder, link] of links) {
    holder.replaceChildren(...(granted.includes("e") ? [frame(holder.dataset)] : link));
  }
}

for (const holder of document.querySelectorAll("[data-embed]")) {
  links.set(holder, [...holder.childNodes]);
}
show(grants());
document.addEventListener("consentchange", () => show(grants()));
