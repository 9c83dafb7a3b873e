// What the hands find without a mouse: the list of keys, publishing, and the next place to mend.
const form = document.querySelector("[data-writing]")
const sheet = document.querySelector("[data-keys]")
const publish = () => form.querySelector("button[name=_publish]")
const question = document.querySelector("[data-publish-question]")
let at = -1

function mendNext() {
  const places = [...document.querySelectorAll(":is(.refusal, .checks) a[href^='#']")]
  if (!places.length) return
  at = (at + 1) % places.length
  places[at].click()
}

function ask() {
  if (!publish() || publish().closest(".nothing-new")) return
  question.querySelector("[data-publish-name]").textContent = publish().textContent.trim().replace(/\s+/g, " ")
  question.showModal()
}

question.addEventListener("close", () => {
  if (question.returnValue === "publish") form.requestSubmit(publish())
})

document.querySelector("[data-keys-open]").addEventListener("click", () => sheet.showModal())
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (event.key === "?" && !typing) sheet.showModal()
  else if (event.key === "F8") mendNext()
  else if (event.key === "Enter" && event.shiftKey && (event.ctrlKey || event.metaKey)) ask()
  else return
  event.preventDefault()
})

// What keeps the story back is read out and is the first thing that Tab comes to.
document.querySelector(".refusal")?.focus()
