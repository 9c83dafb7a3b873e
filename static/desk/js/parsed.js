// A text of a field as nodes of a page apart, where nothing loads and nothing runs; and a page of ours likewise.
export const page = (html) => new DOMParser().parseFromString(html, "text/html")
export const parsed = (html) => page(html).body
