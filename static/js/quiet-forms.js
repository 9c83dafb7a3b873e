// Sends a form marked data-quiet without leaving the page; then `answered` on the form lets other scripts go on, with
// the purposes that the server says are granted. Where that fails, and nobody takes `unanswered` upon themselves, the
// form is sent like any other, and the server says what is wrong on a page of its own.

function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const headers = { "X-Requested-With": "fetch" };
  return fetch(form.action, { method: "POST", mode: "same-origin", headers, body }).catch(() => null);
}

function tell(form, name, detail) {
  return form.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));
}

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("[data-quiet]")) return;
  event.preventDefault();
  const response = await send(form, submitter);
  if (response?.status === 409) return location.reload(); // the question has changed meanwhile
  if (response?.status === 204) {
    const grants = response.headers.get("Consent-Grants") ?? "";
    return tell(form, "answered", { grants: grants.split(" ").filter(Boolean) });
  }
  if (!tell(form, "unanswered")) return;
  delete form.dataset.quiet;
  form.requestSubmit(submitter);
});
