import { Plugin } from "prosemirror-state";
import { prepare } from "./html.js";
import { address, schema } from "./schema.js";

/*
 * What Word, web pages and phones put on the clipboard, made into plain blocks: links, strong and emphasis, lists and
 * tables stay; dressing goes. What is copied from this editor comes back as it was.
 */

export function pasting() {
  return new Plugin({ props: { transformPastedHTML: tidy, handlePaste: linkSelection } });
}

/** An address that is pasted onto words becomes their link. */
function linkSelection(view, event) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const { from, to, empty } = view.state.selection;
  if (empty || !/^https?:\/\/\S+$/.test(text) || !address(text)) return false;
  view.dispatch(view.state.tr.addMark(from, to, schema.marks.link.create({ href: text })));
  return true;
}

export function tidy(html) {
  if (html.includes("data-pm-slice")) return inert(html);
  const body = parsed(html);
  for (const each of elements(body, "style, script, title, meta, link, noscript, svg, object, iframe, head"))
    each.remove();
  for (const each of elements(body, "[data-style], [hidden]")) if (hidden(each)) each.remove();
  listed(body);
  for (const each of elements(body, "*")) undress(each);
  for (const each of elements(body, "p, div")) split(each);
  for (const each of elements(body, "br")) if (apartFromWords(each)) each.remove();
  for (const each of elements(body, "p, h1, h2, h3, h4, h5, h6, li")) {
    if (!each.textContent.trim() && !each.querySelector("table, ul, ol")) each.remove();
  }
  unstretch(body);
  prepare(body);
  return body.innerHTML;
}

/**
 * Style attributes are read and never applied, handlers never run: both are renamed before the text is parsed, so that a
 * policy that forbids them inline has nothing to forbid.
 */
function inert(html) {
  return html.replace(/<([^<>]*)>/g, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)\s*=/gi, "$1data-$2="));
}

/** Word's conditional marks are neither comments nor tags; they go before a parser has to guess. */
function parsed(html) {
  const plain = inert(html)
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, "")
    .replace(/<!\[[^\]]*\]>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "");
  return new DOMParser().parseFromString(plain, "text/html").body;
}

function elements(body, selector) {
  return [...body.querySelectorAll(selector)];
}

function css(element) {
  return (element.dataset.style ?? "").toLowerCase().replace(/\s*([:;])\s*/g, "$1");
}

function hidden(element) {
  return element.hasAttribute("hidden") || /display:none|visibility:hidden|mso-hide:all/.test(css(element));
}

/** Word writes each point of a list as a paragraph, with its level in the style and its bullet in the text. */
function listed(body) {
  let lists = [];
  let last = null;
  for (const point of elements(body, "p, h1, h2, h3, h4, h5, h6")) {
    const level = Number(/mso-list:[^;]*level(\d)/.exec(css(point))?.[1] ?? 0);
    if (level === 0) continue;
    const bullet = elements(point, "[data-style]").find((part) => css(part).includes("mso-list:ignore"));
    const tag = /^\s*\(?[\p{L}\p{N}]{1,4}[.)\-]/u.test(bullet?.textContent ?? "") ? "ol" : "ul";
    bullet?.remove();
    if (last === null || followed(last) !== point) lists = [];
    lists.length = Math.min(lists.length, level);
    while (lists.length < level) {
      const list = body.ownerDocument.createElement(tag);
      const upper = lists.at(-1);
      if (!upper) point.before(list);
      else (upper.lastElementChild ?? upper.appendChild(body.ownerDocument.createElement("li"))).append(list);
      lists.push(list);
    }
    if (lists.length === 1 && lists[0].localName !== tag) {
      lists = [body.ownerDocument.createElement(tag)];
      point.before(lists[0]);
    }
    const item = body.ownerDocument.createElement("li");
    const paragraph = body.ownerDocument.createElement("p");
    paragraph.append(...point.childNodes);
    item.append(paragraph);
    lists.at(-1).append(item);
    last = lists[0];
    point.remove();
  }
}

