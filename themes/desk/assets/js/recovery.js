import { compared } from "./comparison.js";
import { read, write } from "./html.js";
import { ask, make, tell } from "./page.js";
import { drop, find } from "./store.js";
import { moment, say } from "./words.js";

/**
 * On opening: is there a text of this person that was never saved, here in the browser or among the drafts on the server?
 * Then both are shown, with their times and what differs, and the person says which one to go on with. Nothing is
 * replaced without that, and the text that is not taken stays among the drafts.
 */
export async function recover(sheet, api, key) {
  const unsaved = await newest(sheet, api, key);
  if (!unsaved) return;
  const before = sheet.text();
  const dialog = document.getElementById("recovery");
  dialog.querySelector(".unsaved-at").textContent = moment(unsaved.at);
  const place = dialog.querySelector(".place-of-comparison");
  place.replaceChildren(make("p", { class: "hint" }, say("comparing")));
  api.post("compare", { left: before, right: unsaved.text }).then(
    (comparison) => place.replaceChildren(compared(comparison, sheet)),
    () => place.replaceChildren(plain(unsaved.text, sheet)),
  );
  const answer = await ask(dialog);
  if (answer === "unsaved") take(sheet, unsaved);
  else if (answer === "saved") await setAside(api, key, unsaved);
  // Dismissed without an answer, both stay where they are, and the next opening asks again.
}

async function newest(sheet, api, key) {
  const [here, there] = await Promise.all([find(key).catch(() => undefined), api.get("drafts/mine").catch(() => null)]);
  const found = [here && { ...here, here: true }, there]
    .filter(Boolean)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const newer = found.find(({ text }) => differs(text, sheet));
  if (here && !newer) await drop(key).catch(() => {});
  return newer && left(key) !== newer.at ? newer : null;
}

function differs(text, sheet) {
  const now = sheet.text();
  const same = (name) => JSON.stringify(text[name] ?? "") === JSON.stringify(now[name] ?? "");
  return Object.keys(now).some((name) =>
    name === "body" ? write(read(text.body ?? "").content) !== now.body : !same(name),
  );
}

/** Saving will start from the version that the text came from, so what others wrote since is merged and not lost. */
function take(sheet, unsaved) {
  sheet.adopt(unsaved.text, { step: true });
  if (unsaved.from) {
    sheet.version = unsaved.from;
    sheet.form.elements.from.value = unsaved.from;
  }
  tell(say("recovered", { at: moment(unsaved.at) }), "good");
}

async function setAside(api, key, unsaved) {
  try {
    if (unsaved.here) await api.post("drafts", { from: unsaved.from, text: unsaved.text });
    if (unsaved.here) await drop(key);
    leave(key, unsaved.at);
    tell(say("set-aside"));
  } catch {
    tell(say("set-aside-here"));
  }
}

function left(key) {
  try {
    return localStorage.getItem(`left:${key}`);
  } catch {
    return null;
  }
}

function leave(key, at) {
  try {
    localStorage.setItem(`left:${key}`, at);
  } catch {
    // Then the next opening asks again.
  }
}

function plain(text, { lang, dir }) {
  const box = make("div", { class: "comparison", lang, dir });
  box.append(make("p", {}, text.headline ?? ""), make("p", {}, text.standfirst ?? ""));
  for (const { textContent } of new DOMParser().parseFromString(text.body ?? "", "text/html").body.children) {
    box.append(make("p", { dir: "auto" }, textContent));
  }
  return box;
}
