// The head is as high as its words need; the details and the places jumped to, which keep clear of it, are told.
const head = document.querySelector(".writing-head")
const tell = () => document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`)

new ResizeObserver(tell).observe(head)
