// The places where a block can be added, and the menu they open, for keyboards and screen readers too.
import { words } from "./words.js"

const asButton = (element) => {
  element.setAttribute("role", "button")
  element.tabIndex = 0
}

const form = document.querySelector("[data-writing]")
let added = null // the part that was added last

// What stands above a block comes before it for Tab as well.
function arrange() {
  for (const target of document.querySelectorAll(".order-machine-insert-target")) {
    const block = target.closest(".block:not(.empty-form)")
    if (block && block.firstElementChild !== target) block.prepend(target)
    if (target.role) continue
    asButton(target)
    target.setAttribute("aria-label", words.add)
    target.setAttribute("aria-haspopup", "menu")
  }
  // The cross of what is saved stands on what is new as well, and brings it back; Django's takes it away for good.
  for (const link of form.querySelectorAll(".inline-deletelink")) link.parentElement.remove()
}

function prepareMenu(menu) {
  menu.setAttribute("role", "menu")
  for (const item of menu.querySelectorAll(".plugin-button")) {
    item.setAttribute("role", "menuitem")
    item.setAttribute("aria-label", item.title)
    item.tabIndex = -1
  }
}

function openAt(target) {
  if (!target.classList.contains("selected")) return
  document.querySelector(".plugin-buttons .plugin-button:not(.content-editor-hide)")?.focus()
}

function walk(event, menu) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = [...menu.querySelectorAll(".plugin-button:not(.content-editor-hide)")]
  const at = items.indexOf(event.target) + step
  items[(at + items.length) % items.length].focus()
}

const place = (part) => {
  const first = (selector) => part.querySelector(selector)
  return first(":scope.k-embed [type=url]") ?? first(".ProseMirror, .grid-cell[data-cell]") ?? first(".cell textarea, select, input")
}

document.addEventListener("content-editor:ready", () => {
  const menu = document.querySelector(".plugin-buttons")
  arrange()
  prepareMenu(menu)
  menu.addEventListener("keydown", (event) => walk(event, menu))
  document.addEventListener("keydown", (event) => {
    const target = event.target.closest?.(".order-machine-insert-target, .plugin-button")
    if (event.key === "Escape") document.querySelector(".order-machine-insert-target.selected")?.focus()
    if (!target || !["Enter", " "].includes(event.key)) return
    event.preventDefault()
    const before = added
    target.click()
    openAt(target)
    // At once: the menu gives the hands back to where they were, and the next letter would go there.
    if (added !== before) place(added)?.focus()
  })
  document.addEventListener("formset:added", (event) => {
    arrange()
    added = event.target
    // Editors start in the same breath: wait until the new one can be written in.
    setTimeout(() => place(event.target)?.focus())
  })
})
