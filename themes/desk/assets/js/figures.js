import { Fragment } from "prosemirror-model";
import { NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { inside } from "./commands.js";
import { keys, pasteIntoCaption } from "./figure-keys.js";
import { FileView, GalleryView } from "./figure-views.js";
import { askWords } from "./figure-words.js";
import { Library } from "./library.js";
import { schema } from "./schema.js";
import { number, say } from "./words.js";

const { nodes } = schema;

/**
 * Pictures and other files of the library in a text, alone or several as a gallery: how they look, how they come in, are
 * moved, worded and taken out.
 */
export class Figures {
  /** @param arrivals where files go that are brought in here; without them nothing comes in, and the text is only shown */
  constructor(media, arrivals) {
    this.media = media;
    this.views = new Set();
    this.library = arrivals && new Library(media, arrivals);
  }

  plugin() {
    const fileView = (node, view, place) => new FileView(node, view, place, this);
    const galleryView = (node, view, place) => new GalleryView(node, view, place, this);
    return new Plugin({
      view: (view) => {
        const came = () => {
          for (const each of this.views) each.show();
          view.dispatch(view.state.tr.setMeta("addToHistory", false));
        };
        this.media.addEventListener("came", came);
        return {
          update: (_, before) => before.doc !== view.state.doc && this.views.forEach((each) => each.show()),
          destroy: () => this.media.removeEventListener("came", came),
        };
      },
      appendTransaction: (_, before, { doc, tr }) => (before.doc === doc ? null : withoutGhosts(doc, tr)),
      props: {
        nodeViews: { file: fileView, gallery: galleryView },
        decorations: (state) => this.hints(state),
        handleKeyDown: (view, event) => keys(view, event, this),
        handleTextInput: (view) => isFigure(view.state.selection.node),
        handlePaste: pasteIntoCaption,
        handleClickOn: clickOn,
        handleDoubleClickOn: (view, _at, node, place, event) =>
          node.type === nodes.file && event.target.closest(".file-print") && this.word(view, place),
      },
    });
  }

  /** The button of the toolbar. */
  command(view) {
    return {
      run: (_, dispatch) => {
        if (dispatch) this.insert(view());
        return true;
      },
      on: (state) =>
        isFigure(state.selection.node) || Boolean(inside(state, nodes.file) ?? inside(state, nodes.gallery)),
    };
  }

  /** What an empty caption would say by itself, or asks for; and which figure the caret is in. */
  hints({ doc, selection: { $from } }) {
    const found = [];
    for (let depth = $from.depth; depth > 0; depth--) {
      if (isFigure($from.node(depth)))
        found.push(Decoration.node($from.before(depth), $from.after(depth), { class: "in-hand" }));
    }
    const hint = (caption, place, words) => {
      if (caption.content.size > 0) return;
      found.push(Decoration.node(place, place + caption.nodeSize, { class: "empty", "data-hint": words }));
    };
    doc.descendants((node, place) => {
      if (node.type === nodes.file) {
        const own = this.media.card(node.attrs.id)?.caption;
        hint(node.lastChild, place + 1, own || say("caption-hint"));
      }
      if (node.type === nodes.gallery) {
        hint(node.lastChild, place + node.nodeSize - 1 - node.lastChild.nodeSize, say("gallery-caption-hint"));
      }
      return !node.isTextblock;
    });
    return DecorationSet.create(doc, found);
  }

  /** Files chosen in the library come in after the block at the caret; several pictures come as a gallery. */
  async insert(view) {
    const cards = await this.library.choose();
    view.focus();
    if (cards.length === 0 || !view.editable) return;
    const files = cards.map(({ id }) => file(id));
    const pictures = cards.length > 1 && cards.every(({ form }) => form === "picture");
    put(view, pictures ? [gallery(files)] : files);
  }

  /** More pictures at the end of a gallery. */
  async add(view, place) {
    const cards = await this.library.choose();
    const node = view.state.doc.nodeAt(place());
    if (cards.length === 0 || !view.editable || node?.type !== nodes.gallery) return;
    const end = place() + node.nodeSize - 1 - node.lastChild.nodeSize;
    view.dispatch(
      view.state.tr
        .insert(
          end,
          cards.map(({ id }) => file(id)),
        )
        .scrollIntoView(),
    );
  }

  async word(view, place) {
    const at = typeof place === "function" ? place : () => place;
    const { id, alt, credit, decorative } = view.state.doc.nodeAt(at()).attrs;
    const card = this.media.card(id);
    if (!card || !view.editable) return;
    const said = await askWords(this.media, card, { alt, credit, decorative });
    const node = said && view.state.doc.nodeAt(at());
    if (!node || node.attrs.id !== id) return;
    view.dispatch(view.state.tr.setNodeMarkup(at(), null, { ...node.attrs, ...said }));
  }

  /** Changes places with its neighbour; the button stays under the hand. */
  move(view, place, step) {
    const { doc, tr } = view.state;
    const at = doc.resolve(place);
    const other = neighbour(at, step);
    if (!other) return;
    const node = at.nodeAfter;
    const from = step < 0 ? place - other.nodeSize : place;
    tr.replaceWith(from, from + other.nodeSize + node.nodeSize, step < 0 ? [node, other] : [other, node]);
    const now = step < 0 ? from : from + other.nodeSize;
    view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, now)));
    const dom = view.nodeDOM(now);
    dom?.querySelector(`[data-do="${step < 0 ? "back" : "on"}"]`)?.focus();
    dom?.scrollIntoView({ block: "nearest" });
    const { parent } = at;
    const count = parent.type === nodes.gallery ? parent.childCount - 1 : parent.childCount;
    hear(say("figure-place", { number: number(at.index() + step + 1), count: number(count) }));
  }

  /** Takes a figure out; with its last picture, a gallery goes too. */
  remove(view, place) {
    const { doc, tr } = view.state;
    const at = doc.resolve(place);
    const last = at.parent.type === nodes.gallery && at.parent.childCount === 2;
    const from = last ? at.before() : place;
    const size = last ? at.parent.nodeSize : at.nodeAfter.nodeSize;
    if (doc.childCount === 1 && size === doc.content.size) tr.replaceWith(from, from + size, nodes.paragraph.create());
    else tr.delete(from, from + size);
    const near = Math.min(from, tr.doc.content.size);
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(near), -1)).scrollIntoView());
    view.focus();
  }

  /** A figure becomes a gallery of one, to which others can be added. */
  gather(view, place) {
    const node = view.state.doc.nodeAt(place);
    const { tr } = view.state;
    view.dispatch(tr.replaceWith(place, place + node.nodeSize, gallery([node])));
    view.nodeDOM(place)?.querySelector(`[data-do="add"]`)?.focus();
  }

  /** A gallery becomes its figures one after the other; its caption becomes that of the only one, or a paragraph. */
  scatter(view, place) {
    const node = view.state.doc.nodeAt(place);
    const files = node.content.content.slice(0, -1);
    const caption = node.lastChild;
    const said = caption.content.size > 0;
    const passed = said && files.length === 1 && files[0].lastChild.content.size === 0;
    const parts = passed ? [files[0].copy(Fragment.from(caption))] : files;
    if (said && !passed) parts.push(nodes.paragraph.create(caption.attrs, caption.content));
    view.dispatch(view.state.tr.replaceWith(place, place + node.nodeSize, parts));
    view.nodeDOM(place)?.querySelector("button")?.focus();
  }
}

