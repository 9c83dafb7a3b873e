// A new part has its uid before it is saved, so that a form sent twice makes no second part.
const uid = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5")
}

document.addEventListener("formset:added", ({ target }) => {
  for (const input of target.querySelectorAll("input[name$='-uid']")) input.value ||= uid()
})
