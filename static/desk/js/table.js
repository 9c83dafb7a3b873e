// Puts a grid with its tools over the textarea of every table; where a table is more than rows and columns, and without
// this script, the textarea stays.
import { Grid } from "./table-grid.js"
import { emptyCell, read } from "./table-text.js"
import { words } from "./words.js"

function tools(grid) {
  const bar = Object.assign(document.createElement("div"), { className: "grid-tools", hidden: grid.textarea.disabled })
  const button = (word, press) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "word", textContent: words[word] })
    made.addEventListener("click", press)
    return made
  }
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: grid.table.header })
  box.addEventListener("change", () => (grid.head(box.checked), box.focus()))
  const label = Object.assign(document.createElement("label"), { className: "choice" })
  label.append(box, ` ${words["header row"]}`)
  bar.append(
    button("add row", () => grid.insert("row", grid.at.row + 1)),
    button("remove row", () => grid.remove("row")),
    button("add column", () => grid.insert("column", grid.at.column + 1)),
    button("remove column", () => grid.remove("column")),
    label,
  )
  return bar
}

// Enter goes on in the row below, which is added after the last; with Shift it breaks the line as everywhere.
function enter(event, grid) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
  event.preventDefault()
  if (!("cell" in event.target.dataset)) return
  if (grid.at.row === grid.table.rows.length - 1) return grid.insert("row", grid.at.row + 1)
  grid.at.row += 1
  grid.focus()
}

// Cells of a spreadsheet fill the cells from here on; anything else is words.
function paste(event, grid) {
  event.preventDefault()
  const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n+$/, "")
  if (!("cell" in event.target.closest(".grid-cell").dataset) || !text.includes("\t")) {
    return document.execCommand("insertText", false, text.replace(/\s+/g, " "))
  }
  const lines = text.split("\n").map((line) => line.split("\t"))
  const { row, column } = grid.at
  grid.change((rows) => {
    const width = Math.max(rows[0].length, column + Math.max(...lines.map((line) => line.length)))
    while (rows.length < row + lines.length) rows.push([])
    for (const cells of rows) while (cells.length < width) cells.push(emptyCell())
    lines.forEach((line, down) => line.forEach((words, over) => (rows[row + down][column + over].html = escaped(words))))
  })
}

const escaped = (text) => Object.assign(document.createElement("p"), { textContent: text.trim() }).innerHTML

function mount(textarea) {
  const table = textarea.closest(".grid, .empty-form") ? null : read(textarea.value)
  if (!table) return
  const grid = new Grid(textarea, table)
  const box = Object.assign(document.createElement("div"), { className: "grid" })
  box.setAttribute("role", "group")
  box.setAttribute("aria-label", textarea.getAttribute("aria-label"))
  textarea.before(box)
  textarea.hidden = true
  box.append(grid.shown, tools(grid), textarea)
  textarea.addEventListener("desk:filled", () => {
    grid.fill(read(textarea.value))
    box.querySelector("[type=checkbox]").checked = grid.table.header
  })
  grid.shown.addEventListener("keydown", (event) => enter(event, grid))
  grid.shown.addEventListener("paste", (event) => paste(event, grid))
}

const mountAll = (root) => root.querySelectorAll(".row-text textarea").forEach(mount)
document.querySelectorAll(".k-table").forEach(mountAll)
document.addEventListener("formset:added", ({ target }) => target.matches(".k-table") && mountAll(target))
