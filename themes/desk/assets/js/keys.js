/**
 * Shortcuts by the letter on the key where the layout is Latin (so that Ctrl+Z is where a French keyboard has its Z), and
 * by the place of the key where it is not: Ctrl+B is Ctrl+B under an Arabic layout too. Digits go by their place, because
 * French keyboards have them on the shifted level.
 */
export function shortcut(event) {
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : placed(event);
  return [(event.ctrlKey || event.metaKey) && "Mod", event.altKey && "Alt", event.shiftKey && "Shift", letter]
    .filter(Boolean)
    .join("+");
}

function placed({ code, key }) {
  const found = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code ?? "");
  return found ? (found[1] ?? found[2]) : code === "Slash" ? "/" : key;
}

/** Calls what belongs to the shortcut, once; answers whether there was anything. */
export function press(map, event) {
  if (event.isComposing) return false;
  const act = map[shortcut(event)];
  if (!act) return false;
  event.preventDefault();
  act(event);
  return true;
}
