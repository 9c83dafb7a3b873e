// What this browser keeps of forms that it could not send: for each person a text of each form of each story.
// `sent` tells that a save took this very text along, and only its answer is missing.
const { person } = document.querySelector("[data-person]").dataset
const shelf = (address) => `unsaved:${person}:${address.split("?")[0]}:`
const place = (address) => `${shelf(address)}${keyOf(address) ?? ""}`
const textAt = (name) => JSON.parse(localStorage.getItem(name) ?? "null")

export const keyOf = (address) => new URLSearchParams(address.split("?")[1]).get("key")
export const kept = (address) => textAt(place(address))
export const forget = (address) => localStorage.removeItem(place(address))

export function keptOfAllForms(address) {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(shelf(address)))
  return names.map(textAt).sort((a, b) => b.when - a.when)
}

export function keep(address, entries, sent = false) {
  try {
    localStorage.setItem(place(address), JSON.stringify({ address, entries, sent, when: Date.now() }))
    return true
  } catch {
    return false // no room, or a browser that keeps nothing
  }
}
