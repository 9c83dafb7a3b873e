// Sends something to the desk in the name of the form; the way to the sign-in page is not followed, and is no success.
import { renewed } from "./token.js"

const form = document.querySelector("[data-writing]")

export const isSignedOut = (answer) => answer?.type === "opaqueredirect" || [401, 403].includes(answer?.status)

function send(address, entries, { headers, ...options }) {
  const body = new URLSearchParams(entries)
  body.delete("csrfmiddlewaretoken")
  const own = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, ...headers }
  return fetch(address, { method: "POST", body, headers: own, redirect: "manual", ...options })
}

export async function post(address, entries, options = {}) {
  const answer = await send(address, entries, options)
  return answer.status === 403 && (await renewed()) ? send(address, entries, options) : answer
}
