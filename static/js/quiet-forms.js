// Sends a form marked data-quiet without leaving the page; then `answered` on the form lets other scripts go on.
// Where that fails the form is sent like any other, and the server says what is wrong on a page of its own.

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("[data-quiet]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (response?.status === 409) return location.reload(); // the question has changed meanwhile
  if (response?.ok) return form.dispatchEvent(new CustomEvent("answered", { bubbles: true }));
  delete form.dataset.quiet;
  form.requestSubmit(submitter);
});
