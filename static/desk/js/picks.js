// Several picks keep the order in which they were picked: the newest option goes last.
django.jQuery(document).on("select2:select", "select[multiple].admin-autocomplete", (event) => {
  const option = event.params.data.element
  if (option) event.target.append(option)
  django.jQuery(event.target).trigger("change.select2")
})
// The face and the office are those of the speaker saved: another one gets them with the save.
function showIfSaved(select) {
  const saved = [...select.options].find((option) => option.defaultSelected)?.value
  for (const part of select.closest(".speaker").querySelectorAll(".face, .office")) part.hidden = select.value !== saved
}

const form = document.querySelector("[data-writing]")
const showAllIfSaved = () => form.querySelectorAll(".speaker select").forEach(showIfSaved)
form.addEventListener("desk:saved", showAllIfSaved)
form.addEventListener("desk:saved-in-part", showAllIfSaved)
django.jQuery(document).on("change", ".speaker select", ({ target }) => showIfSaved(target))
// Select2 tells jQuery alone; the page listens for the browser's own events.
django.jQuery(document).on("select2:select select2:unselect select2:clear", ".admin-autocomplete", (event) => {
  event.target.dispatchEvent(new Event("input", { bubbles: true }))
})

// Select2 names what stands in for a field by what is picked alone; say first what it is for.
function name(select) {
  const [label] = select.labels
  if (!label) return
  label.id ||= `${select.id}_label`
  for (const part of select.parentElement.querySelectorAll(".select2-selection, .select2-search__field")) {
    const picked = part.querySelector(".select2-selection__rendered[id]")
    part.setAttribute("aria-labelledby", [label.id, picked?.id].filter(Boolean).join(" "))
  }
}

const nameAll = (part) => part.querySelectorAll("select.select2-hidden-accessible").forEach(name)
// After Django's own scripts, which wait for the same signals.
django.jQuery(() => nameAll(document))
document.addEventListener("formset:added", (event) => nameAll(event.target))
