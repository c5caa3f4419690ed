import { DOMParser as Reader } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { dress } from "./card.js";
import { prepare } from "./html.js";
import { counted, schema } from "./schema.js";
import { visit } from "./copydesk.js";

/**
 * The source beside its translation: paragraph 3 there stays level with paragraph 3 here while one scrolls or writes.
 * It opens at the first paragraph that the source has changed since, and Alt+↓ goes on to the next.
 */
export class Beside {
  constructor(column, sheet, media) {
    this.column = column;
    this.sheet = sheet;
    this.pane = column.querySelector(".source");
    this.paragraphs = [...column.querySelectorAll("[data-paragraph]")];
    this.stale = this.paragraphs.filter((each) => each.hasAttribute("data-stale"));
    column.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do='copy']");
      if (button) this.copy(button.closest("[data-paragraph]"));
    });
    for (const button of column.querySelectorAll("button[data-do]")) button.hidden = false;
    dress(column, media);
    column.querySelector("[data-do='next']")?.addEventListener("click", () => this.go(1));
    sheet.addEventListener("moved", () => this.follow());
    let waiting = false;
    addEventListener(
      "scroll",
      () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          this.level();
        });
      },
      { passive: true },
    );
    requestAnimationFrame(() => (this.stale.length > 0 ? this.open(this.stale[0]) : this.level()));
  }

  number(paragraph) {
    return Number(paragraph.dataset.paragraph);
  }

  open(paragraph) {
    const blocks = counted(this.sheet.body.state.doc);
    const there = blocks[Math.min(this.number(paragraph), blocks.length - 1)];
    if (there) visit(this.sheet.body.view, there.place);
    this.mark(paragraph);
    this.level(paragraph);
  }

  /** To the next stale paragraph, or the one before; after the last comes the first. */
  go(step) {
    if (this.stale.length === 0) return;
    const at = this.number(this.current ?? this.paragraphs[0]);
    const next =
      step > 0
        ? (this.stale.find((each) => this.number(each) > at) ?? this.stale[0])
        : (this.stale.findLast((each) => this.number(each) < at) ?? this.stale.at(-1));
    this.open(next);
  }

  follow() {
    const { doc, selection } = this.sheet.body.state;
    const number = counted(doc).findLastIndex(({ place }) => place <= selection.from);
    const paragraph = this.paragraphs[number];
    if (!paragraph || paragraph === this.current) return;
    this.mark(paragraph);
    this.level(paragraph);
  }

  mark(paragraph) {
    this.current?.removeAttribute("aria-current");
    paragraph.setAttribute("aria-current", "true");
    this.current = paragraph;
  }

  /**
   * Brings a source paragraph level with its translation; without one named, that whose translation stands at the upper
   * third of the window, in proportion to how far one has read into it.
   */
  level(paragraph) {
    if (this.paragraphs.length === 0) return;
    const { view } = this.sheet.body;
    const blocks = counted(view.state.doc);
    const boxes = blocks.map(({ place }) => view.nodeDOM(place)?.getBoundingClientRect?.()).filter(Boolean);
    const pane = this.pane.getBoundingClientRect();
    const eye = Math.max(pane.top, innerHeight * 0.35);
    let at = paragraph ? this.number(paragraph) : boxes.findLastIndex(({ top }) => top <= eye);
    at = Math.max(0, Math.min(at, this.paragraphs.length - 1));
    const source = this.paragraphs[at];
    const box = boxes[at];
    if (!box) return;
    const into = paragraph ? 0 : Math.max(0, Math.min(1, (eye - box.top) / Math.max(1, box.height)));
    const narrow = matchMedia("(max-width: 60rem)").matches;
    const wanted = narrow || box.top > pane.bottom || box.top < pane.top - box.height ? pane.top + 12 : box.top;
    const words = (source.querySelector(".words").firstElementChild ?? source).getBoundingClientRect();
    this.pane.scrollTop += words.top + into * (words.height - box.height) - wanted;
  }

  /** The source's words come in at the same place, as one step. */
  copy(paragraph) {
    if (this.sheet.frozen) return;
    const body = new DOMParser().parseFromString(paragraph.querySelector(".words").innerHTML, "text/html").body;
    prepare(body);
    const { view } = this.sheet.body;
    const content = Reader.fromSchema(schema).parse(body).content;
    const { doc, tr } = view.state;
    const there = counted(doc)[this.number(paragraph)];
    const empty = doc.childCount === 1 && doc.firstChild.content.size === 0;
    const place = empty ? 0 : there ? there.place : doc.content.size;
    tr.replaceWith(place, empty ? doc.content.size : place, content);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(place + 1, tr.doc.content.size))));
    view.dispatch(tr.scrollIntoView());
    view.focus();
  }
}
