/** The lines around the body: headline, standfirst, slug, texts for search and social, and the names. */
export const LINES = ["headline", "standfirst", "slug", "searchTitle", "searchText", "socialText"];

export class Fields {
  constructor(form, changed) {
    this.form = form;
    for (const name of LINES) {
      const field = form.elements[name];
      field.addEventListener("input", changed);
      if (field.localName === "textarea") {
        if (name === "standfirst") field.rows = 1;
        grow(field);
        field.addEventListener("input", () => grow(field));
        field.addEventListener("keydown", (event) => oneLine(event, form));
      }
    }
    addEventListener("resize", () => this.grow());
    document.fonts?.ready.then(() => this.grow());
  }

  grow() {
    for (const name of LINES) if (this.form.elements[name].localName === "textarea") grow(this.form.elements[name]);
  }

  read() {
    return Object.fromEntries(LINES.map((name) => [name, this.form.elements[name].value.replace(/\s*\n\s*/g, " ")]));
  }

  /** Fills in what differs. As a step, the browser's own undo takes it back, field by field. */
  fill(text, { step = false } = {}) {
    for (const name of LINES) {
      const field = this.form.elements[name];
      if (text[name] === undefined || field.value === text[name]) continue;
      if (step) type(field, text[name]);
      else field.value = text[name];
      if (field.localName === "textarea") grow(field);
      field.dispatchEvent(new CustomEvent("filled", { bubbles: true }));
    }
  }

  freeze(frozen) {
    for (const name of LINES) this.form.elements[name].readOnly = frozen;
  }
}

function type(field, value) {
  const before = document.activeElement;
  field.focus({ preventScroll: true });
  field.select();
  const typed = value === "" ? document.execCommand("delete") : document.execCommand("insertText", false, value);
  if (!typed) field.value = value;
  before?.focus?.({ preventScroll: true });
}

/** A headline wraps but has no second paragraph: Enter goes on to the next field. */
function oneLine(event, form) {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (event.target.name === "headline") form.elements.standfirst.focus();
  else if (event.target.name === "standfirst") form.querySelector(".ProseMirror")?.focus();
}

function grow(field) {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