/** A file as it stands in a text, with its own words. */
export function file(id) {
  return nodes.file.create({ id }, nodes.caption.create());
}

function gallery(files) {
  return nodes.gallery.create(null, [...files, nodes.caption.create()]);
}

/** The place between two blocks of the story where something comes in: an empty paragraph gives way. */
export function gap({ doc, selection: { $to, to } }) {
  if ($to.depth === 0) return to;
  const block = $to.node(1);
  return block.type === nodes.paragraph && block.content.size === 0 ? $to.before(1) : $to.after(1);
}

/** Puts blocks in at the caret, and the caret after them. */
function put(view, blocks) {
  const { tr, doc } = view.state;
  const at = gap(view.state);
  const last = at === doc.content.size;
  tr.insert(at, last ? [...blocks, nodes.paragraph.create()] : blocks);
  const after = at + blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  tr.setSelection(TextSelection.near(tr.doc.resolve(after)));
  view.dispatch(tr.scrollIntoView());
  view.nodeDOM(at)?.scrollIntoView?.({ block: "nearest" });
}

export function isFigure(node) {
  return node?.type === nodes.file || node?.type === nodes.gallery;
}

/** What stands before or after it and can change places with it. */
export function neighbour(at, step) {
  const { parent } = at;
  const other = at.index() + step < 0 ? null : parent.maybeChild(at.index() + step);
  return parent.type === nodes.gallery && other?.type !== nodes.file ? null : other;
}

/** A gallery whose last file was taken out goes with it. */
function withoutGhosts(doc, tr) {
  const ghosts = [];
  doc.descendants((node, place, parent) => {
    if (node.type === nodes.file && node.attrs.id === 0) ghosts.push({ node, place, parent });
    return !node.isTextblock;
  });
  for (const { node, place, parent } of ghosts.reverse()) {
    const alone = parent.type === nodes.gallery && parent.childCount === 2;
    const at = alone ? doc.resolve(place).before() : place;
    const end = at + (alone ? parent : node).nodeSize;
    if (at === 0 && end === doc.content.size) tr.replaceWith(at, end, nodes.paragraph.create());
    else tr.delete(at, end);
  }
  return tr.docChanged ? tr : null;
}

/** A click on the picture takes the figure in hand; one on its caption writes. */
function clickOn(view, _at, node, place, event) {
  const part = event.target.closest(".file-print, .gallery-head");
  if (!part || !isFigure(node) || view.nodeDOM(place) !== part.closest("figure")) return false;
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, place)));
  return true;
}

function hear(sentence) {
  const place = document.getElementById("heard");
  if (place) place.textContent = sentence;
}
