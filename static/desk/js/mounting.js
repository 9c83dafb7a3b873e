// Editors start when they are about to be seen, or written in; the rest while the browser has nothing else to do.
const AHEAD = "600px"

export function whenSeen(create) {
  const waiting = new Set()

  function start(textarea) {
    if (!waiting.delete(textarea)) return
    seen.unobserve(textarea)
    create(textarea)
  }

  const arrived = (entries) => entries.filter((each) => each.isIntersecting).forEach((each) => start(each.target))
  const seen = new IntersectionObserver(arrived, { rootMargin: AHEAD })

  function startTheRest(time) {
    while (waiting.size && time.timeRemaining() > 10) start(waiting.values().next().value)
    if (waiting.size) requestIdleCallback(startTheRest)
  }

  document.addEventListener("focusin", ({ target }) => {
    if (!waiting.has(target)) return
    start(target)
    target.closest(".prose-editor")?.querySelector("[contenteditable]").focus()
  })
  if (window.requestIdleCallback) window.addEventListener("load", () => requestIdleCallback(startTheRest))

  return (textarea) => {
    waiting.add(textarea)
    seen.observe(textarea)
  }
}
