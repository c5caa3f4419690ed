/** Counts down to what goes out next; the server wrote how many seconds were left, so a wrong clock here does no harm. */
const clocks = [...document.querySelectorAll(".countdown")];
const begun = performance.now();

function words(left, locale) {
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  return [plain.format(Math.floor(left / 3600)), two.format(Math.floor(left / 60) % 60), two.format(left % 60)].join(":");
}

function tick() {
  const gone = Math.floor((performance.now() - begun) / 1000);
  for (const clock of clocks) {
    const left = Number(clock.dataset.left) - gone;
    clock.textContent = left > 0 ? words(left, clock.dataset.locale) : clock.dataset.due;
  }
}

if (clocks.length > 0) setInterval(tick, 1000);
