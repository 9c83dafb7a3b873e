// What scripts say, in the language of the desk (script_words.py).
export const words = JSON.parse(document.getElementById("desk-words").textContent)
