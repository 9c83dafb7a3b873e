// Alt and a digit opens or closes a language; on a Mac, where Alt types characters, Control and Alt.
const mac = navigator.platform.startsWith("Mac")

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.shiftKey || event.metaKey || event.ctrlKey !== mac) return
  const toggle = document.querySelectorAll("[data-language-toggle]")[Number(event.code.replace("Digit", "")) - 1]
  if (!toggle) return
  event.preventDefault()
  toggle.click()
})
