import { Offline } from "./api.js";
import { line } from "./card.js";
import { ask } from "./page.js";
import { say } from "./words.js";

/**
 * The words of a file that stands in a text: either for this place alone, or, for the language of this text, for the file
 * itself, wherever it is shown.
 *
 * @param use what this place says now: { alt, credit, decorative }, null where the file's own words hold
 * @returns what this place says afterwards, or nothing where the dialog was dismissed
 */
export async function askWords(media, card, use) {
  const dialog = document.getElementById("figure-words");
  const form = dialog.querySelector("form");
  const refusal = dialog.querySelector(".refusal");
  const { scope, alt, caption, credit, decorative } = form.elements;
  const here = { alt: use.alt ?? "", credit: use.credit ?? "", decorative: use.decorative };
  const own = { alt: card.alt, caption: card.caption, credit: card.credit };

  const show = () => {
    const forFile = scope.value === "file";
    alt.value = forFile ? own.alt : here.alt;
    credit.value = forFile ? own.credit : here.credit;
    caption.value = own.caption;
    // What is left empty here, the file says.
    alt.placeholder = forFile ? "" : card.alt;
    credit.placeholder = forFile ? "" : card.credit;
    decorative.checked = here.decorative;
    for (const part of dialog.querySelectorAll("[data-scope]")) part.hidden = part.dataset.scope !== scope.value;
    silence();
  };
  const note = () => {
    const forFile = scope.value === "file";
    Object.assign(forFile ? own : here, { alt: alt.value, credit: credit.value });
    if (forFile) own.caption = caption.value;
    else here.decorative = decorative.checked;
    silence();
  };
  const silence = () => (alt.disabled = scope.value === "here" && decorative.checked);

  dialog.querySelector(".figure-of").replaceChildren(line(card));
  refusal.hidden = true;
  // A fresh file has no words yet: said once, they serve every story.
  scope.value = card.missing.length > 0 && !use.alt && !use.credit ? "file" : "here";
  form.oninput = (event) => event.target.name !== "scope" && note();
  for (const choice of scope) choice.onchange = show;
  form.onsubmit = async (event) => {
    if (event.submitter?.value !== "done" || scope.value === "here") return;
    event.preventDefault();
    try {
      await media.word(card.id, tidied(own));
      dialog.close("done");
    } catch (failed) {
      refusal.textContent =
        failed instanceof Offline
          ? say("unreachable")
          : [failed.message, failed.problem?.detail].filter(Boolean).join(" ");
      refusal.hidden = false;
    }
  };
  show();
  const answer = await ask(dialog, { on: () => (alt.disabled ? decorative : alt).focus() });
  if (answer !== "done") return null;
  const said = scope.value === "file" ? withoutOld(use, card, own) : here;
  const { alt: text, credit: name } = tidied(said);
  return { alt: text || null, credit: name || null, decorative: Boolean(said.decorative) };
}

/** Who gives the file new words means them to be seen here too. */
function withoutOld(use, card, own) {
  return {
    alt: own.alt === card.alt ? use.alt : null,
    credit: own.credit === card.credit ? use.credit : null,
    decorative: use.decorative && own.alt === card.alt,
  };
}

function tidied(words) {
  const lines = Object.entries(words).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(lines.map(([name, value]) => [name, value.replace(/\s+/g, " ").trim()]));
}
