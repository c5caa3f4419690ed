/**
 * What waits in this browser to be sent from a telephone: {id, person, key, ticker, lang, text, picture, file, refused}.
 * The ids rise, so what was written first stands first.
 */
const NAME = "minbar-phone";

let opening = null;

function open() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("lines", { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

async function within(mode, act) {
  const base = await open();
  return new Promise((done, failed) => {
    const transaction = base.transaction("lines", mode, { durability: "strict" });
    const request = act(transaction.objectStore("lines"));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}

/** Keeps a line, for the first time or anew. */
export function keep(line) {
  return within("readwrite", (shelf) => shelf.put(line));
}

/** The lines of this person, in the order in which they were written. */
export async function waiting(person) {
  return (await within("readonly", (shelf) => shelf.getAll())).filter((line) => line.person === person);
}

export function drop(line) {
  return within("readwrite", (shelf) => shelf.delete(line.id));
}
