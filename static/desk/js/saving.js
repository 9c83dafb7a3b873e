// Save and Publish go out while one writes on: the page stays, with caret and undo, and learns what became of it.
import { changes, entries, keepAt, pause, resume, saved } from "./autosave.js"
import { keyOf } from "./kept-here.js"
import { remember } from "./place.js"
import { page } from "./parsed.js"
import { post } from "./post.js"
import { fits, refresh } from "./refreshing.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const status = document.querySelector("[data-saved]")
const PATIENCE = 120000 // milliseconds
let underWay = null // the button that was pressed
let next = null
let isNative = false

// A form that was refused, goes on with a text, is that of a new story or opens another column gets a page of its own.
const movesOn = () => form.matches("[data-unsaved], [action], :not([data-presence]), :has([data-refused])")
const tell = (name) => form.dispatchEvent(new CustomEvent(name))

async function send(button) {
  underWay = button
  const before = changes()
  const sent = [...entries(), [button.name, button.value]]
  status.textContent = words.saving
  await pause()
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await post(form.getAttribute("action") ?? location.href, sent, { signal, headers: { Accept: "application/json" } })
    await take(answer, button, () => changes() === before)
  } catch (problem) {
    status.textContent = words.keeping
    resume(problem)
  }
  underWay = null
  if (next) form.requestSubmit(next)
}

async function take(answer, button, isAll) {
  if (!answer.ok) throw answer
  if (!answer.headers.get("Content-Type").startsWith("application/json")) return showRefusal(button)
  const { address, brought } = await answer.json()
  const now = brought || movesOn() ? null : await pageAt(address)
  if (!now || !fits(now)) return open(address, isAll)
  const all = isAll()
  saved(all)
  refresh(now)
  if (!all) status.textContent = words.keeping
  tell(all ? "desk:saved" : "desk:saved-in-part")
  resume()
}

async function pageAt(address) {
  const answer = await fetch(address, { redirect: "manual" }).catch(() => null)
  return answer?.ok ? page(await answer.text()) : null
}

// The page as it is now; what was typed since it was sent goes there by way of the desk.
async function open(address, isAll) {
  const target = new URL(address, location.href)
  if (!isAll()) {
    const key = keyOf(form.dataset.autosave)
    const kept = await keepAt(`${target.pathname.replace("change/", "autosave/")}?${new URLSearchParams({ key, base: "0" })}`)
    if (!kept.ok) throw kept
    target.searchParams.set("continue", key)
  }
  saved(true)
  leave()
  location.assign(target)
}

// What the form was refused for is shown by the desk, in a page of its own.
function showRefusal(button) {
  isNative = true
  form.requestSubmit(button)
}

function leave() {
  remember()
  tell("desk:leaving")
  form.inert = true
}

form.addEventListener("submit", (event) => {
  const button = event.submitter
  if (button?.matches("[data-preview]")) return
  if (isNative) return void setTimeout(leave)
  event.preventDefault()
  next = underWay && underWay !== button ? button : null
  if (!underWay) send(button)
})
