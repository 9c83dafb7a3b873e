// A block becomes one of another kind at the same place: a new one takes its words, the old one goes with the save.
// What languages that are not open say comes along at the save (converting.py, which writes texts as this does).
import { addAfter, kindOf, takeAway } from "./adding.js"
import { parsed } from "./parsed.js"
import { words } from "./words.js"

const announcer = document.querySelector("[data-announcer]")
const BECOMES = { text: ["quote", "heading", "list"], quote: ["text"], heading: ["text"], list: ["text"] }
const paragraph = (made) => Object.assign(document.createElement("p"), made).outerHTML

function paragraphs(html) {
  const page = parsed(html)
  return [...page.querySelectorAll("li")]
    .map((item) => {
      const words = item.cloneNode(true)
      for (const list of words.querySelectorAll("ul, ol")) list.remove()
      for (const part of words.querySelectorAll("p")) part.replaceWith(...part.childNodes)
      return paragraph({ innerHTML: words.innerHTML.trim() })
    })
    .join("")
}

function bare(html) {
  const page = parsed(html)
  for (const end of page.querySelectorAll("p, li, br")) end.after(" ")
  return page.textContent.replace(/\s+/g, " ").trim()
}

function items(html) {
  const page = parsed(html)
  if (page.querySelector("ul, ol")) return html
  const lines = [...page.children].map((each) => `<li>${each.outerHTML}</li>`)
  return `<ul>${lines.join("")}</ul>`
}

function asKind(text, was, becomes) {
  if (!text) return ""
  if (was === "heading") return paragraph({ textContent: text })
  if (becomes === "heading") return bare(text)
  if (becomes === "list") return items(text)
  return was === "list" ? paragraphs(text) : text
}

function convert(block, becomes) {
  const was = kindOf(block)
  const texts = {}
  for (const area of block.querySelectorAll(".row-text textarea")) texts[area.lang] = asKind(area.value, was, becomes)
  const added = addAfter(block, becomes, texts)
  const uid = block.querySelector("input[name$='-came_from']").value || block.querySelector("input[name$='-uid']").value
  added.querySelector("input[name$='-came_from']").value = uid
  const left = [...block.querySelectorAll("input[name$='-left_out']:checked")].map((box) => box.value)
  for (const box of added.querySelectorAll("input[name$='-left_out']")) box.checked = left.includes(box.value)
  takeAway(block, true)
  announcer.textContent = words.converted.replace("{block}", added.getAttribute("aria-label"))
}

function offer(block) {
  const menu = block.querySelector("[data-convert]")
  for (const kind of BECOMES[kindOf(block)] ?? []) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words[`to ${kind}`] })
    button.addEventListener("click", () => convert(block, kind))
    const line = document.createElement("li")
    line.append(button)
    menu?.append(line)
  }
  if (menu) menu.hidden = !menu.children.length
}

for (const block of document.querySelectorAll(".block:not(.empty-form)")) offer(block)
document.addEventListener("formset:added", ({ target }) => target.matches(".block") && offer(target))
