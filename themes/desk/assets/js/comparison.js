import { make } from "./page.js";

/** A comparison as the server made it, for the eye: what went is struck through, what came is underlined. */
export function compared({ fields = [], blocks = [] }, { lang, dir }) {
  const box = make("div", { class: "comparison", lang, dir });
  for (const { label, name, pieces } of fields) {
    if (pieces.every(([op]) => op === "=")) continue;
    box.append(make("h4", { lang: document.documentElement.lang, dir: document.documentElement.dir }, label ?? name));
    box.append(make("p", {}, ...pieces.map(piece)));
  }
  let skipped = false;
  for (const { change, dir: way, pieces } of blocks) {
    if (change === "same") {
      if (!skipped) box.append(make("p", { class: "skipped", "aria-hidden": "true" }, "⋯"));
      skipped = true;
      continue;
    }
    skipped = false;
    box.append(make("p", { class: change, dir: way ?? "auto" }, ...pieces.map(piece)));
  }
  return box;
}

export function piece([op, text]) {
  if (op === "-") return make("del", {}, make("bdi", {}, text));
  if (op === "+") return make("ins", {}, make("bdi", {}, text));
  return document.createTextNode(text);
}
