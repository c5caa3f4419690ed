import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection, TextSelection } from "prosemirror-state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderColumn,
  toggleHeaderRow,
} from "prosemirror-tables";
import { isTurned, turn } from "./direction.js";
import { ask } from "./page.js";
import { address, schema } from "./schema.js";
import { say } from "./words.js";

const { nodes, marks } = schema;

/**
 * What the buttons do, by the name in data-command: `run` is a ProseMirror command, `on` tells whether the button is
 * pressed, and `can` whether it may be (else `run` is asked).
 */
export function commands(sheet, figures) {
  const view = () => sheet.body.view;
  return {
    strong: mark(marks.strong),
    em: mark(marks.em),
    code: mark(marks.code),
    sub: mark(marks.sub),
    sup: mark(marks.sup),
    link: {
      run: (state, dispatch) => (dispatch ? link(view()) : linkable(state)),
      on: (state) => Boolean(linked(state)),
    },
    paragraph: block(nodes.paragraph),
    heading2: block(nodes.heading, { level: 2 }),
    heading3: block(nodes.heading, { level: 3 }),
    heading4: block(nodes.heading, { level: 4 }),
    bullets: list(nodes.bullet_list),
    numbers: list(nodes.ordered_list),
    quote: wrapping(nodes.quote),
    pull: { run: pull, on: (state) => Boolean(inside(state, nodes.pull_quote)) },
    citation: { run: cite },
    picture: figures.command(view),
    embed: {
      run: (state, dispatch) => !dispatch || embed(view()),
      on: (state) => state.selection.node?.type === nodes.embed,
    },
    rule: { run: insertRule },
    table: { run: insertTable, on: isInTable, can: (state) => !isInTable(state) },
    row: { run: addRowAfter },
    column: { run: addColumnAfter },
    "no-row": { run: deleteRow },
    "no-column": { run: deleteColumn },
    "head-row": { run: toggleHeaderRow },
    "head-column": { run: toggleHeaderColumn },
    "no-table": { run: deleteTable },
    direction: { run: turn(sheet.dir), on: isTurned },
    undo: { run: undo },
    redo: { run: redo },
  };
}

/** Where the caret is: the nearest node of this type, with its depth. */
export function inside({ selection: { $from } }, type) {
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === type) return { node: $from.node(depth), depth };
  }
  return null;
}

function mark(type) {
  return {
    run: toggleMark(type),
    on: ({ selection: { from, to, empty, $from }, storedMarks, doc }) =>
      empty ? Boolean(type.isInSet(storedMarks || $from.marks())) : doc.rangeHasMark(from, to, type),
  };
}

function block(type, attributes = {}) {
  const on = ({ selection: { $from } }) => $from.parent.hasMarkup(type, { ...$from.parent.attrs, ...attributes });
  const set = setBlockType(type, attributes);
  const plain = setBlockType(nodes.paragraph);
  return {
    run: (state, dispatch) => (on(state) && type !== nodes.paragraph ? plain : set)(state, dispatch),
    on,
    can: (state) => on(state) || set(state),
  };
}

function list(type) {
  const within = (state) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const node = $from.node(depth);
      if (node.type === nodes.bullet_list || node.type === nodes.ordered_list)
        return { node, place: $from.before(depth) };
    }
    return null;
  };
  return {
    run: (state, dispatch) => {
      const at = within(state);
      if (!at) return wrapInList(type)(state, dispatch);
      if (at.node.type === type) return liftListItem(nodes.item)(state, dispatch);
      dispatch?.(state.tr.setNodeMarkup(at.place, type));
      return true;
    },
    on: (state) => within(state)?.node.type === type,
  };
}

function wrapping(type) {
  return {
    run: (state, dispatch) => {
      const at = inside(state, type);
      return at ? unwrap(state, dispatch, at) : wrapIn(type)(state, dispatch);
    },
    on: (state) => Boolean(inside(state, type)),
    can: (state) => Boolean(inside(state, type)) || wrapIn(type)(state),
  };
}

/** A quotation is taken apart: its paragraphs stay, and its author becomes one. */
function unwrap(state, dispatch, { node, depth }) {
  const place = state.selection.$from.before(depth);
  const parts = node.content.content.map((part) =>
    part.type === nodes.citation ? nodes.paragraph.create(part.attrs, part.content) : part,
  );
  const within = state.selection.from;
  const tr = state.tr.replaceWith(place, place + node.nodeSize, parts);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(place, within - 1))));
  dispatch?.(tr.scrollIntoView());
  return true;
}

