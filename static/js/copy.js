// Copies the text beside a button, and says so. Where a browser refuses, the text is selected for the reader to copy.

function select(text) {
  getSelection().selectAllChildren(text);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    return false;
  }
}

function enhance(holder) {
  const text = holder.querySelector("[data-copy-text]");
  const status = holder.querySelector("[role=status]");
  const button = holder.querySelector("[data-copy-now]");

  button.addEventListener("click", async () => {
    status.textContent = ""; // said anew each time
    const done = await copied(text);
    if (!done) select(text);
    status.textContent = done ? status.dataset.copied : status.dataset.selected;
  });
  button.hidden = false;
}

document.querySelectorAll("[data-copy]").forEach(enhance);
