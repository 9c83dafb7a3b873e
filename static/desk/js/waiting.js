// What is pressed while a save is under way is done after it, each thing once and in its order.
const form = document.querySelector("[data-writing]")
let waiting = []

export const addressOf = (button) => button.getAttribute("formaction") ?? ""
export const isSame = (one, other) => one.name === other.name && one.value === other.value && addressOf(one) === addressOf(other)
// A part of the page that was told anew has other buttons.
export const here = (button) => [...form.querySelectorAll(`[name="${button.name}"]`)].find((each) => isSame(each, button))

export function wait(button) {
  if (!waiting.some((each) => isSame(each, button))) waiting.push(button.cloneNode(true))
}

export function goOn() {
  const button = waiting.length && here(waiting.shift())
  if (button) form.requestSubmit(button)
}

// The page goes before what waits could be done; tells whether Publish is among it.
export function giveUp() {
  const publishes = waiting.some(({ name }) => name === "_publish")
  waiting = []
  return publishes
}
