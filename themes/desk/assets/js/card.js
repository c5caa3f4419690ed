import { make } from "./page.js";
import { list, say, weight } from "./words.js";

/** The screen's own language, for words of ours that stand within a text in another. */
export function ours() {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}

/** A small square of a picture, or the sign of what else it is. The name stands beside it, so it says nothing itself. */
export function thumb(card) {
  return card.form === "picture" && card.thumb
    ? make("img", { class: "thumb", src: card.thumb, alt: "", loading: "lazy", draggable: "false" })
    : make("span", { class: `thumb sign sign-${card.form}`, "aria-hidden": "true" });
}

/** What kind of file, and how large. */
export function facts({ form, width, height, bytes }) {
  const sides = width > 0 && height > 0;
  const size = make("bdi", sides ? { dir: "ltr" } : {}, sides ? `${width} × ${height}` : weight(bytes));
  return make("small", { class: "facts-of-file", ...ours() }, `${say(`form-${form}`)} · `, size);
}

/** A file in one line, which runs as what is around it does: sign, name and facts. */
export function line(card) {
  const named = make("div", { class: "file-named" }, make("bdi", { class: "file-name" }, card.name), facts(card));
  return make("div", { class: "file-line" }, thumb(card), named);
}

/** Where a file was that the library no longer has. */
export function gone(id) {
  return make("p", { class: "file-line lacking", ...ours() }, say("figure-gone", { number: id }));
}

/** “Still missing: alternative text, credit”, or nothing. */
export function lacking(missing) {
  if (missing.length === 0) return null;
  const names = list(missing.map((name) => say(`missing-${name}`)));
  return make("span", { class: "lacking" }, say("missing", { names }));
}

/**
 * Figures of a text that only stands there to be read: each shows its file in one line. The captions that belong to the
 * text stay as they are.
 */
export function dress(root, media) {
  const figures = [...root.querySelectorAll("figure.file[data-file]")];
  const show = () => {
    for (const figure of figures) {
      const card = media.card(Number(figure.dataset.file));
      if (card === undefined || figure.querySelector(".file-line")) continue;
      figure.prepend(card ? line(card) : gone(figure.dataset.file));
    }
  };
  if (figures.length === 0) return;
  media.addEventListener("came", show);
  show();
}
