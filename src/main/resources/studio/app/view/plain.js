// For types without a picture of their own here: the reply as it is, and the rows behind it.
import { h } from '../dom.js';
import { json } from '../api.js';
import { table } from './table.js';

const REASONS = {
  'chart-highcharts': 'Highcharts is a commercial library, so the gallery does not carry it. Workspace draws the chart from this specification.',
};

/** The specification, and the rows when the widget has a raw view. */
export async function plain(host, context) {
  const rows = h('div', { class: 'plain-rows' });
  host.replaceChildren(h('div', { class: 'plain' },
    h('p', { class: 'note' }, REASONS[context.spec.type] ?? `The gallery has no picture for the type ${context.spec.type}; this is what Workspace gets.`),
    h('pre', { class: 'code', tabindex: '0', 'aria-label': 'Reply' }, typeof context.data === 'string' ? context.data : JSON.stringify(context.data, null, 2)), rows));
  if (!context.spec.raw) return null;
  try {
    const raw = await json(`${context.path}${context.path.includes('?') ? '&' : '?'}raw=true`, { signal: context.signal });
    const { destroy } = await table(rows, { ...context, data: raw, spec: { ...context.spec, data: {} } });
    return { destroy };
  } catch {
    return null;
  }
}
