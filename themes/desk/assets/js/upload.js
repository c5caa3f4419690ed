/*
 * Brings files into the library over a connection that may break: tus 1.0.0, with creation and termination. Nothing is
 * shown here; who shows an upload listens to its "changed".
 *
 * An arrival that is not whole yet is remembered in this browser by the file's name, size and time, so that choosing the
 * file again after a reload goes on where it stopped.
 */

/** Bytes; the server takes no more at once, and a slice is what a break can cost. */
const SLICE = 2_000_000;
const AT_ONCE = 2;
const LONGEST_PAUSE = 30_000;
/** Milliseconds without a byte after which a connection counts as lost; networks of phones rarely say so. */
const STALLED = 45_000;
/** How often a server that answers may fail in a row before a person is asked; a server out of reach is waited for. */
const TRIES = 6;

/** The server said no, with the problem that it wrote. */
class Refused extends Error {
  constructor(problem, status = 0) {
    super(problem.title ?? "");
    this.problem = problem;
    this.status = status;
  }
}

/** It did not work this time; status 0 where the server was not reached. */
class Interrupted extends Error {
  constructor(status, pause = 0) {
    super(String(status));
    this.status = status;
    this.pause = pause;
  }
}

/** The files under way: the others wait while two are being sent. */
export class Arrivals {
  /**
   * @param address where arrivals are begun
   * @param lang the language in which the words of the file are wanted
   * @param signIn asked where the session has ended; answers whether the person is back
   */
  constructor({ address = "/desk/media/arrivals", lang = "", signIn = async () => false } = {}) {
    this.address = address;
    this.lang = lang;
    this.signIn = signIn;
    this.uploads = [];
  }

  /** The upload of a file; the one that is under way where it is the same file. */
  add(file) {
    const same = this.uploads.find((upload) => upload.mark === mark(file) && !upload.over);
    if (same) return same;
    const upload = new Upload(file, this);
    this.uploads.push(upload);
    this.next();
    return upload;
  }

  /** Whether leaving the page would break something off. */
  get busy() {
    return this.uploads.some((upload) => !upload.over);
  }

  next() {
    const running = this.uploads.filter((upload) => upload.running).length;
    const waiting = this.uploads.filter((upload) => upload.state === "waiting" && !upload.running);
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - running))) upload.run().finally(() => this.next());
  }
}

/**
 * One file on its way. state: waiting, sending, lost, checking, ready, refused, unreadable, cancelled; progress 0 to 1;
 * then card, or problem ({title, detail}).
 */
export class Upload extends EventTarget {
  constructor(file, arrivals) {
    super();
    this.file = file;
    this.arrivals = arrivals;
    this.mark = mark(file);
    this.place = remembered()[this.mark] ?? null;
    this.running = false;
    this.become("waiting");
  }

  get over() {
    return ["ready", "refused", "unreadable", "cancelled"].includes(this.state);
  }

  become(state, { progress = this.progress ?? 0, card = null, problem = null } = {}) {
    Object.assign(this, { state, progress, card, problem });
    this.dispatchEvent(new Event("changed"));
  }

  cancel() {
    if (this.over) return;
    this.stop?.abort();
    if (this.place) call("DELETE", this.place).catch(() => {});
    this.keep(null);
    this.become("cancelled");
  }

  again() {
    if (!this.over || this.state === "ready") return;
    this.sweeps = 0;
    this.become("waiting", { progress: 0 });
    this.arrivals.next();
  }

  async run() {
    this.running = true;
    this.stop = new AbortController();
    const { signal } = this.stop;
    try {
      const card = await this.persist(signal);
      this.keep(null);
      this.become("ready", { progress: 1, card });
    } catch (failed) {
      if (signal.aborted) return;
      if (!(failed instanceof Refused)) return void this.become("unreadable");
      // What was looked at and refused is not sent on; what waits for a person or a better hour is.
      if (failed.status > 0 && failed.status !== 401) this.keep(null);
      this.become("refused", { problem: failed.problem });
    } finally {
      this.running = false;
    }
  }

  /** Tries until it is done or refused; every byte that arrived begins the count anew. */
  async persist(signal) {
    for (let failures = 0; ;) {
      const before = this.arrived;
      try {
        return await this.attempt(signal);
      } catch (failed) {
        if (!(failed instanceof Interrupted) || signal.aborted) throw failed;
        failures = this.arrived > before ? 1 : failures + 1;
        if (failed.status > 0 && failures > TRIES) throw new Refused(failed.problem ?? {});
        // A file that was moved or unplugged fails like a network; only reading it tells.
        await this.file.slice(0, 1).arrayBuffer();
        this.become("lost");
        await pause(Math.max(failed.pause, Math.min(LONGEST_PAUSE, 500 * 2 ** failures)), signal);
      }
    }
  }

