// What is typed is kept at the desk a moment later, one request at a time; without a connection in this browser.
import { forget, keep } from "./kept-here.js"
import { post } from "./post.js"
import { reasonOf } from "./reasons.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const status = document.querySelector("[data-saved]")
const trouble = document.querySelector("[data-trouble]")
const WAITS = 1500
const LONGEST = 60000

let timer = 0
let keeping = 0
let typed = 0 // how often something was typed
let sent = 0
let running = null
let failures = 0
let paused = false
let atPause = 0
let under = new AbortController()

const address = () => form.dataset.autosave
export const entries = () =>
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
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
    .then((answer) => done(now, answer))
    .catch((problem) => paused || failed(problem))
    .finally(() => (running = null))
}

function done(now, { kept: when }) {
  failures = 0
  sent = now
  forget(address())
  warn("")
  if (paused) return
  status.textContent = words.kept.replace("{when}", when)
  if (typed === now) form.dispatchEvent(new CustomEvent("desk:kept"))
  else later(WAITS)
}

// Whatever it was is tried again.
async function failed(problem) {
  failures += 1
  later(Math.min(LONGEST, 2000 * 2 ** (failures - 1)))
  const has = keepHere()
  warn(has ? await reasonOf(problem) : words["kept nowhere"])
}

function keepHere() {
  const has = keep(address(), entries())
  if (has) form.dispatchEvent(new CustomEvent("desk:kept"))
  return has
}

// Until the next try may be long: a tab that is closed by the phone itself says nothing before.
function keepSoon() {
  clearTimeout(keeping)
  keeping = setTimeout(keepHere, WAITS)
}

form.addEventListener("desk:changed", () => {
  typed += 1
  if (paused) return keepSoon()
  if (!running) status.textContent = words.keeping
  failures ? keepSoon() : later(WAITS)
})
const again = () => failures && later(0)
window.addEventListener("online", again)
window.addEventListener("focus", again) // perhaps from the tab where one signed in anew
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return
  if (failures) keepHere()
  send()
})
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
  clearTimeout(keeping)
  forget(address())
  warn("")
  if (isAll) sent = atPause = typed
}

export const changes = () => typed
export const keepAt = (place) => post(place, entries())
