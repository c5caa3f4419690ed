/**
 * Keys for the board: j and k walk through the cards, Enter opens, x ticks, / searches, n begins a story. They go by the
 * letter where the layout has Latin letters and by the place of the key where it has not, so that an Arabic layout needs
 * no change. A switch turns them off (WCAG 2.2, 2.1.4), because a voice or a cat may press single keys.
 */
const SWITCH = "minbar-board-keys";
const cards = [...document.querySelectorAll(".story-card")];
const switched = document.getElementById("keys-on");

function remembered() {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true;
  }
}

function remember(on) {
  try {
    localStorage.setItem(SWITCH, on ? "on" : "off");
  } catch {
    // A private window forgets the switch and no more.
  }
}

function pressed(event) {
  if (/^[a-z/]$/i.test(event.key)) return event.key.toLowerCase();
  return { KeyJ: "j", KeyK: "k", KeyX: "x", KeyN: "n", Slash: "/" }[event.code];
}

function current() {
  return cards.findIndex((card) => card.contains(document.activeElement));
}

function walk(step) {
  const at = current();
  const card = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + step))];
  card?.querySelector("a.main").focus();
  card?.scrollIntoView({ block: "nearest" });
}

const acts = {
  j: () => walk(1),
  k: () => walk(-1),
  x: () => cards[current()]?.querySelector("input[type=checkbox]")?.click(),
  n: () => document.getElementById("new-story")?.click(),
  "/": () => document.getElementById("q").focus(),
};

document.getElementById("keys").hidden = false;
switched.checked = remembered();
switched.addEventListener("change", () => remember(switched.checked));

document.addEventListener("keydown", (event) => {
  if (!switched.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const field = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const act = field ? undefined : acts[pressed(event)];
  if (!act) return;
  event.preventDefault();
  act();
});
