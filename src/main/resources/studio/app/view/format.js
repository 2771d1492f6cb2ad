// Cell texts as the client shows them: percent is not scaled, large numbers are shortened.

const STEPS = [[1e12, 'T'], [1e9, 'B'], [1e6, 'M']];

function grouped(number, least, most) {
  return number.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
}

function truncated(number, places) {
  const scale = 10 ** places;
  return Math.trunc(number * scale + Math.sign(number) * 1e-9) / scale;
}

function short(number, places, most) {
  for (const [size, letter] of STEPS) {
    if (Math.abs(number) >= size) return grouped(number / size, places ?? 2, places ?? 3) + letter;
  }
  return grouped(number, places ?? 0, places ?? most);
}

function number(value, column) {
  const places = column.decimalPlaces;
  switch (column.formatterFn) {
    case 'none':
      return places === undefined ? String(value) : value.toFixed(places);
    case 'percent':
      return `${grouped(truncated(value, places ?? 2), places ?? 0, places ?? 2)} %`;
    case 'normalizedPercent':
      return `${grouped(value * 100, places ?? 0, places ?? 2)} %`;
    case 'normalized':
      return grouped(value * 100, places ?? 0, places ?? 2);
    case 'dateToYear':
      return String(value);
    case 'int':
      return short(value, places, 0);
    default:
      return short(value, places, 3);
  }
}

function text(value, column) {
  if (column.formatterFn === 'dateToYear') return value.slice(0, 4);
  return value.replace(/^(\d{4}-\d{2}-\d{2}) 00:00:00$/, '$1');
}

function titleCase(value) {
  return value.toLowerCase().replace(/(^|[\s_-])(\p{L})/gu, (all, before, letter) => (before === '_' ? ' ' : before) + letter.toUpperCase());
}

/** The render functions of a column, always a list. */
export function renderFns(column) {
  const given = column.renderFn ?? [];
  return (Array.isArray(given) ? given : String(given).split(',')).map(one => one.trim());
}

/** The value itself of a cell that is an object because it has a hover card. */
export function valueOf(cell, column) {
  const isCard = cell !== null && typeof cell === 'object' && !Array.isArray(cell) && renderFns(column).includes('hoverCard');
  return isCard ? cell[column.renderFnParams?.hoverCard?.cellField ?? 'value'] : cell;
}

/** The text of a cell. */
export function format(cell, column = {}) {
  const value = valueOf(cell, column);
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'number') return `${column.prefix ?? ''}${number(value, column)}${column.suffix ?? ''}`;
  return renderFns(column).includes('titleCase') ? titleCase(value) : text(value, column);
}
