// How long a story is, in each open language: its words, and the minutes they take to read.
import { parsed } from "./parsed.js"
import { words } from "./words.js"

const WORDS_A_MINUTE = 200
const sheet = document.querySelector(".sheet")
const lines = [...document.querySelectorAll("[data-count]")]
let soon = null

function written(language) {
  const areas = [...sheet.querySelectorAll(`textarea[lang="${language}"]`)]
  const there = areas.filter((area) => !area.closest(".empty-form, .for-deletion"))
  return there.map((area) => parsed(area.value.replaceAll("<", " <")).textContent).join(" ")
}

function number(language) {
  const parts = new Intl.Segmenter(language, { granularity: "word" }).segment(written(language))
  return [...parts].filter((part) => part.isWordLike).length
}

function tell() {
  for (const line of lines) {
    const count = number(line.dataset.count)
    const minutes = Math.max(1, Math.round(count / WORDS_A_MINUTE))
    const shown = count.toLocaleString(document.documentElement.lang)
    line.textContent = count ? words.counts.replace("{words}", shown).replace("{minutes}", minutes) : ""
  }
}

function tellSoon() {
  clearTimeout(soon)
  soon = setTimeout(tell, 400)
}

if (window.Intl?.Segmenter) {
  sheet.addEventListener("input", tellSoon)
  sheet.addEventListener("change", tellSoon)
  document.addEventListener("content-editor:ready", tell)
}
