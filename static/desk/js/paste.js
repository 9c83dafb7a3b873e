// A paste is cleaned; several paragraphs in the original's text become blocks, anywhere else paragraphs of the one text.
import { addAfter, kindOf, mayAdd, takeAway } from "./adding.js"
import { piecesOf, piecesOfWords } from "./pasted.js"
import { remember } from "./undo.js"
import { words } from "./words.js"

const MOST_CHARACTERS = 2_000_000
const MOST_PIECES = 100

export function refuse(textarea, why) {
  const cell = textarea.closest(".cell")
  const problem = Object.assign(document.createElement("p"), { className: "cell-problem", textContent: words[why] })
  problem.setAttribute("role", "alert")
  cell.querySelector(":scope > .paste-refused")?.remove()
  problem.classList.add("paste-refused")
  cell.append(problem)
  cell.addEventListener("input", () => problem.remove(), { once: true })
}

const withoutParagraph = (html) => html.slice("<p>".length, -"</p>".length)
const isOriginal = (textarea) => textarea === textarea.closest(".row").querySelector("textarea")
const isEmpty = (block) => [...block.querySelectorAll(".row-text textarea")].every((area) => !area.value.trim())
const flat = ({ kind, html }) => (kind === "heading" ? Object.assign(document.createElement("p"), { textContent: html }).outerHTML : html)

// What stood after the caret comes after what was pasted there.
function cutRest(editor, serialise) {
  const { to } = editor.state.selection
  const end = editor.state.doc.content.size
  const rest = editor.state.doc.textBetween(to, end).trim() && serialise(editor.state.doc.slice(to, end).content)
  if (rest) editor.commands.deleteRange({ from: to, to: end })
  return rest ? [{ kind: "text", html: rest }] : []
}

function split(editor, textarea, pieces, serialise) {
  const block = textarea.closest(".block")
  const before = { block, editor, text: editor.getHTML(), at: editor.state.selection.head }
  const rest = cutRest(editor, serialise)
  const [first, ...others] = pieces[0].kind === "text" ? pieces : [null, ...pieces]
  if (first) editor.commands.insertContent(withoutParagraph(first.html))
  const added = []
  for (const { kind, html } of [...others, ...rest]) added.push(addAfter(added.at(-1) ?? block, kind, { [textarea.lang]: html }))
  if (isEmpty(block)) takeAway(block, true)
  remember({ ...before, added })
}

export function pasteInto(editor, textarea, event, serialise) {
  const html = event.clipboardData.getData("text/html")
  const text = event.clipboardData.getData("text/plain").replace(/\r/g, "")
  if (html.includes("data-pm-slice")) return false // from another text of this form, clean already
  event.preventDefault()
  if (html.length > MOST_CHARACTERS || text.length > MOST_CHARACTERS) return refuse(textarea, "too much text"), true
  const found = html ? piecesOf(html) : piecesOfWords(text)
  if (found.length > MOST_PIECES) return refuse(textarea, "too many paragraphs"), true
  const splits = found.length > 1 && kindOf(textarea.closest(".block")) === "text" && isOriginal(textarea) && mayAdd()
  if (splits) split(editor, textarea, found, serialise)
  else if (found.length === 1 && found[0].kind === "text") editor.commands.insertContent(withoutParagraph(found[0].html))
  else editor.commands.insertContent(found.map(flat).join(""))
  return true
}
