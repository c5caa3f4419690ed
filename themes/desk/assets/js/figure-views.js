import { gone, lacking, line, ours } from "./card.js";
import { neighbour } from "./figures.js";
import { make } from "./page.js";
import { day, number, say } from "./words.js";

/*
 * How figures look in the editor. The caption is text and is written in place; everything else stands around it, in the
 * language of the screen, and says what the page will say: the words of this place, or, greyed, the file's own.
 */

/** One file: its print or its sign, the caption, the other words, and what can be done. */
export class FileView {
  constructor(node, view, place, figures) {
    Object.assign(this, { node, view, place, figures });
    this.print = still(make("div", { class: "file-print" }));
    this.contentDOM = make("div", { class: "file-caption" });
    this.words = still(make("div", { class: "file-words" }));
    this.tools = still(make("div", { class: "figure-do", role: "group" }));
    this.dom = make("figure", { class: "file" }, this.print, this.contentDOM, this.words, this.tools);
    this.within = parentOf(this).type.name === "gallery";
    this.tools.append(
      button(this, "word", () => figures.word(view, place)),
      ...moving(this),
      ...(this.within ? [] : [button(this, "gather", () => figures.gather(view, place()))]),
      button(this, "remove", () => figures.remove(view, place())),
    );
    figures.views.add(this);
    this.show();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  show() {
    const { id, alt, credit, decorative } = this.node.attrs;
    const card = this.figures.media.card(id);
    edges(this);
    // Every keystroke comes by here; the print is only touched when it is another.
    const shown = JSON.stringify([card === undefined, card, alt, credit, decorative]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.tools.setAttribute("aria-label", card?.name ?? say("figure"));
    this.words.replaceChildren();
    if (!card) {
      const coming = make("p", { class: "hint", ...ours() }, say("figure-coming"));
      this.print.replaceChildren(card === null ? gone(id) : coming);
      return;
    }
    this.print.replaceChildren(picture(card, decorative ? "" : (alt ?? card.alt)) ?? line(card));
    this.words.append(...said(this.node.attrs, card, this.figures.media.lang));
  }

  /** What happens at the buttons is no typing. */
  stopEvent({ target }) {
    return this.tools.contains(target) || this.words.contains(target);
  }

  ignoreMutation({ type, target }) {
    return type !== "selection" && !this.contentDOM.contains(target);
  }

  destroy() {
    this.figures.views.delete(this);
  }
}

/** Several files with one caption for all. */
export class GalleryView {
  constructor(node, view, place, figures) {
    Object.assign(this, { node, view, place, figures });
    this.title = make("strong", { class: "gallery-title", ...ours() });
    this.tools = make("span", { class: "figure-do", role: "group", "aria-label": say("gallery") });
    this.head = still(make("div", { class: "gallery-head" }, this.title, this.tools));
    this.contentDOM = make("div", { class: "gallery-files" });
    this.dom = make("figure", { class: "gallery" }, this.head, this.contentDOM);
    this.tools.append(
      button(this, "add", () => figures.add(view, place)),
      ...moving(this),
      button(this, "scatter", () => figures.scatter(view, place())),
      button(this, "remove", () => figures.remove(view, place())),
    );
    figures.views.add(this);
    this.show();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  show() {
    edges(this);
    this.title.textContent = say("gallery-of", { count: number(this.node.childCount - 1) });
  }

  stopEvent({ target }) {
    return this.tools.contains(target);
  }

  ignoreMutation({ type, target }) {
    return type !== "selection" && !this.contentDOM.contains(target);
  }

  destroy() {
    this.figures.views.delete(this);
  }
}

function still(element) {
  element.contentEditable = "false";
  return element;
}

function parentOf({ view, place }) {
  return view.state.doc.resolve(place()).parent;
}

function button({ view }, name, act, label = name) {
  const given = { type: "button", class: "quiet small", "data-do": name, "data-writes": true };
  const element = make("button", { ...given, ...ours() });
  element.textContent = say(`figure-${label}`);
  element.disabled = !view.editable;
  element.addEventListener("click", () => element.getAttribute("aria-disabled") !== "true" && act());
  element.addEventListener("keydown", (event) => event.key === "Escape" && view.focus());
  return element;
}

function moving(owner) {
  const { view, place, figures } = owner;
  return [
    button(owner, "back", () => figures.move(view, place(), -1), owner.within ? "earlier" : "up"),
    button(owner, "on", () => figures.move(view, place(), 1), owner.within ? "later" : "down"),
  ];
}

/** The first can't go further up; the button stays, so that the hand does not lose it. */
function edges({ view, place, tools }) {
  const found = place();
  if (found === undefined) return;
  const at = view.state.doc.resolve(found);
  for (const [name, step] of [
    ["back", -1],
    ["on", 1],
  ]) {
    tools.querySelector(`:scope > [data-do="${name}"]`)?.setAttribute("aria-disabled", String(!neighbour(at, step)));
  }
}

function picture(card, alt) {
  if (card.form !== "picture" || !card.print) return null;
  const { width, height } = card;
  return make("img", { src: card.print, alt, width: width || null, height: height || null, draggable: "false" });
}

/** Sentences of the screen that begin where the text begins. */
function sentence(...parts) {
  return make("p", ours(), ...parts);
}

function said({ alt, credit, decorative }, card, lang) {
  const lines = [];
  const entry = (label, own, files) => {
    const words = own ?? files;
    if (!words) return;
    const value = make("bdi", { lang, ...(own ? {} : { class: "of-the-file" }) }, words);
    lines.push(sentence(make("span", { class: "what" }, say(label)), " ", value));
  };
  const hidden = decorative || (card.decorative && !alt);
  if (hidden) lines.push(sentence(say("figure-decorative")));
  else entry("figure-alt", alt, card.alt);
  entry("figure-credit", credit, card.credit);
  const given = { alt: alt || hidden, credit };
  const lack = lacking(card.missing.filter((name) => !given[name]));
  if (lack) lines.push(sentence(lack));
  if (card.expires) {
    lines.push(sentence(make("span", { class: "lacking" }, say("figure-expires", { day: day(card.expires) }))));
  }
  return lines;
}
