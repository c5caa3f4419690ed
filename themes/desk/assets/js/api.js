import { ask } from "./page.js";
import { say } from "./words.js";

/** The server could not be reached. */
export class Offline extends Error {}

/** The server said no: status, and the problem it wrote (title is a sentence for the person). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title || say("refused"));
    this.status = status;
    this.problem = problem;
  }
}

/** What the server of one edition answers; an ended session is mended on the way, over the untouched text. */
export class Api {
  constructor(address) {
    this.address = address;
    this.declined = false;
  }

  get(path) {
    return this.call("GET", path);
  }

  post(path, body) {
    return this.call("POST", path, body);
  }

  put(path, body) {
    return this.call("PUT", path, body);
  }

  /** Sent on leaving; nobody waits for the answer. */
  last(method, path, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    // Browsers carry at most 64 KiB past the end of a page; a longer text is kept in the browser anyway.
    if (text && new Blob([text]).size > 60_000) return;
    fetch(`${this.address}/${path}`, { method, body: text, headers: headers(text), keepalive: true }).catch(() => {});
  }

  async call(method, path, body) {
    const response = await send(method, `${this.address}/${path}`, body);
    if (response.ok) return response.status === 204 ? null : response.json();
    const problem = await response.json().catch(() => ({}));
    // Somebody who did not want to sign in just now is asked again on saving, not at every pause in typing.
    if (response.status === 401 && (method === "PUT" || !this.declined)) {
      this.declined = !(await signIn(problem.title));
      if (!this.declined) return this.call(method, path, body);
    }
    throw new Refused(response.status, problem);
  }
}

async function send(method, address, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await fetch(address, { method, body: text, headers: headers(text), cache: "no-store" });
  } catch (unreachable) {
    throw new Offline(unreachable.message);
  }
}

function headers(text) {
  return { Accept: "application/json, application/problem+json", ...(text && { "Content-Type": "application/json" }) };
}

let signingIn = null;

/** One dialog, however many calls found the session ended. Answers whether the person is back. */
export function signIn(sentence) {
  signingIn ??= signInOnce(sentence).finally(() => (signingIn = null));
  return signingIn;
}

async function signInOnce(sentence) {
  const dialog = document.getElementById("sign-in");
  if (!dialog) return false;
  const form = dialog.querySelector("form");
  const refusal = dialog.querySelector(".refusal");
  refusal.textContent = sentence ?? "";
  refusal.hidden = !sentence;
  let back = false;
  form.onsubmit = async (event) => {
    if (event.submitter?.value === "cancel") return;
    event.preventDefault();
    const { email, password, code } = Object.fromEntries(new FormData(form));
    try {
      const answer = await send("POST", "/desk/session", { email, password, ...(code && { code }) });
      if (answer.ok) {
        back = true;
        form.elements.password.value = "";
        dialog.close("done");
        return;
      }
      refusal.textContent = (await answer.json().catch(() => ({}))).title || say("sign-in-failed");
    } catch {
      refusal.textContent = say("unreachable");
    }
    refusal.hidden = false;
    form.elements.password.select();
  };
  await ask(dialog, { on: () => form.elements.password.focus() });
  return back;
}
