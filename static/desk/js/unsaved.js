// Nothing typed is lost: leaving asks first unless it is kept (autosave.js), and opening another column saves on the way.
const form = document.querySelector("[data-writing]")
const save = form.querySelector("input[name=_continue]")
let changed = Boolean(form.querySelector("[data-refused]")) || "unsaved" in form.dataset
let kept = false
let leaving = false

function note({ target }) {
  changed = true
  kept = false
  form.dispatchEvent(new CustomEvent("desk:changed", { detail: target }))
}

// What scripts fill in while the page starts is nobody's change.
window.addEventListener("load", () => setTimeout(() => form.addEventListener("input", note)))
form.addEventListener("change", note)
form.addEventListener("drop", note, true)
document.addEventListener("formset:added", note)
document.addEventListener("formset:removed", note)
// A preview opens beside the form, which stays.
form.addEventListener("submit", ({ submitter }) => (leaving = !submitter?.matches("[data-preview]")))
form.addEventListener("desk:kept", () => (kept = true))

window.addEventListener("beforeunload", (event) => {
  if (changed && !kept && !leaving) event.preventDefault()
})

document.addEventListener("click", (event) => {
  const toggle = event.target.closest?.("[data-language-toggle]")
  if (!toggle || !changed || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  form.action = toggle.getAttribute("href")
  form.requestSubmit(save)
})
