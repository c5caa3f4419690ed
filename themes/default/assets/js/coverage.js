const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Coverage on its own page: new lines come in at the top, and wait while somebody reads further down. */
export class Coverage {
  /** @param tools of live.js: {Line, parsed, below} */
  constructor(root, tools) {
    Object.assign(this, tools);
    this.root = root;
    this.days = root.querySelector(".days");
    this.top = root.querySelector(".live-head");
    this.news = root.querySelector(".live-news");
    this.controls = root.querySelector(".live-controls");
    this.waiting = [];
    this.title = document.title;
    this.button = this.controls.querySelector(".live-new");
    this.button.addEventListener("click", () => this.show(true));
    const pause = this.controls.querySelector(".live-pause");
    pause.addEventListener("click", () => {
      const now = pause.getAttribute("aria-pressed") !== "true";
      pause.setAttribute("aria-pressed", String(now));
      this.wire.pause(now);
    });
    this.controls.hidden = false;
    addEventListener("scroll", () => this.show(false), { passive: true });
    this.wire = new this.Line(root, this);
  }

  get lines() {
    return [...this.days.querySelectorAll(".flash")];
  }

  known(number) {
    return this.days.querySelector(`#e-${number}`);
  }

  line(told) {
    const known = this.known(told.number);
    if (known) {
      known.replaceWith(this.parsed(told.html).querySelector(".flash"));
      return;
    }
    this.waiting = this.waiting.filter(other => other.number !== told.number);
    this.waiting.push(told);
    this.show(false);
  }

  gone({ number }) {
    this.waiting = this.waiting.filter(told => told.number !== number);
    const day = this.known(number)?.closest(".day");
    this.known(number)?.remove();
    if (day && !day.querySelector(".flash")) day.remove();
    this.count();
  }

  head({ html, ended }) {
    this.top.replaceChildren(this.parsed(html));
    if (!ended) return;
    this.controls.hidden = true;
    this.wire.end();
  }

  /** The newest lines as a whole, where listening can't be had. */
  all(fresh) {
    const told = [...fresh.querySelectorAll(".flash")];
    const there = new Set(told.map(flash => flash.id));
    const last = told.at(-1);
    const allTold = fresh.querySelector("[data-pages]")?.dataset.pages === "1";
    for (const flash of this.lines) {
      // What stands below the last of many may be on an older page by now.
      const within = allTold || (last && Number(flash.dataset.place) >= Number(last.dataset.place));
      if (within && !there.has(flash.id)) this.gone({ number: flash.id.slice(2) });
    }
    for (const flash of told.reverse()) {
      const known = this.days.querySelector(`#${flash.id}`);
      if (known?.isEqualNode(flash)) continue;
      const day = flash.closest(".day").cloneNode(true);
      day.querySelectorAll(".flash").forEach(other => other.id !== flash.id && other.remove());
      this.line({
        number: Number(flash.id.slice(2)),
        place: Number(flash.dataset.place),
        day: day.dataset.day,
        html: day.outerHTML,
      });
    }
    const head = fresh.querySelector(".live-head");
    if (head) this.top.replaceChildren(...head.childNodes);
  }

  /** Whether the beginning of the lines is in sight, so that nothing moves under somebody's eyes. */
  get atTop() {
    return this.days.getBoundingClientRect().top > -40;
  }

  show(asked) {
    if (this.waiting.length && (asked || this.atTop)) {
      const told = this.waiting.splice(0);
      const inserted = told.map(each => this.insert(each)).filter(Boolean);
      this.announce(inserted);
      if (asked) {
        this.days.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth" });
        this.days.querySelector(".flash .time")?.focus({ preventScroll: true });
      }
    }
    this.count();
  }

  insert(told) {
    const day = this.parsed(told.html).querySelector(".day");
    const flash = day.querySelector(".flash");
    const next = this.below(this.lines, told.place);
    if (!next && Number(this.root.dataset.pages) > 1) return undefined;
    flash.classList.add("fresh");
    this.root.querySelector(".nothing")?.remove();
    const days = [...this.days.querySelectorAll(".day")];
    const same = days.find(other => other.dataset.day === told.day);
    if (next && next.closest(".day") === same) {
      next.before(flash);
    } else if (same) {
      same.querySelector(".flashes").append(flash);
    } else if (next) {
      next.closest(".day").before(day);
    } else {
      this.days.append(day);
    }
    return flash;
  }

  /** Said once for all that came in together. */
  announce(inserted) {
    if (inserted.length === 1) this.news.textContent = inserted[0].querySelector(".line").textContent;
    else if (inserted.length) this.news.textContent = this.counted(inserted.length);
  }

  counted(count) {
    const language = document.documentElement.lang;
    const sentence = this.button.dataset[new Intl.PluralRules(language).select(count)] ?? this.button.dataset.other;
    return sentence.replace(/[0-9\u0660-\u0669]+/, String(count));
  }

  count() {
    const count = this.waiting.length;
    this.button.hidden = count === 0;
    if (count) this.button.textContent = this.counted(count);
    document.title = count ? `(${count}) ${this.title}` : this.title;
  }
}
