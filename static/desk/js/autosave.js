// What is typed is kept at the desk a moment later, one request at a time; without a connection in this browser.
import { forget, keep } from "./kept-here.js"
import { isSignedOut, post } from "./post.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const status = document.querySelector("[data-saved]")
const trouble = document.querySelector("[data-trouble]")
const WAITS = 1500
const LONGEST = 60000

let timer = 0
let typed = 0 // how often something was typed
let sent = 0
let running = null
let failures = 0
let paused = false
let atPause = 0
let under = new AbortController()

const address = () => form.dataset.autosave
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
  if (running || paused || sent === typed) return
  const now = typed
  running = post(address(), entries(), { signal: under.signal })
    .then((answer) => (answer.ok || answer.status === 409 ? answer.json() : Promise.reject(answer)))
    .then((answer) => done(now, answer))
    .catch((problem) => paused || failed(problem))
    .finally(() => (running = null))
}

function done(now, { kept: when, message }) {
  failures = 0
  sent = now
  if (message) return here(message)
  forget(address())
  warn("")
  if (paused) return
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
  const has = keep(address(), entries())
  warn(has ? text : words["kept nowhere"])
  if (has) form.dispatchEvent(new CustomEvent("desk:kept"))
}

form.addEventListener("desk:changed", () => {
  typed += 1
  if (paused) return
  if (!running) status.textContent = words.keeping
  if (!failures) later(WAITS)
})
const again = () => failures && later(0)
window.addEventListener("online", again)
window.addEventListener("focus", again) // perhaps from the tab where one signed in anew
document.addEventListener("visibilitychange", () => document.hidden && send())
window.addEventListener("pagehide", () => typed !== (paused ? atPause : sent) && keep(address(), entries()))

// What follows is for saving.js. A text kept after the save that has it would be taken for one that is not saved.
export async function pause() {
  paused = true
  atPause = typed
  clearTimeout(timer)
  keep(address(), entries(), true)
  await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 1000))])
  under.abort()
  under = new AbortController()
}

export function resume(problem) {
  paused = false
  if (problem) failed(problem)
  else if (sent !== typed) later(0)
}

export function saved(isAll) {
  failures = 0
  forget(address())
  warn("")
  if (isAll) sent = typed
}

export const keepAt = (place) => post(place, entries())
