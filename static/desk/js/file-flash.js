// Sends a flash itself, so that a phone without a line stays on the page. Sent twice, it is filed once: it has a key.
import { keepTyped } from "./flash.js"
import { words } from "./words.js"

const LONGEST = 30000
const form = document.querySelector("[data-flash]")
const says = form.querySelector("[data-says]")
const wayIn = form.querySelector("[data-way-in]")
let sending = false
let refused = false // what was wrong is said by the page that the form itself brings

const say = (text) => Object.assign(says, { textContent: text, hidden: !text })

function stay(why, button) {
  sending = false
  const text = words[why].replace("{button}", button.textContent)
  say(keepTyped() ? text : `${text} ${words["no room"]}`)
  wayIn.hidden = why !== "signed out"
}

function answered(answer, button) {
  const isSignedOut = answer.status === 403 || new URL(answer.url).pathname === form.dataset.signIn
  if (isSignedOut) return stay("signed out", button)
  if (answer.status >= 500) return stay("fault", button)
  if (answer.redirected) return location.assign(answer.url)
  refused = true
  button.click()
}

function send(button) {
  sending = true
  say(words.sending)
  const body = new FormData(form)
  body.append(button.name, button.value)
  fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout?.(LONGEST) })
    .then((answer) => answered(answer, button))
    .catch(() => stay("no line", button))
}

form.addEventListener("submit", (event) => {
  const button = event.submitter
  if (refused || !button || button.name === "_preview") return
  event.preventDefault()
  if (!sending) send(button)
})
// Back from the page that it led to.
window.addEventListener("pageshow", () => {
  sending = refused = false
  say("")
})
