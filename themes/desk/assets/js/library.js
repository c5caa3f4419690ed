import { Offline } from "./api.js";
import { facts, lacking, thumb } from "./card.js";
import { ask, make, settled } from "./page.js";
import { receiving } from "./uploads.js";
import { number, say } from "./words.js";

/**
 * The library in a dialog: search, a grid to choose from, and a place to bring in what is not there yet. The grid is one
 * stop of the Tab key; the arrows go through it as it lies on the screen, Space chooses, Enter takes (ARIA Authoring
 * Practices, Listbox).
 */
export class Library {
  constructor(media, arrivals) {
    this.media = media;
    this.dialog = document.getElementById("library");
    this.form = this.dialog.querySelector("form");
    this.grid = this.dialog.querySelector("[role='listbox']");
    this.said = this.dialog.querySelector(".library-said");
    this.more = this.dialog.querySelector("[data-do='more']");
    this.take = this.dialog.querySelector("[value='done']");
    this.chosen = new Map();
    this.fields();
    this.grid.addEventListener("click", (event) => this.click(event));
    this.grid.addEventListener("dblclick", (event) => this.optionOf(event) && this.finish(this.optionOf(event)));
    this.grid.addEventListener("keydown", (event) => this.press(event));
    this.more.addEventListener("click", () => this.look({ more: true }));
    receiving(this.dialog, arrivals, { ready: ({ card }) => this.arrived(card) });
  }

  fields() {
    const { q, kind } = this.form.elements;
    const soon = settled(250, 1_000, () => this.look());
    q.addEventListener("input", soon);
    q.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      soon.drop();
      this.look().then(() => this.options()[0]?.focus());
    });
    kind.addEventListener("change", () => this.look());
  }

  /**
   * Lets a person choose; answers with the cards in the order in which they were chosen, or none.
   *
   * @param only a kind of file, where nothing else fits
   */
  async choose({ many = true, only = "" } = {}) {
    this.many = many;
    this.only = only;
    this.chosen.clear();
    this.grid.setAttribute("aria-multiselectable", String(many));
    this.form.elements.q.value = "";
    this.form.elements.kind.value = only;
    this.form.elements.kind.disabled = only !== "";
    this.count();
    this.look();
    const answer = await ask(this.dialog, { on: () => this.form.elements.q.focus() });
    return answer === "done" ? [...this.chosen.values()] : [];
  }

  async look({ more = false } = {}) {
    const asked = (this.asked = {});
    const { q, kind } = this.form.elements;
    if (!more) this.say(say("library-looking"));
    try {
      const { files, before } = await this.media.find({
        q: q.value.trim(),
        form: kind.value,
        before: more ? this.before : "",
      });
      // What was asked last is shown, in whatever order the answers come.
      if (this.asked !== asked) return;
      this.before = before;
      if (!more) this.grid.replaceChildren();
      const fresh = files.filter(({ id }) => !this.option(id)).map((card) => this.card(card));
      this.grid.append(...fresh);
      this.more.hidden = !before;
      this.say(this.grid.childElementCount === 0 ? say("library-nothing") : "");
      this.stop(more && fresh[0] ? fresh[0] : this.options()[0]);
      if (more) fresh[0]?.focus();
    } catch (failed) {
      if (this.asked === asked) this.say(failed instanceof Offline ? say("unreachable") : failed.message);
    }
  }

  say(sentence) {
    this.said.textContent = sentence;
  }

  /** What was just brought in stands first, and is chosen: that is why it was brought in. */
  arrived(card) {
    this.media.put(card);
    if (!this.dialog.open || (this.only && card.form !== this.only)) return;
    this.option(card.id)?.remove();
    this.grid.prepend(this.card(card));
    this.say("");
    this.pick(this.option(card.id), true);
    this.stop(this.option(card.id));
  }

  card(card) {
    const option = make(
      "li",
      { role: "option", class: "media-card", "data-id": String(card.id), tabindex: "-1", title: card.name },
      thumb(card),
      make("bdi", { class: "file-name" }, card.name),
      facts(card),
    );
    const shown = card.alt || card.caption;
    if (shown) option.append(make("span", { class: "file-alt", lang: this.media.lang, dir: "auto" }, shown));
    const lack = lacking(card.missing);
    if (lack) option.append(lack);
    option.card = card;
    option.setAttribute("aria-selected", String(this.chosen.has(card.id)));
    return option;
  }

  options() {
    return [...this.grid.children];
  }

  option(id) {
    return this.grid.querySelector(`[data-id="${id}"]`);
  }

  optionOf(event) {
    return event.target.closest("[role='option']");
  }

  click(event) {
    const option = this.optionOf(event);
    if (!option) return;
    this.stop(option);
    option.focus();
    this.pick(option, !this.many || !this.chosen.has(option.card.id));
  }

  pick(option, on) {
    const { card } = option;
    if (on && !this.many) this.chosen.clear();
    if (on) this.chosen.set(card.id, card);
    else this.chosen.delete(card.id);
    for (const each of this.options()) each.setAttribute("aria-selected", String(this.chosen.has(each.card.id)));
    this.count();
  }

  count() {
    const count = this.chosen.size;
    this.take.disabled = count === 0;
    this.take.textContent = count > 1 ? say("library-take-many", { count: number(count) }) : say("library-take");
  }

  /** Takes what is chosen; where nothing is, what is under the hand. */
  finish(option) {
    if (this.chosen.size === 0 || !this.many) this.pick(option, true);
    this.dialog.close("done");
  }

  stop(stop) {
    for (const each of this.options()) each.tabIndex = each === stop ? 0 : -1;
  }

  press(event) {
    const options = this.options();
    const at = options.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (event.key === "Enter") this.finish(options[at]);
      else this.pick(options[at], !this.chosen.has(options[at].card.id));
      return;
    }
    const on = getComputedStyle(this.grid).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = on === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const top = options[0].offsetTop;
    const second = options.findIndex((each) => each.offsetTop > top);
    const across = second > 0 ? second : options.length;
    const next = {
      [on]: at + 1,
      [back]: at - 1,
      ArrowDown: at + across,
      ArrowUp: at - across,
      Home: 0,
      End: options.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const option = options[next];
    if (!option) return;
    this.stop(option);
    option.focus();
  }
}
