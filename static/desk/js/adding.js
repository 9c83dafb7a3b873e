// Adds blocks from other scripts: a kind, the block that it follows, and its text by language.
const place = (block) => Number(block.querySelector(".field-ordering input").value || 0)

export const kindOf = (block) => /\bk-(\w+)/.exec(block.className)[1]
export const mayAdd = () => Boolean(document.querySelector(".plugin-buttons .plugin-button:not(.content-editor-hide)"))

function following(block) {
  const later = [...document.querySelectorAll(".order-machine > .block:not(.empty-form)")].filter((each) => place(each) > place(block))
  return later.sort((a, b) => place(a) - place(b))[0] ?? null
}

export const editorOf = (textarea) => textarea.closest(".prose-editor")?.querySelector(".ProseMirror").editor

function fill(textarea, text) {
  const editor = editorOf(textarea)
  // What a block begins with is nothing that one typed: undo leaves it.
  if (editor) editor.chain().setMeta("addToHistory", false).setContent(text, { emitUpdate: true }).run()
  else textarea.value = text
  textarea.dispatchEvent(new Event("desk:filled"))
  textarea.dispatchEvent(new Event("input", { bubbles: true }))
}

const boxOf = (block) => block.querySelector(":scope > .delete input")

// A block goes with the save, as by its cross; of one that was never saved nothing need be seen until then.
export function takeAway(block, unseen = false) {
  if (!boxOf(block).checked) boxOf(block).click()
  block.hidden = unseen && !block.classList.contains("has_original")
}

export function bringBack(block) {
  if (boxOf(block).checked) boxOf(block).click()
  block.hidden = false
}

export function addAfter(block, kind, texts) {
  const desk = window.ContentEditor
  let added = null
  desk._insertBefore = following(block)
  document.addEventListener("formset:added", (event) => (added = event.target), { once: true })
  desk.addContent(`${kind}s`)
  for (const textarea of added.querySelectorAll(".row-text textarea")) {
    if (texts[textarea.lang]) fill(textarea, texts[textarea.lang])
  }
  return added
}
