import { Offline } from "./api.js";
import { settled } from "./page.js";
import { drop, keep } from "./store.js";
import { clock, say } from "./words.js";

/**
 * Keeps what is typed: at once in this browser, and after a pause on the server as a draft, which is neither public nor
 * a revision. What could not be sent is sent when the server is back.
 */
export class Autosave {
  constructor(sheet, api, state) {
    this.sheet = sheet;
    this.api = api;
    this.state = state;
    this.key = `${sheet.person}/${sheet.id}`;
    this.keptHere = true;
    this.draft = sheet.kept;
    this.here = settled(250, 1_000, () => this.keepHere());
    this.there = settled(2_000, 10_000, () => this.send());
    sheet.addEventListener("typed", () => this.typed());
    sheet.addEventListener("saved", () => this.saved());
    addEventListener("online", () => this.send());
    addEventListener("offline", () => this.show("offline"));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.here.now());
    addEventListener("beforeunload", (event) => {
      // Only what is kept nowhere yet is worth holding somebody back for.
      if (!this.sheet.untouched && !this.keptHere && this.draft !== this.sheet.mark()) event.preventDefault();
    });
  }

  typed() {
    this.keptHere = false;
    this.show("typing");
    this.here();
    this.there();
  }

  async keepHere() {
    const mark = this.sheet.mark();
    try {
      await keep({ key: this.key, from: this.sheet.version, at: new Date().toISOString(), text: JSON.parse(mark) });
      this.keptHere = mark === this.sheet.mark();
    } catch {
      // A private window may keep nothing; the server does, and leaving asks.
      this.keptHere = false;
    }
  }

  async send() {
    clearTimeout(this.again);
    if (this.sheet.untouched || this.sheet.frozen || this.draft === this.sheet.mark()) return;
    if (this.sending) return void this.there();
    this.sending = true;
    const mark = this.sheet.mark();
    this.show("keeping");
    try {
      const { at } = await this.api.post("drafts", { from: this.sheet.version, text: JSON.parse(mark) });
      this.draft = mark;
      if (!this.sheet.untouched) this.show("kept", { at: clock(at ?? Date.now()) });
    } catch (failed) {
      if (failed instanceof Offline || failed.status >= 500) {
        this.show("offline");
        this.again = setTimeout(() => this.send(), 10_000);
      } else {
        this.show("kept-here", { why: failed.message });
      }
    } finally {
      this.sending = false;
    }
  }

  async saved() {
    this.there.drop();
    this.here.drop();
    if (!this.sheet.untouched) return void this.typed();
    this.keptHere = true;
    this.show("saved", { at: clock(Date.now()) });
    await drop(this.key).catch(() => {});
  }

  leave() {
    if (this.sheet.untouched || this.sheet.frozen) return;
    this.keepHere();
    if (this.draft !== this.sheet.mark())
      this.api.last("POST", "drafts", { from: this.sheet.version, text: this.sheet.text() });
  }

  show(state, given = {}) {
    if (this.shown === state && state !== "kept" && state !== "saved") return;
    this.shown = state;
    this.state.dataset.state = state;
    this.state.textContent = say(`state-${state}`, given);
    // Each pause in typing is no news; that something is saved, or can't be sent, is.
    if (/saved|offline|kept-here|clash/.test(state))
      document.getElementById("heard").textContent = this.state.textContent;
  }
}
