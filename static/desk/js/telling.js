// Says something above the sheet, where the desk says what became of a save; the next save takes it away.
const place = document.querySelector('[data-writing] [data-fresh="said"]')

export function say(...sentences) {
  const said = Object.assign(document.createElement("div"), { className: "said" })
  said.append(...sentences.map((textContent) => Object.assign(document.createElement("p"), { className: "warning", textContent })))
  place.append(said)
  said.scrollIntoView({ block: "center" })
}
