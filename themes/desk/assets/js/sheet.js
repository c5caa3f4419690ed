import { BodyEditor } from "./body.js";
import { Fields } from "./fields.js";

/**
 * The edition on the table: everything of its text, the version it comes from, and who may write. Others listen:
 * "typed" when a person changed something, "adopted" when the text was taken over from elsewhere, "saved", "frozen".
 */
export class Sheet extends EventTarget {
  constructor(form, plugins) {
    super();
    this.form = form;
    this.id = form.dataset.edition;
    this.person = form.dataset.person;
    this.lang = form.lang || form.dataset.lang;
    this.dir = form.dataset.dir;
    this.version = Number(form.elements.from.value);
    this.frozen = false;
    const typed = () => this.happened("typed");
    this.fields = new Fields(form, typed);
    this.bylines = form.querySelector("byline-rows");
    this.bylines.addEventListener("input", typed);
    this.bylines.addEventListener("change", typed);
    this.body = new BodyEditor(form.elements.body, {
      dir: this.dir,
      lang: this.lang,
      label: form.elements.body.labels[0]?.textContent ?? "",
      changed: typed,
      moved: () => this.happened("moved"),
      plugins,
    });
    form.elements.body.labels[0]?.addEventListener("click", () => this.body.view.focus());
    this.kept = this.mark();
    this.opened = this.kept;
  }

  happened(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  text() {
    return { ...this.fields.read(), body: this.body.html(), bylines: this.bylines.read() };
  }

  /** Takes over a text. As a step it can be undone; else it is what the server has. */
  adopt(text, how = {}) {
    this.fields.fill(text, how);
    if (text.bylines) this.bylines.fill(text.bylines);
    if (text.body !== undefined) this.body.adopt(text.body, how);
    this.happened("adopted");
    if (how.step) this.happened("typed");
  }

  /** Something to compare the text with later. */
  mark() {
    return JSON.stringify(this.text());
  }

  /** The text at this mark is saved as this version. */
  saved(version, mark) {
    this.version = version;
    this.form.elements.from.value = version;
    this.kept = mark;
    this.happened("saved");
  }

  get untouched() {
    return this.mark() === this.kept;
  }

  /** Nobody writes here for now; reading, selecting and copying go on. */
  freeze(frozen) {
    if (this.frozen === frozen) return;
    this.frozen = frozen;
    this.fields.freeze(frozen);
    this.bylines.freeze(frozen);
    this.body.freeze(frozen);
    this.form.classList.toggle("frozen", frozen);
    for (const button of document.querySelectorAll("[data-writes]")) button.disabled = frozen;
    this.happened("frozen");
  }
}
