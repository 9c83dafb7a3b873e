// Save and Publish go out while one writes on: the page stays, with caret and undo, and learns what became of it.
import { changes, entries, keepAt, pause, resume, saved } from "./autosave.js"
import { takeAsPublished } from "./choosing.js"
import { keep, keyOf } from "./kept-here.js"
import { remember } from "./place.js"
import { page } from "./parsed.js"
import { post } from "./post.js"
import { fits, refresh, standing } from "./refreshing.js"
import { say } from "./telling.js"
import { addressOf, giveUp, goOn, here, isSame, wait } from "./waiting.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const status = document.querySelector("[data-saved]")
const announcer = document.querySelector("[data-announcer]")
const PATIENCE = 120000 // milliseconds
let underWay = null // the button that was pressed, what had been typed by then, how all fields stood
let isNative = false

// A form that was refused, goes on with a text, is that of a new story or opens another column gets a page of its own.
const movesOn = () => addressOf(underWay.button) || form.matches("[data-unsaved], :not([data-presence]), :has([data-refused])")
const isAll = () => changes() === underWay.typed
const tell = (name) => form.dispatchEvent(new CustomEvent(name))

async function send(button) {
  underWay = { button: button.cloneNode(true), typed: changes(), stood: standing() }
  const sent = [...entries(), [button.name, button.value]]
  status.textContent = words.saving
  await pause()
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    await take(await post(addressOf(underWay.button) || location.href, sent, { signal, headers: { Accept: "application/json" } }))
  } catch (problem) {
    status.textContent = words.keeping
    const told = giveUp()
    if (told.length) say(...told)
    resume(problem)
  }
  underWay = null
  if (!isNative) goOn()
}

async function take(answer) {
  if (!answer.ok) throw answer
  if (!answer.headers.get("Content-Type").startsWith("application/json")) return showRefusal()
  const { address, brought, published } = await answer.json()
  const now = brought || movesOn() ? null : await pageAt(address)
  if (published) takeAsPublished(underWay.stood)
  if (!now || !fits(now)) return open(address, now)
  const all = isAll()
  saved(all)
  refresh(now, underWay.stood)
  if (!all) status.textContent = words.keeping
  announcer.textContent = status.textContent // who doesn't see the head hears that it is done
  tell(all ? "desk:saved" : "desk:saved-in-part")
  resume()
}

async function pageAt(address) {
  const answer = await fetch(address, { redirect: "manual" }).catch(() => null)
  return answer?.ok ? page(await answer.text()) : null
}

// The page as it is now. The desk says once what became of a save: it was in the page that doesn't fit.
async function open(address, unfit) {
  const target = new URL(address, location.href)
  if (!isAll()) await takeAlong(target)
  saved(true)
  leave(unfit ? [...unfit.querySelectorAll(".said > p")].map((each) => each.textContent) : [], target.pathname)
  location.assign(target)
}

// What was typed since it was sent goes there by way of the desk, or of this browser if another text waits at the desk.
async function takeAlong(target) {
  const key = keyOf(form.dataset.autosave)
  const place = `${target.pathname.replace("change/", "autosave/")}?${new URLSearchParams({ key, base: "0" })}`
  const kept = await keepAt(place)
  if (kept.ok) target.searchParams.set("continue", key)
  else if (kept.status !== 409 || !keep(place, entries())) throw kept
}

// What the form was refused for is shown by the desk, in a page of its own.
function showRefusal() {
  isNative = true
  form.requestSubmit(here(underWay.button))
}

function leave(said, to) {
  remember([...said, ...giveUp()], to)
  tell("desk:leaving")
  form.inert = true
}

const isPressedTwice = (button) => isSame(button, underWay.button) && isAll()

form.addEventListener("submit", (event) => {
  const button = event.submitter
  if (button?.matches("[data-preview]")) return
  if (isNative) return void setTimeout(leave, 0, [], location.pathname)
  event.preventDefault()
  if (!underWay) send(button)
  else if (!isPressedTwice(button)) wait(button)
})
