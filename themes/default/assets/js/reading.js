/**
 * Tells the newsroom that somebody is reading this story: once, after it was in sight for five seconds, with nothing but
 * the story's own address. No cookie, nothing kept here; and not a word where the reader has asked not to be followed.
 */
const ENOUGH = 5_000;
const story = document.querySelector("article.story:not(.story-page)");
const [, address] = location.pathname.match(/^(\/[^/]+\/\d+)\//) ?? [];
const asked = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
let left = ENOUGH;
let since;
let timer;

function told() {
  document.removeEventListener("visibilitychange", watch);
  navigator.sendBeacon(`${address}/readings`);
}

function watch() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    since = performance.now();
    timer = setTimeout(told, left);
  } else if (since !== undefined) {
    left = Math.max(0, left - (performance.now() - since));
    since = undefined;
  }
}

if (story && address && !asked) {
  document.addEventListener("visibilitychange", watch);
  watch();
}
