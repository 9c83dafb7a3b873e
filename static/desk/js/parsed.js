// A text of a field as nodes of a page apart, where nothing loads and nothing runs.
export const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body
