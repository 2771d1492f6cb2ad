// The buttons above the sheet: add, move, delete, undo, and the CSV file.
import { h, icon } from '../dom.js';
import { exportButton, importButton } from './csv.js';

function tool(name, text, act) {
  return h('button', { type: 'button', class: 'button', onclick: act }, icon(name), text);
}

/** The toolbar of one open lookup. */
export class Tools {
  constructor(editor) {
    this.undoButton = h('button', { type: 'button', class: 'button undo', onclick: () => editor.undo() });
    this.element = h('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Change options' },
      editor.editable ? [tool('plus', 'Add option', () => editor.sheet.begin()),
        tool('up', 'Up', () => editor.sheet.move(-1)), tool('down', 'Down', () => editor.sheet.move(1)),
        tool('bin', 'Delete option', () => editor.removeOne(editor.sheet.chosen())), this.undoButton] : null,
      h('div', { class: 'tool-group' }, editor.editable ? importButton(editor) : null, exportButton(editor)));
  }

  /** Says on its button what can be taken back. */
  offerUndo(lookup) {
    const undo = lookup.undo?.replace(/^Undo takes back: /, '');
    this.undoButton.replaceChildren(icon('undo'), h('span', {}, undo ? `Undo: ${undo}` : 'Nothing to undo'));
    this.undoButton.disabled = !undo;
  }
}
