// What Word, Google Docs and pages put on the clipboard, as pieces of a story: { kind, html }.
import { parsed } from "./parsed.js"
import { htmlOf as oneLine, write } from "./table-text.js"

const htmlOf = (element) => oneLine(element).replace(/[ \t\r\n]+/g, " ").trim()
const isList = (node) => ["UL", "OL"].includes(node.nodeName)
const level = (node) => Number(/mso-list:[^;]*level(\d)/i.exec(node.getAttribute?.("style") ?? "")?.[1] ?? 0)
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, div, section, article, blockquote, pre"
// A page of its own, so that what was pasted loads and styles nothing.
const apart = document.implementation.createHTMLDocument("")
const made = (tag, html = "") => Object.assign(apart.createElement(tag), { innerHTML: html })

// Word's lists are paragraphs with a level and a drawn bullet or number.
function wordList(paragraphs) {
  const drawn = (node) => node.querySelector("[style*='mso-list:Ignore' i]")?.textContent.trim() ?? ""
  const kind = (node) => (/^\(?[\p{L}\d]{1,3}[.)]/u.test(drawn(node)) ? "ol" : "ul")
  const lists = []
  for (const node of paragraphs) {
    const depth = lists.length ? Math.min(level(node), lists.length + 1) : 1
    lists.length = Math.min(lists.length, depth)
    if (lists.length < depth) {
      const list = made(kind(node))
      lists.at(-1)?.lastElementChild.append(list)
      lists.push(list)
    }
    lists.at(-1).append(made("li", htmlOf(node)))
  }
  return lists[0]
}

// Google Docs puts a list of the next level beside the items, not into one.
function list(from) {
  const copy = made(from.localName)
  for (const node of from.children) {
    if (isList(node)) (copy.lastElementChild ?? copy.appendChild(made("li"))).append(list(node))
    if (node.nodeName !== "LI") continue
    const inner = [...node.children].filter(isList)
    const words = node.cloneNode(true)
    for (const each of words.querySelectorAll("ul, ol")) each.remove()
    const item = copy.appendChild(made("li", htmlOf(words)))
    item.append(...inner.map(list))
  }
  return copy
}

function table(from) {
  const rows = [...from.rows].map((row) => [...row.cells].map((cell) => ({ tag: "td", html: htmlOf(cell) })))
  const width = Math.max(...rows.map((row) => row.length))
  for (const row of rows) while (row.length < width) row.push({ tag: "td", html: "" })
  const header = Boolean(from.tHead) || [...from.rows[0].cells].every((cell) => cell.localName === "th")
  return write({ caption: from.caption ? htmlOf(from.caption) : "", header, rows })
}

function pieceOf(node) {
  if (/^H[1-6]$/.test(node.nodeName)) return { kind: "heading", html: node.textContent.replace(/\s+/g, " ").trim() }
  if (isList(node)) return { kind: "list", html: node.textContent.trim() && list(node).outerHTML }
  if (node.nodeName === "TABLE") return { kind: "table", html: node.rows.length ? table(node) : "" }
  const html = htmlOf(node)
  return { kind: "text", html: node.textContent.trim() && `<p>${html}</p>` }
}

function walk(parent, pieces) {
  let loose = made("p")
  let listed = []
  const settle = () => {
    if (listed.length) pieces.push({ kind: "list", html: wordList(listed).outerHTML })
    pieces.push(pieceOf(loose))
    loose = made("p")
    listed = []
  }
  for (const node of parent.childNodes) {
    const isElement = node.nodeType === Node.ELEMENT_NODE
    if (isElement && level(node)) listed.push(node)
    else if (isElement && node.matches(BLOCKS) && (settle(), true)) {
      const holds = !isList(node) && node.nodeName !== "TABLE" && node.querySelector(BLOCKS)
      holds ? walk(node, pieces) : pieces.push(pieceOf(node))
    } else if (isElement && node.querySelector(BLOCKS)) settle(), walk(node, pieces)
    else if (node.textContent.trim() || !listed.length) loose.append(node.cloneNode(true))
  }
  settle()
}

export function piecesOf(html) {
  const pieces = []
  // Even a page apart would try a style of Word's, which the policy refuses aloud.
  const unstyled = html.replace(/<style[\s>][^]*?<\/style>/gi, "")
  walk(parsed(unstyled), pieces)
  return pieces.filter((piece) => piece.html)
}

const paragraph = (words) => Object.assign(made("p"), { textContent: words.trim() })

export const piecesOfWords = (text) =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => ({ kind: "text", html: paragraph(line).outerHTML }))
