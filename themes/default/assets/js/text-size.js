/**
 * The reader's text size, remembered in this browser alone. Browsers wait for this before they draw the first line, so that
 * nothing moves. Without it the choice holds for the page: the style sheet reads it from the buttons.
 */
const KEY = "text-size";
const root = document.documentElement;
const sizes = [...document.querySelectorAll(".text-size input")];

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Whoever lets nothing be kept chooses again on each page.
    return null;
  }
}

function remember(size) {
  root.dataset.textSize = size;
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // As above.
  }
}

const chosen = sizes.find((each) => each.value === remembered());
if (chosen) {
  chosen.checked = true;
  root.dataset.textSize = chosen.value;
}
sizes.forEach((each) => each.addEventListener("change", () => remember(each.value)));
