// Several picks keep the order in which they were picked: the newest option goes last.
django.jQuery(document).on("select2:select", "select[multiple].admin-autocomplete", (event) => {
  const option = event.params.data.element
  if (option) event.target.append(option)
  django.jQuery(event.target).trigger("change.select2")
})
// Select2 tells jQuery alone; the page listens for the browser's own events.
django.jQuery(document).on("select2:select select2:unselect select2:clear", ".admin-autocomplete", (event) => {
  event.target.dispatchEvent(new Event("input", { bubbles: true }))
})
