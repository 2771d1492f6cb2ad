// From our columnsDefs to AG Grid's columns.
import { h } from '../dom.js';
import { cellStyle } from './colours.js';
import { format, renderFns } from './format.js';
import { sparkline } from './sparkline.js';

function isNumber(column) {
  return column.cellDataType === 'number';
}

/** The side on which the values of a column stand. */
export function align(column) {
  return column.align ?? (isNumber(column) ? 'right' : 'left');
}

function clicked(column, row, context) {
  const group = column.renderFnParams?.groupBy;
  const value = row?.[group?.valueField ?? column.field];
  if (group?.paramName && value !== null && value !== undefined) context.setParam(group.paramName, String(value));
}

/** The text of a hover card: what the author wrote with the names in braces filled in, else all that the cell holds. */
function card(value, column) {
  const { title, markdown } = column.renderFnParams?.hoverCard ?? {};
  const words = markdown ? [markdown.replace(/\{([^{}]+)\}/g, (all, key) => (key in value ? format(value[key]) : all))]
    : Object.entries(value).map(([key, one]) => `${key}: ${format(one)}`);
  return [title, ...words].filter(Boolean).join('\n');
}

/** What makes the content of a column's cells. */
export function cell(column, context) {
  const fns = renderFns(column);
  return params => {
    const value = params.value;
    if (column.sparkline) return sparkline(column.sparkline.dataField ? params.data?.[column.sparkline.dataField] : value, column.sparkline);
    if (typeof value === 'string' && /^https?:\/\//.test(value)) {
      return h('a', { href: value, target: '_blank', rel: 'noopener noreferrer' }, 'Open link');
    }
    const text = format(value, column);
    if (fns.includes('cellOnClick')) {
      return h('button', { type: 'button', class: 'cell-button', tabindex: '-1', onclick: () => clicked(column, params.data, context) }, text);
    }
    return fns.includes('hoverCard') && value && typeof value === 'object' ? h('span', { class: 'hover-card', title: card(value, column) }, text) : document.createTextNode(text);
  };
}

function filter(column) {
  if (column.sparkline || column.cellDataType === 'object') return false;
  return isNumber(column) ? 'agNumberColumnFilter' : 'agTextColumnFilter';
}

/** One column of the grid. */
export function gridColumn(column, context) {
  return {
    colId: column.field,
    headerName: column.headerName ?? column.field,
    headerTooltip: column.headerTooltip,
    valueGetter: params => params.data?.[column.field],
    cellRenderer: cell(column, context),
    cellStyle: params => ({ textAlign: align(column), ...cellStyle(params.value, column, params.data) }),
    headerClass: align(column) === 'right' ? 'ag-right-aligned-header' : '',
    pinned: column.pinned === true ? 'left' : column.pinned || null,
    width: column.width ?? (column.sparkline ? 150 : undefined),
    suppressAutoSize: column.width !== undefined, suppressSizeToFit: column.width !== undefined,
    minWidth: column.minWidth ?? undefined,
    maxWidth: column.maxWidth ?? undefined,
    hide: column.hide === true,
    sortable: !column.sparkline,
    filter: filter(column),
    cellDataType: false,
    enableCellChangeFlash: renderFns(column).includes('showCellChange'),
    suppressKeyboardEvent: params => {
      if (params.event.key !== 'Enter' || !renderFns(column).includes('cellOnClick')) return false;
      clicked(column, params.data, context);
      return true;
    },
  };
}

/** The columns of a specification, and those that only the rows have; what the table says of numbers is for all that say nothing. */
export function columnsOf(spec, rows) {
  const { formatterFn } = spec.data?.table ?? {};
  const declared = (spec.data?.table?.columnsDefs ?? []).map(column => (formatterFn && isNumber(column) ? { ...column, formatterFn: column.formatterFn ?? formatterFn } : column));
  const names = new Set(declared.map(column => column.field));
  const others = spec.data?.table?.showAll === false ? [] : Object.keys(rows[0] ?? {}).filter(key => !names.has(key));
  return [...declared, ...others.map(field => ({ field, headerName: field }))];
}

/** The same as AG Grid wants them. */
export function gridColumns(spec, rows, context) {
  return columnsOf(spec, rows).map(column => gridColumn(column, context));
}
