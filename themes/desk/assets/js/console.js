/**
 * The live console by keyboard. Every act is one of the page's own forms; here it is sent without leaving the page, and
 * what the page shows afterwards is taken over line by line, so that nobody's half-written words are touched.
 */
import { signIn } from "./api.js";
import { press } from "./keys.js";
import { ask, make, tell } from "./page.js";
import { say } from "./words.js";

const room = document.getElementById("console");
const { address } = room.dataset;
const composer = document.getElementById("composer");
const CHANGES_EVERY = 1_500;

/** The server said no; message is a sentence for the person. */
class Refused extends Error {}

/** Asks once, and once more after signing in again. Answers with the response, or throws Refused. */
async function reach(url, init = {}) {
  let response;
  try {
    response = await fetch(url, { cache: "no-store", ...init });
  } catch {
    throw new Refused(say("unreachable"));
  }
  if (response.ok) return response;
  const html = response.headers.get("Content-Type")?.includes("html");
  const said = html ? refusalOn(await response.text()) : await response.json().catch(() => ({}));
  if (response.status === 401 && (await signIn(said.title))) return reach(url, init);
  throw new Refused(html ? said : said.title || say("refused"));
}

function refusalOn(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.querySelector("main > .refusal")?.textContent || say("refused");
}

async function pageAt(url, init) {
  const response = await reach(url, { headers: { Accept: "text/html" }, ...init });
  return { response, page: new DOMParser().parseFromString(await response.text(), "text/html") };
}

/* What stands on the page becomes what a fresh one shows. */

function renew(page) {
  const fresh = page.getElementById("console");
  if (!fresh) return;
  room.dataset.changes = fresh.dataset.changes;
  for (const id of ["queue", "stream"]) {
    const old = document.getElementById(id);
    const now = page.getElementById(id);
    if (old && now) match(old, now);
  }
}

function match(old, fresh) {
  const left = new Map([...old.children].map((node) => [node.id, node]));
  let place = old.firstElementChild;
  for (const wanted of [...fresh.children]) {
    const known = left.get(wanted.id);
    left.delete(wanted.id);
    const node = known ? upToDate(known, wanted) : document.importNode(wanted, true);
    if (known === place && known) place = node;
    if (node === place) place = place.nextElementSibling;
    else old.insertBefore(node, place);
  }
  for (const gone of left.values()) {
    if (isOpen(gone)) warn(gone, say("gone"));
    else gone.remove();
  }
}

function upToDate(known, wanted) {
  if (known.dataset.changed === wanted.dataset.changed) return known;
  if (isOpen(known)) {
    warn(known, say("moved-on"));
    return known;
  }
  const node = document.importNode(wanted, true);
  const focused = known.contains(document.activeElement);
  known.replaceWith(node);
  if (focused) node.focus({ preventScroll: true });
  return node;
}

function isOpen(line) {
  return line.querySelector(".in-place") !== null;
}

function warn(line, sentence) {
  line.querySelector(".in-place .moved-on")?.remove();
  line.querySelector(".in-place").prepend(make("p", { class: "moved-on", role: "status" }, sentence));
}

async function follow() {
  if (document.hidden) return;
  const response = await fetch(`${address}/changes`, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!response.ok) return;
  const { changes } = await response.json();
  if (String(changes) !== room.dataset.changes) renew((await pageAt(address)).page);
}

let following = false;

async function followOnce() {
  if (following) return;
  following = true;
  try {
    await follow();
  } catch {
    // The next time will do.
  } finally {
    following = false;
  }
}

setInterval(followOnce, CHANGES_EVERY);
document.addEventListener("visibilitychange", followOnce);

/* Sending */

function refuse(form, sentence) {
  const place = form.querySelector(".refusal");
  if (!place) return tell(sentence, "bad");
  place.textContent = sentence;
  place.hidden = sentence === "";
}

/** A line whose answer got lost is sent again under the same key, as long as it says the same. */
let pending = { said: "", key: "" };

function key(said) {
  if (pending.said !== said) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    pending = { said, key: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
  }
  return pending.key;
}

async function compose(form) {
  const said = JSON.stringify(Object.fromEntries(new FormData(form)));
  const response = await reach(form.dataset.dispatches, {
    method: "POST",
    body: said,
    headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": key(said) },
  });
  const { told } = await response.json();
  pending = { said: "", key: "" };
  const { lang, urgency } = form.elements;
  for (const field of form.querySelectorAll("textarea, input")) field.value = "";
  // The next line is most likely in the same language, and not as loud.
  if (urgency) urgency.selectedIndex = 0;
  localStorage.setItem("minbar-console-lang", lang.value);
  form.querySelector("details").open = false;
  form.elements.text.focus();
  tell(say(told));
  renew((await pageAt(address)).page);
}

