/*
 * Choosing by hand what is seen of a picture: a click sets the focal point; while a shape is cut by hand, dragging draws
 * its part. The numbers in the form are the truth, and work without this.
 */

const form = document.querySelector("form.framing");
if (form) frame(form);

function frame(form) {
  document.documentElement.classList.add("scripted");
  const stage = form.querySelector(".stage");
  const picture = stage.querySelector("img");
  const focus = stage.querySelector(".focus");
  const cutting = stage.querySelector(".cutting");
  const field = (name) => form.elements.namedItem(name);
  let shape = null;

  const number = (name) => Math.min(100, Math.max(0, parseFloat(field(name).value.replace(",", ".")) || 0));
  const put = (name, value) => {
    field(name).value = String(Math.round(value * 10) / 10);
  };

  function show() {
    focus.hidden = shape !== null;
    // Fractions are counted from the picture's own left, whichever way the page runs.
    place(focus, number("x"), number("y"));
    cutting.hidden = shape === null;
    if (shape === null) return;
    place(cutting, number(`${shape}.x`), number(`${shape}.y`));
    cutting.style.setProperty("inline-size", `${number(`${shape}.width`)}%`);
    cutting.style.setProperty("block-size", `${number(`${shape}.height`)}%`);
  }

  function place(mark, x, y) {
    const rtl = getComputedStyle(stage).direction === "rtl";
    const width = mark === cutting ? number(`${shape}.width`) : 0;
    mark.style.setProperty("inset-inline-start", `${rtl ? 100 - x - width : x}%`);
    mark.style.setProperty("inset-block-start", `${y}%`);
  }

  function at(event) {
    const box = picture.getBoundingClientRect();
    const percent = (value, size) => Math.min(100, Math.max(0, (value / size) * 100));
    return { x: percent(event.clientX - box.x, box.width), y: percent(event.clientY - box.y, box.height) };
  }

  /** Across and down in percent of the picture, for a shape whose proportions are given. */
  function ratio() {
    const [across, down] = shape.split("x").map(Number);
    return (across / down) * (picture.naturalHeight / picture.naturalWidth);
  }

  let began = null;

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    began = at(event);
    stage.setPointerCapture(event.pointerId);
    if (shape !== null) return;
    put("x", began.x);
    put("y", began.y);
    show();
  });

  stage.addEventListener("pointermove", (event) => {
    if (began === null) return;
    const now = at(event);
    if (shape === null) {
      put("x", now.x);
      put("y", now.y);
    } else {
      draw(began, now);
    }
    show();
  });

  stage.addEventListener("pointerup", () => {
    began = null;
  });

  function draw(from, to) {
    const wanted = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y) * ratio(), 5);
    const roomAcross = to.x < from.x ? from.x : 100 - from.x;
    const roomDown = to.y < from.y ? from.y : 100 - from.y;
    const width = Math.min(wanted, roomAcross, roomDown * ratio());
    const height = width / ratio();
    put(`${shape}.x`, to.x < from.x ? from.x - width : from.x);
    put(`${shape}.y`, to.y < from.y ? from.y - height : from.y);
    put(`${shape}.width`, width);
    put(`${shape}.height`, height);
  }

  form.addEventListener("change", (event) => {
    const ticked = event.target.name?.startsWith("hand.");
    if (ticked) choose(event.target.checked ? event.target.name.slice("hand.".length) : null);
    show();
  });

  form.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-shape]");
    if (item && field(`hand.${item.dataset.shape}`).checked) choose(item.dataset.shape);
    else if (event.target.name === "x" || event.target.name === "y") choose(null);
    show();
  });

  function choose(next) {
    shape = next;
    if (shape === null || number(`${shape}.width`) < 100 || number(`${shape}.height`) < 100) return;
    // The largest part of these proportions, in the middle, to begin with.
    const width = Math.min(100, 100 * ratio());
    put(`${shape}.width`, width);
    put(`${shape}.height`, width / ratio());
    put(`${shape}.x`, (100 - width) / 2);
    put(`${shape}.y`, (100 - width / ratio()) / 2);
  }

  picture.complete ? show() : picture.addEventListener("load", show);
}
