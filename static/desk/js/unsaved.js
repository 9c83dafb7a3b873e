// Nothing typed is lost: leaving asks first, and opening another column saves on the way.
const form = document.querySelector("[data-writing]")
const save = form.querySelector("input[name=_continue]")
let changed = Boolean(form.querySelector("[data-refused]"))
let leaving = false

// What scripts fill in while the page starts is nobody's change.
const begin = () => form.addEventListener("input", () => (changed = true))
window.addEventListener("load", () => setTimeout(begin))
form.addEventListener("change", () => (changed = true))
document.addEventListener("formset:added", () => (changed = true))
document.addEventListener("formset:removed", () => (changed = true))
form.addEventListener("submit", () => (leaving = true))

window.addEventListener("beforeunload", (event) => {
  if (changed && !leaving) event.preventDefault()
})

document.addEventListener("click", (event) => {
  const toggle = event.target.closest?.("[data-language-toggle]")
  if (!toggle || !changed || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  form.action = toggle.getAttribute("href")
  form.requestSubmit(save)
})
