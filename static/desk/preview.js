// Shows a picture as soon as it is chosen. As a data: address, because the page's policy allows no blob:.
const show = (image, file) => {
  image.hidden = true;
  if (!file?.type.startsWith("image/")) return;
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    image.src = reader.result;
    image.hidden = false;
  });
  reader.readAsDataURL(file);
};

for (const image of document.querySelectorAll("img[data-preview]")) {
  const input = document.getElementById(image.dataset.preview);
  input?.addEventListener("change", () => show(image, input.files[0]));
}
