import { ask } from "./page.js";

/** The list of shortcuts, by "?" outside a field and by the button. The single key can be turned off (WCAG 2.1.4). */
export function helping() {
  const dialog = document.getElementById("shortcuts");
  const single = dialog.querySelector("input[name='single']");
  const off = () => {
    try {
      return localStorage.getItem("desk:single-keys") === "off";
    } catch {
      return false;
    }
  };
  single.checked = !off();
  single.addEventListener("change", () => {
    try {
      localStorage.setItem("desk:single-keys", single.checked ? "on" : "off");
    } catch {
      // Then it holds for this page only.
    }
  });
  const open = () => dialog.open || ask(dialog);
  for (const button of document.querySelectorAll("[data-do='help']")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    // An Arabic keyboard writes its own question mark.
    if (!/^[?؟]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || !single.checked) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable='true']")) return;
    event.preventDefault();
    open();
  });
  return open;
}
