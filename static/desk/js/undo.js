// Undo belongs to the field that one is in: pressed elsewhere, browsers undo in whatever was written last, out of sight.
// Right after a paste that became blocks it takes the whole of it back.
import { bringBack, takeAway } from "./adding.js"

const form = document.querySelector("[data-writing]")
let pasted = null // what stood before, until something else is typed

function takeBack({ block, editor, text, at, added }) {
  for (const each of added) takeAway(each, true)
  bringBack(block)
  editor.chain().setContent(text, { emitUpdate: true }).focus(at).run()
}

export function remember(paste) {
  pasted = null
  // What the paste itself changes, and the editors that it starts, come first.
  setTimeout(() => (pasted = paste), 50)
}

form.addEventListener("desk:changed", () => (pasted = null))
// In a field that has nothing of its own to undo, and from a menu, browsers go to what was written last as well.
document.addEventListener("beforeinput", (event) => {
  const isElsewhere = event.inputType.startsWith("history") && !event.target.contains(document.activeElement)
  if (isElsewhere) event.preventDefault()
}, true)
document.addEventListener("keydown", (event) => {
  const isUndo = event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.altKey
  if (!isUndo) return
  const paste = event.shiftKey ? null : pasted
  const isInField = event.target.closest?.("input, textarea, [contenteditable]")
  if (!paste && isInField) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (paste) takeBack(paste)
}, true)
