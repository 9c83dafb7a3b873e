// Says on <html> what this reader agreed to: data-granted holds the letters of the purposes, as in "ae", and is missing
// while today's question is open. Styles and other scripts look there; none but this one reads the cookie.
// Where films stand it runs at once, so that their room is kept from the page's first moment and nothing moves later.

{
  const LETTERS = { analytics: "a", embeds: "e", preferences: "f", marketing: "m" };
  const ANSWER = /^1\.(\d{1,4})\.(a?e?f?m?)\.(\d{10})$/;
  const LIFETIME = 180 * 24 * 3600;
  const page = document.documentElement;
  const { cookie } = document.currentScript.dataset;

  // A name that stands twice tells nothing: only the server knows which of the two it would take.
  const kept = () => {
    const values = document.cookie.split("; ").filter((each) => each.startsWith(`${cookie}=`));
    return values.length === 1 ? values[0].slice(cookie.length + 1) : "";
  };

  const answer = () => {
    const [, number, letters, moment] = ANSWER.exec(kept()) ?? [];
    const asked = document.querySelector("[data-consent-question] [name=policy]")?.value ?? number;
    return Number(number) === Number(asked) && Date.now() / 1000 - moment <= LIFETIME ? letters : undefined;
  };

  const say = (letters) => {
    if (letters === undefined) delete page.dataset.granted;
    else page.dataset.granted = letters;
  };

  // Whoever is asked has no answer that counts, whatever the cookie says.
  say(document.querySelector("[data-consent-question]") ? undefined : answer());

  document.addEventListener("consentchange", ({ detail: { grants } }) => {
    say(grants.map((name) => LETTERS[name]).join(""));
  });

  // The way back shows a page as it was left, with a question that may have been answered since.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) say(answer());
  });
}
