import { Offline } from "./api.js";
import { tell } from "./page.js";
import { clock, say } from "./words.js";

const BEAT = 20_000;

/** Somebody who has not touched the page for so long is not writing; the lease may run out. */
const IDLE = 5 * 60_000;

/**
 * Says to the server that somebody is writing here, every twenty seconds. While somebody else is, the page can be read
 * and not written in, until they leave, their browser dies, or one takes over; then what they had not saved is kept.
 */
export class Lock {
  constructor(sheet, api, autosave) {
    this.sheet = sheet;
    this.api = api;
    this.autosave = autosave;
    this.banner = document.getElementById("lock");
    this.banner.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.beat({ takeover: true });
    });
    addEventListener("pagehide", () => this.mine && api.last("DELETE", "lock"));
    addEventListener("pageshow", (event) => event.persisted && this.beat());
    document.addEventListener("visibilitychange", () => document.hidden || this.idle || this.beat());
    this.touched = Date.now();
    for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, () => this.touch(), { passive: true });
    setInterval(() => (this.sheet.frozen || !this.idle) && this.beat(), BEAT);
  }

  get idle() {
    return Date.now() - this.touched > IDLE;
  }

  touch() {
    const back = this.idle;
    this.touched = Date.now();
    if (back) this.beat();
  }

  async beat(body = {}) {
    try {
      await this.api.post("lock", body);
      this.held(body.takeover);
    } catch (refused) {
      // Out of reach the lease runs out by itself; saving carries the version, so nothing depends on it.
      if (refused instanceof Offline || refused.status !== 423) return;
      this.lost(refused.problem);
    }
  }

  held(takenOver) {
    const waited = this.mine === false;
    this.mine = true;
    this.banner.hidden = true;
    if (!waited && !takenOver) return;
    if (this.sheet.untouched) {
      // They may have saved since this page was opened: begin from what they left.
      location.reload();
      return;
    }
    this.sheet.freeze(false);
    tell(say(takenOver ? "taken-over" : "free-again"), "good");
  }

  lost({ holder, since }) {
    const hadIt = this.mine === true;
    if (hadIt) this.autosave.send();
    this.mine = false;
    this.sheet.freeze(true);
    const sentence = hadIt ? "lost-to" : "held-by";
    this.banner.querySelector(".sentence").textContent = say(sentence, {
      name: holder,
      since: since ? clock(since) : "",
    });
    this.banner.hidden = false;
  }
}
