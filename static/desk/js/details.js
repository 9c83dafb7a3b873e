// The panel beside the sheet: closed by itself where there is no room for it, opened by its word or Control and a dot.
const panel = document.querySelector("[data-details]")
const toggle = document.querySelector("[data-details-toggle]")
const form = document.querySelector("[data-writing]")
const small = window.matchMedia("(max-width: 1023px)")
const narrow = () => small.matches || form.classList.contains("columns-3")

function show(open) {
  panel.hidden = !open
  form.classList.toggle("without-details", !open)
  toggle.setAttribute("aria-expanded", open)
}

// Over the sheet it takes the hands, and gives them back.
function change() {
  const held = panel.contains(document.activeElement)
  show(panel.hidden)
  if (panel.hidden && held) toggle.focus()
  if (!panel.hidden && small.matches) panel.focus()
}

// An editor, a table or an autocomplete stands in for a field, which is hidden.
function standInFor(field) {
  const picker = field.matches(".select2-hidden-accessible") && field.parentElement.querySelector(".select2-selection")
  return picker || (field.closest(".prose-editor, .grid")?.querySelector("[contenteditable]") ?? field)
}

function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  if (panel.contains(target)) show(true)
  target.dispatchEvent(new Event("desk:reveal", { bubbles: true }))
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true
  const shown = standInFor(target)
  shown.scrollIntoView({ block: "center" })
  shown.focus()
}

toggle.hidden = false
show(!narrow() || Boolean(panel.querySelector(".errorlist")))
toggle.addEventListener("click", change)
small.addEventListener("change", () => panel.contains(document.activeElement) || show(!narrow()))
window.addEventListener("hashchange", reveal)
window.addEventListener("load", () => setTimeout(reveal))
document.addEventListener("click", (event) => event.target.closest?.(":is(.said, .check) a[href^='#']") && setTimeout(reveal))
document.addEventListener("keydown", (event) => {
  if (event.key === "." && (event.ctrlKey || event.metaKey)) change()
  if (event.key === "Escape" && small.matches && panel.contains(event.target)) change()
})
