// Copies text with the marks a newspaper keeps, and nothing else of what stands around it. Google Docs says bold and
// italic by style alone, and wraps a whole document in a b that is none.
const MARKS = { B: "strong", STRONG: "strong", I: "em", EM: "em", S: "s", SUB: "sub", SUP: "sup", A: "a", BR: "br" }
const STYLES = {
  strong: /(?<![-\w])font-weight:\s*(bold|[6-9]00)/i,
  em: /(?<![-\w])font-style:\s*italic/i,
  sub: /vertical-align:\s*sub\b/i,
  sup: /vertical-align:\s*super/i,
}
const DENIALS = { strong: /(?<![-\w])font-weight:\s*(normal|[1-5]00)/i, em: /(?<![-\w])font-style:\s*normal/i }
const KEPT = ["href", "lang", "dir", "title", "hreflang"]
const NOTHING = /^(script|style|template|iframe|object|svg|math|noscript|meta|link|title|xml|img)$|^[ovw]:(?!p$)/i

function marksOf(node) {
  const style = node.getAttribute("style") ?? ""
  const named = MARKS[node.nodeName]
  const own = named && !DENIALS[named]?.test(style) ? [named] : []
  return [...new Set([...own, ...Object.keys(STYLES).filter((mark) => STYLES[mark].test(style))])]
}

const isIgnored = (node) => NOTHING.test(node.nodeName) || /mso-list:\s*ignore/i.test(node.getAttribute("style") ?? "")

function wrapped(node, mark, content) {
  const made = document.createElement(mark)
  const kept = mark === MARKS[node.nodeName] ? KEPT.filter((name) => node.hasAttribute(name)) : []
  for (const name of kept) made.setAttribute(name, node.getAttribute(name))
  made.append(content)
  return made
}

export function inline(from) {
  const copy = document.createDocumentFragment()
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) copy.append(node.data)
    if (node.nodeType !== Node.ELEMENT_NODE || isIgnored(node)) continue
    copy.append(marksOf(node).reduceRight((content, mark) => wrapped(node, mark, content), inline(node)))
  }
  return copy
}
