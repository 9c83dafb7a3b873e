// The link of a text: to a story of this newspaper, found by words of its headline, or to an address.
import * as kit from "django-prose-editor/editor"
import { storySearch } from "./story-search.js"
import { words } from "./words.js"

const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/|www\.)\S+$/i
const dialog = document.querySelector("[data-link]")
const form = dialog.querySelector("form")
const { field, drop } = form.elements
const said = dialog.querySelector("[data-link-said]")
const list = dialog.querySelector("[role=listbox]")
const search = storySearch({ field, list, said, address: dialog.dataset.link, skips: (text) => ADDRESS.test(text) })
let editor = null

function hrefOf(text) {
  if (search.chosen()) return `news:${search.chosen().uid}`
  return ADDRESS.test(text) ? text.replace(/^www\./i, "https://www.") : ""
}

// What is typed next is no part of the link.
function leave({ tr, state }) {
  tr.removeStoredMark(state.schema.marks.link)
  return true
}

function link(href) {
  const chain = editor.chain().focus()
  if (editor.isActive("link")) chain.extendMarkRange("link").setLink({ href }).run()
  else if (!editor.state.selection.empty) chain.setLink({ href }).run()
  // Without words chosen, a link brings its own.
  else chain.insertContent({ type: "text", text: field.value.trim(), marks: [{ type: "link", attrs: { href } }] }).command(leave).run()
}

function open(from) {
  editor = from
  const href = editor.getAttributes("link").href ?? ""
  const uid = href.startsWith("news:") ? href.slice("news:".length) : ""
  drop.hidden = !href
  dialog.showModal()
  search.begin(uid ? "" : href, editor.view.dom.lang, uid)
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  const href = hrefOf(field.value.trim())
  if (!href) return void (said.textContent = words["choose a story"])
  link(href)
  dialog.close()
})
drop.addEventListener("click", () => {
  editor.chain().focus().extendMarkRange("link").unsetLink().run()
  dialog.close()
})
dialog.querySelector("[data-link-cancel]").addEventListener("click", () => dialog.close())
dialog.addEventListener("close", () => editor.commands.focus())

export const StoryLink = kit.Link.extend({
  addMenuItems(parts) {
    this.parent?.(parts)
    for (const item of parts.menu.items("link")) if (item.name === "link") item.enabled = () => true
  },
  addCommands() {
    return { ...this.parent?.(), addLink: () => (given) => (open(given.editor), true) }
  },
})
