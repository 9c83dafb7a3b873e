// What is chosen under Publish goes along to a page that is loaded anew, until it has been published.
import { isBox, isTouched } from "./swapping.js"

const fields = () => [...document.querySelectorAll("[data-publish] input:not([type=hidden])")]

export const chosen = () => fields().filter(isTouched).map(({ name, type, value, checked }) => ({ name, type, value, checked }))

// What was sent with the publication is done with; `stood` is how every field stood then.
export function takeAsPublished(stood) {
  for (const field of fields()) {
    if (isBox(field)) field.defaultChecked = stood.get(field)
    else field.defaultValue = stood.get(field)
  }
}

export function chooseAgain(choices) {
  for (const { name, type, value, checked } of choices) {
    const field = fields().find((each) => each.name === name && (!isBox(each) || each.value === value))
    if (!field) continue
    if (isBox({ type })) field.checked = checked
    else field.value = value
    field.dispatchEvent(new Event("change", { bubbles: true }))
  }
}
