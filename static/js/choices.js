// Shows on the cookies page what was answered in the bar above it.

const choices = document.querySelectorAll("#choose fieldset");

document.addEventListener("consentchange", ({ detail: { grants } }) => {
  for (const choice of choices) {
    const allowed = grants.includes(choice.dataset.purpose);
    choice.querySelector(`[value=${allowed ? "yes" : "no"}]`).checked = true;
  }
  const unanswered = document.querySelector("[data-unanswered]");
  if (unanswered) unanswered.hidden = true;
});
