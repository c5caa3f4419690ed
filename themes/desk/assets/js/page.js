/** Small things that every script of the page needs of the document. */

/** Makes an element: make("p", {class: "hint", lang: "fr"}, "text", child). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * Opens a dialog and answers with the value of the button that closed it, or "" where it was dismissed. The focus goes
 * back to where it was.
 */
export function ask(dialog, { on } = {}) {
  const before = document.activeElement;
  dialog.returnValue = "";
  if (!dialog.open) dialog.showModal();
  on?.(dialog);
  return new Promise((answer) => {
    dialog.addEventListener(
      "close",
      () => {
        if (before?.isConnected) before.focus({ preventScroll: true });
        answer(dialog.returnValue);
      },
      { once: true },
    );
  });
}

let fading = 0;

/** Says something that nobody has to answer; screen readers hear it when they are done. Bad news stays. */
export function tell(sentence, tone = "") {
  const line = document.getElementById("told");
  line.textContent = sentence;
  line.dataset.tone = tone;
  line.hidden = sentence === "";
  clearTimeout(fading);
  if (tone !== "bad") fading = setTimeout(() => (line.hidden = true), 8_000);
}

export function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Calls it once things have been quiet for so long, and at the latest after so long. */
export function settled(quiet, longest, act) {
  let timer = 0;
  let since = 0;
  const due = () => {
    clearTimeout(timer);
    timer = since = 0;
    act();
  };
  const touch = () => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(due, Math.max(0, Math.min(quiet, since + longest - Date.now())));
  };
  touch.now = () => timer && due();
  touch.drop = () => {
    clearTimeout(timer);
    timer = since = 0;
  };
  return touch;
}
