// Metric cards: label, value, and a change with its arrow and its word.
import { h } from '../dom.js';

function delta(text) {
  const number = Number.parseFloat(text);
  if (text === null || text === undefined || text === '' || Number.isNaN(number)) return null;
  const [kind, arrow, word] = number < 0 ? ['down', '▼', 'down'] : number > 0 ? ['up', '▲', 'up'] : ['same', '■', 'unchanged'];
  return h('span', { class: `delta ${kind}` }, h('span', { 'aria-hidden': 'true' }, `${arrow} `), h('span', { class: 'hidden' }, `${word} `), String(text).replace(/^-/, ''));
}

/** One card for each metric. */
export function metric(host, context) {
  const metrics = Array.isArray(context.data) ? context.data : [context.data];
  host.replaceChildren(h('dl', { class: 'metrics' }, metrics.map(one => h('div', { class: 'metric' },
    h('dt', {}, String(one.label)), h('dd', {}, h('span', { class: 'value' }, String(one.value)), delta(one.delta))))));
}
