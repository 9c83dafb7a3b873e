// Sends something to the desk in the name of the form; the way to the sign-in page is not followed, and is no success.
const form = document.querySelector("[data-writing]")

export const isSignedOut = (answer) => answer?.type === "opaqueredirect" || [401, 403].includes(answer?.status)

export function post(address, entries, options = {}) {
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }
  return fetch(address, { method: "POST", body: new URLSearchParams(entries), headers, redirect: "manual", ...options })
}
