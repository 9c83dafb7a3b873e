// A form that was saved learns from the page of what is saved now: what is said of the story, never what is written in it.
import { isBox, swap } from "./swapping.js"

const form = document.querySelector("[data-writing]")
const NAMED = ["base", "key"]
const TOLD = ["autosave", "presence", "savedKeys"]
const partOf = (element) => element.closest(".inline-related")
const uidOf = (part) => part?.querySelector("input[name$='-uid']")?.value ?? ""
const nameOf = (element) => `${uidOf(partOf(element))} ${element.dataset.fresh}`
const isThere = (element) => !element.closest(".empty-form")

const islands = (where) => {
  const found = [...where.querySelectorAll("[data-fresh]")].filter(isThere)
  return new Map(found.map((each) => [nameOf(each), each]))
}

const isLeaving = (part) => part.matches(":has(input[name$='-DELETE']:checked)")
const parts = (where) => [...where.querySelectorAll(".inline-related:not(.empty-form)")]
const staying = (where) => parts(where).filter((part) => !isLeaving(part)).map(uidOf).sort().join()

// A page can't learn other columns, and parts that came or went meanwhile.
export function fits(page) {
  const other = page.querySelector("[data-writing]")
  const hasSameColumns = other?.elements.columns.value === form.elements.columns.value
  return hasSameColumns && staying(other) === staying(form)
}

const stateOf = (field) => field.selected ?? (isBox(field) ? field.checked : field.value)

// How every field stands now; what is chosen after that is not saved with it.
export const standing = () => new Map([...form.querySelectorAll("input, textarea, option")].map((each) => [each, stateOf(each)]))

function takeAsSaved(stood) {
  for (const option of form.querySelectorAll("option")) option.defaultSelected = Boolean(stood.get(option))
}

export function refresh(page, stood) {
  const other = page.querySelector("[data-writing]")
  document.title = page.title
  for (const name of NAMED) form.elements[name].value = other.elements[name].value
  for (const name of TOLD) form.dataset[name] = other.dataset[name]
  const preview = (where) => where.querySelector("[data-preview]")
  preview(form).setAttribute("formaction", preview(other).getAttribute("formaction"))
  for (const part of parts(form).filter(isLeaving)) part.remove()
  for (const input of form.querySelectorAll("input[name$='-came_from']")) input.value = ""
  takeAsSaved(stood)
  for (const { name, placeholder } of other.querySelectorAll("[name^='slug_']")) form.elements[name].placeholder = placeholder
  take(islands(page))
  show()
}

function take(fresh) {
  for (const [name, element] of islands(document)) {
    const now = fresh.get(name)
    if (!now) continue
    swap(element, now)
    const cells = [element, now].map((each) => each.closest(".cell"))
    if (cells[0] && cells[1]) cells[0].className = cells[1].className
  }
}

// What the desk says stands above the sheet: come into view, but leave the hands where they are unless something holds it back.
function show() {
  const said = form.querySelector(".said")
  said?.scrollIntoView({ block: "center" })
  said?.querySelector(".refusal")?.focus()
}
