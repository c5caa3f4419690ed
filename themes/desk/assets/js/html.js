import { DOMParser as Reader } from "prosemirror-model";
import { blank, schema } from "./schema.js";

/*
 * The body as the server writes it, in and out. What goes out is read there as it stands here; direction is worked out
 * again on the server from the letters, so only a direction that somebody chose by hand goes with the text: as a stretch
 * that runs that way, around all the words of the block.
 */

/** The document that some HTML of ours stands for. */
export function read(html) {
  const page = new window.DOMParser().parseFromString(html, "text/html");
  prepare(page.body);
  return Reader.fromSchema(schema).parse(page.body);
}

/** The HTML of a document, or of some blocks. */
export function write(blocks) {
  const lines = [];
  blocks.forEach((block) => {
    if (!blank(block)) lines.push(writing[block.type.name](block));
  });
  return lines.join("\n");
}

/** Brings a tree into the form that the schema reads: one line in each cell and point, no spans across cells. */
export function prepare(body) {
  for (const figure of body.querySelectorAll("figure[data-file]")) bare(figure);
  for (const table of body.querySelectorAll("table")) even(table);
  for (const holder of body.querySelectorAll("li, td, th")) {
    if (!holder.querySelector("p, ul, ol, table, blockquote, figure, h2, h3, h4, hr")) line(holder);
  }
  for (const cell of body.querySelectorAll("td, th")) oneLine(cell);
  for (const block of body.querySelectorAll("p, h2, h3, h4, figcaption")) turnedWhole(block);
}

/** Of a file only its caption is text; how it is shown is no part of the body. */
function bare(figure) {
  for (const part of [...figure.childNodes]) if (part.nodeName !== "FIGCAPTION") part.remove();
}

function line(holder) {
  const paragraph = holder.ownerDocument.createElement("p");
  if (holder.getAttribute("lang")) paragraph.setAttribute("lang", holder.getAttribute("lang"));
  paragraph.append(...holder.childNodes);
  holder.append(paragraph);
}

function oneLine(cell) {
  const lines = [...cell.querySelectorAll("p")];
  for (const more of lines.slice(1)) {
    if (more.textContent.trim()) lines[0].append(cell.ownerDocument.createElement("br"), ...more.childNodes);
    more.remove();
  }
}

/** A cell that reaches over others becomes a cell and empty ones; a table that only held things in place is taken apart. */
function even(table) {
  const rows = [...table.rows];
  const grid = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of [...row.cells]) {
      while (grid[y][x]) x++;
      const down = Math.min(rows.length - y, Math.max(1, cell.rowSpan));
      const across = Math.min(40, Math.max(1, cell.colSpan));
      for (let i = 0; i < down; i++) {
        for (let j = 0; j < across; j++) {
          grid[y + i][x + j] = i + j === 0 ? cell : table.ownerDocument.createElement(cell.localName);
        }
      }
      cell.removeAttribute("rowspan");
      cell.removeAttribute("colspan");
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width < 2 || rows.length < 2) {
    table.replaceWith(...rows.flatMap((row) => [...row.cells]).map(apart));
    return;
  }
  rows.forEach((row, y) => {
    const cells = Array.from({ length: width }, (_, x) => grid[y][x] ?? table.ownerDocument.createElement("td"));
    row.replaceChildren(...cells);
  });
}

function apart(cell) {
  const box = cell.ownerDocument.createElement("div");
  box.append(...cell.childNodes);
  return box;
}

/** Where every word of a block runs one chosen way, the block does. */
function turnedWhole(block) {
  const turned = [...block.querySelectorAll("span[dir]")].filter((span) =>
    /^(rtl|ltr)$/.test(span.getAttribute("dir")),
  );
  if (turned.length === 0) return;
  const dir = turned[0].getAttribute("dir");
  const words = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    if (text.data.trim() && text.parentElement.closest("span[dir]")?.getAttribute("dir") !== dir) return;
  }
  block.dataset.turned = dir;
  for (const span of turned) {
    span.removeAttribute("dir");
    if (span.attributes.length === 0) span.replaceWith(...span.childNodes);
  }
}

