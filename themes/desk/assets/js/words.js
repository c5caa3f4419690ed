/**
 * The sentences that scripts say. They stand in the page's own language in <template id="editor-words">, one element
 * each with data-word; {name} in a sentence is filled in here, already isolated by the server.
 */
const book = new Map();

function sentences() {
  if (book.size === 0) {
    const words = document.getElementById("editor-words").content;
    for (const word of words.querySelectorAll("[data-word]")) book.set(word.dataset.word, word.textContent);
  }
  return book;
}

export function say(name, given = {}) {
  const sentence = sentences().get(name) ?? name;
  return sentence.replace(/\{(\w+)\}/g, (hole, key) => given[key] ?? hole);
}

function settings() {
  const { locale, zone } = document.getElementById("edition").dataset;
  return { locale: locale || document.documentElement.lang, timeZone: zone || undefined };
}

/** 14:05 in the newsroom's zone. */
export function clock(at) {
  const { locale, timeZone } = settings();
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(at));
}

/** The day and the time, in the newsroom's zone. */
export function moment(at) {
  const { locale, timeZone } = settings();
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(at));
}

export function number(count) {
  return new Intl.NumberFormat(settings().locale).format(count);
}
