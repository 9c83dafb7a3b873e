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

function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  if (panel.contains(target)) show(true)
  target.dispatchEvent(new Event("desk:reveal", { bubbles: true }))
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true
  // An editor, a table or an autocomplete stands in for the field, which is hidden.
  const shown = target.closest(".prose-editor, .grid")?.querySelector("[contenteditable]") ?? target
  shown.scrollIntoView({ block: "center" })
  shown.focus()
}

toggle.hidden = false
show(!narrow() || Boolean(panel.querySelector(".errorlist")))
toggle.addEventListener("click", () => show(panel.hidden))
small.addEventListener("change", () => panel.contains(document.activeElement) || show(!narrow()))
window.addEventListener("hashchange", reveal)
document.addEventListener("click", (event) => event.target.closest?.(":is(.said, .check) a[href^='#']") && setTimeout(reveal))
document.addEventListener("keydown", (event) => {
  if (event.key === "." && (event.ctrlKey || event.metaKey)) show(panel.hidden)
})
