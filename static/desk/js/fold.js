// A block folds to its first words by its icon; with Shift all of them do, to put a long story in order.
import { parsed } from "./parsed.js"
import { words } from "./words.js"

const LONGEST = 200
const firstWords = (block) => {
  const area = block.querySelector(".row-text textarea")
  const text = parsed(area?.value ?? "").textContent
  return text.trim().slice(0, LONGEST)
}

function fold(block, folded) {
  const button = block.querySelector("[data-fold]")
  block.classList.toggle("folded", folded)
  button.setAttribute("aria-expanded", !folded)
  block.querySelector("[data-folded]").textContent = folded ? firstWords(block) : ""
}

function prepare(block) {
  const icon = block.querySelector(":scope > h3 > .material-icons")
  if (!icon) return
  const button = Object.assign(document.createElement("button"), { type: "button", className: "fold" })
  button.dataset.fold = ""
  button.setAttribute("aria-expanded", "true")
  button.setAttribute("aria-label", words.fold.replace("{block}", block.getAttribute("aria-label")))
  icon.replaceWith(button)
  button.append(icon)
  const line = Object.assign(document.createElement("p"), { className: "folded-words" })
  line.dataset.folded = ""
  block.querySelector(":scope > h3").after(line)
  button.addEventListener("click", (event) => {
    const folds = !block.classList.contains("folded")
    const blocks = event.shiftKey ? document.querySelectorAll(".order-machine > .block:not(.empty-form)") : [block]
    for (const each of blocks) fold(each, folds)
  })
}

document.addEventListener("content-editor:ready", () => {
  for (const block of document.querySelectorAll(".block:not(.empty-form)")) prepare(block)
})
document.addEventListener("formset:added", ({ target }) => target.matches(".block") && prepare(target))
document.addEventListener("desk:reveal", ({ target }) => {
  const block = target.closest(".folded")
  if (block) fold(block, false)
})
