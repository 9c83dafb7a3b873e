// A browser may know Global Privacy Control without sending its header. Then, as with the header, the bar doesn't ask for
// advertising, and to accept all is to accept all else.

function askForNoAdvertising(question) {
  question.querySelector("[data-asked=marketing]")?.remove();
  if (!question.querySelector("[data-asked]")) question.closest("[data-consent]").remove();
}

if (navigator.globalPrivacyControl === true) {
  document.querySelectorAll("[data-consent-question]").forEach(askForNoAdvertising);
  document.addEventListener("formdata", ({ target, formData }) => {
    if (target.closest("[data-consent]")) formData.set("gpc", "1");
  });
}
