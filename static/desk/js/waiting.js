// What is pressed while a save is under way is done after it, each thing once and in its order.
import { changes } from "./autosave.js"
import { say } from "./telling.js"
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const isPublish = ({ name }) => name === "_publish"
let waiting = [] // buttons, each with what had been typed when it was pressed

export const addressOf = (button) => button.getAttribute("formaction") ?? ""
export const isSame = (one, other) => one.name === other.name && one.value === other.value && addressOf(one) === addressOf(other)
// A part of the page that was told anew has other buttons.
export function here(button) {
  const found = [...form.querySelectorAll(`[name="${button.name}"]`)].find(({ value }) => value === button.value)
  if (found && addressOf(button)) found.setAttribute("formaction", addressOf(button))
  return found
}

export function wait(button) {
  waiting = waiting.filter((each) => !isSame(each.button, button))
  waiting.push({ button: button.cloneNode(true), typed: changes() })
}

// What was typed after Publish was pressed is not what it was pressed for.
const isOutdated = ({ button, typed }) => isPublish(button) && typed !== changes()

export function goOn() {
  while (waiting.length) {
    const next = waiting.shift()
    const button = here(next.button)
    if (isOutdated(next)) say(words["press again"])
    else if (button) return form.requestSubmit(button)
  }
}

// It can't be done; return what is to be said of it.
export function giveUp() {
  const publishes = waiting.some(({ button }) => isPublish(button))
  waiting = []
  return publishes ? [words["press again"]] : []
}
