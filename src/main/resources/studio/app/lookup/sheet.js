// The options as a small spreadsheet: cells to type into, rows to drag, a row at the end for a new option.
import { h, icon } from '../dom.js';
import { agGrid } from '../library.js';
import { gridTheme } from '../view/table.js';

/** The row at the end, which is no option yet. */
export const NEW = 'new';

const TEXTS = [['value', 'Value', 1.1], ['label', 'Label', 1.5], ['description', 'Description', 1.6], ['rightOfDescription', 'Right of it', 0.9]];

function isNew(params) {
  return params.data?.id === NEW;
}

/** Whether keys move a row; the grid itself would move the focus. */
function isMove(event) {
  return event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
}

function textColumn([field, headerName, flex], sheet) {
  return {
    field, headerName, flex, minWidth: 110, editable: sheet.editable, cellDataType: 'text',
    valueGetter: params => sheet.shown(params.data, field) ?? '',
    valueSetter: params => sheet.typed(params, field),
    cellRenderer: params => document.createTextNode(params.value || (isNew(params) && field === 'value' && sheet.editable ? 'New option…' : '')),
    cellClass: params => ['cell-text', isNew(params) ? 'new-option' : '', field === 'value' ? 'cell-value' : ''].filter(Boolean),
    cellClassRules: { invalid: params => Boolean(sheet.flaw(params.data.id, field)) },
    tooltipValueGetter: params => sheet.flaw(params.data.id, field)?.message ?? (field === 'label' && !params.value ? 'Without a label the value is shown' : null),
  };
}

function flagColumn(field, headerName, sheet) {
  return {
    field, headerName, width: 104, editable: params => sheet.editable && !isNew(params), cellDataType: 'boolean', cellClass: params => ['cell-flag', isNew(params) ? 'new-option' : ''],
    valueGetter: params => (isNew(params) ? null : sheet.shown(params.data, field) === true),
    valueSetter: params => sheet.typed(params, field),
    cellRendererSelector: params => (isNew(params) ? { component: () => document.createTextNode('') } : { component: 'agCheckboxCellRenderer' }),
    cellClassRules: { invalid: params => Boolean(sheet.flaw(params.data.id, field)) },
    tooltipValueGetter: params => sheet.flaw(params.data.id, field)?.message,
  };
}

function handle(sheet) {
  return {
    colId: 'handle', headerName: '', headerComponentParams: { template: '<span class="hidden">Order</span>' }, width: 62, rowDrag: params => sheet.editable && !isNew(params), editable: false, resizable: false,
    valueGetter: params => (isNew(params) ? '' : params.node.rowIndex + 1), cellClass: 'cell-handle', tooltipValueGetter: params => (isNew(params) ? null : 'Drag, or press Alt and an arrow key'),
  };
}

function bin(sheet) {
  const remove = params => isNew(params) || sheet.onRemove(params.data);
  return {
    colId: 'remove', headerName: '', headerComponentParams: { template: '<span class="hidden">Delete</span>' }, width: 52, editable: false, resizable: false, cellClass: 'cell-remove',
    cellRenderer: params => (isNew(params) ? document.createTextNode('') : h('button', {
      type: 'button', class: 'icon-button small', tabindex: '-1', 'aria-label': `Delete ${params.data.label ?? params.data.value}`, title: 'Delete', onclick: () => remove(params),
    }, icon('close'))),
    suppressKeyboardEvent: params => {
      if (params.event.key !== 'Enter' || params.event.type !== 'keydown') return false;
      remove(params);
      return true;
    },
  };
}

/** The sheet of one lookup; on: changed(id, field, value), added(fields), removed(option), ordered(ids), undone(), overtaken(field, text). */
export class Sheet {
  constructor(host, lookup, on) {
    this.host = host;
    this.on = on;
    this.editable = lookup.editable === true;
    this.lookup = lookup;
    this.flaws = new Map();
    this.pending = new Map();
    this.draft = { id: NEW };
    this.current = NEW;
    this.begun = null;
    this.ready = this.start();
    this.drawn = new Promise(resolve => { this.onDrawn = resolve; });
  }

