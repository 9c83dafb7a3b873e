// Prose editors: as the stock ones, without the style that Tiptap injects (writing-prose.css has what we need of it),
// in the language of the column, with words of ours on the buttons.
import * as kit from "django-prose-editor/editor"
import { whenSeen } from "./mounting.js"
import { pasteInto } from "./paste.js"
import { StoryLink } from "./story-link.js"
import { words } from "./words.js"

const OURS = { ...kit, Link: StoryLink }
const MARKER = "data-django-prose-editor-desk"

const NoInjectedStyle = kit.Extension.create({
  name: "noInjectedStyle",
  onBeforeCreate() {
    this.editor.options.injectCSS = false
  },
})

const CleanPaste = kit.Extension.create({
  name: "cleanPaste",
  addOptions: () => ({ textarea: null }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    const html = (fragment) => kit.getHTMLFromFragment(fragment, editor.schema)
    const paste = (_view, event) => pasteInto(editor, options.textarea, event, html)
    return [new kit.Plugin({ props: { handleDOMEvents: { paste } } })]
  },
})

function extensions(textarea) {
  const asked = Object.entries(JSON.parse(textarea.getAttribute(MARKER)).extensions)
  const known = asked.filter(([name]) => kit[name] && name !== "NoSpellCheck")
  return [
    NoInjectedStyle,
    CleanPaste.configure({ textarea }),
    ...known.map(([name, options]) => (typeof options === "object" ? OURS[name].configure(options) : OURS[name])),
  ]
}

function speak(dom, textarea) {
  for (const name of ["lang", "dir", "spellcheck", "aria-label"]) {
    if (textarea.hasAttribute(name)) dom.setAttribute(name, textarea.getAttribute(name))
  }
  dom.dataset.placeholder = textarea.placeholder
  dom.setAttribute("role", "textbox")
  dom.setAttribute("aria-multiline", "true")
  if (textarea.disabled) dom.setAttribute("aria-readonly", "true")
}

function nameButtons(wrapper) {
  for (const button of wrapper.querySelectorAll(".prose-menubar button[title]")) {
    button.title = words[button.title] ?? button.title
    button.setAttribute("aria-label", button.title)
  }
}

function create(textarea) {
  if (textarea.closest(".prose-editor")) return
  const editor = kit.createTextareaEditor(textarea, extensions(textarea))
  speak(editor.view.dom, textarea)
  // The menu is built when the editor says that it has been created, a moment later.
  editor.on("create", () => nameButtons(textarea.closest(".prose-editor")))
}

let start = whenSeen(create)
kit.initializeEditors((textarea) => start(textarea), `[${MARKER}]`)
start = create // in a block added later one writes at once
