// Remembers the language that a reader follows a link of the switcher to, so that no page offers another one.
// Without this script the links lead there all the same.

const PATIENCE = 2000; // milliseconds

function remember({ hreflang }, address) {
  const body = new URLSearchParams({ language: hreflang });
  const headers = { "X-Requested-With": "fetch" };
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(address, { method: "POST", mode: "same-origin", headers, body, keepalive: true, signal });
}

function opensElsewhere({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

async function follow(event) {
  const link = event.target.closest("a");
  if (!link || event.button === 2) return;
  const kept = remember(link, event.currentTarget.dataset.languages).catch(() => null); // it leads there all the same
  if (opensElsewhere(event)) return;
  // The next page is to know already.
  event.preventDefault();
  await kept;
  location.assign(link.href);
}

for (const switcher of document.querySelectorAll("[data-languages]")) {
  switcher.addEventListener("click", follow);
  switcher.addEventListener("auxclick", follow);
}
