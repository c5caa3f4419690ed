import { lacking, line, ours } from "./card.js";
import { make } from "./page.js";
import { say } from "./words.js";

/**
 * <story-picture>: the picture that stands for the story. Without script it is the file's number, typed; here it is
 * chosen in the library, and the number is kept out of sight.
 */
class StoryPicture extends HTMLElement {
  furnish(library, media) {
    this.library = library;
    this.media = media;
    this.input = this.querySelector("input[name='picture']");
    this.shown = this.querySelector(".lead");
    this.input.type = "hidden";
    for (const button of this.querySelectorAll("button[data-do]"))
      button.addEventListener("click", () => this.act(button));
    this.offer();
  }

  async act({ dataset }) {
    if (dataset.do === "remove") return this.set(null);
    const [card] = await this.library.choose({ many: false, only: "picture" });
    return card && this.set(card);
  }

  set(card) {
    this.input.value = String(card?.id ?? 0);
    this.shown.replaceChildren(...(card ? this.words(card) : []));
    // The form of the details does not forget what was not sent.
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.offer();
  }

  words(card) {
    const said = [card.alt, card.credit]
      .filter(Boolean)
      .map((words) => make("p", { lang: this.media.lang, dir: "auto" }, words));
    const lack = lacking(card.missing);
    return [line(card), ...said, ...(lack ? [make("p", ours(), lack)] : [])];
  }

  offer() {
    const has = Number(this.input.value) > 0;
    const held = document.activeElement;
    for (const button of this.querySelectorAll("button[data-do]")) {
      button.hidden = (button.dataset.do === "choose") === has;
    }
    this.shown.hidden = !has;
    // A button that goes away under the hand hands the focus on.
    if (held.hidden && this.contains(held)) this.querySelector("button:not([hidden])").focus();
    this.querySelector("[role='status']").textContent = has ? "" : say("lead-none");
  }
}

customElements.define("story-picture", StoryPicture);

/** Gives the element of this page, where there is one, the library to choose from. */
export function furnish(library, media) {
  document.querySelector("story-picture")?.furnish(library, media);
}
