import { dress } from "./card.js";
import { ask, make } from "./page.js";
import { moment, say } from "./words.js";

/**
 * Two people changed the same words. Each place is put side by side, the common text above, and the person chooses mine,
 * theirs or both; everything else is settled already.
 *
 * @returns the whole text as chosen, or nothing where the dialog was dismissed
 */
export async function settle(clash, sheet, media) {
  const dialog = document.getElementById("clash");
  const places = dialog.querySelector(".places");
  dialog.querySelector(".why").textContent = clash.title ?? "";
  const fields = (clash.fields ?? []).map((field, i) => ({ field, group: `field-${i}` }));
  const blocks = (clash.blocks ?? []).map((piece, i) => ({ piece, group: `block-${i}` }));
  places.replaceChildren(
    ...fields.map(({ field, group }) => fieldPlace(field, group, sheet)),
    ...blocks.filter(({ piece }) => piece.clash).map(({ piece, group }) => blockPlace(piece, group, sheet)),
  );
  dress(places, media);
  const answer = await ask(dialog, { on: () => places.querySelector("input")?.focus() });
  if (answer !== "take") return null;
  const chosen = new FormData(dialog.querySelector("form"));
  return gather(clash, fields, blocks, (group) => chosen.get(group));
}

function gather(clash, fields, blocks, choice) {
  const { base, mine, theirs } = clash.text;
  const text = {};
  for (const name of Object.keys(mine)) {
    text[name] = JSON.stringify(mine[name]) === JSON.stringify(base?.[name]) ? theirs[name] : mine[name];
  }
  for (const { field, group } of fields) {
    if (field.name in text && field.name !== "body")
      text[field.name] = choice(group) === "theirs" ? theirs[field.name] : mine[field.name];
  }
  if (blocks.length > 0)
    text.body = blocks
      .map(({ piece, group }) => kept(piece, choice(group)))
      .filter(Boolean)
      .join("\n");
  return text;
}

function kept(piece, choice) {
  if (!piece.clash) return piece.html;
  return { mine: piece.mine, theirs: piece.theirs, both: `${piece.mine}\n${piece.theirs}` }[choice];
}

function fieldPlace({ name, label, base, mine, theirs, by, at }, group, sheet) {
  const words = (value) => [make("p", {}, shown(value))];
  const own = sheet.form.elements[name]?.labels?.[0] ?? sheet.form.querySelector(`.${name} legend`);
  const known = label ?? own?.textContent ?? name;
  const title = by ? say("clash-place-by", { place: known, name: by, at: at ? moment(at) : "" }) : known;
  return place(title, group, sheet, { base: words(base), mine: words(mine), theirs: words(theirs) }, [
    "mine",
    "theirs",
  ]);
}

function blockPlace({ base, mine, theirs }, group, sheet) {
  return place(say("clash-paragraph"), group, sheet, { base: html(base), mine: html(mine), theirs: html(theirs) }, [
    "mine",
    "theirs",
    "both",
  ]);
}

function place(title, group, sheet, sides, choices) {
  const box = make("fieldset", { class: "place" }, make("legend", {}, title));
  box.append(make("details", {}, make("summary", {}, say("clash-base")), side(sides.base, sheet)));
  const pair = make("div", { class: "pair" });
  for (const choice of choices) {
    const input = make("input", {
      type: "radio",
      name: group,
      value: choice,
      checked: choice === "mine",
      required: true,
    });
    const label = make("label", { class: "choice" }, input, make("span", {}, say(`clash-${choice}`)));
    pair.append(sides[choice] ? make("div", { class: "version" }, label, side(sides[choice], sheet)) : label);
  }
  box.append(pair);
  return box;
}

function side(nodes, sheet) {
  const said =
    nodes.length > 0
      ? nodes
      : [make("p", { class: "nothing", lang: document.documentElement.lang }, say("clash-removed"))];
  return make("div", { class: "text", lang: sheet.lang, dir: sheet.dir }, ...said);
}

/** HTML that the server wrote, as inert nodes of this page. */
export function html(markup) {
  const parsed = new DOMParser().parseFromString(markup ?? "", "text/html");
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

function shown(value) {
  return Array.isArray(value) ? value.map((line) => line.name ?? line).join("، ") : (value ?? "");
}