async function send(form, submitter) {
  const line = form.closest(".live-line");
  const inPlace = form.closest(".in-place");
  const { response, page } = await pageAt(form.action, {
    method: "POST",
    body: new URLSearchParams(new FormData(form, submitter)),
  });
  if (!new URL(response.url).pathname.startsWith("/desk/live")) return location.assign(response.url);
  if ("whole" in form.dataset) return location.assign(response.url);
  if (inPlace) close(line);
  renew(page);
  tell(page.querySelector("main > .notice:not([hidden])")?.textContent ?? "");
}

room.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  if ("sending" in form.dataset) return;
  if (form.dataset.confirm && (await ask(document.getElementById(`confirm-${form.dataset.confirm}`))) !== "yes") return;
  form.dataset.sending = "";
  refuse(form, "");
  try {
    if (form === composer) await compose(form);
    else await send(form, event.submitter);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    refuse(form, refused.message);
  } finally {
    delete form.dataset.sending;
  }
});

/* Editing in place */

async function edit(line, lang) {
  if (!isOpen(line)) {
    const { page } = await pageAt(line.dataset.address);
    const forms = page.querySelector(".line-forms");
    if (!forms || isOpen(line)) return;
    const shut = make("button", { type: "button", class: "second" }, say("close"));
    shut.addEventListener("click", () => close(line));
    line.append(make("div", { class: "in-place" }, document.importNode(forms, true), shut));
  }
  const form = line.querySelector(lang ? `form[data-lang="${lang}"]` : "form.wording");
  form?.elements.text.focus();
  form?.scrollIntoView({ block: "nearest" });
}

function close(line) {
  line.querySelector(".in-place")?.remove();
  line.focus({ preventScroll: true });
}

room.addEventListener("click", (event) => {
  const way = event.target.closest("a.edit, a.translate");
  if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  edit(way.closest(".live-line"), way.dataset.lang).catch((refused) => tell(refused.message, "bad"));
});

/* The keyboard */

function current() {
  return document.activeElement?.closest?.(".live-line");
}

function step(by) {
  const lines = [...room.querySelectorAll(".live-line")];
  const now = lines.indexOf(current());
  const next = now < 0 ? lines[0] : lines[now + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function act(selector) {
  current()?.querySelector(selector)?.requestSubmit();
}

/** Posts what has no form in the stream, as the form on the line's own screen would. */
function remove() {
  const line = current();
  if (!line) return;
  const next = line.nextElementSibling ?? line.previousElementSibling;
  const form =
    line.querySelector("form[data-confirm]") ??
    make("form", { method: "post", action: `${line.dataset.address}/removal`, "data-confirm": "removal", hidden: true });
  if (!form.isConnected) line.append(form);
  form.requestSubmit();
  new MutationObserver((_, watching) => {
    if (line.isConnected) return;
    watching.disconnect();
    (next?.isConnected ? next : room.querySelector(".live-line"))?.focus();
  }).observe(line.parentElement, { childList: true });
}

function translate() {
  const way = current()?.querySelector("a.translate");
  if (way) edit(current(), way.dataset.lang).catch((refused) => tell(refused.message, "bad"));
}

const KEYS = {
  N: () => composer?.elements.text.focus(),
  E: () => current() && edit(current()).catch((refused) => tell(refused.message, "bad")),
  T: translate,
  P: () => act("form[data-act=pin]"),
  K: () => act("form[data-act=key]"),
  L: () => act("form[action$='/publication']"),
  Delete: remove,
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  "Shift+?": () => document.getElementById("shortcuts")?.toggleAttribute("open"),
};

const TYPING = {
  "Mod+Enter": (event) => event.target.form?.requestSubmit(),
  Escape: (event) => {
    const line = event.target.closest(".live-line");
    if (line && isOpen(line)) close(line);
    else event.target.blur();
  },
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!typing && event.key === "Escape" && current() && isOpen(current())) return close(current());
  press(typing ? TYPING : KEYS, event);
});

const before = localStorage.getItem("minbar-console-lang");
if (composer && [...composer.elements.lang.options].some((option) => option.value === before)) {
  if (!composer.elements.text.value) composer.elements.lang.value = before;
}
