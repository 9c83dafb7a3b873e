// The filled button names the languages it touches.
const words = JSON.parse(document.getElementById("desk-words").textContent)
const panel = document.querySelector("[data-publish]")

function name() {
  const chosen = [...panel.querySelectorAll("input[name=publish]:checked")]
  const changes = chosen.some((box) => "live" in box.dataset)
  panel.querySelector("[data-publish-codes]").textContent = chosen.map((box) => box.value).join(" ")
  panel.querySelector("[data-publish-words]").textContent = words[changes ? "publish changes" : "publish"]
}

panel?.addEventListener("change", name)
if (panel) name()