const writing = {
  paragraph: (node) => worded("p", node),
  heading: (node) => worded(`h${node.attrs.level}`, node),
  quote: (node) => {
    const { said, cited } = attributed(node);
    const quote = `<blockquote>\n${write(said)}\n</blockquote>`;
    return cited ? `<figure class="quotation">${quote}${worded("figcaption", cited)}</figure>` : quote;
  },
  pull_quote: (node) => {
    const { said, cited } = attributed(node);
    const quote = `<blockquote>${write(said)}</blockquote>`;
    return `<figure class="pull-quote">${quote}${cited ? worded("figcaption", cited) : ""}</figure>`;
  },
  bullet_list: (node) => list("ul", node),
  ordered_list: (node) => list("ol", node),
  table: (node) => {
    const rows = node.content.content;
    const headed = all(rows[0], "table_header");
    const head = headed ? `\n<thead>${row(rows[0], "col")}</thead>` : "";
    const rest = (headed ? rows.slice(1) : rows).map((each) => `${row(each, "row")}\n`).join("");
    return `<table>${head}\n<tbody>\n${rest}</tbody></table>`;
  },
  embed: ({ attrs }) =>
    `<figure class="embed"><p><a href="${escaped(attrs.href)}">${escaped(attrs.title || attrs.href)}</a></p></figure>`,
  file: (node) => {
    const { id, alt, credit, decorative } = node.attrs;
    const said = [
      ` data-file="${id}"`,
      alt ? ` data-alt="${escaped(alt)}"` : "",
      credit ? ` data-credit="${escaped(credit)}"` : "",
      decorative ? " data-decorative" : "",
    ];
    return `<figure class="file"${said.join("")}>${captioned(node)}</figure>`;
  },
  gallery: (node) => {
    const files = node.content.content.slice(0, -1).map((file) => `${writing.file(file)}\n`);
    return `<figure class="gallery">\n${files.join("")}${captioned(node)}</figure>`;
  },
  rule: () => "<hr>",
};

function captioned({ lastChild: caption }) {
  return blank(caption) ? "" : worded("figcaption", caption);
}

function attributed(node) {
  const parts = node.content.content;
  const last = parts.at(-1);
  const named = last?.type.name === "citation";
  return { said: named ? parts.slice(0, -1) : parts, cited: named && !blank(last) ? last : null };
}

function list(tag, node) {
  const items = node.content.content
    .filter((item) => !blank(item))
    .map((item) => {
      const held = item.content.content.filter((block) => !blank(block));
      return held.length === 1 && held[0].type.name === "paragraph"
        ? worded("li", held[0])
        : `<li>${write(held)}\n</li>`;
    });
  return `<${tag}>\n${items.join("\n")}\n</${tag}>`;
}

function row(node, scope) {
  const cells = node.content.content.map((cell) =>
    cell.type.name === "table_header"
      ? worded("th", cell.firstChild, ` scope="${scope}"`)
      : worded("td", cell.firstChild),
  );
  return `<tr>${cells.join("")}</tr>`;
}

function all(row, name) {
  return row.content.content.every((cell) => cell.type.name === name);
}

function worded(tag, node, attributes = "") {
  const { lang, dir } = node.attrs;
  return `<${tag}${attributes}${lang ? ` lang="${escaped(lang)}"` : ""}>${runs(node, dir)}</${tag}>`;
}

/** Neighbours share the tags that they have in common, so a link stays one link when a word in it is strong. */
function runs(node, dir) {
  let html = "";
  let open = [];
  const close = (keep) => {
    while (open.length > keep) html += `</${open.pop().name}>`;
  };
  node.forEach((run) => {
    const tags = tagged(run.marks, dir);
    let shared = 0;
    while (shared < Math.min(open.length, tags.length) && open[shared].opening === tags[shared].opening) shared++;
    close(shared);
    for (const tag of tags.slice(shared)) {
      html += tag.opening;
      open.push(tag);
    }
    html += run.isText ? escaped(run.text) : "<br>";
  });
  close(0);
  return html;
}

function tagged(marks, dir) {
  const named = new Map(marks.map((mark) => [mark.type.name, mark]));
  const tags = [];
  const link = named.get("link");
  if (link) tags.push({ name: "a", opening: `<a href="${escaped(link.attrs.href)}">` });
  const { lang, dir: own } = named.get("span")?.attrs ?? {};
  const way = own ?? dir;
  if (lang || way) {
    const attributes = `${lang ? ` lang="${escaped(lang)}"` : ""}${way ? ` dir="${way}"` : ""}`;
    tags.push({ name: "span", opening: `<span${attributes}>` });
  }
  for (const name of ["strong", "em", "code", "sub", "sup"]) {
    if (named.has(name)) tags.push({ name, opening: `<${name}>` });
  }
  return tags;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
