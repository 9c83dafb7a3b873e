// Menus are details elements and work without this; it closes them when the hand or the focus moves on.
const menus = () => document.querySelectorAll("details[data-menu][open]");

const closeOthers = (target) => {
  for (const menu of menus()) {
    if (!menu.contains(target)) menu.open = false;
  }
};

document.addEventListener("click", (event) => closeOthers(event.target));
document.addEventListener("focusin", (event) => closeOthers(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
