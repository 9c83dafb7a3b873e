// Sends something to the desk in the name of the form; a sign-in page in answer is a failure.
const form = document.querySelector("[data-writing]")

export function post(address, entries, options = {}) {
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }
  return fetch(address, { method: "POST", body: new URLSearchParams(entries), headers, redirect: "error", ...options })
}
