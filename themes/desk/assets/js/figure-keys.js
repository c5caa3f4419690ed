import { Fragment, Slice } from "prosemirror-model";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { inside } from "./commands.js";
import { isFigure } from "./figures.js";
import { press } from "./keys.js";
import { schema } from "./schema.js";

/* What keys do, and what is pasted, where the caret is in a caption or a figure is in hand. */

const { nodes } = schema;

export function keys(view, event, figures) {
  const { selection } = view.state;
  if (isFigure(selection.node)) return press(onFigure(view, selection, figures), event);
  const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (walk && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) return step(view, walk);
  return Boolean(inside(view.state, nodes.caption)) && press(inCaption(view), event);
}

/**
 * Up and down go into figures and out again: first the figure is in hand, then its caption. Browsers would let the caret
 * get lost beside the picture.
 */
function step(view, way) {
  const { doc, tr, selection } = view.state;
  const { $head, empty } = selection;
  if (!empty || !$head.parent.isTextblock || !view.endOfTextblock(way < 0 ? "up" : "down")) return false;
  const edge = doc.resolve(way < 0 ? $head.before() : $head.after());
  const next = way < 0 ? edge.nodeBefore : edge.nodeAfter;
  const captioned = $head.parent.type === nodes.caption;
  if (!captioned && !isFigure(next)) return false;
  const figure = captioned ? $head.before(-1) : way < 0 ? edge.pos - next.nodeSize : edge.pos;
  const taken = NodeSelection.create(doc, figure);
  const beyond = captioned && (way > 0 || isFigure(next)) ? Selection.findFrom(edge, way, true) : taken;
  if (beyond) view.dispatch(tr.setSelection(beyond).scrollIntoView());
  return Boolean(beyond);
}

function onFigure(view, { node, from }, figures) {
  const tools = () => view.nodeDOM(from)?.querySelector(".figure-do button")?.focus();
  const caption = () => {
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(from + 1))).scrollIntoView());
  };
  return {
    ArrowDown: caption,
    Tab: tools,
    Enter: () => (node.type === nodes.file ? figures.word(view, from) : tools()),
  };
}

/** The caption is one line: Enter goes on below the figure, and its edges lead to the figure itself. */
function inCaption(view) {
  const { $from, empty } = view.state.selection;
  const edge = (offset) => empty && $from.parentOffset === offset;
  const figure = () => {
    const { tr, doc } = view.state;
    view.dispatch(tr.setSelection(NodeSelection.create(doc, $from.before($from.depth - 1))));
  };
  return {
    Enter: () => below(view),
    ...(edge(0) && { Backspace: figure }),
    ...(edge($from.parent.content.size) && { Delete: () => {} }),
  };
}

function below(view) {
  const { $from } = view.state.selection;
  let depth = $from.depth - 1;
  if ($from.node(depth - 1).type === nodes.gallery) depth--;
  const { tr, doc } = view.state;
  const after = $from.after(depth);
  const next = doc.resolve(after).nodeAfter;
  if (next?.type !== nodes.paragraph || next.content.size > 0) tr.insert(after, nodes.paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
}

/** What is pasted into a caption becomes part of its line, however many blocks it was. */
export function pasteIntoCaption(view, _event, slice) {
  if (!inside(view.state, nodes.caption) || slice.content.size === 0) return false;
  let line = Fragment.empty;
  slice.content.descendants((node) => {
    if (node.isInline) line = line.append(Fragment.from(node));
    if (!node.isTextblock) return !node.isInline;
    const gapped = line.size > 0 ? Fragment.from(schema.text(" ")).append(node.content) : node.content;
    line = line.append(gapped);
    return false;
  });
  view.dispatch(view.state.tr.replaceSelection(new Slice(line, 0, 0)).scrollIntoView());
  return true;
}
