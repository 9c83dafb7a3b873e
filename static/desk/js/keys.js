// What the hands find without a mouse: the list of keys, publishing, and the next place to mend.
const form = document.querySelector("[data-writing]")
const sheet = document.querySelector("[data-keys]")
const publish = () => form.querySelector("button[name=_publish]")
const save = form.querySelector("input[name=_continue]")
const question = document.querySelector("[data-publish-question]")
let at = -1

function mendNext() {
  const places = [...document.querySelectorAll(":is(.refusal, .checks) a[href^='#']")]
  if (!places.length) return
  at = (at + 1) % places.length
  places[at].click()
}

const canPublish = () => publish() && !publish().closest(".nothing-new")

function name() {
  question.querySelector("[data-publish-name]").textContent = publish().textContent.trim().replace(/\s+/g, " ")
}

function ask() {
  if (!canPublish()) return
  name()
  question.returnValue = ""
  question.showModal()
}

// What the button says changes with a save that comes back while one is asked.
function askAnew() {
  if (question.open) canPublish() ? name() : question.close("")
}

form.addEventListener("desk:saved", askAnew)
form.addEventListener("desk:saved-in-part", askAnew)

question.addEventListener("close", () => {
  if (question.returnValue === "publish") form.requestSubmit(publish())
})

// By the place of the key where the layout has other letters, and before a search field keeps it to itself.
const isS = ({ key, code }) => key.toLowerCase() === "s" || (code === "KeyS" && !/^[a-z]$/i.test(key))
document.addEventListener("keydown", (event) => {
  if (!isS(event) || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopImmediatePropagation() // content-editor's own key would save once more
  if (!event.repeat) form.requestSubmit(save)
}, true)

document.querySelector("[data-keys-open]").addEventListener("click", () => sheet.showModal())
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (event.key === "?" && !typing) sheet.showModal()
  else if (event.key === "F8") mendNext()
  else if (event.key === "Enter" && event.shiftKey && (event.ctrlKey || event.metaKey)) ask()
  else return
  event.preventDefault()
})

// What keeps the story back is read out and is the first thing that Tab comes to.
document.querySelector(".refusal")?.focus()
