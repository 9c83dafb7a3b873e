// The order of blocks on the page is the order of the page's elements too, so that Tab and screen readers follow the
// eye; and blocks move by keyboard: Alt, Shift and an arrow on the handle.
import { words } from "./words.js"

const announcer = document.querySelector("[data-announcer]")
const machine = () => document.querySelector(".order-machine")
const place = (block) => Number(block.querySelector(".field-ordering input").value || 0)

const inOrder = () =>
  [...machine().querySelectorAll(":scope > .inline-related:not(.empty-form, [hidden])")].sort((a, b) => place(a) - place(b))

function settle() {
  const last = machine().querySelector(".order-machine-insert-target.last")
  const rest = [...machine().querySelectorAll(":scope > .empty-form")]
  let before = null
  for (const block of inOrder()) {
    const next = before ? before.nextElementSibling : machine().firstElementChild
    if (next !== block) before ? before.after(block) : machine().prepend(block)
    before = block
  }
  machine().append(last, ...rest)
}

function move(block, step) {
  const blocks = inOrder()
  const from = blocks.indexOf(block)
  const to = from + step
  if (to < 0 || to >= blocks.length) return
  blocks.splice(to, 0, ...blocks.splice(from, 1))
  blocks.forEach((each, index) => {
    each.querySelector(".field-ordering input").value = each.style.order = 10 * (index + 1)
  })
  settle()
  block.querySelector("[data-grip]").focus()
  announcer.textContent = words.moved
    .replace("{block}", block.getAttribute("aria-label"))
    .replace("{place}", to + 1)
    .replace("{count}", blocks.length)
  block.dispatchEvent(new Event("input", { bubbles: true }))
}

// The cross stands behind the point; Django puts it into the first element of one that is added.
const crossLast = (point) => point.append(point.querySelector(".part-tools"))

document.addEventListener("formset:added", ({ target }) => target.matches(".point") && crossLast(target))
document.addEventListener("content-editor:ready", () => {
  settle()
  for (const point of document.querySelectorAll(".point:not(.empty-form)")) crossLast(point)
  machine().addEventListener("drop", () => setTimeout(settle))
  document.addEventListener("formset:added", (event) => machine().contains(event.target) && settle())
  machine().addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step || !event.altKey || !event.shiftKey || !event.target.matches("[data-grip]")) return
    event.preventDefault()
    move(event.target.closest(".inline-related"), step)
  })
})
