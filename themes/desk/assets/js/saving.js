import { Offline } from "./api.js";
import { settle } from "./clash.js";
import { tell } from "./page.js";
import { say } from "./words.js";

/** Saves: Ctrl+S and the button. What others changed meanwhile comes back merged; a clash is put to the person. */
export class Saving {
  constructor(sheet, api, autosave, media) {
    this.sheet = sheet;
    this.api = api;
    this.autosave = autosave;
    this.media = media;
    sheet.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
  }

  /** Answers whether what is on the table is saved. One save at a time; a second waits for the first. */
  save() {
    this.running = (this.running ?? Promise.resolve()).catch(() => {}).then(() => this.attempt());
    return this.running;
  }

  async attempt() {
    if (this.sheet.frozen) return false;
    const mark = this.sheet.mark();
    if (mark === this.sheet.kept) {
      tell(say("nothing-to-save"));
      return true;
    }
    const minor = this.sheet.form.elements.minor?.checked ?? false;
    this.autosave.show("saving");
    tell("");
    try {
      return await this.send({ from: this.sheet.version, text: JSON.parse(mark), minor }, mark);
    } catch (failed) {
      this.failed(failed);
      return false;
    }
  }

  async send(save, mark) {
    let answer;
    try {
      answer = await this.api.put("text", save);
    } catch (refused) {
      if (refused.status !== 409) throw refused;
      return this.clashed(refused.problem, save, mark);
    }
    return this.saved(answer, mark);
  }

  saved({ version, merged, text }, mark) {
    if (this.sheet.mark() === mark) {
      this.sheet.adopt(text);
      this.sheet.saved(version, this.sheet.mark());
    } else if (merged) {
      // More was typed while others' paragraphs came in: the same base again, and the server merges once more.
      return this.attempt();
    } else {
      this.sheet.saved(version, mark);
    }
    if (this.sheet.form.elements.minor) this.sheet.form.elements.minor.checked = false;
    if (merged) tell(say("merged"), "good");
    return true;
  }

  async clashed(clash, save, mark) {
    this.autosave.show("clash");
    const chosen = await settle(clash, this.sheet, this.media);
    if (!chosen) {
      tell(say("clash-open"), "bad");
      return false;
    }
    const saved = await this.send({ ...save, from: clash.version, text: chosen }, mark);
    if (saved && this.sheet.mark() !== mark) tell(say("typed-meanwhile"));
    return saved;
  }

  failed(failed) {
    this.autosave.shown = "";
    if (failed instanceof Offline) {
      this.autosave.show("offline");
      tell(say("not-saved-offline"), "bad");
      return;
    }
    this.autosave.show("kept-here");
    tell(failed.problem?.detail ? `${failed.message} ${failed.problem.detail}` : failed.message, "bad");
    const field = this.sheet.form.elements[failed.problem?.field];
    if (field?.focus && !field.hidden) field.focus();
  }
}
