// What this browser keeps of a form that it could not send: for each person a text of each story, and one of a new story.
// `sent` tells that a save took this very text along, and only its answer is missing.
const { person } = document.querySelector("[data-person]").dataset
const place = (address) => `unsaved:${person}:${address.split("?")[0]}`

export const keyOf = (address) => new URLSearchParams(address.split("?")[1]).get("key")
export const kept = (address) => JSON.parse(localStorage.getItem(place(address)) ?? "null")
export const forget = (address) => localStorage.removeItem(place(address))

export function keep(address, entries, sent = false) {
  try {
    localStorage.setItem(place(address), JSON.stringify({ address, entries, sent, when: Date.now() }))
    return true
  } catch {
    return false // no room, or a browser that keeps nothing
  }
}