  async attempt(signal) {
    const { file } = this;
    this.arrived = this.place ? await this.resume(signal) : 0;
    if (!this.place) await this.begin(signal);
    while (this.arrived < file.size) {
      this.become("sending", { progress: this.arrived / file.size });
      this.arrived = await this.send(this.arrived, signal);
    }
    this.become("checking", { progress: 1 });
    const address = `${this.place}/file?lang=${encodeURIComponent(this.arrivals.lang)}`;
    const answer = await this.ask("POST", address, { signal, patient: true });
    // It was checked, perhaps, and the answer never came here: sent once more, the file is known.
    if (isGone(answer)) throw this.forgotten();
    const card = answer.json();
    if (!card.id) throw new Interrupted(502);
    return card;
  }

  async begin(signal) {
    const headers = {
      "Upload-Length": String(this.file.size),
      "Upload-Metadata": `filename ${base64(this.file.name)}`,
    };
    const answer = await this.ask("POST", this.arrivals.address, { headers, signal });
    if (isGone(answer)) throw new Refused(answer.json());
    // Only the path counts: in front of the server there may be another that speaks https for it.
    this.keep(new URL(answer.header("Location"), location.href).pathname);
  }

  /** How much has arrived; the place is empty afterwards where the server no longer knows the arrival. */
  async resume(signal) {
    const answer = await this.ask("HEAD", this.place, { signal });
    const offset = Number(answer.header("Upload-Offset") ?? NaN);
    if (!isGone(answer) && Number.isSafeInteger(offset) && offset <= this.file.size) return offset;
    this.keep(null);
    return 0;
  }

  /** Sends one slice and answers how much has arrived. */
  async send(offset, signal) {
    const body = this.file.slice(offset, offset + SLICE);
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
    const progress = (sent) => this.become("sending", { progress: Math.min(1, (offset + sent) / this.file.size) });
    const answer = await this.ask("PATCH", this.place, { headers, body, signal, progress });
    if (isGone(answer)) throw this.forgotten();
    const arrived = Number(answer.header("Upload-Offset") ?? NaN);
    if (!(arrived > offset)) throw new Interrupted(502);
    return arrived;
  }

  /** The server swept the arrival away: it begins again, but not for ever. */
  forgotten() {
    this.keep(null);
    this.sweeps = (this.sweeps ?? 0) + 1;
    return this.sweeps > 2 ? new Refused({}) : new Interrupted(404);
  }

  keep(place) {
    this.place = place;
    remember(this.mark, place);
  }

  async ask(method, address, how) {
    const answer = await call(method, address, how);
    const { status } = answer;
    if ((status >= 200 && status < 300) || isGone(answer)) return answer;
    if (status === 401 && (await this.arrivals.signIn(answer.json().title))) throw new Interrupted(0);
    // 409 and 423: another slice of this file is still being written; the next HEAD says where it ended.
    if (status === 0 || status === 409 || status === 423 || status === 429 || status >= 500) {
      const failed = new Interrupted(status, Number(answer.header("Retry-After") ?? 0) * 1_000 || 0);
      failed.problem = answer.json();
      throw failed;
    }
    throw new Refused(answer.json(), status);
  }
}

function isGone({ status }) {
  return status === 404 || status === 410;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has left. */
function call(method, address, { headers = {}, body = null, signal, progress, patient } = {}) {
  return new Promise((answer, fail) => {
    if (signal?.aborted) return fail(signal.reason);
    const request = new XMLHttpRequest();
    let silence = 0;
    const heard = () => {
      clearTimeout(silence);
      // A long film may be looked at for minutes.
      if (!patient) silence = setTimeout(() => request.abort(), STALLED);
    };
    const done = () => {
      clearTimeout(silence);
      if (signal?.aborted) fail(signal.reason);
      else answer(answered(request));
    };
    request.open(method, address);
    request.setRequestHeader("Tus-Resumable", "1.0.0");
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      heard();
      progress?.(event.loaded);
    };
    request.onloadend = done;
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    heard();
    return request.send(body);
  });
}

function answered(request) {
  const json = () => {
    try {
      return JSON.parse(request.responseText) ?? {};
    } catch {
      // A server in front may answer in its own words.
      return {};
    }
  };
  return { status: request.status, header: (name) => request.getResponseHeader(name), json };
}

function pause(milliseconds, signal) {
  return new Promise((go) => {
    const on = () => {
      clearTimeout(timer);
      removeEventListener("online", on);
      go();
    };
    const timer = setTimeout(on, milliseconds);
    addEventListener("online", on);
    signal.addEventListener("abort", on, { once: true });
  });
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function mark({ name, size, lastModified }) {
  return `${name}/${size}/${lastModified}`;
}

const SHELF = "desk:arrivals";

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(SHELF)) ?? {};
  } catch {
    return {};
  }
}

function remember(mark, place) {
  const { [mark]: _, ...others } = remembered();
  const kept = Object.entries(place ? { ...others, [mark]: place } : others).slice(-50);
  try {
    localStorage.setItem(SHELF, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A private window forgets; then a reload begins the file again.
  }
}
