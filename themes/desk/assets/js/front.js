/**
 * The front page is arranged by dragging: a story that was found, or one that stands in a slot, is dropped on a slot, and
 * the same forms are sent that the buttons send. Between the editor's own steps the screen follows what the slots show now.
 */
const desk = document.getElementById("front-desk");
const form = document.getElementById("dropped");
const REFRESH = 20_000;
let dragged;

function send(address, fields) {
  form.action = address;
  for (const field of form.querySelectorAll("input")) {
    if (field.name in fields) field.value = fields[field.name];
    else if (field.value === "") field.disabled = true;
  }
  form.submit();
}

function drop(slot) {
  if (dragged.dataset.slot === undefined) {
    send("/desk/front/placements", { story: dragged.dataset.story, slot: slot.dataset.slot });
  } else if (dragged !== slot) {
    send("/desk/front/moves", { story: dragged.dataset.story, from: dragged.dataset.slot, to: slot.dataset.slot });
  }
}

for (const story of desk.querySelectorAll("[data-story]")) {
  story.draggable = true;
  story.addEventListener("dragstart", (event) => {
    dragged = story;
    event.dataTransfer.effectAllowed = "move";
    // Some browsers begin no drag that carries nothing; and a headline is of use in another window too.
    event.dataTransfer.setData("text/plain", story.querySelector(".words").textContent);
    story.classList.add("dragged");
  });
  story.addEventListener("dragend", () => {
    story.classList.remove("dragged");
    dragged = undefined;
  });
}

for (const slot of desk.querySelectorAll("[data-slot]")) {
  slot.addEventListener("dragover", (event) => {
    if (!dragged || dragged === slot) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    slot.classList.add("aimed");
  });
  slot.addEventListener("dragleave", (event) => {
    if (!slot.contains(event.relatedTarget)) slot.classList.remove("aimed");
  });
  slot.addEventListener("drop", (event) => {
    event.preventDefault();
    slot.classList.remove("aimed");
    if (dragged) drop(slot);
  });
}

/** What the slots show changes by itself as stories are published; what editors arranged is never changed under their hands. */
async function follow() {
  if (document.hidden || dragged) return;
  const answer = await fetch(`/desk/front?in=${form.elements.in.value}`, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (fresh.getElementById("front-desk")?.dataset.version !== desk.dataset.version) {
    document.getElementById("moved-on").hidden = false;
    return;
  }
  for (const slot of desk.querySelectorAll("[data-slot]")) {
    const now = fresh.getElementById(slot.id);
    if (!now || slot.contains(document.activeElement) || slot.dataset.story === now.dataset.story) continue;
    slot.querySelector(".now").replaceWith(now.querySelector(".now"));
    slot.querySelector(".front-acts").replaceWith(now.querySelector(".front-acts"));
    if (now.dataset.story) slot.dataset.story = now.dataset.story;
  }
}

setInterval(() => follow().catch(() => {}), REFRESH);
