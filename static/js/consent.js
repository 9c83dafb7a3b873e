// What follows an answer to the consent bar or on the cookies page: a confirmation, and `consentchange` on the document,
// which tells what was granted: {grants: ["embeds"]}.

const PURPOSES = { a: "analytics", e: "embeds", f: "preferences", m: "marketing" };
const ANSWER = /(?:^|; )(?:__Host-)?consent=1\.(\d{1,4})\.([aefm]{0,4})\.\d{10}(?:;|$)/;

function grants() {
  return [...(ANSWER.exec(document.cookie)?.[2] ?? "")].map((letter) => PURPOSES[letter]);
}

function leaveBars(except) {
  for (const question of document.querySelectorAll("[data-consent-question]")) {
    const bar = question.closest("[data-consent]");
    if (bar !== except) bar.remove();
  }
}

function enhance(root) {
  const form = root.querySelector("form");
  const done = root.querySelector("[data-consent-done]");

  form.addEventListener("answered", () => {
    leaveBars(root);
    form.hidden = form.matches("[data-consent-question]");
    done.hidden = false;
    done.focus();
    document.dispatchEvent(new CustomEvent("consentchange", { detail: { grants: grants() } }));
  });
  root.querySelector("[data-consent-hide]").addEventListener("click", () => {
    if (form.hidden) root.remove();
    done.hidden = true;
    document.querySelector("main")?.focus({ preventScroll: true });
  });
}

document.querySelectorAll("[data-consent]").forEach(enhance);

// The way back shows a page as it was left, with a question that may have been answered since.
addEventListener("pageshow", ({ persisted }) => {
  const asked = document.querySelector("[data-consent-question] [name=policy]")?.value;
  if (persisted && asked && Number(ANSWER.exec(document.cookie)?.[1]) >= Number(asked)) leaveBars(null);
});
