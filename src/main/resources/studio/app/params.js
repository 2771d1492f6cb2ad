// What a widget's params are worth, by the rules of the client (falsy defaults are never sent).
import { resolveDate } from './dates.js';

/** All params of a specification, rows flattened, in order. */
export function paramsOf(spec) {
  return (Array.isArray(spec.params) ? spec.params : []).flat();
}

/** The rows of controls: a list in the specification is a row of its own. */
export function rowsOf(spec) {
  const rows = [[]];
  for (const item of Array.isArray(spec.params) ? spec.params : []) {
    if (Array.isArray(item)) rows.push(item, []);
    else rows[rows.length - 1].push(item);
  }
  return rows.map(row => row.filter(isShown)).filter(row => row.length > 0);
}

function isShown(param) {
  return param.show !== false && param.hidden !== true;
}

/** Whether several values may be chosen. */
export function isMulti(param) {
  return param.multiSelect === true || param.multiple === true;
}

/** The text that the declared default stands for; empty when there is none. */
export function defaultOf(param) {
  const value = param.value;
  if (value === null || value === undefined || value === '') return '';
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return param.type === 'date' ? resolveDate(text) : text;
}

/** The text of a param: what was chosen, else its default. */
export function textOf(param, values) {
  return values.has(param.paramName) ? values.get(param.paramName) : defaultOf(param);
}

/** The query that the client would send for these values. */
export function queryOf(spec, values) {
  const query = new URLSearchParams();
  for (const param of paramsOf(spec)) {
    if (!param.paramName || param.type === 'form' || param.type === 'button') continue;
    const touched = values.has(param.paramName);
    if (!touched && !param.value) continue;
    const text = textOf(param, values);
    if (text !== '') query.set(param.paramName, text);
  }
  return query;
}

/** The same values without those that say what the default says anyway. */
export function withoutDefaults(spec, values) {
  const kept = new Map();
  const byName = new Map(paramsOf(spec).map(param => [param.paramName, param]));
  for (const [name, text] of values) {
    const param = byName.get(name);
    if (param && (text !== defaultOf(param) || (!param.value && text !== ''))) kept.set(name, text);
  }
  return kept;
}
