import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { file, gap } from "./figures.js";
import { tidy } from "./paste.js";
import { schema } from "./schema.js";
import { announce, carriesFiles, row } from "./uploads.js";

/*
 * Pictures that are pasted into the text and files that are dropped there. While one is on its way, a row with its
 * progress holds its place; the row is no part of the text, so whatever becomes of it, the text is as it was.
 */

export function arriving(media, arrivals) {
  let last = 0;

  const begin = (view, place, files) => {
    const heard = document.getElementById("heard");
    for (const each of files) {
      const upload = arrivals.add(each);
      const number = ++last;
      const leave = () => view.dispatch(view.state.tr.setMeta(plugin, { leave: number }));
      const shown = row(upload, { tag: "div", dismiss: leave });
      shown.contentEditable = "false";
      view.dispatch(view.state.tr.setMeta(plugin, { come: { number, place, shown } }));
      announce(upload, heard);
      const changed = () => {
        if (upload.state === "ready") settle(view, number, upload.card);
        if (upload.state === "cancelled") leave();
      };
      upload.addEventListener("changed", changed);
      // The very file may just have come in by another way.
      changed();
    }
  };

  const settle = (view, number, card) => {
    const waiting = plugin.getState(view.state).find((each) => each.number === number);
    if (!waiting) return;
    media.put(card);
    const { tr, doc } = view.state;
    const { place } = waiting;
    const end = place === doc.content.size;
    tr.insert(place, end ? [file(card.id), schema.nodes.paragraph.create()] : file(card.id));
    view.dispatch(tr.setMeta(plugin, { leave: number }));
  };

  const plugin = new Plugin({
    state: {
      init: () => [],
      apply: (tr, before) => {
        const { come, leave } = tr.getMeta(plugin) ?? {};
        // Several that wait at one place come in there in the order in which they were dropped, whichever is first.
        const side = (number) => (leave !== undefined && number < leave ? -1 : 1);
        const now = before
          .filter(({ number }) => number !== leave)
          .map((each) => ({ ...each, place: between(tr.doc, tr.mapping.map(each.place, side(each.number))) }));
        return come ? [...now, come] : now;
      },
    },
    props: {
      decorations: (state) => {
        const rows = plugin.getState(state);
        if (rows.length === 0) return null;
        const widgets = rows.map(({ number, place, shown }) =>
          Decoration.widget(place, shown, {
            key: `arrival-${number}`,
            side: -1,
            ignoreSelection: true,
            stopEvent: () => true,
          }),
        );
        return DecorationSet.create(state.doc, widgets);
      },
      handlePaste: (view, event) => {
        const files = pasted(event.clipboardData);
        if (files.length > 0) begin(view, gap(view.state), files);
        return files.length > 0;
      },
      handleDrop: (view, event) => {
        if (!carriesFiles(event) || view.dragging) return false;
        const files = [...event.dataTransfer.files];
        begin(view, under(view, event), files);
        return files.length > 0;
      },
    },
  });
  return plugin;
}

/** Office programs put a picture of the words beside the words; then the words are meant. */
function pasted(clipboard) {
  const files = [...(clipboard?.files ?? [])];
  if (files.length === 0 || clipboard.getData("text/plain").trim()) return [];
  const html = new DOMParser().parseFromString(tidy(clipboard.getData("text/html")), "text/html");
  return html.body.textContent.trim() ? [] : files;
}

/** The gap between two blocks that is nearest to where something was dropped. */
function under(view, { clientX, clientY }) {
  const { doc } = view.state;
  const found = view.posAtCoords({ left: clientX, top: clientY });
  if (!found) return doc.content.size;
  const at = doc.resolve(found.inside >= 0 ? found.inside : found.pos);
  const before = at.depth > 0 ? at.before(1) : at.pos;
  const block = doc.nodeAt(before);
  if (!block) return doc.content.size;
  const { top, bottom } = view.nodeDOM(before).getBoundingClientRect();
  return clientY < (top + bottom) / 2 ? before : before + block.nodeSize;
}

/** Where blocks were joined or replaced, the place is mended to lie between two. */
function between(doc, place) {
  const at = doc.resolve(Math.min(place, doc.content.size));
  return at.depth === 0 ? at.pos : at.after(1);
}
