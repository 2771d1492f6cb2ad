// A table turned on its side: each column is a row, and the values of the first column are the heads.
import { cellStyle } from './colours.js';
import { align, cell, columnsOf } from './columns.js';
import { format } from './format.js';

function titleOf(column) {
  return column.headerName ?? column.field;
}

/** Whether the author wants the table so. */
export function isTransposed(spec) {
  return spec.data?.table?.transpose === true;
}

/** The columns for AG Grid, and its rows. */
export function transposed(spec, rows, context) {
  const [first, ...others] = columnsOf(spec, rows).filter(column => column.hide !== true);
  const plain = { sortable: false, filter: false, cellDataType: false };
  const columnDefs = [
    { ...plain, colId: 'name', headerName: titleOf(first), pinned: 'left', valueGetter: params => params.data.name, cellClass: 'transposed-name' },
    ...rows.map((row, i) => ({
      ...plain, colId: `row-${i}`, headerName: format(row[first.field], first), headerClass: 'ag-right-aligned-header',
      valueGetter: params => row[params.data.column.field],
      cellRenderer: params => cell(params.data.column, context)({ value: params.value, data: row }),
      cellStyle: params => ({ textAlign: align(params.data.column) === 'left' && others.every(one => align(one) === 'left') ? 'left' : 'right', ...cellStyle(params.value, params.data.column, row) }),
    }))];
  return { columnDefs, rowData: others.map(column => ({ column, name: titleOf(column) })) };
}
