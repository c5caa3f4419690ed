import { number, say } from "./words.js";

/** <text-counter for="searchTitle" max="60">: how long a field is, in letters as people count them. */
class TextCounter extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.max = Number(this.getAttribute("max") || 0);
    for (const happening of ["input", "filled"]) this.field.addEventListener(happening, () => this.count());
    this.count();
  }

  count() {
    const letters = graphemes(this.field.value.trim());
    this.textContent = this.max
      ? say("count-of", { count: number(letters), max: number(this.max) })
      : say("count", { count: number(letters) });
    this.classList.toggle("over", this.max > 0 && letters > this.max);
  }
}

let segmenter = null;

/** Grapheme clusters (UAX 29): a letter with its vowel marks is one, an emoji family is one. */
export function graphemes(text) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** Words as people count them: a particle that is written onto its word is no word of its own. */
export function words(text) {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

customElements.define("text-counter", TextCounter);
