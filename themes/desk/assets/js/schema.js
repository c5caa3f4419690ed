import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

/*
 * The blocks of a body, one for each that the server knows. A new kind of block is an entry in `blocks` here, an entry in
 * `writing` of html.js, and a button in the page.
 */

const turned = { dir: { default: null }, lang: { default: null } };

function turn({ dir, lang }) {
  return { dir: dir ?? "auto", ...(lang && { lang }) };
}

function turns(element) {
  return { dir: element.dataset.turned || null, lang: element.getAttribute("lang") || null };
}

const blocks = {
  paragraph: {
    content: "inline*",
    group: "block",
    attrs: turned,
    parseDOM: [{ tag: "p", getAttrs: turns }],
    toDOM: (node) => ["p", turn(node.attrs), 0],
  },
  heading: {
    content: "inline*",
    group: "block",
    attrs: { ...turned, level: { default: 2 } },
    marks: "link span em code sub sup",
    defining: true,
    parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({
      tag,
      getAttrs: (element) => ({ ...turns(element), level: Math.min(4, Math.max(2, Number(tag[1]))) }),
    })),
    toDOM: (node) => [`h${node.attrs.level}`, turn(node.attrs), 0],
  },
  quote: {
    content: "block+ citation?",
    group: "block",
    defining: true,
    parseDOM: [
      { tag: "figure.quotation > blockquote", skip: true, priority: 60 },
      { tag: "figure.pull-quote > blockquote", skip: true, priority: 60 },
      { tag: "figure.quotation" },
      { tag: "blockquote" },
    ],
    toDOM: () => ["blockquote", 0],
  },
  pull_quote: {
    content: "paragraph citation?",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "figure.pull-quote", priority: 55 }],
    toDOM: () => ["aside", { class: "pull-quote" }, 0],
  },
  citation: {
    content: "inline*",
    attrs: turned,
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "figcaption", getAttrs: turns }],
    toDOM: (node) => ["footer", { class: "citation", ...turn(node.attrs) }, 0],
  },
  bullet_list: {
    content: "item+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  ordered_list: {
    content: "item+",
    group: "block",
    parseDOM: [{ tag: "ol" }],
    toDOM: () => ["ol", 0],
  },
  item: {
    content: "block+",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  ...tableNodes({ tableGroup: "block", cellContent: "paragraph", cellAttributes: {} }),
  embed: {
    group: "block",
    atom: true,
    attrs: { href: {}, title: { default: "" } },
    parseDOM: [{ tag: "figure.embed", priority: 60, getAttrs: embedded }],
    toDOM: ({ attrs }) => [
      "figure",
      { class: "embed" },
      ["span", { class: "embed-title", dir: "auto" }, attrs.title || attrs.href],
      ["span", { class: "embed-address", dir: "ltr" }, host(attrs.href)],
    ],
  },
  rule: {
    group: "block",
    parseDOM: [{ tag: "hr" }],
    toDOM: () => ["hr"],
  },
  // A file of the library. What is null or empty here, the file's own words say. Number 0 is no file: it holds a gallery
  // together for the moment in which its last file is taken out.
  file: {
    content: "caption",
    group: "block",
    isolating: true,
    draggable: true,
    attrs: { id: { default: 0 }, alt: { default: null }, credit: { default: null }, decorative: { default: false } },
    parseDOM: [{ tag: "figure[data-file]", priority: 60, getAttrs: filed }],
    toDOM: ({ attrs: { id, alt, credit, decorative } }) => [
      "figure",
      {
        class: "file",
        "data-file": id,
        ...(alt && { "data-alt": alt }),
        ...(credit && { "data-credit": credit }),
        ...(decorative && { "data-decorative": "" }),
      },
      0,
    ],
  },
  gallery: {
    content: "file+ caption",
    group: "block",
    isolating: true,
    draggable: true,
    parseDOM: [
      { tag: "figure.gallery", priority: 55, getAttrs: (figure) => (figure.querySelector(FILE) ? null : false) },
    ],
    toDOM: () => ["figure", { class: "gallery" }, 0],
  },
  // Always there to write in; an empty one is not kept.
  caption: {
    content: "inline*",
    attrs: turned,
    defining: true,
    isolating: true,
    selectable: false,
    parseDOM: [{ tag: "figcaption", context: "file/|gallery/", priority: 60, getAttrs: turns }],
    toDOM: (node) => ["figcaption", turn(node.attrs), 0],
  },
};

const FILE = "figure[data-file]";

function filed({ dataset }) {
  const id = Number(dataset.file);
  if (!Number.isSafeInteger(id) || id < 1) return false;
  return {
    id,
    alt: dataset.alt?.trim() || null,
    credit: dataset.credit?.trim() || null,
    decorative: "decorative" in dataset,
  };
}

function embedded(figure) {
  const link = figure.querySelector("a[href^='https:']");
  if (!link) return false;
  const href = link.getAttribute("href");
  const title = (figure.querySelector("figcaption") ?? link).textContent.trim();
  return { href, title: title === href ? "" : title };
}

function host(address) {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return address;
  }
}

/** In the order in which tags nest, outermost first. */
const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = address(element.getAttribute("href"));
          return href ? { href } : false;
        },
      },
    ],
    toDOM: ({ attrs }) => ["a", { href: attrs.href, title: attrs.href, rel: "noreferrer" }, 0],
  },
  span: {
    attrs: { lang: { default: null }, dir: { default: null } },
    parseDOM: ["span[lang]", "span[dir]", "bdi"].map((tag) => ({
      tag,
      getAttrs: (element) => {
        const dir = /^(rtl|ltr)$/.test(element.getAttribute("dir")) ? element.getAttribute("dir") : null;
        const lang = element.getAttribute("lang") || null;
        return dir || lang ? { lang, dir } : false;
      },
    })),
    toDOM: ({ attrs: { lang, dir } }) => ["span", { ...(lang && { lang }), ...(dir && { dir }) }, 0],
  },
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b" }],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [{ tag: "em" }, { tag: "i" }, { tag: "cite" }],
    toDOM: () => ["em", 0],
  },
  code: {
    parseDOM: [{ tag: "code" }],
    toDOM: () => ["code", 0],
  },
  sub: {
    parseDOM: [{ tag: "sub" }],
    excludes: "sup",
    toDOM: () => ["sub", 0],
  },
  sup: {
    parseDOM: [{ tag: "sup" }],
    excludes: "sub",
    toDOM: () => ["sup", 0],
  },
};

/** An address that a story may lead to, or nothing: the server decides again. */
export function address(written) {
  const href = (written ?? "").trim();
  if (/^www\./i.test(href)) return `https://${href}`;
  return /^(https?:\/\/\S|mailto:\S|tel:\S|\/(?!\/))/i.test(href) ? href : null;
}

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    ...blocks,
    text: { group: "inline" },
    line_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
  },
  marks,
});

/** Whether a block says nothing: such a block is a place to write in, and is not kept. */
export function blank(node) {
  return node.textContent.trim() === "" && !shows(node);
}

const SHOWN = new Set(["embed", "file", "gallery", "rule"]);

/** Whether it shows something that is there without a word. */
function shows(node) {
  let found = SHOWN.has(node.type.name);
  node.descendants((child) => {
    found ||= SHOWN.has(child.type.name);
    return !found;
  });
  return found;
}

/** The blocks that count, in order, each with its place: number 3 here is number 3 on the server. */
export function counted(doc) {
  const found = [];
  doc.forEach((node, place) => {
    if (!blank(node)) found.push({ node, place });
  });
  return found;
}
