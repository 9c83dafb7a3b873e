// Clears what is stored for purposes a reader does not allow. The page holds the names, by kind and purpose:
// {"local": {"analytics": ["visits_*"]}}.

function pattern(name) {
  return new RegExp(`^${name.split("*").map(RegExp.escape ?? escaped).join(".*")}$`);
}

function escaped(text) {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}

function refused(kinds, kind, grants) {
  const names = Object.entries(kinds[kind] ?? {}).filter(([purpose]) => !grants.includes(purpose));
  return names.flatMap(([, each]) => each).map(pattern);
}

function clear(storage, patterns) {
  for (const key of Object.keys(storage)) {
    if (patterns.some((each) => each.test(key))) storage.removeItem(key);
  }
}

async function clearDatabases(patterns) {
  for (const { name } of patterns.length ? await indexedDB.databases() : []) {
    if (patterns.some((each) => each.test(name))) indexedDB.deleteDatabase(name);
  }
}

// Read at once: whoever answers may take the bar away, and the list with it.
const kinds = JSON.parse(document.querySelector("[data-consent] script[type='application/json']").text);

document.addEventListener("consentchange", ({ detail: { grants } }) => {
  clear(localStorage, refused(kinds, "local", grants));
  clear(sessionStorage, refused(kinds, "session", grants));
  clearDatabases(refused(kinds, "indexeddb", grants));
});
