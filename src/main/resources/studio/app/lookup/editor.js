// One lookup: its options as a sheet, or read-only where they come from a query, and the record of changes.
import { h, icon } from '../dom.js';
import { lines, sourceOf } from '../source.js';
import { LookupChanges, bringBack, exportCsv, readChanges, readLookup } from './lookups.js';
import { changeRecord } from './changes.js';
import { liveOptions } from './live.js';
import { confirmRemoval, describe } from './settings.js';
import { NEW, Sheet } from './sheet.js';
import { ago, counted, readOnly, sourceBadge, troubles, usedBy } from './words.js';

const FIELDS = { value: 'Value', label: 'Label', description: 'Description', rightOfDescription: 'Right of it', parentValue: 'Parent value', isDefault: 'Default', enabled: 'Offered' };

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
      if (!this.closed) this.missing(failure);
      return;
    }
    if (this.closed) return;
    this.changes.version = this.lookup.version;
    this.show();
  }

  missing(failure) {
    this.main.replaceChildren(h('div', { class: 'welcome' }, h('h1', {}, failure.status === 404 ? `There is no lookup "${this.name}"` : 'The lookup cannot be shown'),
      h('p', {}, failure.message), h('p', {}, h('a', { href: '#/lookups' }, 'All lookups'))));
    if (failure.status === 404) this.offerReturn();
  }

  /** A lookup that was deleted can come back, while nothing else has happened. */
  async offerReturn() {
    const [last] = await readChanges(this.name).catch(() => []);
    if (this.closed || last?.kind !== 'remove') return;
    const back = async () => {
      try {
        await bringBack(this.name);
        this.start();
      } catch (failure) {
        button.replaceWith(h('p', { role: 'alert' }, failure.message));
      }
    };
    const button = h('button', { type: 'button', class: 'button', onclick: back }, icon('undo'), `Undo: ${last.what}`);
    this.main.querySelector('.welcome').append(button);
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
    this.notice = h('div', { class: 'lookup-notice' });
    this.state = h('span', { class: 'reply-state', role: 'status' });
    this.place = h('div', { class: 'sheet-room' });
    this.main.replaceChildren(h('article', { class: 'open', 'aria-label': `Lookup ${this.name}` }, this.headPlace, this.notice,
      this.isRows ? this.rowsPart() : null, this.isRows ? null : this.livePart(), this.isRows ? this.record.element : null));
    this.head();
    if (this.isRows) this.startSheet();
  }

  head() {
    const { lookup } = this;
    const uses = lookup.usedBy ?? [];
    this.headPlace.replaceChildren(h('header', { class: 'open-head' },
      h('div', {}, h('p', { class: 'crumb' }, h('a', { href: '#/lookups' }, 'Lookups')),
        h('div', { class: 'open-title' }, h('h1', {}, lookup.name), sourceBadge(lookup.source), lookup.enabled === false ? h('span', { class: 'badge warn' }, 'switched off') : null),
        lookup.description ? h('p', { class: 'open-text' }, lookup.description) : null,
        h('p', { class: 'lookup-note' }, this.count(), uses.length === 0 ? ' · used by no widget' : [` · used by ${counted(uses.length, 'widget')}: `, usedBy(uses)],
          lookup.readAt ? [' · read ', ago(lookup.readAt)] : null),
        troubles(lookup)),
      this.editable ? h('div', { class: 'actions' }, this.state,
        h('button', { type: 'button', class: 'button', onclick: () => describe(lookup, values => this.write(this.changes.settings(values), true)) }, icon('pencil'), 'Describe'),
        h('button', { type: 'button', class: 'button', onclick: () => this.write(this.changes.settings({ enabled: lookup.enabled === false })) }, lookup.enabled === false ? 'Switch on' : 'Switch off'),
        h('button', { type: 'button', class: 'button', onclick: () => confirmRemoval(lookup, uses, () => this.removeAll()) }, icon('bin'), 'Delete')) : null));
  }

  count() {
    const { options, count } = this.lookup;
    if (!options) return count === null || count === undefined ? 'options of a query' : counted(count, 'option');
    const off = options.filter(option => option.enabled === false).length;
    return counted(options.length, 'option') + (off > 0 ? `, ${off} of them not offered` : '');
  }

  rowsPart() {
    this.file = h('input', { type: 'file', accept: '.csv,text/csv', class: 'hidden', tabindex: '-1', 'aria-label': 'CSV file to import', onchange: () => this.importFile() });
    this.undoButton = h('button', { type: 'button', class: 'button undo', onclick: () => this.undo() });
    const tool = (name, text, act) => h('button', { type: 'button', class: 'button', onclick: act }, icon(name), text);
    return h('section', { class: 'sheet-part', 'aria-label': 'Options' },
      this.editable ? null : readOnly(),
      h('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Change options' },
        this.editable ? [tool('plus', 'Add option', () => this.sheet.begin()),
          tool('up', 'Up', () => this.sheet.move(-1)), tool('down', 'Down', () => this.sheet.move(1)),
          tool('bin', 'Delete option', () => this.removeOne(this.sheet.chosen())), this.undoButton] : null,
        h('div', { class: 'tool-group' }, this.editable ? [tool('upload', 'Import CSV', () => this.file.click()), this.file] : null,
          tool('download', 'Export CSV', () => this.exportFile()))),
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
      changed: (id, field, value) => this.write(this.changes.change(id, { [field]: value }), false, { id, field, value }),
      added: (fields, stay) => this.add(fields, stay),
      removed: option => this.removeOne(option),
      ordered: ids => this.order(ids),
      undone: () => this.undo(),
    });
    this.sheet = sheet;
    await sheet.ready;
    if (this.closed) sheet.destroy();
    this.taken();
  }

  /** Shows what is true now: head, undo and record. */
  taken() {
    this.head();
    const undo = this.lookup.undo?.replace(/^Undo takes back: /, '');
    if (this.undoButton) {
      this.undoButton.replaceChildren(icon('undo'), h('span', {}, undo ? `Undo: ${undo}` : 'Nothing to undo'));
      this.undoButton.disabled = !undo;
    }
    this.record.show();
  }

  apply(lookup) {
    this.lookup = lookup;
    this.sheet.show(lookup);
    this.taken();
  }

  /** Waits for a change, and shows what comes of it; true when it was made. */
  async write(change, loud = false, cell = null) {
    this.state.textContent = 'Saving…';
    try {
      const lookup = await change;
      if (this.closed) return true;
      this.notice.replaceChildren();
      this.apply(lookup);
      this.state.textContent = 'All changes are saved';
      return true;
    } catch (failure) {
      if (this.closed) return false;
      if (loud && failure.status !== 412) throw failure;
      this.state.textContent = 'Not saved';
      await this.refused(failure, cell);
      return false;
    }
  }

  async refused(failure, cell) {
    if (failure.status === 412) return this.overtaken(cell);
    const flaws = failure.flaws ?? [];
    for (const flaw of flaws) if (cell && flaw.field in FIELDS) this.sheet.refuse(cell.id, flaw.field, cell.field === flaw.field ? cell.value : cell.fields?.[flaw.field] ?? '', flaw.message);
    this.tell('bad', cell ? 'This was not saved' : 'Nothing was changed', flaws.length === 0 ? [failure.message]
      : flaws.map(flaw => `${flaw.field in FIELDS ? `${FIELDS[flaw.field]}: ` : ''}${flaw.message}`));
    return undefined;
  }

  /** Somebody else was quicker: their state is shown, and what was not saved is said. */
  async overtaken(cell) {
    await this.reload();
    const mine = cell?.field ? ` What you typed (${FIELDS[cell.field]}: ${cell.value ?? 'nothing'}) was not saved.` : ' Your change was not made.';
    this.tell('warn', 'Somebody else has changed this lookup', [`Its new state is shown, and the record below says what was changed.${mine} Change it again if you still want to.`]);
  }

  tell(kind, title, messages) {
    this.notice.replaceChildren(h('div', { class: `callout ${kind}`, role: 'alert' }, icon('warn'), h('div', { class: 'grow' }, h('strong', {}, title),
      h('ul', { class: 'flaws' }, messages.map(message => h('li', {}, message)))),
    h('button', { type: 'button', class: 'link', onclick: () => this.dismiss() }, 'Dismiss')));
  }

  /** Takes a message away, and with it what could not be saved. */
  dismiss() {
    this.notice.replaceChildren();
    this.sheet?.forgive();
    this.state.textContent = '';
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
    const made = await this.write(this.changes.add(fields), false, { id: NEW, field: 'value', value: fields.value, fields });
    if (!made) return;
    this.sheet.freshRow();
    this.sheet.show(this.lookup);
    if (stay) this.sheet.focus(NEW, 'value');
  }

  async removeOne(option) {
    if (!option) return this.tell('warn', 'No option is chosen', ['Go to a cell of the option first.']);
    return this.write(this.changes.remove(option.id));
  }

  async order(ids) {
    const moved = this.sheet.current;
    await this.write(this.changes.order(ids));
    this.sheet.show(this.lookup);
    this.sheet.focus(moved);
  }

  undo() {
    if (this.lookup.undo) this.write(this.changes.undo());
  }

  async removeAll() {
    await this.changes.removeLookup();
    location.hash = '#/lookups';
  }

  async importFile() {
    const [file] = this.file.files;
    this.file.value = '';
    if (!file) return;
    const text = await file.text();
    try {
      const made = await this.write(this.changes.importCsv(text), true);
      if (made) this.state.textContent = `${file.name} was imported`;
    } catch (failure) {
      const flaws = failure.flaws ?? [];
      this.state.textContent = 'Not imported';
      this.tell('bad', `${file.name} was not imported, and nothing was changed`, flaws.length === 0 ? [failure.message]
        : flaws.map(flaw => `${flaw.line ? `line ${flaw.line}${flaw.column ? `, column ${flaw.column}` : ''}: ` : ''}${flaw.message}`));
    }
  }

  async exportFile() {
    try {
      const url = URL.createObjectURL(await exportCsv(this.name));
      h('a', { href: url, download: `${this.name}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (failure) {
      this.tell('bad', 'The file could not be made', [failure.message]);
    }
  }

  /** Gives up what is under way. */
  close() {
    this.closed = true;
    this.sheet?.destroy();
  }
}
