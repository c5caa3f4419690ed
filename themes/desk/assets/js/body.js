import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { closeHistory, history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { Slice } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { directing } from "./direction.js";
import { read, write } from "./html.js";
import { pasting } from "./paste.js";
import { schema } from "./schema.js";

/** The body of the story under the hand: a ProseMirror view in the place of the plain textarea. */
export class BodyEditor {
  /**
   * @param textarea what holds the HTML without script; it stays in the form and is kept up to date on leaving
   * @param changed called after each change that a person made
   * @param plugins plugins that come before all others
   */
  constructor(textarea, { dir, lang, label, changed, moved, plugins = [] }) {
    this.textarea = textarea;
    this.editable = true;
    const place = document.createElement("div");
    place.className = "body-place";
    textarea.before(place);
    textarea.hidden = true;
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc: read(textarea.value),
        plugins: [
          ...plugins,
          rules(),
          pasting(),
          keys(),
          keymap(baseKeymap),
          history(),
          directing(dir),
          dropCursor({ class: "drop-cursor", color: false, width: 2 }),
          gapCursor(),
          tableEditing(),
          new Plugin({ view: () => ({ update: () => moved() }) }),
        ],
      }),
      attributes: {
        class: "prose",
        lang,
        dir,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": "body-hint",
        spellcheck: "true",
      },
      editable: () => this.editable,
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        if (tr.docChanged && !tr.getMeta("adopted")) changed();
      },
    });
  }

  get state() {
    return this.view.state;
  }

  html() {
    return write(this.state.doc);
  }

  run(command) {
    const done = command(this.state, this.view.dispatch, this.view);
    this.view.focus();
    return done;
  }

  freeze(frozen) {
    this.editable = !frozen;
    this.view.setProps({ editable: () => this.editable });
  }

  /** The change just made is one step of undoing, whatever is typed next. */
  adoptAsStep(html) {
    this.adopt(html, { step: true });
  }

  /**
   * Takes over another text block by block, and touches only what differs: the caret stays where it is, and so does what
   * one can undo.
   */
  adopt(html, { step = false } = {}) {
    const tr = this.state.tr;
    if (step) closeHistory(tr);
    rewrite(tr, this.state.doc, read(html));
    if (!tr.docChanged) return;
    tr.setMeta("adopted", true);
    if (!step) tr.setMeta("addToHistory", false);
    this.view.dispatch(tr);
    if (step) this.view.dispatch(closeHistory(this.state.tr));
  }

  undo() {
    return undo(this.state, this.view.dispatch);
  }
}

/** Steps that make one document the other; from the end to the beginning, so that places in front stay true. */
function rewrite(tr, now, then) {
  const before = now.content.content;
  const after = then.content.content;
  const places = [];
  now.forEach((_, place) => places.push(place));
  places.push(now.content.size);
  for (const { from, to, first, last } of gaps(before, after).reverse()) {
    if (to - from === last - first) {
      for (let i = to - from - 1; i >= 0; i--) reword(tr, places[from + i], before[from + i], after[first + i]);
    } else {
      tr.replaceWith(places[from], places[to], after.slice(first, last));
    }
  }
}

function reword(tr, place, before, after) {
  if (before.eq(after)) return;
  if (!before.sameMarkup(after) || before.isAtom) {
    tr.replaceWith(place, place + before.nodeSize, after);
    return;
  }
  const start = before.content.findDiffStart(after.content);
  if (start === null) return;
  let { a, b } = before.content.findDiffEnd(after.content);
  const overlap = start - Math.min(a, b);
  if (overlap > 0) {
    a += overlap;
    b += overlap;
  }
  const slice = after.slice(start, b);
  if (slice.openStart === slice.openEnd) tr.replace(place + 1 + start, place + 1 + a, slice);
  else tr.replace(place + 1, place + 1 + before.content.size, new Slice(after.content, 0, 0));
}

/** Where two lists of blocks differ, by their longest common subsequence between a common beginning and end. */
function gaps(before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head].eq(after[head])) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail].eq(after[after.length - 1 - tail])
  )
    tail++;
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  if (rows * columns > 250_000) return [{ from: head, to: head + rows, first: head, last: head + columns }];
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i][j] = before[head + i].eq(after[head + j])
        ? longest[i + 1][j + 1] + 1
        : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const found = [];
  let gap = { from: head, first: head };
  let i = 0;
  let j = 0;
  const end = () => {
    if (gap.from < head + i || gap.first < head + j) found.push({ ...gap, to: head + i, last: head + j });
  };
  while (i < rows && j < columns) {
    if (before[head + i].eq(after[head + j])) {
      end();
      i++;
      j++;
      gap = { from: head + i, first: head + j };
    } else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
    else j++;
  }
  i = rows;
  j = columns;
  end();
  return found;
}

function keys() {
  const { item, line_break: lineBreak } = schema.nodes;
  const breakLine = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(lineBreak.create()).scrollIntoView());
    return true;
  });
  return keymap({
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    Enter: chainCommands(leaveCitation, splitListItem(item)),
    "Shift-Enter": breakLine,
    Tab: chainCommands(goToNextCell(1), sinkListItem(item)),
    "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(item)),
  });
}

/** Enter under the name of a quotation's author goes on after the quotation. */
function leaveCitation(state, dispatch) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== schema.nodes.citation) return false;
  const after = $from.after($from.depth - 1);
  const tr = state.tr.insert(after, schema.nodes.paragraph.create());
  dispatch?.(tr.setSelection(state.selection.constructor.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
}

function rules() {
  const { heading, quote, bullet_list: bullets, ordered_list: numbers, rule } = schema.nodes;
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, heading, (match) => ({ level: match[1].length })),
      wrappingInputRule(/^\s*>\s$/, quote),
      wrappingInputRule(/^\s*[-*•]\s$/, bullets),
      wrappingInputRule(/^[1١][.)]\s$/, numbers),
      new InputRule(/^(?:---|———)$/, (state, _match, start) => {
        const at = state.doc.resolve(start);
        return at.depth === 1
          ? state.tr.replaceWith(at.before(), at.after(), [rule.create(), schema.nodes.paragraph.create()])
          : null;
      }),
    ],
  });
}
