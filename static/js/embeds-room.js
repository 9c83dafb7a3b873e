// Keeps the room of films and posts from the page's first moment for readers who agreed to them: nothing moves later.
// It stands after the consent bar, for while that has an open question no earlier answer counts.

document.documentElement.classList.toggle(
  "embeds-agreed",
  /(?:^|;\s*)(?:__Host-)?consent=1\.\d{1,4}\.[afm]*e[afm]*\.\d{10}(?:;|$)/.test(document.cookie) &&
    !document.querySelector("[data-consent-question]:not([hidden])"),
);
