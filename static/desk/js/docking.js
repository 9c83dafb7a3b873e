// The toolbar of the text that has the focus stands in the head, between the languages and what follows them, if it fits.
const form = document.querySelector("[data-writing]")
const languages = form.querySelector(".writing-head .languages")
const narrow = window.matchMedia("(max-width: 1023px)")
const GAP = 8

function dock() {
  const toolbar = form.querySelector(".prose-editor:focus-within .prose-menubar")
  if (!toolbar) return
  form.classList.add("docks-in-head") // at the lower edge it is as wide as the window
  const row = languages.getBoundingClientRect()
  const last = languages.lastElementChild.getBoundingClientRect()
  const isLeftToRight = getComputedStyle(form).direction === "ltr"
  const room = isLeftToRight ? row.right - last.right : last.left - row.left
  form.classList.toggle("docks-in-head", !narrow.matches && room >= toolbar.offsetWidth + GAP && last.height === row.height)
  form.style.setProperty("--dock-top", `${row.top + (row.height - toolbar.offsetHeight) / 2}px`)
  form.style.setProperty("--dock-end", `${isLeftToRight ? document.documentElement.clientWidth - row.right : row.left}px`)
}

form.addEventListener("focusin", dock)
new ResizeObserver(dock).observe(form.querySelector(".writing-head"))
