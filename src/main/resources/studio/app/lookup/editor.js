// One lookup: its options as a sheet, or read-only where they come from a query, and the record of changes.
import { h } from '../dom.js';
import { lines, sourceOf } from '../source.js';
import { LookupChanges, readLookup } from './lookups.js';
import { changeRecord } from './changes.js';
import { headOf } from './head.js';
import { liveOptions } from './live.js';
import { missing } from './missing.js';
import { Saving } from './saving.js';
import { NEW, Sheet } from './sheet.js';
import { Tools } from './tools.js';
import { readOnly } from './words.js';

/** A lookup in an element of the page, from opening to closing. */
export class OpenLookup {
  constructor(main, name) {
    this.main = main;
    this.name = name;
    this.changes = new LookupChanges(name);
    this.record = changeRecord(name);
    this.start();
  }

  async start() {
    document.title = `${this.name} – SQL Widgets`;
    try {
      this.lookup = await readLookup(this.name);
    } catch (failure) {
      if (!this.closed) missing(this, failure);
      return;
    }
    if (this.closed) return;
    this.changes.version = this.lookup.version;
    this.show();
  }

  get isRows() {
    return this.lookup.source === 'rows';
  }

  /** It is shown whatever else changes. */
  get stays() {
    return true;
  }

  get editable() {
    return this.isRows && this.lookup.editable === true;
  }

  show() {
    this.headPlace = h('div', {});
    this.saving = new Saving(this);
    this.place = h('div', { class: 'sheet-room' });
    this.main.replaceChildren(h('article', { class: 'open', 'aria-label': `Lookup ${this.name}` }, this.headPlace, this.saving.notice.element,
      this.isRows ? [this.rowsPart(), this.record.element] : this.livePart()));
    this.headPlace.replaceChildren(headOf(this));
    if (this.isRows) this.startSheet();
  }

  rowsPart() {
    this.tools = new Tools(this);
    return h('section', { class: 'sheet-part', 'aria-label': 'Options' },
      this.editable ? null : readOnly(),
      this.tools.element,
      h('div', { class: 'frame' }, this.place),
      this.editable ? h('p', { class: 'hint' }, 'Every change is saved at once. Type into a cell, Enter or Tab goes on; drag a row by its number, or press Alt and an arrow key; Ctrl+Z takes the last change back.') : null);
  }

  livePart() {
    const source = h('section', { class: 'details lookup-changes', 'aria-label': 'Where the options come from' }, h('h2', {}, 'Where they come from'));
    if (this.lookup.file) {
      sourceOf(this.lookup.file).then(text => source.append(h('p', { class: 'file' }, this.lookup.file), lines(text, [])),
        () => source.append(h('p', { class: 'file' }, this.lookup.file)));
    } else {
      source.append(h('p', {}, 'A query in the table sql_widgets.lookup of the database gives these options.'));
    }
    return [liveOptions(this.lookup), source];
  }

  async startSheet() {
    const sheet = new Sheet(this.place, this.lookup, {
      changed: (id, field, value) => this.saving.write(this.changes.change(id, { [field]: value }), false, { id, field, value }),
      added: (fields, stay) => this.add(fields, stay),
      removed: option => this.removeOne(option),
      ordered: ids => this.order(ids),
      undone: () => this.undo(),
      overtaken: (field, value) => this.saving.tellOvertaken({ field, value }),
    });
    this.sheet = sheet;
    await sheet.ready;
    if (this.closed) sheet.destroy();
    this.taken();
  }

  /** Shows what is true now: head, undo and record. */
  taken() {
    this.headPlace.replaceChildren(headOf(this));
    this.tools.offerUndo(this.lookup);
    this.record.show();
  }

  apply(lookup) {
    this.lookup = lookup;
    if (!this.isRows || !this.sheet) {
      this.show();
      return;
    }
    this.sheet.show(lookup);
    this.taken();
  }

  async reload() {
    const lookup = await readLookup(this.name);
    if (this.closed) return;
    this.changes.version = lookup.version;
    this.apply(lookup);
  }

  /** After a change of what is served: shows it, unless it is what is shown already. */
  async refresh() {
    if (!this.lookup) return this.start();
    await this.changes.last;
    const lookup = await readLookup(this.name).catch(() => null);
    if (this.closed || !lookup) return undefined;
    if (!this.isRows || lookup.source !== this.lookup.source) {
      this.lookup = lookup;
      this.show();
    } else if (lookup.version !== this.lookup.version && this.sheet?.api) {
      this.changes.version = lookup.version;
      this.apply(lookup);
    }
    return undefined;
  }

  async add(fields, stay) {
    const made = await this.saving.write(this.changes.add(fields), false, { id: NEW, field: 'value', value: fields.value, fields });
    if (!made) return;
    this.sheet.freshRow();
    this.sheet.show(this.lookup);
    if (stay) this.sheet.focus(NEW, 'value');
  }

  async removeOne(option) {
    if (!option) this.saving.notice.tell('warn', 'No option is chosen', ['Go to a cell of the option first.']);
    else await this.saving.write(this.changes.remove(option.id));
  }

  async order(ids) {
    const moved = this.sheet.current;
    await this.saving.write(this.changes.order(ids));
    this.sheet.show(this.lookup);
    this.sheet.focus(moved);
  }

  undo() {
    if (this.lookup.undo) this.saving.write(this.changes.undo());
  }

  async removeAll() {
    await this.changes.removeLookup();
    location.hash = '#/lookups';
  }

  /** Gives up what is under way. */
  close() {
    this.closed = true;
    this.sheet?.destroy();
  }
}
