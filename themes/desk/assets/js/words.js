/**
 * The sentences that scripts say. They stand in the page's own language in <template data-words>, one element each with
 * data-word; {name} in a sentence is filled in here, already isolated by the server.
 */
const book = new Map();

function sentences() {
  if (book.size === 0) {
    for (const { content } of document.querySelectorAll("template[data-words]")) {
      for (const word of content.querySelectorAll("[data-word]")) book.set(word.dataset.word, word.textContent);
    }
  }
  return book;
}

export function say(name, given = {}) {
  const sentence = sentences().get(name) ?? name;
  return sentence.replace(/\{(\w+)\}/g, (hole, key) => given[key] ?? hole);
}

function locale() {
  return document.querySelector("[data-locale]")?.dataset.locale || document.documentElement.lang;
}

/**
 * The time on the newsroom's clock, as if it were UTC. The server says how far that clock is from UTC, because browsers
 * hear late of a country that changes its time, and an editor must not see two clocks.
 */
function wall(at) {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(document.getElementById("edition")?.dataset.offset ?? "");
  const minutes = offset ? (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(new Date(at).getTime() + minutes * 60_000);
}

/** 14:05 in the newsroom. */
export function clock(at) {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }).format(wall(at));
}

/** The day and the time in the newsroom. */
export function moment(at) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(
    wall(at),
  );
}

export function number(count) {
  return new Intl.NumberFormat(locale()).format(count);
}

/** 43 %, from 0.43. */
export function percent(share) {
  return new Intl.NumberFormat(locale(), { style: "percent" }).format(share);
}

/** 1,2 Mo: how large a file is. */
export function weight(bytes) {
  const [unit, size] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  const digits = size < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: digits }).format(size);
}

/** A day of the calendar, from 2026-12-01. */
export function day(date) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

/** “this, that and the other” */
export function list(names) {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
}
