// A part of the page is told anew around the hands: what was chosen or begun in its fields stays, open menus stay open.
const FIELDS = "input:not([type=hidden])"
export const isBox = ({ type }) => ["checkbox", "radio"].includes(type)
export const isTouched = (field) => field === document.activeElement || field.validity.badInput || (isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue)
const isNamed = ({ id, name }) => Boolean(id || name)
const isSame = (one, other) => one.id === other.id && one.name === other.name && (isBox(one) ? one.value === other.value : isNamed(one) || one.textContent === other.textContent)
const twinOf = (one, where) => [...where.querySelectorAll(one.localName)].find((other) => isSame(one, other))

// The very nodes go along: a date begun has no value yet that could be copied.
function carry(field, now) {
  const fresh = twinOf(field, now)
  if (!fresh) return
  for (const name of Object.keys(field.dataset)) delete field.dataset[name]
  Object.assign(field.dataset, fresh.dataset)
  if (isBox(field)) field.defaultChecked = fresh.defaultChecked
  else field.defaultValue = fresh.defaultValue
  fresh.replaceWith(field)
}

export function swap(element, now) {
  const held = element.contains(document.activeElement) ? document.activeElement : null
  const touched = [...element.querySelectorAll(FIELDS)].filter(isTouched)
  const chosen = touched.filter((field) => field.checked)
  for (const field of touched) carry(field, now)
  for (const menu of element.querySelectorAll("details[open]")) now.querySelector(`.${[...menu.classList].join(".")}`)?.setAttribute("open", "")
  element.className = now.className
  element.replaceChildren(...now.childNodes)
  for (const field of chosen) field.checked = true // of radio buttons the one that comes last would win
  if (held && held !== document.activeElement) (held.isConnected ? held : twinOf(held, element))?.focus({ preventScroll: true })
}
