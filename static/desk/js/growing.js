// Texts of one paragraph refuse Enter, and what is typed into grows where CSS can't make it.
const fit = (area) => {
  area.style.height = "auto"
  area.style.height = `${area.scrollHeight}px`
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-one-line]")) event.preventDefault()
})

document.addEventListener("input", (event) => {
  const area = event.target
  if (!area.matches?.("[data-one-line]") || !area.value.includes("\n")) return
  area.value = area.value.replace(/\s*\n\s*/g, " ")
})

if (!CSS.supports("field-sizing", "content")) {
  for (const area of document.querySelectorAll("[data-grow]")) fit(area)
  document.addEventListener("input", (event) => event.target.matches?.("[data-grow]") && fit(event.target))
}
