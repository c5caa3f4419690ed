/** The page where one edition is written. Everything here helps a form that works without it. */
import { Plugin } from "prosemirror-state";
import "./bylines.js";
import "./counters.js";
import { Api } from "./api.js";
import { arriving } from "./arriving.js";
import { Autosave } from "./autosave.js";
import { Beside } from "./beside.js";
import { Checks } from "./checks.js";
import { commands, openEmbed } from "./commands.js";
import { CopyDesk } from "./copydesk.js";
import { words } from "./counters.js";
import { Figures } from "./figures.js";
import { helping } from "./help.js";
import { press } from "./keys.js";
import { Library } from "./library.js";
import { Lock } from "./lock.js";
import { Media } from "./media.js";
import { settled } from "./page.js";
import { recover } from "./recovery.js";
import { Saving } from "./saving.js";
import { Sheet } from "./sheet.js";
import { furnish } from "./story-picture.js";
import { Toolbar } from "./toolbar.js";
import { arrivals } from "./uploads.js";
import { number, say } from "./words.js";

const form = document.getElementById("edition");
if (form?.hasAttribute("data-readonly")) show();
else if (form) start();

/** Somebody who may not write here reads the text as it will look. */
function show() {
  const media = new Media(form.dataset.lang);
  const sheet = new Sheet(form, [new Figures(media).plugin()]);
  sheet.freeze(true);
  const column = document.getElementById("beside");
  if (column) new Beside(column, sheet, media);
  // Who may not write may still choose the picture of the story.
  if (document.querySelector("story-picture")) furnish(new Library(media, arrivals(media.lang)), media);
  counting(sheet);
  measureBar();
  document.documentElement.classList.add("scripted");
}

function start() {
  const api = new Api(form.getAttribute("action"));
  const inBody = {
    "Mod+B": () => toolbar.run("strong"),
    "Mod+I": () => toolbar.run("em"),
    "Mod+K": () => toolbar.run("link"),
    "Mod+Shift+X": () => toolbar.run("direction"),
    "Mod+Shift+0": () => toolbar.run("paragraph"),
    "Mod+Shift+2": () => toolbar.run("heading2"),
    "Mod+Shift+3": () => toolbar.run("heading3"),
    "Mod+Shift+4": () => toolbar.run("heading4"),
    "Mod+Shift+7": () => toolbar.run("numbers"),
    "Mod+Shift+8": () => toolbar.run("bullets"),
    "Mod+Shift+9": () => toolbar.run("quote"),
  };
  const keys = new Plugin({
    props: {
      handleKeyDown: (view, event) => press(inBody, event) || (event.key === "Enter" && openEmbed(view)),
      handleDoubleClickOn: (view, _place, node) => node.type.name === "embed" && openEmbed(view),
    },
  });
  const media = new Media(form.dataset.lang);
  const coming = arrivals(media.lang);
  const figures = new Figures(media, coming);
  const sheet = new Sheet(form, [keys, figures.plugin(), arriving(media, coming)]);
  const toolbar = new Toolbar(document.getElementById("toolbar"), sheet, commands(sheet, figures));
  const autosave = new Autosave(sheet, api, document.getElementById("state"));
  const saving = new Saving(sheet, api, autosave, media);
  const lock = new Lock(sheet, api, autosave);
  const checks = new Checks(sheet, api, saving);
  const copyDesk = new CopyDesk(sheet, api);
  const column = document.getElementById("beside");
  const beside = column && new Beside(column, sheet, media);
  const help = helping();

  counting(sheet);
  measureBar();
  watchDetails();
  furnish(figures.library, media);

  const anywhere = {
    "Mod+S": () => saving.save(),
    "Mod+Enter": () => checks.publish(),
    "Alt+ArrowDown": () => beside?.go(1),
    "Alt+ArrowUp": () => beside?.go(-1),
    "Alt+F10": () => toolbar.focus(),
    "Mod+/": () => help(),
    "Mod+Alt+C": () => copyDesk.look(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.target.closest?.("dialog")) return;
    press(beside ? anywhere : without(anywhere, "Alt+ArrowDown", "Alt+ArrowUp"), event);
  });
  document.documentElement.classList.add("scripted");
  recover(sheet, api, autosave.key).finally(() => lock.beat());
}

function without(map, ...names) {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}

function counting(sheet) {
  const place = document.getElementById("words");
  const count = () => {
    const { doc } = sheet.body.state;
    place.textContent = say("words", { count: number(words(doc.textBetween(0, doc.content.size, " ", " "))) });
  };
  const soon = settled(300, 1_500, count);
  sheet.addEventListener("typed", soon);
  sheet.addEventListener("adopted", soon);
  count();
}

/** What sticks below the bar has to know how high it is. */
function measureBar() {
  const bar = document.querySelector(".bar");
  new ResizeObserver(() => {
    const high = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", `${high}px`);
  }).observe(bar);
}

/** Details have a form of their own; one that was changed and not sent is not forgotten in publishing. */
function watchDetails() {
  const details = document.getElementById("details");
  details?.addEventListener("input", () => (details.dataset.touched = "true"));
}
