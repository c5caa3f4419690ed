import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/*
 * Every block finds its direction from its letters, by the rule that the printed page follows: the first strong letter
 * decides (UAX 9, P2 and P3) unless most letters run the other way, and then the direction of the edition does. So an
 * Arabic paragraph that opens with a French name is an Arabic paragraph on the desk too, and an empty one waits on the
 * right side. The button and Ctrl+Shift+X turn a block by hand.
 */

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/gu;

/** "rtl" or "ltr", or null where no letter has a direction. */
export function direction(text, around) {
  let right = 0;
  let left = 0;
  let first = null;
  for (const [letter] of text.matchAll(LETTER)) {
    const rtl = RTL.test(letter);
    first ??= rtl ? "rtl" : "ltr";
    if (rtl) right++;
    else left++;
  }
  const most = left > right ? "ltr" : "rtl";
  return first === null || first === most ? first : around;
}

/** Sets the direction of blocks that nobody turned, and of lists, quotations and tables that run one way throughout. */
export function directing(dir) {
  const known = new WeakMap();
  const found = (node) => {
    if (!known.has(node)) known.set(node, direction(node.textContent, dir));
    return known.get(node);
  };
  const set = (doc) => {
    const decorations = [];
    doc.descendants((node, place) => {
      if (node.isTextblock) {
        const way = node.attrs.dir ?? found(node) ?? around(doc, place, dir);
        decorations.push(Decoration.node(place, place + node.nodeSize, { dir: way }));
        return false;
      }
      if (node.isBlock && !node.isAtom && !node.type.spec.tableRole?.match(/row|cell/)) {
        const ways = new Set();
        node.descendants((inner) => {
          const way = inner.isTextblock && (inner.attrs.dir ?? found(inner));
          if (way) ways.add(way);
          return !inner.isTextblock;
        });
        const way = ways.size === 1 ? [...ways][0] : dir;
        decorations.push(Decoration.node(place, place + node.nodeSize, { dir: way }));
      }
      return true;
    });
    return DecorationSet.create(doc, decorations);
  };
  const plugin = new Plugin({
    state: {
      init: (_, { doc }) => set(doc),
      apply: (tr, before) => (tr.docChanged ? set(tr.doc) : before),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

/** A new point of a French list in an Arabic story begins where its neighbours begin. */
function around(doc, place, dir) {
  const at = doc.resolve(place);
  for (let depth = at.depth; depth > 0; depth--) {
    const way = direction(at.node(depth).textContent, dir);
    if (way) return way;
  }
  return dir;
}

/** Turns the blocks of the selection the other way; blocks that were turned already find their own way again. */
export function turn(dir) {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const tr = state.tr;
    state.doc.nodesBetween(from, to, (node, place) => {
      if (!node.isTextblock || !("dir" in node.attrs)) return true;
      const shown = direction(node.textContent, dir) ?? around(state.doc, place, dir);
      tr.setNodeAttribute(place, "dir", node.attrs.dir ? null : shown === "rtl" ? "ltr" : "rtl");
      return false;
    });
    if (tr.docChanged) dispatch?.(tr.scrollIntoView());
    return tr.docChanged;
  };
}

/** Whether the block at the caret was turned by hand. */
export function isTurned(state) {
  return Boolean(state.selection.$from.parent.attrs.dir);
}
