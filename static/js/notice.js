// Puts the notice away once it was read.

document.addEventListener("answered", ({ target }) => {
  const notice = target.closest("[data-notice]");
  if (!notice) return;
  notice.remove();
  document.querySelector("main")?.focus({ preventScroll: true });
});
