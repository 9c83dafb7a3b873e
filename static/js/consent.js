// Answers the consent bar without leaving the page. Without this script it is a form like any other.
// When an answer is saved, `consentchange` on the document tells what was granted: {grants: ["embeds"]}.

const PURPOSES = { a: "analytics", e: "embeds", f: "preferences", m: "marketing" };

function grants() {
  const letters = /(?:^|; )(?:__Host-)?consent=1\.\d+\.([aefm]*)\./.exec(document.cookie)?.[1] ?? "";
  return [...letters].map((letter) => PURPOSES[letter]);
}

function enhance(bar) {
  const question = bar.querySelector("[data-consent-question]");
  const done = bar.querySelector("[data-consent-done]");

  async function answer(event) {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(question, event.submitter));
    const response = await fetch(question.action, { method: "POST", body }).catch(() => null);
    if (!response?.ok) {
      question.removeEventListener("submit", answer);
      question.requestSubmit(event.submitter); // the server says what is wrong on a page of its own
      return;
    }
    question.hidden = true;
    done.hidden = false;
    done.focus();
    document.dispatchEvent(new CustomEvent("consentchange", { detail: { grants: grants() } }));
  }

  question.addEventListener("submit", answer);
  bar.querySelector("[data-consent-hide]").addEventListener("click", () => {
    bar.remove();
    document.querySelector("main")?.focus();
  });
}

document.querySelectorAll("[data-consent]").forEach(enhance);
