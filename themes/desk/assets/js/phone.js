/**
 * One field, one button. What is sent goes to a shelf in this browser first and from there to the server, in its order and
 * each line under a key of its own: a line whose answer got lost is known by its key when it comes again.
 */
import { signIn } from "./api.js";
import { make, tell } from "./page.js";
import { drop, keep, waiting } from "./shelf.js";
import { Arrivals } from "./upload.js";
import { say } from "./words.js";

const form = document.getElementById("phone");
const { person } = form.dataset;
const list = document.getElementById("kept");
const count = document.getElementById("kept-count");
const picture = document.getElementById("picture");
const AGAIN_AFTER = 5_000;
const PAGE = "minbar-phone";

/** Says what was taken, or that nothing was. */
function look() {
  document.getElementById("seen").textContent = picture.files[0]?.name ?? "";
  document.getElementById("no-picture").hidden = picture.files.length === 0;
}

function forget() {
  if (!picture) return;
  picture.value = "";
  look();
}

if (picture) {
  picture.closest(".camera").hidden = false;
  picture.addEventListener("change", look);
  document.getElementById("no-picture").addEventListener("click", forget);
}

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function show() {
  const lines = await waiting(person);
  list.closest("section").hidden = lines.length === 0;
  count.textContent = say("waiting-some", { count: new Intl.NumberFormat(document.documentElement.lang).format(lines.length) });
  list.replaceChildren(...lines.map(shown));
}

function shown(line) {
  const item = make("li", {}, make("p", { dir: "auto", lang: line.lang, class: "words" }, line.text));
  if (line.picture) item.append(make("p", { class: "about" }, say("with-picture")));
  if (!line.refused) return item;
  item.append(make("p", { class: "refusal" }, line.refused));
  for (const [word, act] of [
    ["again", () => keep({ ...line, refused: "" }).then(show).then(send)],
    ["drop", () => drop(line).then(show)],
  ]) {
    const button = make("button", { type: "button", class: "second" }, say(word));
    button.addEventListener("click", act);
    item.append(button);
  }
  return item;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { text, lang, ticker } = form.elements;
  if (text.value.trim() === "") return;
  const line = { person, key: key(), ticker: ticker.value, lang: lang.value, text: text.value, refused: "" };
  try {
    await keep({ ...line, picture: picture?.files[0] ?? null, file: null });
  } catch {
    // A private window has no shelf: better said than lost.
    tell(say("not-kept"), "bad");
    return;
  }
  text.value = "";
  forget();
  localStorage.setItem("minbar-console-lang", lang.value);
  text.focus();
  await show();
  send();
});

/** It did not go this time; it may later. */
class Later extends Error {}

/** It is not taken as it is; message is a sentence for the person. */
class Refused extends Error {}

let timer = 0;
/** Whether it was said already that nothing goes out now. */
let silent = false;

/** Sends what waits, one line after the other; of several windows one does it. */
function send() {
  clearTimeout(timer);
  return navigator.locks
    ? navigator.locks.request("minbar-phone", { ifAvailable: true }, (lock) => lock && sendAll())
    : alone();
}

let sending = null;

function alone() {
  sending ??= sendAll().finally(() => (sending = null));
  return sending;
}

async function sendAll() {
  try {
    for (let line = await next(); line; line = await next()) await deliver(line);
  } catch (failed) {
    if (!(failed instanceof Later)) throw failed;
    if (!silent) tell(failed.message || say("offline"));
    silent = true;
    timer = setTimeout(send, AGAIN_AFTER);
  }
}

async function next() {
  return (await waiting(person)).find((line) => !line.refused);
}

async function deliver(line) {
  try {
    if (line.picture && !line.file) {
      line.file = await upload(line);
      await keep(line);
    }
    const told = await dispatch(line);
    await drop(line);
    await show();
    silent = false;
    tell(say(told));
    await renew();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    await keep({ ...line, refused: refused.message });
    await show();
  }
}

/** The number of the picture in the library. An upload waits by itself for a connection that is gone. */
function upload({ picture: file, lang }) {
  const one = new Arrivals({ lang, signIn }).add(file);
  return new Promise((done, failed) => {
    one.addEventListener("changed", () => {
      if (one.state === "ready") done(one.card.id);
      else if (one.state === "lost") tell(say("offline"));
      else if (one.state === "refused") failed(new Refused(one.problem?.title || say("refused")));
      else if (one.state === "unreadable") failed(new Refused(say("picture-lost")));
    });
  });
}

async function dispatch(line) {
  const { lang, text, file } = line;
  let response;
  try {
    response = await fetch(`/desk/live/${line.ticker}/dispatches`, {
      method: "POST",
      body: JSON.stringify({ lang, text, ...(file && { file }) }),
      headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": line.key },
    });
  } catch {
    throw new Later("");
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer.told;
  if (response.status === 401 && (await signIn(answer.title))) return dispatch(line);
  if (response.status === 401 || response.status === 429 || response.status >= 500) throw new Later(answer.title);
  throw new Refused([answer.title, answer.mend].filter(Boolean).join(" ") || say("refused"));
}

/** What waits at the desk. */
async function renew() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" }).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById("queue");
  if (fresh) document.getElementById("queue").replaceChildren(...document.importNode(fresh, true).children);
}

/** Keeps what this page is made of, for when it is opened without a connection. */
async function keepPage() {
  await navigator.serviceWorker.register("/desk/live/worker.js", { scope: location.pathname });
  const parts = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const wanted = parts.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"));
  const addresses = [location.origin + location.pathname, ...wanted.map(String)];
  const shelf = await caches.open(PAGE);
  await shelf.addAll([...new Set(addresses)]);
  const old = (await shelf.keys()).filter(({ url }) => !addresses.includes(url));
  await Promise.all(old.map((request) => shelf.delete(request)));
}

if ("serviceWorker" in navigator) {
  const whole = document.readyState === "complete" ? Promise.resolve() : new Promise((load) => addEventListener("load", load));
  // Without a connection there is nothing new to keep.
  whole.then(keepPage).catch(() => {});
  document.querySelector("form.person")?.addEventListener("submit", () => caches.delete(PAGE));
}

addEventListener("online", send);
const before = localStorage.getItem("minbar-console-lang");
if ([...form.elements.lang.options].some((option) => option.value === before)) form.elements.lang.value = before;
show().then(send);
