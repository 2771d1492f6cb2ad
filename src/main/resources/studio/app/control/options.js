// The options of a dropdown: fixed ones, or those that the server has for the values of other params.
import { json } from '../api.js';
import { paramsOf, textOf } from '../params.js';

function normal(item) {
  if (item === null || typeof item !== 'object') return { label: String(item), value: String(item) };
  return {
    label: String(item.label),
    value: String(item.value),
    description: item.extraInfo?.description,
    right: item.extraInfo?.rightOfDescription,
  };
}

/** The values that are sent to the server; a text "$name" stands for another param's value. */
export function optionsQuery(param, spec, values) {
  const query = new URLSearchParams();
  const byName = new Map(paramsOf(spec).map(one => [one.paramName, one]));
  for (const [key, given] of Object.entries(param.optionsParams ?? {})) {
    const text = String(given ?? '');
    const other = text.startsWith('$') ? byName.get(text.slice(1)) : undefined;
    const value = other ? textOf(other, values) : text;
    if (value !== '' && !(text.startsWith('$') && !other)) query.set(key, value);
  }
  return query.toString();
}

/** The options, as label, value, description and right. */
export async function optionsOf(param, query) {
  if (!param.optionsEndpoint) return (param.options ?? []).map(normal);
  const reply = await json(param.optionsEndpoint + (query ? `?${query}` : ''));
  return reply.filter(item => item !== null).map(normal);
}
