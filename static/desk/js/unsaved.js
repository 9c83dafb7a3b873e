// Nothing typed is lost: leaving asks first unless it is kept (autosave.js), and opening another column saves on the way.
const form = document.querySelector("[data-writing]")
const opener = Object.assign(document.createElement("button"), { name: "_continue", value: "1", hidden: true })
const noted = new WeakMap() // what stood in a field at its last letter: to leave it is no change
let changed = form.matches("[data-unsaved], :has([data-refused])")
let kept = false
let leaving = false

function note({ target }) {
  changed = true
  kept = false
  form.dispatchEvent(new CustomEvent("desk:changed", { detail: target }))
}

// What scripts fill in while the page starts is nobody's change.
let isStarting = true
const isText = (field) => field.matches("textarea, input:not([type=checkbox], [type=radio], [type=file])")
form.append(opener)
window.addEventListener("load", () => setTimeout(() => (isStarting = false)))
form.addEventListener("input", (event) => {
  noted.set(event.target, event.target.value)
  if (event.isTrusted || !isStarting) note(event)
})
form.addEventListener("change", (event) => {
  const { target } = event
  if (!isText(target) || noted.get(target) !== target.value) note(event)
})
form.addEventListener("drop", note, true)
document.addEventListener("formset:added", note)
document.addEventListener("formset:removed", note)
form.addEventListener("desk:kept", () => (kept = true))
form.addEventListener("desk:saved", () => (changed = kept = false))
form.addEventListener("desk:leaving", () => (leaving = true))

window.addEventListener("beforeunload", (event) => {
  if (changed && !kept && !leaving) event.preventDefault()
})

document.addEventListener("click", (event) => {
  const toggle = event.target.closest?.("[data-language-toggle]")
  if (!toggle || !changed || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  opener.setAttribute("formaction", toggle.getAttribute("href"))
  form.requestSubmit(opener)
})