  async start() {
    const grid = await agGrid();
    const parent = this.lookup.parentParam;
    const columns = [handle(this), ...TEXTS.map(text => textColumn(text, this)),
      parent ? textColumn(['parentValue', `For ${parent}`, 1], this) : null,
      flagColumn('isDefault', 'Default', this), flagColumn('enabled', 'Offered', this), this.editable ? bin(this) : null].filter(Boolean);
    this.element = h('div', { class: 'grid sheet' });
    this.host.replaceChildren(this.element);
    this.element.addEventListener('focusout', event => {
      if (event.relatedTarget && !this.element.contains(event.relatedTarget)) this.commit();
    });
    this.api = grid.createGrid(this.element, {
      theme: gridTheme(grid), columnDefs: columns, rowData: this.rows(), getRowId: params => String(params.data.id),
      defaultColDef: { sortable: false, resizable: true, suppressHeaderMenuButton: true, suppressMovable: true, suppressKeyboardEvent: params => isMove(params.event) },
      domLayout: 'autoHeight', ensureDomOrder: true, singleClickEdit: false, stopEditingWhenCellsLoseFocus: true, enterNavigatesVertically: true,
      enterNavigatesVerticallyAfterEdit: true, rowDragManaged: true, suppressMoveWhenRowDragging: true, tooltipShowDelay: 300, animateRows: false,
      rowClassRules: { disabled: params => params.data.enabled === false },
      onCellFocused: event => this.focused(event.api.getDisplayedRowAtIndex(event.rowIndex)?.data.id),
      onCellEditingStarted: event => { this.begun = { id: event.data.id, field: event.colDef.field, value: this.known(event.data, event.colDef.field) }; },
      onFirstDataRendered: () => setTimeout(this.onDrawn),
      onRowDragEnd: () => this.dragged(),
      onCellKeyDown: event => this.key(event),
      onGridReady: event => event.api.setGridAriaProperty('label', `Options of ${this.lookup.name}`),
    });
  }

  rows() {
    return this.editable ? [...this.lookup.options, this.draft] : this.lookup.options;
  }

  /** Shows another state of the lookup, once it is drawn; cells that were refused keep what was typed. */
  show(lookup) {
    this.lookup = lookup;
    if (!this.api) return;
    const ids = new Set(lookup.options.map(option => option.id));
    for (const [key, flaw] of this.flaws) if (flaw.id !== NEW && !ids.has(flaw.id)) this.flaws.delete(key);
    const lost = this.begun && this.begun.id !== NEW && !ids.has(this.begun.id) && this.api.getEditingCells().length > 0;
    if (lost) this.on.overtaken(this.begun.field, this.api.getCellEditorInstances()[0]?.getValue?.());
    this.api.setGridOption('rowData', this.rows());
    this.api.refreshCells({ force: true });
  }

  flaw(id, field) {
    return this.flaws.get(`${id} ${field}`);
  }

  /** What is there, or will be once what is on its way has arrived. */
  known(option, field) {
    const key = `${option.id} ${field}`;
    return (this.pending.has(key) ? this.pending.get(key) : option[field]) ?? '';
  }

  /** Whether somebody else has changed a cell since one began to type into it. */
  isOvertaken(option, field) {
    return this.begun?.id === option.id && this.begun.field === field && this.begun.value !== this.known(option, field);
  }

  /** What a cell shows: what was refused, else what is on its way, else what is there. */
  shown(option, field) {
    const key = `${option.id} ${field}`;
    if (this.flaws.has(key)) return this.flaws.get(key).text;
    return this.pending.has(key) ? this.pending.get(key) : option[field];
  }

  /** Marks a cell that the server refused. */
  refuse(id, field, text, message) {
    this.flaws.set(`${id} ${field}`, { id, field, text, message });
    this.api.refreshCells({ force: true });
  }

