// Tables in AG Grid Community: all rows at once, or block by block from the server.
import { Failure, detailOf, wholeText } from '../api.js';
import { h } from '../dom.js';
import { agGrid } from '../library.js';
import { gridColumns } from './columns.js';
import { isTransposed, transposed } from './transposed.js';

const BLOCK = 100;
const WIDEST = 420;

/** The looks of all grids, by the page's own colours. */
export function gridTheme(grid) {
  return grid.themeQuartz.withParams({
    backgroundColor: 'var(--surface)', foregroundColor: 'var(--text)', headerBackgroundColor: 'var(--surface-2)',
    headerTextColor: 'var(--muted)', borderColor: 'var(--line)', accentColor: 'var(--accent)', chromeBackgroundColor: 'var(--surface-2)',
    oddRowBackgroundColor: 'var(--surface)', rowHoverColor: 'var(--hover)', fontFamily: 'inherit', fontSize: 13, headerFontSize: 12.5,
    headerFontWeight: 600, rowHeight: 32, headerHeight: 36, wrapperBorder: false, wrapperBorderRadius: 0, headerColumnBorder: false,
    browserColorScheme: 'inherit', popupShadow: '0 8px 30px rgb(0 0 0 / .25)', menuBackgroundColor: 'var(--surface-2)', inputBackgroundColor: 'var(--surface)',
  });
}

function common(grid, columnDefs, label) {
  return {
    theme: gridTheme(grid), columnDefs, defaultColDef: { resizable: true, suppressHeaderMenuButton: true },
    suppressCellFocus: false, ensureDomOrder: true, animateRows: false, enableCellTextSelection: true, tooltipShowDelay: 300,
    suppressFieldDotNotation: true, popupParent: document.body,
    onGridReady: event => event.api.setGridAriaProperty('label', label),
  };
}

/** As wide as the author says, else as the content, but for long texts; wider when there is room left. */
function fit(api, element) {
  const columns = api.getAllDisplayedColumns();
  const free = columns.filter(column => !column.getColDef().suppressAutoSize);
  api.autoSizeColumns(free);
  api.setColumnWidths(free.filter(column => column.getActualWidth() > WIDEST).map(key => ({ key, newWidth: WIDEST })));
  const needed = columns.reduce((sum, column) => sum + column.getActualWidth(), 0);
  const room = element.clientWidth - 2;
  if (needed < room) {
    api.sizeColumnsToFit({ columnLimits: columns.map(column => ({ key: column.getColId(), minWidth: column.getActualWidth(), maxWidth: Math.max(220, 2 * column.getActualWidth()) })) });
  }
}

function place(host) {
  const element = h('div', { class: 'grid' });
  host.replaceChildren(element);
  return element;
}

/** A table of rows that are at hand. */
export async function table(host, context) {
  const grid = await agGrid();
  const rows = Array.isArray(context.data) ? context.data : [context.data];
  const name = rowName(context.spec);
  const element = place(host);
  const turned = isTransposed(context.spec);
  const shown = turned ? transposed(context.spec, rows, context) : { columnDefs: gridColumns(context.spec, rows, context), rowData: rows };
  const api = grid.createGrid(element, {
    ...common(grid, shown.columnDefs, context.spec.name), rowData: shown.rowData,
    getRowId: name && (params => name(params.data)),
    onFirstDataRendered: event => setTimeout(() => event.api.isDestroyed() || fit(event.api, element)),
  });
  return {
    destroy: () => api.destroy(), update: changed => merge(api, rows, changed, name),
    ...(turned ? {} : { renew: fresh => replace(api, element, fresh) }),
  };
}

/** Puts other rows in the place of all; order, filters and focus stay. */
function replace(api, element, rows) {
  const focused = element.contains(document.activeElement) ? api.getFocusedCell() : null;
  api.setGridOption('rowData', rows);
  if (focused) api.setFocusedCell(focused.rowIndex, focused.column);
}

/** The name of a row, by the columns that tell rows apart. */
function rowName(spec) {
  const keys = [spec.data?.wsRowIdColumns ?? spec.data?.wsRowIdColumn ?? []].flat();
  return keys.length === 0 ? undefined : row => keys.map(key => row[key]).join('-');
}

/** Puts changed rows into a live table; cells that changed light up where the author wants it. */
function merge(api, rows, changed, name) {
  const places = new Map(rows.map((row, i) => [name?.(row), i]));
  for (const row of changed) {
    const at = name ? places.get(name(row)) : undefined;
    if (at === undefined) rows.push(row);
    else rows[at] = { ...rows[at], ...row };
  }
  api.setGridOption('rowData', [...rows]);
}

/** A table whose rows are asked for while one scrolls, sorts and filters. */
export async function serverTable(host, context) {
  const grid = await agGrid();
  const first = await block(context, { startRow: 0, endRow: BLOCK, sortModel: [], filterModel: {} });
  const element = place(host);
  const api = grid.createGrid(element, {
    ...common(grid, gridColumns(context.spec, first.rowData, context), context.spec.name),
    rowModelType: 'infinite', cacheBlockSize: BLOCK, maxBlocksInCache: 20, infiniteInitialRowCount: first.rowCount ?? BLOCK,
    datasource: {
      getRows: params => block(context, params)
        .then(reply => params.successCallback(reply.rowData, reply.rowCount ?? -1), failure => {
          params.failCallback();
          if (!context.signal.aborted) context.failed(failure);
        }),
    },
    onFirstDataRendered: event => setTimeout(() => event.api.isDestroyed() || fit(event.api, element)),
  });
  return { destroy: () => api.destroy(), renew: () => api.refreshInfiniteCache() };
}

async function block(context, asked) {
  const body = {
    startRow: asked.startRow, endRow: asked.endRow, sortModel: asked.sortModel, filterModel: asked.filterModel,
    rowGroupCols: [], valueCols: [], pivotCols: [], pivotMode: false, groupKeys: [],
  };
  const begin = performance.now();
  const { reply, text } = await wholeText(context.path, {
    method: 'POST', signal: context.signal, body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Sql-Widgets-Timing': '1' },
  });
  context.replied({ reply, text, begin });
  const parsed = reply.ok ? JSON.parse(text) : { error: detailOf(text, reply) };
  if (parsed.error) throw new Failure(parsed.error, reply.status);
  return parsed;
}
