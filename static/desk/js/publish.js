// The filled button names the languages it touches.
const panel = document.querySelector("[data-publish]")

function name() {
  const chosen = [...panel.querySelectorAll("input[name=publish]:checked")].map((box) => box.value)
  panel.querySelector("[data-publish-codes]").textContent = chosen.join(" ")
}

panel?.addEventListener("change", name)
if (panel) name()
