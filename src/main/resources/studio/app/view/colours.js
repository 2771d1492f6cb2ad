// The colour of a cell: by its sign, or by the rules of its column. The value itself always says the same.
import { renderFns, valueOf } from './format.js';

const NAMES = { green: 'var(--green)', red: 'var(--red)', blue: 'var(--blue)' };

const CONDITIONS = {
  eq: (a, b) => String(a) === String(b),
  ne: (a, b) => String(a) !== String(b),
  gt: (a, b) => Number(a) > Number(b),
  lt: (a, b) => Number(a) < Number(b),
  gte: (a, b) => Number(a) >= Number(b),
  lte: (a, b) => Number(a) <= Number(b),
  contains: (a, b) => String(a).includes(String(b)),
  notContains: (a, b) => !String(a).includes(String(b)),
};

function applies(rule, value) {
  if (value === null || value === undefined) return false;
  if (rule.condition === 'between') return Number(value) >= rule.range.min && Number(value) <= rule.range.max;
  return CONDITIONS[rule.condition]?.(value, rule.value) ?? false;
}

/** The value by which a cell is judged: its own, or another of its card or of its row. */
function judgedBy(key, cell, column, row) {
  if (!key) return valueOf(cell, column);
  return cell !== null && typeof cell === 'object' && key in cell ? cell[key] : row?.[key];
}

/** The style of a cell. */
export function cellStyle(cell, column, row) {
  const value = valueOf(cell, column);
  const fns = renderFns(column);
  const params = column.renderFnParams ?? {};
  if (fns.includes('columnColor')) {
    const judged = judgedBy(params.colorValueKey, cell, column, row);
    const rule = (params.colorRules ?? []).find(one => applies(one, judged));
    if (rule) {
      const colour = NAMES[rule.color] ?? rule.color;
      return rule.fill ? { backgroundColor: `color-mix(in srgb, ${colour} 22%, transparent)` } : { color: colour };
    }
  }
  if (fns.includes('greenRed') && typeof value === 'number' && value !== 0) {
    return { color: value > 0 ? NAMES.green : NAMES.red };
  }
  return null;
}
