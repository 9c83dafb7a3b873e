// What follows an answer to the consent bar or on the cookies page: a confirmation, and `consentchange` on the document,
// which tells what was granted: {grants: ["embeds"]}.

function leaveOpenQuestions() {
  for (const question of document.querySelectorAll("[data-consent-question]:not([hidden])")) {
    question.closest("[data-consent]").remove();
  }
}

function enhance(root) {
  const form = root.querySelector("form");
  const done = root.querySelector("[data-consent-done]");

  form.addEventListener("answered", ({ detail: { grants } }) => {
    form.hidden = form.matches("[data-consent-question]");
    done.hidden = false;
    done.focus();
    document.dispatchEvent(new CustomEvent("consentchange", { detail: { grants } }));
  });
  root.querySelector("[data-consent-hide]").addEventListener("click", () => {
    if (form.hidden) root.remove();
    done.hidden = true;
    document.querySelector("main")?.focus({ preventScroll: true });
  });
}

document.querySelectorAll("[data-consent]").forEach(enhance);
document.addEventListener("consentchange", leaveOpenQuestions);

// A page that the browser kept may come back after its question was answered on another.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && "granted" in document.documentElement.dataset) leaveOpenQuestions();
});
