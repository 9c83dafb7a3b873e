// A table as HTML and as rows of cells: { caption, header, rows: [[{ tag, html }]] }, cells as clean HTML of one line.
import { inline } from "./inline.js"
import { parsed } from "./parsed.js"

export const htmlOf = (element) => {
  const box = document.createElement("div")
  box.append(inline(element))
  return box.innerHTML.replace(/(<br>|\s)+$/, "")
}

export const emptyCell = () => ({ tag: "td", html: "" })

const cellsOf = (row) => [...row.cells].map((cell) => ({ tag: cell.localName, html: htmlOf(cell) }))
const told = (text) => text.replace(/>\s+</g, "><").replace(/\s+/g, " ").replace(/ (rel="noopener"|scope="col")/g, "").trim()

// Null for what this grid can't show whole: merged cells, lists in cells, words around the table.
export function read(text) {
  if (!text.trim()) return { caption: "", header: true, rows: [1, 2].map(() => [emptyCell(), emptyCell()]) }
  const page = parsed(text)
  const table = page.firstElementChild
  if (table?.localName !== "table" || !table.rows.length) return null
  const rows = [...table.rows].map(cellsOf)
  const found = { caption: table.caption ? htmlOf(table.caption) : "", header: Boolean(table.tHead), rows }
  const isWhole = rows.every((row) => row.length === rows[0].length) && told(page.innerHTML) === told(plainly(found))
  return isWhole ? found : null
}

const written = (cells, header) =>
  cells.map(({ tag, html }) => (header ? `<th scope="col">${html}</th>` : `<${tag}>${html}</${tag}>`)).join("")

function plainly({ caption, header, rows }) {
  const lines = rows.map((cells, index) => `<tr>${written(cells, header && index === 0)}</tr>`)
  const head = header ? `<thead>${lines.shift()}</thead>` : ""
  return `<table>${caption && `<caption>${caption}</caption>`}${head}<tbody>${lines.join("")}</tbody></table>`
}

// A table without a word is no text: it may still be missing in this language.
export const write = (table) =>
  table.caption || table.rows.flat().some((cell) => cell.html) ? plainly(table) : ""
