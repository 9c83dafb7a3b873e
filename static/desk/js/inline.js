// Copies text with the marks a newspaper keeps, and nothing else of what stands around it.
const MARKS = { B: "strong", STRONG: "strong", I: "em", EM: "em", S: "s", SUB: "sub", SUP: "sup", A: "a", BR: "br" }
const KEPT = ["href", "lang", "dir", "title", "hreflang"]
const NOTHING = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "NOSCRIPT", "META", "LINK"])

export function inline(from) {
  const copy = document.createDocumentFragment()
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) copy.append(node.data)
    if (node.nodeType !== Node.ELEMENT_NODE || NOTHING.has(node.nodeName.toUpperCase())) continue
    const mark = MARKS[node.nodeName]
    if (!mark) {
      copy.append(inline(node))
      continue
    }
    const made = document.createElement(mark)
    for (const name of KEPT) if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name))
    made.append(inline(node))
    copy.append(made)
  }
  return copy
}
