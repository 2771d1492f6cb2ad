// Where the time of the last request went, as the server says it, and how much came back.
import { h } from '../dom.js';

/** The metrics of a Server-Timing header, by name. */
export function serverTiming(header) {
  const metrics = new Map();
  for (const part of (header ?? '').split(/,\s*(?=[a-z])/)) {
    const [name, ...attributes] = part.split(';');
    const found = Object.fromEntries(attributes.map(one => one.split('=')).map(([key, value]) => [key.trim(), (value ?? '').replaceAll('"', '')]));
    if (name) metrics.set(name.trim(), found);
  }
  return metrics;
}

/** A time in words. */
export function milliseconds(number) {
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ms`;
}

function bytes(number) {
  return number < 1024 ? `${number} B` : number < 1024 * 1024 ? `${(number / 1024).toFixed(1)} KB` : `${(number / 1024 / 1024).toFixed(1)} MB`;
}

function bars(parts, total) {
  return h('ul', { class: 'bars' }, parts.map(([name, kind, time]) => h('li', {},
    h('span', { class: 'bar-name' }, name), h('span', { class: 'bar-time' }, milliseconds(time)),
    h('span', { class: 'bar-track', 'aria-hidden': 'true' }, h('span', { class: `bar-fill ${kind}`, style: `width:${Math.max(0.5, (100 * time) / total)}%` })))));
}

/** A short line for the last reply: rows and time. */
export function summary(reply) {
  if (!reply) return '';
  const metrics = serverTiming(reply.timing);
  const rows = metrics.get('rows')?.desc;
  return [rows === undefined ? null : `${Number(rows).toLocaleString('en-US')} ${rows === '1' ? 'row' : 'rows'}`, milliseconds(reply.total),
    metrics.has('memory') ? 'from memory' : null].filter(Boolean).join(' · ');
}

function allowed(time) {
  return time === undefined ? '–' : time % 1000 === 0 ? `${time / 1000} s` : `${time} ms`;
}

/** The panel. */
export function timing(context) {
  const reply = context.reply;
  if (!reply) return h('p', { class: 'empty' }, 'There is no reply yet.');
  const metrics = serverTiming(reply.timing);
  const of = name => Number(metrics.get(name)?.dur ?? 0);
  const server = of('wait') + of('database') + of('write');
  const parts = [['Waiting for a connection', 'wait', of('wait')], ['Database', 'database', of('database')],
    ['Reading and writing rows', 'write', of('write')], ['Network and the rest', 'rest', Math.max(0, reply.total - server)]];
  const facts = [['Status', String(reply.status)], ['Rows', metrics.get('rows')?.desc ?? '–'], ['Size of the reply', bytes(reply.bytes)], ['Whole time', milliseconds(reply.total)],
    ['Time allowed', allowed(context.widget.timeoutMillis)], ['Rows allowed', context.widget.maxRows?.toLocaleString('en-US') ?? '–']];
  return [metrics.has('memory') ? h('p', { class: 'hint' }, 'The reply came from memory; the database was not asked.') : null,
    h('dl', { class: 'facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))), bars(parts, Math.max(reply.total, 1))];
}
