// Why something could not be kept at the desk, for whoever typed it; without an answer it is the line.
import { isSignedOut } from "./post.js"
import { words } from "./words.js"

export async function reasonOf(answer) {
  if (answer?.status === 409) return (await answer.json()).message
  if (isSignedOut(answer)) return words["signed out"]
  return words[answer?.status >= 400 ? "fault" : "kept here"]
}