function pull(state, dispatch) {
  const at = inside(state, nodes.pull_quote);
  if (at) return unwrap(state, dispatch, at);
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.paragraph) return false;
  const place = $from.before();
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.index(-1) + 1, nodes.pull_quote)) return false;
  const tr = state.tr.replaceWith(place, $from.after(), nodes.pull_quote.create(null, $from.parent));
  tr.setSelection(TextSelection.near(tr.doc.resolve(state.selection.from + 1)));
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Goes to the line that names whose words these are, which appears when it is missing. */
function cite(state, dispatch) {
  const at = inside(state, nodes.quote) ?? inside(state, nodes.pull_quote);
  if (!at) return false;
  const end = state.selection.$from.end(at.depth);
  const tr = state.tr;
  const there = at.node.lastChild.type === nodes.citation;
  if (!there) tr.insert(end, nodes.citation.create());
  tr.setSelection(TextSelection.near(tr.doc.resolve(there ? end - 1 : end + 1), there ? -1 : 1));
  dispatch?.(tr.scrollIntoView());
  return true;
}

function insertRule(state, dispatch) {
  const { $to } = state.selection;
  if ($to.depth === 0) return false;
  const after = $to.after(1);
  const tr = state.tr.insert(after, [
    nodes.rule.create(),
    ...(after === state.doc.content.size ? [nodes.paragraph.create()] : []),
  ]);
  tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
  dispatch?.(tr.scrollIntoView());
  return true;
}

function insertTable(state, dispatch) {
  const { $from } = state.selection;
  if (isInTable(state) || $from.depth === 0) return false;
  const cells = (type) => Array.from({ length: 3 }, () => type.createAndFill());
  const rows = [nodes.table_header, nodes.table_cell, nodes.table_cell].map((type) =>
    nodes.table_row.create(null, cells(type)),
  );
  const after = $from.after(1);
  const tr = state.tr.insert(after, [
    nodes.table.create(null, rows),
    ...(after === state.doc.content.size ? [nodes.paragraph.create()] : []),
  ]);
  tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
  dispatch?.(tr.scrollIntoView());
  return true;
}

function linked(state) {
  const { $from, from, to, empty } = state.selection;
  if (empty) return marks.link.isInSet($from.marks()) || marks.link.isInSet($from.nodeAfter?.marks ?? []);
  let found = null;
  state.doc.nodesBetween(from, to, (node) => {
    found ??= marks.link.isInSet(node.marks) ?? null;
  });
  return found;
}

function linkable(state) {
  return !state.selection.empty || Boolean(linked(state));
}

/** The whole stretch of the link at the caret. */
function reach(state) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to };
  const mark = linked(state);
  let start = $from.start();
  let found = { from, to };
  let run = null;
  $from.parent.forEach((node) => {
    const has = mark.isInSet(node.marks);
    if (has) run = { from: run?.from ?? start, to: start + node.nodeSize };
    start += node.nodeSize;
    if (run && run.from <= from && run.to >= from) found = run;
    if (!has) run = null;
  });
  return found;
}

function link(view) {
  if (!linkable(view.state)) return false;
  const { from, to } = reach(view.state);
  const current = linked(view.state);
  askAddress("link-dialog", { href: current?.attrs.href ?? "" }, address).then((answer) => {
    view.focus();
    if (!answer) return;
    const tr = view.state.tr.removeMark(from, to, marks.link);
    if (answer.done !== "remove") tr.addMark(from, to, marks.link.create({ href: answer.href }));
    view.dispatch(tr);
  });
  return true;
}

function embed(view) {
  const chosen = view.state.selection.node?.type === nodes.embed ? view.state.selection.node.attrs : null;
  const secure = (written) => (/^https:\/\/\S+$/i.test(written.trim()) ? written.trim() : null);
  askAddress("embed-dialog", chosen ?? { href: "", title: "" }, secure).then((answer) => {
    view.focus();
    if (!answer) return;
    const node = nodes.embed.create({ href: answer.href, title: answer.title.trim() });
    const { selection, doc, tr } = view.state;
    if (chosen) tr.replaceSelectionWith(node);
    else {
      const after = selection.$to.depth === 0 ? selection.to : selection.$to.after(1);
      tr.insert(after, [node, ...(after === doc.content.size ? [nodes.paragraph.create()] : [])]);
      tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
    }
    view.dispatch(tr.scrollIntoView());
  });
  return true;
}

/** Double click or Enter on a card opens it for change. */
export function openEmbed(view) {
  return view.state.selection instanceof NodeSelection && view.state.selection.node.type === nodes.embed
    ? embed(view)
    : false;
}

async function askAddress(id, given, accept) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  const refusal = dialog.querySelector(".refusal");
  for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
  for (const remove of dialog.querySelectorAll("[value='remove']")) remove.hidden = !given.href;
  refusal.hidden = true;
  form.onsubmit = (event) => {
    if (event.submitter?.value !== "done" || accept(form.elements.href.value)) return;
    event.preventDefault();
    refusal.textContent = say("address-refused");
    refusal.hidden = false;
    form.elements.href.focus();
  };
  const done = await ask(dialog, { on: () => form.elements.href.select() });
  if (!done) return null;
  return { done, href: accept(form.elements.href.value), title: form.elements.title?.value ?? "" };
}
