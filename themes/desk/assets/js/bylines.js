/**
 * <byline-rows>: names and what each did. The rows are plain fields without script; with it, rows are added and
 * removed, and a credit line pasted into a name (“متابعة – تصوير : فلان”) fills in name and role.
 */
class BylineRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button?.dataset.do === "add") this.add().querySelector("input").focus();
      if (button?.dataset.do === "remove") this.takeOut(button.closest(".byline"));
    });
    this.addEventListener("paste", (event) => this.pasted(event));
    for (const button of this.querySelectorAll("button[data-do]")) button.hidden = false;
    // The empty row is for pages without script; here there is a button.
    const rows = this.querySelectorAll(".byline");
    if (rows.length > 1 && !rows[rows.length - 1].querySelector("input").value) rows[rows.length - 1].remove();
  }

  read() {
    return [...this.querySelectorAll(".byline")]
      .map((row) => ({ name: row.querySelector("input").value.trim(), role: row.querySelector("select").value }))
      .filter((line) => line.name);
  }

  fill(lines) {
    if (JSON.stringify(lines) === JSON.stringify(this.read())) return;
    const rows = [...this.querySelectorAll(".byline")];
    while (rows.length < Math.max(1, lines.length)) rows.push(this.add());
    while (rows.length > Math.max(1, lines.length)) rows.pop().remove();
    rows.forEach((row, i) => {
      row.querySelector("input").value = lines[i]?.name ?? "";
      row.querySelector("select").value = lines[i]?.role ?? "writer";
    });
  }

  freeze(frozen) {
    for (const field of this.querySelectorAll("input, select, button")) field.disabled = frozen;
  }

  add() {
    const rows = this.querySelectorAll(".byline");
    const row = rows[rows.length - 1].cloneNode(true);
    row.querySelector("input").value = "";
    row.querySelector("select").value = "writer";
    rows[rows.length - 1].after(row);
    return row;
  }

  takeOut(row) {
    const next = row.nextElementSibling?.querySelector("input") ?? row.previousElementSibling?.querySelector("input");
    if (this.querySelectorAll(".byline").length === 1) row.querySelector("input").value = "";
    else row.remove();
    (next ?? this.querySelector("input")).focus();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  pasted(event) {
    if (event.target.localName !== "input") return;
    const found = credit(event.clipboardData.getData("text/plain"));
    if (found.length === 0) return;
    event.preventDefault();
    let row = event.target.closest(".byline");
    for (const [i, line] of found.entries()) {
      if (i > 0) row = this.add();
      row.querySelector("input").value = line.name;
      row.querySelector("select").value = line.role;
    }
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const ROLES = [
  ["photo", /تصوير|صور|عدسة|photos?|photographies?|photography|pictures?/iu],
  ["translation", /ترجمة|traduction|traduit|translation|translated/iu],
  ["reporting", /متابعة|تغطية|إعداد|reportage|propos recueillis|couverture|reporting/iu],
  ["writer", /بقلم|كتب|كتبت|texte|par|by|text/iu],
];

/**
 * “Who did what” as a line says it: role words, a colon or a dash, names. Nothing where the line names no role. One
 * name with two roles is two lines.
 */
export function credit(line) {
  const parts = line
    .trim()
    .split(/\s*(?:[:：–—]|\s-\s)\s*|\s*[/|،,]\s*/u)
    .filter(Boolean);
  const found = [];
  let roles = [];
  for (const part of parts) {
    const named = ROLES.filter(([, words]) => whole(words).test(part)).map(([role]) => role);
    if (named.length > 0 && part.split(/\s+/).length <= 3) roles.push(...named);
    else if (roles.length > 0) {
      found.push(...roles.map((role) => ({ name: part, role })));
      roles = [];
    }
  }
  return found;
}

function whole(words) {
  return new RegExp(
    `^(?:${words.source})(?:\\s+(?:و|et|and|&)?\\s*(?:${ROLES.map(([, each]) => each.source).join("|")}))*$`,
    "iu",
  );
}

customElements.define("byline-rows", BylineRows);
