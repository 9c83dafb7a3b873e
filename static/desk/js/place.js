// Where the hands are, across a page that is loaded anew: the field, the caret, how far the page is scrolled.
import { editorOf } from "./adding.js"
import { chooseAgain, chosen } from "./choosing.js"
import { say } from "./telling.js"

const KEPT = "desk-place"
const FRESH = 15000 // milliseconds

const columnOf = (name) => name.replace(/^\w+-\d+-/, "")
const uidOf = (element) => element.closest(".inline-related")?.querySelector("input[name$='-uid']")?.value ?? ""
const fieldAt = (element) => (element.name ? element : element.closest(".prose-editor, .grid")?.querySelector("textarea"))
const isEditor = (field) => field.matches(".prose-editor textarea")

// `said` are sentences that the page which goes would have shown, `to` is the path of the one that comes.
export function remember(said, to) {
  const field = fieldAt(document.activeElement)
  const at = field && { uid: uidOf(field), column: columnOf(field.name), caret: isEditor(field) ? editorOf(field).state.selection.head : field.selectionEnd }
  sessionStorage.setItem(KEPT, JSON.stringify({ to, when: Date.now(), top: scrollY, said, choices: chosen(), ...at }))
}

function find({ uid, column }) {
  const named = [...document.querySelectorAll(`[data-writing] [name$="${CSS.escape(column)}"]`)]
  return named.find((field) => columnOf(field.name) === column && uidOf(field) === uid)
}

function goTo(field, caret) {
  field.focus({ preventScroll: true }) // which starts an editor that had not started
  if (isEditor(field)) editorOf(field).chain().focus(caret, { scrollIntoView: false }).run()
  else if (caret != null && field.setSelectionRange) field.setSelectionRange(caret, caret)
}

function comeBack() {
  const place = JSON.parse(sessionStorage.getItem(KEPT) ?? "null")
  sessionStorage.removeItem(KEPT)
  if (!place || place.to !== location.pathname || Date.now() - place.when > FRESH) return
  chooseAgain(place.choices)
  if (place.said.length) say(...place.said)
  if (document.querySelector(".refusal")) return
  const field = place.column && find(place)
  if (field) goTo(field, place.caret)
  scrollTo({ top: place.top, behavior: "instant" })
}

window.addEventListener("load", () => setTimeout(comeBack))
