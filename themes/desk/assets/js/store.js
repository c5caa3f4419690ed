/** What this browser keeps of unsaved texts, one for each person and edition: {key, from, at, text}. */
const NAME = "minbar-desk";

let opening = null;

function open() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("unsaved", { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

async function within(mode, act) {
  const base = await open();
  return new Promise((done, failed) => {
    const transaction = base.transaction("unsaved", mode);
    const request = act(transaction.objectStore("unsaved"));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}

export function keep(unsaved) {
  return within("readwrite", (shelf) => shelf.put(unsaved));
}

export function find(key) {
  return within("readonly", (shelf) => shelf.get(key));
}

export function drop(key) {
  return within("readwrite", (shelf) => shelf.delete(key));
}
