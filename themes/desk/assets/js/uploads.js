import { signIn } from "./api.js";
import { make } from "./page.js";
import { Arrivals } from "./upload.js";
import { percent, say } from "./words.js";

/**
 * What one sees of files that come in: a row each, with its name, how far it is in figures and words, and a button that
 * stops it or tries again. The library's <form class="upload"> works without this as a plain form.
 */

/** The arrivals of this page; leaving while one is under way asks first. */
export function arrivals(lang) {
  const all = new Arrivals({ lang, signIn });
  addEventListener("beforeunload", (event) => all.busy && event.preventDefault());
  return all;
}

/** The row of an upload. `dismiss` is called by the button that a row has when nothing else can be done. */
export function row(upload, { tag = "li", dismiss } = {}) {
  const name = make("bdi", { class: "file-name" }, upload.file.name);
  const bar = make("progress", { max: "1", "aria-label": upload.file.name });
  const state = make("span", { class: "arrival-state" });
  const why = make("p", { class: "arrival-why", dir: "auto" });
  const cancel = make("button", { type: "button", class: "quiet small" }, say("upload-cancel"));
  const again = make("button", { type: "button", class: "quiet small" }, say("upload-again"));
  const close = make("button", { type: "button", class: "quiet small" }, say("upload-dismiss"));
  const { lang, dir } = document.documentElement;
  const element = make(tag, { class: "arrival", lang, dir }, name, state, bar, why, cancel, again, close);
  cancel.addEventListener("click", () => upload.cancel());
  again.addEventListener("click", () => upload.again());
  close.addEventListener("click", () => (dismiss ? dismiss() : element.remove()));
  const show = () => {
    const over = ["refused", "unreadable", "cancelled"].includes(upload.state);
    const held = document.activeElement;
    element.dataset.state = upload.state;
    bar.value = upload.progress;
    bar.hidden = upload.over;
    state.textContent = told(upload);
    why.textContent = reason(upload);
    why.hidden = why.textContent === "";
    cancel.hidden = upload.over;
    again.hidden = close.hidden = !over;
    // A button that goes away under the hand hands the focus on.
    if (held.hidden && element.contains(held)) (over ? again : cancel).focus();
    if (upload.card) name.replaceChildren(make("a", { href: upload.card.url }, upload.card.name || upload.file.name));
  };
  upload.addEventListener("changed", show);
  show();
  return element;
}

function told({ state, progress, card }) {
  if (state === "sending") return say("upload-sending", { percent: percent(Math.floor(progress * 100) / 100) });
  return say(`upload-${card?.known ? "known" : state}`);
}

function reason({ state, problem }) {
  if (state !== "refused") return "";
  return [problem?.title || say("upload-server"), problem?.detail].filter(Boolean).join(" ");
}

/** Says in a place that screen readers listen to what became of an upload; its hundreds of steps are not news. */
export function announce(upload, place) {
  let last = upload.state;
  upload.addEventListener("changed", () => {
    if (upload.state === last) return;
    last = upload.state;
    if (last === "sending" || last === "checking") return;
    const words = [upload.file.name, told(upload), reason(upload)].filter(Boolean).join(" – ");
    place.append(make("p", {}, words));
    while (place.childElementCount > 20) place.firstElementChild.remove();
  });
}

/**
 * A box that takes files: dropped onto it, or chosen by its button, which stands for its input[type=file]. It shows them
 * in its ol.arrivals.
 *
 * @param ready called with the upload when its file is in the library
 */
export function receiving(box, all, { ready } = {}) {
  const input = box.querySelector("input[type='file']");
  const pick = box.querySelector("[data-do='pick']");
  const list = box.querySelector("ol.arrivals");
  const heard = make("div", { class: "unseen", role: "log" });
  box.append(heard);
  const take = (files) => {
    const fresh = files.map((file) => all.add(file)).filter((upload) => !upload.shown?.isConnected);
    for (const upload of fresh) {
      upload.shown = row(upload);
      announce(upload, heard);
      upload.addEventListener("changed", () => upload.state === "ready" && ready?.(upload));
    }
    list.prepend(...fresh.map(({ shown }) => shown));
  };
  // The browser's own field speaks the browser's language.
  pick.hidden = false;
  input.hidden = true;
  pick.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    take([...input.files]);
    // The same file may be chosen again, and a page that is left sends nothing twice.
    input.value = "";
  });
  dropping(box, take);
}

/** Files that are dropped onto a place; one that is dropped beside it does not open in the page's stead. */
export function dropping(place, take) {
  let depth = 0;
  const over = (on) => place.classList.toggle("over", on);
  place.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth++;
    over(true);
  });
  place.addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    over(depth > 0);
  });
  place.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  place.addEventListener("drop", (event) => {
    depth = 0;
    over(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  });
  guard();
}

export function carriesFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

let guarded = false;

function guard() {
  if (guarded) return;
  guarded = true;
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => carriesFiles(event) && event.preventDefault());
  }
}

for (const form of document.querySelectorAll("form.upload")) {
  const all = arrivals(form.dataset.lang);
  receiving(form, all);
  form.querySelector("button[type='submit']").hidden = true;
  form.classList.add("scripted");
}
