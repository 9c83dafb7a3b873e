// Says every few seconds that the story is open here, and shows who else has it open and what they saved.
import { post } from "./post.js"

const form = document.querySelector("[data-writing]")
const shown = form.querySelector("[data-company]")
const EVERY = 10000
let place = ""

async function call() {
  if (document.hidden) return
  const answer = await post(form.dataset.presence, { place }).catch(() => null)
  if (!answer?.ok) return // autosave.js says when the desk can't be reached
  const { here, saved } = await answer.json()
  const words = [here, saved].filter(Boolean).join(" ")
  if (shown.textContent !== words) shown.textContent = words
  shown.hidden = !words
}

// An editor stands in for its textarea, which has the name.
const nameOf = (target) => target.name || target.closest(".prose-editor, .grid")?.querySelector("textarea")?.name || ""

// A beacon has no headers; the form's own token goes along.
function leave() {
  const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value
  navigator.sendBeacon(form.dataset.presence, new URLSearchParams({ csrfmiddlewaretoken, gone: "1" }))
}

if (form.dataset.presence) {
  window.addEventListener("pagehide", leave)
  form.addEventListener("focusin", ({ target }) => (place = nameOf(target)))
  document.addEventListener("visibilitychange", call)
  setInterval(call, EVERY)
  call()
}
