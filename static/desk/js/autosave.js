// What is typed is kept at the desk a moment later, one request at a time; without a connection in this browser.
import { forget, keep } from "./kept-here.js"
import { isSignedOut, post } from "./post.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const status = document.querySelector("[data-saved]")
const trouble = document.querySelector("[data-trouble]")
const address = form.dataset.autosave
const WAITS = 1500
const LONGEST = 60000

const under = new AbortController()

let timer = 0
let typed = 0 // how often something was typed
let sent = 0
let sending = false
let failures = 0
let leaving = false

const entries = () =>
  [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string")

function warn(text) {
  if (trouble.textContent !== text) trouble.textContent = text
  trouble.hidden = !text
}

function later(wait) {
  clearTimeout(timer)
  timer = setTimeout(send, wait)
}

function send() {
  if (sending || leaving || sent === typed) return
  sending = true
  const now = typed
  post(address, entries(), { signal: under.signal })
    .then((answer) => (answer.ok || answer.status === 409 ? answer.json() : Promise.reject(answer)))
    .then((answer) => done(now, answer))
    .catch((problem) => leaving || failed(problem))
    .finally(() => (sending = false))
}

function done(now, { kept: when, message }) {
  failures = 0
  sent = now
  if (message) return here(message)
  forget(address)
  warn("")
  status.textContent = words.kept.replace("{when}", when)
  if (typed === now) form.dispatchEvent(new CustomEvent("desk:kept"))
  else later(WAITS)
}

// A refusal comes from a session that has ended, an error from the desk; everything else is the line. All are tried again.
function failed(problem) {
  failures += 1
  here(words[isSignedOut(problem) ? "signed out" : problem?.status >= 500 ? "fault" : "kept here"])
  later(Math.min(LONGEST, 2000 * 2 ** (failures - 1)))
}

function here(text) {
  const has = keep(address, entries())
  warn(has ? text : words["kept nowhere"])
  if (has) form.dispatchEvent(new CustomEvent("desk:kept"))
}

form.addEventListener("desk:changed", () => {
  typed += 1
  if (!sending) status.textContent = words.keeping
  if (!failures) later(WAITS)
})
window.addEventListener("online", () => failures && later(0))
document.addEventListener("visibilitychange", () => document.hidden && send())
// A save may not arrive: come-back.js forgets the text once it has. What is under way would come after it.
form.addEventListener("submit", ({ submitter }) => {
  if (submitter?.matches("[data-preview]")) return
  leaving = true
  under.abort()
  if (sent !== typed) keep(address, entries())
})
