// Offers what a few typed letters may become: people, topics, stories. The arrow keys go through them, Enter opens one.
// A combobox as ARIA describes it (APG, “list autocomplete”); without this script the form is all there is.

const form = document.querySelector("[data-suggestions]");
const field = form.querySelector("[type=search]");
const list = form.querySelector("[data-suggestions-list]");
const told = form.querySelector("[data-suggestions-told]");
const PAUSE = 150; // milliseconds without a letter
let waiting = 0;
let asked = null;

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
field.setAttribute("aria-expanded", "false");

function option({ kind, text, language, address }, place) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const label = document.createElement("span");
  Object.assign(item, { id: `suggestion-${place}`, role: "option" });
  Object.assign(name, { textContent: text, lang: language, dir: "auto" });
  Object.assign(label, { textContent: list.dataset[kind] ?? "", className: "suggestion-kind" });
  item.dataset.address = address;
  item.append(name, " ", label);
  return item;
}

function show(found) {
  list.replaceChildren(...found.map(option));
  list.hidden = !found.length;
  field.setAttribute("aria-expanded", String(Boolean(found.length)));
  field.removeAttribute("aria-activedescendant");
  told.textContent = field.value.trim().length > 1 ? `${told.dataset.number}: ${found.length}` : "";
}

function close() {
  clearTimeout(waiting);
  asked?.abort();
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const address = `${form.dataset.suggestions}?${new URLSearchParams({ q: field.value })}`;
  // What can't be had is not missed: the form works without.
  const response = await fetch(address, { signal: asked.signal }).catch(() => null);
  if (response?.ok) show((await response.json()).suggestions);
}

function choose(step) {
  const options = [...list.children];
  const now = options.findIndex((item) => item.ariaSelected === "true");
  const next = options.at((now + step + (now < 0 && step < 0 ? 1 : 0)) % options.length);
  for (const item of options) item.ariaSelected = String(item === next);
  next.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", next.id);
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !list.hidden) return event.preventDefault(), close();
  if (list.hidden || event.isComposing) return;
  const chosen = list.querySelector("[aria-selected=true]");
  if (event.key === "Enter" && chosen) return event.preventDefault(), location.assign(chosen.dataset.address);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) return event.preventDefault(), choose(step);
});
field.addEventListener("blur", close);
// Before the field loses the focus, which would close the list under the finger.
list.addEventListener("pointerdown", (event) => event.preventDefault());
list.addEventListener("click", ({ target }) => location.assign(target.closest("li").dataset.address));
