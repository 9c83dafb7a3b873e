// The filled button names the languages it touches; where there is nothing new to publish, a sentence says so instead.
import { words } from "./words.js"

const panel = document.querySelector("[data-publish]")
const form = document.querySelector("[data-writing]")
let typed = form.matches("[data-unsaved], :has([data-refused])")

function name() {
  const chosen = [...panel.querySelectorAll("input[name=publish]:checked")]
  const changes = chosen.some((box) => "live" in box.dataset)
  const codes = chosen.map((box) => box.value).join(" ")
  for (const place of panel.querySelectorAll("[data-publish-codes]")) place.textContent = codes
  panel.querySelector("[data-publish-words]").textContent = words[changes ? "publish changes" : "publish"]
  const old = chosen.length && !typed && !chosen.some((box) => "news" in box.dataset)
  panel.classList.toggle("nothing-new", Boolean(old))
}

function start() {
  panel.addEventListener("change", name)
  form.addEventListener("desk:changed", (event) => {
    if (event.detail.name === "publish") return
    typed = true
    name()
  })
  form.addEventListener("desk:saved", () => {
    typed = false
    name()
  })
  form.addEventListener("desk:saved-in-part", name)
  name()
}

if (panel) start()
