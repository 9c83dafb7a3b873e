// A table drawn over its textarea: every cell can be typed into, and the textarea always has the HTML of all.
import { inline } from "./inline.js"
import { parsed } from "./parsed.js"
import { emptyCell, htmlOf, write } from "./table-text.js"
import { words } from "./words.js"

const placeOf = (cell) => ({ row: cell.closest("tr").rowIndex, column: cell.closest("td, th").cellIndex })
const within = (place, count) => Math.min(Math.max(0, place), count - 1)

export class Grid {
  constructor(textarea, table) {
    this.textarea = textarea
    this.table = table
    this.at = { row: table.rows.length - 1, column: table.rows[0].length - 1 }
    this.shown = Object.assign(document.createElement("div"), { className: "grid-table" })
    this.shown.addEventListener("focusin", ({ target }) => target.matches("[data-cell]") && (this.at = placeOf(target)))
    this.shown.addEventListener("input", ({ target }) => this.keep(target))
    this.draw()
  }

  editable(kind, html, label) {
    const cell = Object.assign(document.createElement("div"), { className: "grid-cell", lang: this.textarea.lang })
    const attributes = { role: "textbox", "aria-label": label, spellcheck: true, contenteditable: !this.textarea.disabled }
    for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value)
    cell.dir = this.textarea.dir
    cell.dataset[kind] = label
    cell.append(inline(parsed(html)))
    return cell
  }

  draw() {
    const { caption, header, rows } = this.table
    const shown = document.createElement("table")
    shown.createCaption().append(this.editable("caption", caption, words.caption))
    rows.forEach((cells, row) => {
      const line = shown.insertRow()
      cells.forEach(({ tag, html }, column) => {
        const label = words.cell.replace("{row}", row + 1).replace("{column}", column + 1)
        line.appendChild(document.createElement(header && row === 0 ? "th" : tag)).append(this.editable("cell", html, label))
      })
    })
    this.shown.replaceChildren(shown)
  }

  fill(table) {
    this.table = table
    this.at = { row: 0, column: 0 }
    this.draw()
  }

  keep(typed) {
    if ("caption" in typed.dataset) this.table.caption = htmlOf(typed)
    else this.table.rows[placeOf(typed).row][placeOf(typed).column].html = htmlOf(typed)
    this.textarea.value = write(this.table)
  }

  change(verb) {
    verb(this.table.rows)
    this.draw()
    this.textarea.value = write(this.table)
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }))
    this.focus()
  }

  insert(side, at) {
    this.at[side] = at
    this.change((rows) => {
      if (side === "row") rows.splice(at, 0, rows[0].map(emptyCell))
      else for (const cells of rows) cells.splice(at, 0, emptyCell())
    })
  }

  // The last row and the last column stay: the block itself has a way to be removed.
  remove(side) {
    const count = side === "row" ? this.table.rows.length : this.table.rows[0].length
    const gone = this.at[side]
    if (count === 1) return
    this.at[side] = within(gone, count - 1)
    this.change((rows) => (side === "row" ? [rows] : rows).forEach((line) => line.splice(gone, 1)))
  }

  head(header) {
    this.table.header = header
    this.change(([first]) => first.forEach((cell) => (cell.tag = "td")))
  }

  focus() {
    this.shown.querySelector("table").rows[this.at.row].cells[this.at.column].firstChild.focus()
  }
}
