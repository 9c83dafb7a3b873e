// Says that what was typed is kept, where it is: by the form that led here, or in this browser (kept-here.js).
const note = document.querySelector("[data-kept]")
const isHere = () => Object.keys(localStorage).some((name) => name.startsWith("unsaved:"))

if (note.dataset.kept || isHere()) note.hidden = false
