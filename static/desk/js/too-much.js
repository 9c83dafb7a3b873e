// A form larger than a request may be stays here: sent, it would be refused, and what was typed would be gone.
import { words } from "./words.js"

const form = document.querySelector("[data-writing]")
const most = Number(form.dataset.mostBytes)
const BYTES_OF_A_LETTER = 6 // %D0%B0

function isTooMuch() {
  const letters = [...form.querySelectorAll("textarea")].reduce((sum, area) => sum + area.value.length, 0)
  if (letters * BYTES_OF_A_LETTER < most) return false
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString().length > most
}

form.addEventListener("submit", (event) => {
  if (!isTooMuch()) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const said = form.querySelector("[data-too-much]") ?? document.createElement("p")
  said.dataset.tooMuch = ""
  said.className = "said refusal"
  said.setAttribute("role", "alert")
  said.tabIndex = -1
  said.textContent = words["too large"]
  form.querySelector(".desk-table").before(said)
  said.focus()
}, true)
