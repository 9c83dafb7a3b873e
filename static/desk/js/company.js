// Says every few seconds that the story is open here, and shows who else has it open and what they saved.
import { post } from "./post.js"

const form = document.querySelector("[data-writing]")
const shown = form.querySelector("[data-company]")
const EVERY = 10000
let place = ""
let here = form.dataset.presence

async function call() {
  if (document.hidden) return
  const answer = await post(here, { place }).catch(() => null)
  if (!answer?.ok) return // autosave.js says when the desk can't be reached
  const { here: others, saved } = await answer.json()
  const words = [others, saved].filter(Boolean).join(" ")
  if (shown.textContent !== words) shown.textContent = words
  shown.hidden = !words
}

// An editor stands in for its textarea, which has the name.
const nameOf = (target) => target.name || target.closest(".prose-editor, .grid")?.querySelector("textarea")?.name || ""

// A beacon has no headers; the form's own token goes along.
function leave() {
  const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value
  navigator.sendBeacon(here, new URLSearchParams({ csrfmiddlewaretoken, gone: "1" }))
}

// After a save the form has another key; that of before is not another window.
async function comeAnew() {
  await post(here, { gone: "1" }).catch(() => null)
  here = form.dataset.presence
  call()
}

if (form.dataset.presence) {
  form.addEventListener("desk:saved", comeAnew)
  form.addEventListener("desk:saved-in-part", comeAnew)
  window.addEventListener("pagehide", leave)
  form.addEventListener("focusin", ({ target }) => (place = nameOf(target)))
  document.addEventListener("visibilitychange", call)
  setInterval(call, EVERY)
  call()
}
