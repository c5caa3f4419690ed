/**
 * Lines as they are written: the strip on every page; coverage has a script of its own. What is on the page is
 * whole without this. Readers who look elsewhere, pause or lose the connection miss nothing: the page says what it has
 * seen, and gets the rest.
 */
const AGAIN = 30_000;
const script = document.getElementById("live-script");

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
      } else if (answer && answer.status < 500 && answer.headers.has("Content-Security-Policy")) {
        // The newsroom says so itself; what only just starts up knows no page at all.
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

for (const root of document.querySelectorAll(".coverage[data-stream]")) {
  import(script.dataset.coverage).then(({ Coverage }) => new Coverage(root, { Line, parsed, below }));
}
for (const root of document.querySelectorAll(".strip[data-stream]")) new Strip(root);
