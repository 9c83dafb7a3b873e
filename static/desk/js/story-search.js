// A field in which stories are found by words of their headlines: a combobox with its list (WAI-ARIA, combobox pattern).
import { words } from "./words.js"

const PAUSE = 200 // milliseconds after the last letter

export function storySearch({ field, list, said, address, skips }) {
  let chosen = null
  let options = []
  let active = -1
  let soon = null
  let language = ""

  function mark(place) {
    active = place
    options.forEach((option, at) => option.setAttribute("aria-selected", at === place))
    field.setAttribute("aria-activedescendant", options[place]?.id ?? "")
    options[place]?.scrollIntoView({ block: "nearest" })
  }

  function optionOf(story, place) {
    const option = Object.assign(document.createElement("li"), { id: `story-${place}` })
    option.setAttribute("role", "option")
    option.append(
      Object.assign(document.createElement("span"), { lang: story.language, textContent: story.headline }),
      Object.assign(document.createElement("small"), { textContent: story.note }),
    )
    option.addEventListener("pointerdown", (event) => (event.preventDefault(), choose(story)))
    option.story = story
    return option
  }

  function show(stories) {
    options = stories.map(optionOf)
    list.replaceChildren(...options)
    field.setAttribute("aria-expanded", Boolean(options.length))
    mark(-1)
  }

  function choose(story) {
    chosen = story
    field.value = story.headline
    show([])
  }

  async function find(query) {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: query, language })}`).catch(() => null)
    return answer?.ok && !answer.redirected ? (await answer.json()).stories : null
  }

  async function search() {
    const query = field.value.trim()
    if (!query || skips(query)) return show([])
    const stories = await find(query)
    if (chosen || query !== field.value.trim()) return
    show(stories ?? [])
    const told = stories ? words[stories.length ? "stories" : "no stories"] : words["no search"]
    said.textContent = told.replace("{count}", stories?.length)
  }

  field.addEventListener("input", () => {
    chosen = null
    clearTimeout(soon)
    soon = setTimeout(search, PAUSE)
  })
  field.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step && options.length) mark((Math.max(active, step < 0 ? 0 : -1) + step + options.length) % options.length)
    else if (event.key === "Enter" && active >= 0) choose(options[active].story)
    else return
    event.preventDefault()
  })

  return {
    chosen: () => chosen,
    async begin(text, spoken, uid = "") {
      language = spoken
      chosen = null
      said.textContent = ""
      field.value = text
      show([])
      const [story] = (uid && (await find(`news:${uid}`))) || []
      if (story) choose(story)
      field.select()
    },
  }
}
