/**
 * Lines as they are written: the strip on every page, and the coverage on pages of their own. What is on the page is
 * whole without this. Readers who look elsewhere, pause or lose the connection miss nothing: the page says what it has
 * seen, and gets the rest.
 */
const AGAIN = 30_000;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Listens while the page is in sight and nobody has paused; asks now and then where listening can't be had. */
class Line {
  constructor(root, heard) {
    this.address = root.dataset.stream;
    this.latest = root.dataset.latest;
    this.seen = root.dataset.seen;
    this.heard = heard;
    this.paused = false;
    this.over = false;
    document.addEventListener("visibilitychange", () => this.tune());
    addEventListener("pagehide", () => this.hangUp());
    addEventListener("pageshow", () => this.tune());
    this.tune();
  }

  pause(now) {
    this.paused = now;
    this.tune();
  }

  end() {
    this.over = true;
    this.hangUp();
  }

  tune() {
    const wanted = !this.paused && !this.over && document.visibilityState === "visible";
    if (!wanted) this.hangUp();
    else if (!this.source && !this.timer) this.listen();
  }

  hangUp() {
    this.source?.close();
    this.source = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  listen() {
    if (!("EventSource" in window)) {
      this.askLater();
      return;
    }
    const source = new EventSource(`${this.address}?seen=${this.seen}`);
    this.source = source;
    for (const kind of ["line", "gone", "head"]) {
      source.addEventListener(kind, event => {
        this.seen = event.lastEventId;
        this.heard[kind](JSON.parse(event.data));
      });
    }
    source.addEventListener("stale", () => {
      this.hangUp();
      // Not all at the same moment.
      this.askLater(Math.random() * 2_000);
    });
    source.addEventListener("error", () => {
      // It comes back by itself unless the server has refused it.
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      this.source = undefined;
      this.askLater();
    });
  }

  askLater(after = AGAIN) {
    this.timer = setTimeout(() => this.ask(), after);
  }

  async ask() {
    try {
      // The browser sends the tag that it has, and a page that is the same costs no bytes.
      const answer = this.latest && (await fetch(this.latest, { cache: "no-cache" }));
      if (answer && answer.ok) {
        const fresh = parsed(await answer.text());
        this.seen = fresh.querySelector("[data-seen]")?.dataset.seen ?? this.seen;
        this.heard.all(fresh);
      } else if (answer && answer.status < 500) {
        location.reload();
        return;
      }
    } catch {
      // Not there just now; it is asked again.
    }
    this.timer = undefined;
    if (!this.over && !this.paused && document.visibilityState === "visible") this.listen();
  }
}

/** The first of these elements that stands below a place; they are in order, the highest place first. */
function below(lines, place) {
  return lines.find(line => Number(line.dataset.place) < place);
}

/** Coverage on its own page: new lines come in at the top, and wait while somebody reads further down. */
class Coverage {
  constructor(root) {
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
    this.wire = new Line(root, this);
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
      known.replaceWith(parsed(told.html).querySelector(".flash"));
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
    this.top.replaceChildren(parsed(html));
    if (!ended) return;
    this.controls.hidden = true;
    this.wire.end();
  }

  /** The newest lines as a whole, where listening can't be had. */
  all(fresh) {
    const told = [...fresh.querySelectorAll(".flash")];
    const there = new Set(told.map(flash => flash.id));
    const last = told.at(-1);
    for (const flash of this.lines) {
      const within = last && Number(flash.dataset.place) >= Number(last.dataset.place);
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
    const day = parsed(told.html).querySelector(".day");
    const flash = day.querySelector(".flash");
    const next = below(this.lines, told.place);
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

/** The strip: the newest few lines, quietly. */
class Strip {
  constructor(root) {
    this.list = root.querySelector(".flashes");
    this.most = Number(root.dataset.most);
    this.wire = new Line(root, this);
  }

  line(told) {
    const item = this.item(told.number, parsed(told.html).querySelector(".flash"));
    const known = this.list.querySelector(`[data-number="${told.number}"]`);
    if (known) {
      known.replaceWith(item);
      return;
    }
    const next = below([...this.list.children], told.place);
    if (!next) return;
    item.classList.add("fresh");
    next.before(item);
    while (this.list.children.length > this.most) this.list.lastElementChild.remove();
  }

  /** A line as the strip shows it: without what stands below it. */
  item(number, flash) {
    const item = document.createElement("li");
    item.className = flash.className;
    item.dataset.number = number;
    item.dataset.place = flash.dataset.place;
    item.append(flash.querySelector(".time"), flash.querySelector(".line"));
    return item;
  }

  gone({ number }) {
    this.list.querySelector(`[data-number="${number}"]`)?.remove();
  }

  head() {}

  all(fresh) {
    const told = [...fresh.querySelectorAll(".days .flash")].slice(0, this.most).map(flash => {
      const number = flash.id.slice(2);
      const known = this.list.querySelector(`[data-number="${number}"]`);
      return known ?? this.item(number, flash);
    });
    this.list.replaceChildren(...told);
  }
}

for (const root of document.querySelectorAll(".coverage[data-stream]")) new Coverage(root);
for (const root of document.querySelectorAll(".strip[data-stream]")) new Strip(root);
