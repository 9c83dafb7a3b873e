// What is typed into a flash stays in this browser until it is filed: a phone loses its line, or its session.
import { forget, keep, kept } from "./kept-here.js"

const PLACE = "flash"
const form = document.querySelector("[data-flash]")
const text = kept(PLACE)

if (document.querySelector("[data-filed]")) forget(PLACE)

if (form && text && !form.elements.headline.value && !form.elements.text.value) {
  for (const [name, value] of text.entries) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = field.value === value
      else field.value = value
    }
  }
}

export const keepTyped = () => keep(PLACE, [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"))

form?.addEventListener("input", keepTyped)

form?.addEventListener("change", ({ target }) => {
  if (target.name !== "language") return
  for (const area of form.querySelectorAll("textarea")) area.lang = target.value
})