function followed(list) {
  return list.nextElementSibling;
}

/** Keeps what an element means and drops how it looked. */
function undress(element) {
  const style = css(element);
  const name = element.localName;
  const plainWeight = /font-weight:(normal|[1-5]00)/.test(style);
  if (
    name.includes(":") ||
    /^(font|center|u|ins|big|small|label|button|picture)$/.test(name) ||
    name.startsWith("o-")
  ) {
    return element.replaceWith(...element.childNodes);
  }
  if (/^(b|strong)$/.test(name) && plainWeight) return element.replaceWith(...element.childNodes);
  if (/^(i|em)$/.test(name) && /font-style:normal/.test(style)) return element.replaceWith(...element.childNodes);
  if (/^(del|s|strike)$/.test(name)) return element.remove();
  if (name === "a" && !address(element.getAttribute("href"))) return element.replaceWith(...element.childNodes);
  if (name === "span" || name === "bdo" || name === "bdi") {
    const strong = /font-weight:(bold|bolder|[6-9]00)/.test(style);
    const emphasis = /font-style:italic/.test(style);
    let kept = [...element.childNodes];
    if (emphasis) kept = [wrapped("em", element, kept)];
    if (strong) kept = [wrapped("strong", element, kept)];
    return element.replaceWith(...kept);
  }
  for (const { name: attribute } of [...element.attributes]) {
    if (!/^(href|colspan|rowspan)$/.test(attribute)) element.removeAttribute(attribute);
  }
  return undefined;
}

const BLOCK = /^(P|DIV|UL|OL|TABLE|BLOCKQUOTE|H[1-6]|SECTION|ARTICLE|HR)$/;

/** A line break between two blocks, which only held them apart. */
function apartFromWords(line) {
  const nearest = (way) => {
    let next = line[way];
    while (next && (next.nodeName === "BR" || (next.nodeType === 3 && !next.data.trim()))) next = next[way];
    return next;
  };
  const [before, after] = [nearest("previousSibling"), nearest("nextSibling")];
  const bare = (node) => !node || BLOCK.test(node.nodeName);
  return bare(before) && bare(after) && Boolean(before || after || line.parentElement.localName === "body");
}

function wrapped(tag, element, children) {
  const box = element.ownerDocument.createElement(tag);
  box.append(...children);
  return box;
}

/** Two line breaks end a paragraph, as people who write in mails and phones mean it. */
function split(block) {
  if (block.querySelector("p, div, table, ul, ol, blockquote, h1, h2, h3, h4")) return;
  const parts = [[]];
  for (const node of [...block.childNodes]) {
    if (node.nodeName === "BR") parts.at(-1).push(node);
    else if (node.nodeType === 3 && !node.data.trim() && parts.at(-1).at(-1)?.nodeName === "BR") continue;
    else {
      const breaks = parts.at(-1).filter((each) => each.nodeName === "BR");
      const ends =
        parts.at(-1).length > 1 && parts.at(-1).at(-1).nodeName === "BR" && parts.at(-1).at(-2).nodeName === "BR";
      if (ends && breaks.length > 1) parts.push([]);
      parts.at(-1).push(node);
    }
  }
  if (parts.length < 2) return;
  block.replaceWith(
    ...parts.map((nodes) => {
      while (nodes.at(-1)?.nodeName === "BR") nodes.pop();
      return wrapped("p", block, nodes);
    }),
  );
}

/** Tatweels that stretch a word to fill a line; a single one may be meant, and the copy desk asks about it. */
function unstretch(body) {
  const words = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    const plain = text.data.replace(/\u0640{2,}/g, "").replace(/[\u200B\uFEFF\u00AD\u202A-\u202E]/g, "");
    if (plain !== text.data) text.data = plain;
  }
}
