import { make, tell } from "./page.js";
import { counted } from "./schema.js";
import { number, say } from "./words.js";

/** The panel of the copy desk: what it found, each with its words before and after, to be mended one by one or all. */
export class CopyDesk {
  constructor(sheet, api) {
    this.sheet = sheet;
    this.api = api;
    this.panel = document.getElementById("copy-desk");
    this.list = this.panel.querySelector("ol");
    this.panel.querySelector("[data-do='look']").addEventListener("click", () => this.look());
    this.panel.querySelector("[data-do='all']").addEventListener("click", () => this.mend("all"));
    this.panel.querySelector("[data-do='undo']").addEventListener("click", () => this.undo());
    this.panel.hidden = false;
    sheet.addEventListener("typed", () => this.list.classList.add("stale"));
    this.offer();
  }

  async look() {
    this.said(say("looking"));
    try {
      const { findings } = await this.api.post("copy-desk", { text: this.sheet.text() });
      this.show(findings);
    } catch (failed) {
      this.said(failed.problem ? failed.message : say("unreachable"));
    }
  }

  show(findings) {
    this.list.classList.remove("stale");
    this.list.replaceChildren(...findings.map((finding) => this.entry(finding)));
    this.count = findings.length;
    this.offer();
    this.said(findings.length === 0 ? say("copy-clean") : say("copy-found", { count: number(findings.length) }));
  }

  entry({ id, field, block, explanation, before, found, mended, after }) {
    const { lang, dir } = this.sheet;
    const context = (change) => make("p", { class: "in-context", lang, dir }, make("bdi", {}, before, change, after));
    const where = make("button", { type: "button", class: "where" }, this.named(field, block));
    where.addEventListener("click", () => this.go(field, block));
    const mend = make("button", { type: "button", class: "small", "data-writes": true }, say("mend"));
    mend.disabled = this.sheet.frozen;
    mend.addEventListener("click", () => this.mend([id]));
    return make(
      "li",
      {},
      where,
      make("p", { class: "explanation" }, explanation),
      context(make("del", {}, visible(found))),
      context(make("ins", {}, visible(mended))),
      mend,
    );
  }

  /** One step: the body's part is taken back by Ctrl+Z, and the panel's button takes back all of it. */
  async mend(ids) {
    if (this.sheet.frozen) return;
    const before = this.sheet.text();
    try {
      const { text } = await this.api.post("copy-desk/mending", { text: before, ids });
      if (JSON.stringify(before) !== JSON.stringify(this.sheet.text())) {
        this.said(say("typed-meanwhile"));
        return;
      }
      this.sheet.adopt(text, { step: true });
      this.before = { text: before, after: this.sheet.mark() };
      await this.look();
      tell(say("mended"), "good");
    } catch (failed) {
      this.said(failed.problem ? failed.message : say("unreachable"));
    }
    this.offer();
    this.panel.querySelector("[data-do='undo']").focus();
  }

  /** Straight after the mending everything is as it was; later, only the words that nobody touched since. */
  undo() {
    if (!this.before || this.sheet.frozen) return;
    const { text, after } = this.before;
    const mended = JSON.parse(after);
    const now = this.sheet.text();
    const back = Object.fromEntries(
      Object.keys(text)
        .filter((name) => JSON.stringify(now[name]) === JSON.stringify(mended[name]))
        .map((name) => [name, text[name]]),
    );
    this.before = null;
    this.sheet.adopt(back, { step: true });
    this.offer();
    this.look();
  }

  offer() {
    this.panel.querySelector("[data-do='all']").hidden = !this.count;
    this.panel.querySelector("[data-do='undo']").hidden = !this.before;
  }

  named(field, block) {
    if (field === "body") return say("paragraph-number", { number: number(block + 1) });
    return this.sheet.form.elements[field]?.labels?.[0]?.textContent ?? field;
  }

  go(field, block) {
    if (field !== "body") return void this.sheet.form.elements[field]?.focus?.();
    const place = counted(this.sheet.body.state.doc)[block]?.place;
    if (place !== undefined) visit(this.sheet.body.view, place);
  }

  said(sentence) {
    this.panel.querySelector("[role='status']").textContent = sentence;
  }
}

/** Puts the caret into a block and brings it into sight. */
export function visit(view, place) {
  const { state } = view;
  const at = state.doc.resolve(Math.min(place + 1, state.doc.content.size));
  view.dispatch(state.tr.setSelection(state.selection.constructor.near(at)));
  view.focus();
  view.nodeDOM(place)?.scrollIntoView?.({ block: "center" });
}

const SEEN = {
  " ": "·",
  "\u00A0": "⍽",
  "\u202F": "⍽",
  "\u200B": "[ZWSP]",
  "\u200F": "[RLM]",
  "\u200E": "[LRM]",
  "\u061C": "[ALM]",
};

/** A change of nothing but space has to be seen. */
function visible(text) {
  return /^[\s\u200B\u200E\u200F\u061C]+$/u.test(text) ? [...text].map((each) => SEEN[each] ?? each).join("") : text;
}