  /** Takes all marks away. */
  forgive() {
    this.flaws.clear();
    this.freshRow();
    this.show(this.lookup);
  }

  typed(params, field) {
    const { id } = params.data;
    const key = `${id} ${field}`;
    const flag = typeof params.newValue === 'boolean';
    const value = flag ? params.newValue : (params.newValue ?? '').trim();
    if (value === (this.shown(params.data, field) ?? (flag ? false : ''))) return false;
    this.flaws.delete(key);
    if (id !== NEW && this.isOvertaken(params.data, field)) {
      this.on.overtaken(field, value);
      return false;
    }
    if (id === NEW) {
      this.draft = Object.assign(params.data, { [field]: value });
    } else if (value !== (params.data[field] ?? '')) {
      this.pending.set(key, value);
      this.on.changed(id, field, value === '' && field !== 'value' ? null : value).finally(() => this.settle(key, value));
    }
    return true;
  }

  settle(key, value) {
    if (this.pending.get(key) === value) this.pending.delete(key);
    if (!this.api.isDestroyed()) this.api.refreshCells({ force: true });
  }

  focused(id) {
    if (id === undefined) return;
    const left = this.current === NEW && id !== NEW;
    this.current = id;
    if (left) this.commit();
  }

  /** Hands the row at the end over, once it has a value. */
  commit({ stay = false } = {}) {
    const fields = Object.fromEntries(Object.entries(this.draft).filter(([key, text]) => key !== 'id' && text !== ''));
    if (!fields.value || this.adding || this.flaw(NEW, 'value')) return;
    this.adding = true;
    this.on.added(fields, stay).finally(() => { this.adding = false; });
  }

  onRemove(option) {
    this.on.removed(option);
  }

  /** The option of the row that has the focus. */
  chosen() {
    return this.lookup.options.find(option => option.id === this.current) ?? null;
  }

  dragged() {
    const ids = [];
    this.api.forEachNode(node => { if (node.data.id !== NEW) ids.push(node.data.id); });
    this.ordered(ids);
  }

  ordered(ids) {
    if (ids.join() !== this.lookup.options.map(option => option.id).join()) this.on.ordered(ids);
  }

  /** Moves the row that has the focus up or down. */
  move(step) {
    if (!this.api) return;
    const ids = this.lookup.options.map(option => option.id);
    const from = ids.indexOf(this.current);
    const to = from + step;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    this.ordered(ids);
  }

  /** Puts the focus back on a row after it has moved. */
  focus(id, column) {
    const node = this.api.getRowNode(String(id));
    if (!node) return;
    this.api.ensureIndexVisible(node.rowIndex);
    this.api.setFocusedCell(node.rowIndex, column ?? this.api.getFocusedCell()?.column ?? 'value');
  }

  /** Begins to type a new option. */
  async begin() {
    await this.drawn;
    this.focus(NEW, 'value');
    this.api.startEditingCell({ rowIndex: this.api.getRowNode(NEW).rowIndex, colKey: 'value' });
  }

  /** Empties the row at the end. */
  freshRow() {
    this.draft = { id: NEW };
    for (const [key, flaw] of this.flaws) if (flaw.id === NEW) this.flaws.delete(key);
  }

  key(event) {
    const pressed = event.event;
    if (!this.editable) return;
    if (pressed.key === 'Enter' && isNew(event)) setTimeout(() => this.api.getEditingCells().length > 0 || this.commit({ stay: true }));
    if (isMove(pressed)) {
      pressed.preventDefault();
      this.move(pressed.key === 'ArrowUp' ? -1 : 1);
    } else if ((pressed.ctrlKey || pressed.metaKey) && pressed.key === 'z' && this.api.getEditingCells().length === 0) {
      pressed.preventDefault();
      this.on.undone();
    }
  }

  destroy() {
    this.api?.destroy();
  }
}
