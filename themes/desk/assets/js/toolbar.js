/**
 * The row of buttons above the body. One stop of the Tab key; the arrow keys go along it, and which arrow goes on
 * follows the direction of the screen (ARIA Authoring Practices, Toolbar).
 */
export class Toolbar {
  constructor(bar, sheet, commands) {
    this.bar = bar;
    this.sheet = sheet;
    this.commands = commands;
    this.buttons = [...bar.querySelectorAll("button[data-command]")];
    bar.hidden = false;
    bar.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
    bar.addEventListener("click", (event) => this.press(event.target.closest("button[data-command]")));
    bar.addEventListener("keydown", (event) => this.walk(event));
    sheet.addEventListener("moved", () => this.show());
    sheet.addEventListener("frozen", () => this.show());
    this.show();
    this.stop(this.shown()[0]);
  }

  press(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    this.stop(button);
    this.sheet.body.run(this.commands[button.dataset.command].run);
  }

  /** Ctrl+B and the like, by the same way as the button. */
  run(name) {
    if (!this.sheet.frozen) this.sheet.body.run(this.commands[name].run);
  }

  focus() {
    (this.shown().find((button) => button.tabIndex === 0) ?? this.shown()[0]).focus();
  }

  show() {
    const { state } = this.sheet.body.view;
    for (const button of this.buttons) {
      const { run, on, can } = this.commands[button.dataset.command];
      if (on) button.setAttribute("aria-pressed", String(on(state)));
      const able = !this.sheet.frozen && (can ?? run)(state);
      button.setAttribute("aria-disabled", String(!able));
      if (button.hasAttribute("data-when-able")) button.hidden = !able;
    }
    if (!this.shown().some((button) => button.tabIndex === 0)) this.stop(this.shown()[0]);
  }

  shown() {
    return this.buttons.filter((button) => !button.hidden);
  }

  stop(stop) {
    for (const button of this.buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  walk(event) {
    const buttons = this.shown();
    const at = buttons.indexOf(document.activeElement);
    const along = getComputedStyle(this.bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = along === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const next = { [along]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.sheet.body.view.focus();
    if (next === undefined || at < 0) return;
    event.preventDefault();
    const button = buttons[(next + buttons.length) % buttons.length];
    this.stop(button);
    button.focus();
  }
}
