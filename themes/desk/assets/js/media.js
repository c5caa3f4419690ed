import { Api, Offline } from "./api.js";

/** As many as an address holds with ease. */
const AT_ONCE = 50;

/**
 * What this page knows of the library: the cards of its files, with their words in one language. A card that is missing
 * is asked for, together with the others that are missing at the same moment; "came" tells that there are new ones.
 */
export class Media extends EventTarget {
  constructor(lang, api = new Api("/desk/media")) {
    super();
    this.lang = lang;
    this.api = api;
    this.known = new Map();
    this.wanted = new Set();
    addEventListener("online", () => this.fetch());
  }

  /** The card of a file: nothing while it is not known yet, null where the library has no such file. */
  card(id) {
    if (!this.known.has(id) && !this.refused) {
      if (this.wanted.size === 0) queueMicrotask(() => this.fetch());
      this.wanted.add(id);
    }
    return this.known.get(id);
  }

  put(...cards) {
    for (const card of cards) {
      this.known.set(card.id, card);
      this.wanted.delete(card.id);
    }
    this.dispatchEvent(new Event("came"));
  }

  /** A page of the library, newest first: { files, before }. */
  async find({ q = "", form = "", before = "" }) {
    const page = await this.api.get(`find?${new URLSearchParams({ q, form, lang: this.lang, before })}`);
    this.put(...page.files);
    return page;
  }

  /** Gives a file its words in this language, wherever it is shown. */
  async word(id, words) {
    const card = await this.api.put(`${id}/words/${this.lang}`, words);
    this.put(card);
    return card;
  }

  async fetch() {
    clearTimeout(this.again);
    const ids = [...this.wanted].slice(0, AT_ONCE);
    if (ids.length === 0) return;
    try {
      const query = new URLSearchParams([...ids.map((id) => ["id", id]), ["lang", this.lang]]);
      const { files } = await this.api.get(`cards?${query}`);
      for (const id of ids) {
        this.known.set(id, null);
        this.wanted.delete(id);
      }
      this.put(...files);
      await this.fetch();
    } catch (failed) {
      if (failed instanceof Offline || failed.status >= 500) this.again = setTimeout(() => this.fetch(), 15_000);
      // Otherwise one may not look into the library, and asking again would change nothing.
      else this.refused = true;
    }
  }
}
