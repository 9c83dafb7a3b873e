// Confirms in place that a reader stays with the language of the page.

document.addEventListener("answered", ({ target }) => {
  const prompt = target.closest("[data-prompt]");
  if (!prompt) return;
  const done = prompt.querySelector("[data-prompt-done]");
  prompt.querySelector("[data-prompt-question]").hidden = true;
  done.hidden = false;
  done.focus({ preventScroll: true });
});
