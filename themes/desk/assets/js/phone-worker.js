/**
 * Opens the page for telephones where nothing answers. The page itself has kept what it is made of, see phone.js; while
 * the newsroom answers, nothing comes from here.
 */
const KEPT = "minbar-phone";
const PATIENCE = 5_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/assets/")) event.respondWith(part(request));
});

function kept(request) {
  return caches.match(request, { cacheName: KEPT, ignoreSearch: true, ignoreVary: true });
}

/** The page as the newsroom has it, or after a while as it was. */
async function page(request) {
  const asked = fetch(request);
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  try {
    return await Promise.race([asked, late]);
  } catch {
    return (await kept(request)) ?? asked;
  }
}

/** A part never changes under its address. */
async function part(request) {
  return (await kept(request)) ?? fetch(request);
}
