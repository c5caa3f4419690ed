import { ask, make, tell } from "./page.js";
import { press } from "./keys.js";
import { say } from "./words.js";

/**
 * The workflow's forms, with a text that is saved first; and before publishing or scheduling the sheet of checks: errors
 * block, warnings do not. Ctrl+Enter opens it, and Ctrl+Enter on it publishes.
 */
export class Checks {
  constructor(sheet, api, saving) {
    this.sheet = sheet;
    this.api = api;
    this.saving = saving;
    this.dialog = document.getElementById("checks");
    for (const form of document.querySelectorAll("form[data-step]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.step(form);
      });
    }
    this.dialog.addEventListener("keydown", (event) => {
      press(
        { "Mod+Enter": () => this.dialog.querySelector("[value='go']").disabled || this.dialog.close("go") },
        event,
      );
    });
  }

  publish() {
    const form = document.querySelector("form[data-step='publication']");
    if (form && !this.dialog.open) this.step(form);
  }

  async step(form) {
    const details = form.id !== "details" && document.getElementById("details")?.dataset.touched;
    if (details) {
      tell(say("details-first"), "bad");
      document.querySelector("#details button").focus();
      return;
    }
    if (!this.sheet.untouched && !(await this.saving.save())) return;
    if (form.hasAttribute("data-checked") && !(await this.pass(form))) return;
    form.submit();
  }

  async pass(form) {
    let sheet;
    try {
      // What blocks depends on the hour: an embargo may be over by then.
      const at = form.elements.at?.value ?? "";
      sheet = await this.api.get(at ? `checks?at=${encodeURIComponent(at)}` : "checks");
    } catch (failed) {
      tell(failed.problem ? failed.message : say("unreachable"), "bad");
      return false;
    }
    const { errors = [], warnings = [] } = sheet;
    this.dialog.querySelector(".errors").replaceChildren(...errors.map((each) => this.line(each)));
    this.dialog.querySelector(".warnings").replaceChildren(...warnings.map((each) => this.line(each)));
    this.dialog.querySelector(".on-errors").hidden = errors.length === 0;
    this.dialog.querySelector(".on-warnings").hidden = warnings.length === 0;
    this.dialog.querySelector(".on-nothing").hidden = errors.length + warnings.length > 0;
    const go = this.dialog.querySelector("[value='go']");
    go.disabled = errors.length > 0;
    go.textContent = form.querySelector("button[type='submit'], button:not([type])").textContent;
    this.wanted = null;
    const answer = await ask(this.dialog, {
      on: () => (errors.length > 0 ? this.dialog.querySelector(".errors button, [value='']") : go)?.focus(),
    });
    if (this.wanted) this.show(this.wanted);
    return answer === "go";
  }

  line({ field, sentence }) {
    const target = this.target(field);
    if (!target) return make("li", {}, sentence);
    const go = make("button", { type: "button", class: "where" }, sentence);
    go.addEventListener("click", () => {
      this.wanted = target;
      this.dialog.close();
    });
    return make("li", {}, go);
  }

  target(field) {
    if (field === "body") return document.querySelector(".ProseMirror");
    return this.sheet.form.elements[field] ?? document.querySelector(`#details [name="${CSS.escape(field ?? "")}"]`);
  }

  show(field) {
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    // A picture is chosen by buttons, which stand around the field that holds its number.
    (field.type === "hidden" ? field.parentElement.querySelector("button") : field)?.focus();
  }
}
