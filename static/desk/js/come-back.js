// Offers what this browser kept and could not send; what has been saved since is forgotten.
import { forget, keptOfAllForms, keyOf } from "./kept-here.js"
import { post } from "./post.js"
import { reasonOf } from "./reasons.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const own = form.dataset.autosave
const ofNewStory = own.replace(/\d+\/autosave\//, "autosave/")
const saved = form.dataset.savedKeys.split(" ")
const isOfThisForm = (text) => keyOf(text.address) === keyOf(own)

for (const text of [...keptOfAllForms(own), ...keptOfAllForms(ofNewStory)]) {
  if (text.sent && saved.includes(keyOf(text.address))) forget(text.address)
}

const button = (label, press) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "word", textContent: label })
  made.addEventListener("click", press)
  return made
}

async function goOn({ address, entries }, says) {
  const answer = await post(address, entries).catch(() => null)
  if (!answer?.ok) return void (says.textContent = await reasonOf(answer))
  forget(address)
  form.dispatchEvent(new CustomEvent("desk:leaving"))
  const query = new URLSearchParams({ continue: keyOf(address), langs: new Map(entries).get("columns") ?? "" })
  location.assign(`${location.pathname}?${query}`)
}

function offer(text) {
  const shown = Object.assign(document.createElement("div"), { className: "unsaved-text" })
  const style = { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone: form.dataset.zone }
  const when = new Date(text.when).toLocaleString(document.documentElement.lang, style)
  const says = Object.assign(document.createElement("p"), { textContent: words["go on"].replace("{when}", when) })
  const drop = () => (forget(text.address), shown.remove())
  shown.setAttribute("role", "status")
  shown.append(says, button(words["go on with it"], () => goOn(text, says)), button(words.discard, drop))
  // The desk may have kept the same form a moment earlier.
  form.querySelector(`[data-unsaved-key="${keyOf(text.address)}"]`)?.remove()
  form.querySelector(".desk-table").before(shown)
  return says
}

for (const text of keptOfAllForms(own)) {
  if (!isOfThisForm(text)) offer(text)
  else if (!text.sent) goOn(text, offer(text)) // somebody goes on with this form already
}
