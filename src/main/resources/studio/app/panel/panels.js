// The panels beside a widget: file, reply, values, timing, expectations, curl, specification.
import { BASE, address, hasKey, json } from '../api.js';
import { h } from '../dom.js';
import { lines, sourceOf } from '../source.js';
import { bodyOf } from '../view/files.js';
import { copyButton } from './copy.js';
import { expectations } from './expectations.js';
import { pretty } from './pretty.js';
import { timing } from './timing.js';

const LONGEST = 200_000;

function code(text, label) {
  const shown = pretty(text, LONGEST + 1);
  return [h('div', { class: 'row end' }, copyButton(() => pretty(text))),
    h('pre', { class: 'code', tabindex: '0', 'aria-label': label }, shown.length > LONGEST ? `${shown.slice(0, LONGEST)}\n… (${text.length} characters in all)` : shown)];
}

async function sql(context) {
  const text = await sourceOf(context.widget.file);
  const whole = context.widget.problems.filter(problem => problem.line === 0);
  return [h('div', { class: 'row between' }, h('span', { class: 'file' }, context.widget.file), copyButton(text)),
    whole.map(problem => h('p', { class: `line-message ${problem.severity}` }, h('strong', {}, problem.severity), ` ${problem.message}`)),
    lines(text, context.widget.problems)];
}

function reply(context) {
  const text = context.reply?.text;
  return text === undefined ? h('p', { class: 'empty' }, 'There is no reply yet.') : code(text, 'Reply');
}

async function values(context) {
  if (context.widget.url) return h('p', { class: 'empty' }, 'This widget shows an address and binds nothing.');
  let bound;
  try {
    bound = await json(`studio/api/widgets/${encodeURIComponent(context.widget.id)}/values?${context.query()}`);
  } catch (failure) {
    return h('p', { class: 'line-message error' }, failure.message);
  }
  const table = bound.values.length === 0 ? h('p', { class: 'empty' }, 'The query has no params.')
    : h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Bound values' }, h('table', { class: 'plain-table' },
      h('thead', {}, h('tr', {}, ['Param', 'Bound as', 'Value', 'Comes from'].map(title => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, bound.values.map(one => h('tr', {}, h('th', { scope: 'row' }, one.paramName), h('td', {}, one.type),
        h('td', {}, one.value === null ? h('em', {}, 'NULL') : [one.value].flat().join(', ')),
        h('td', {}, one.sent ? 'the request' : one.value === null ? 'nothing was sent' : 'its default'))))));
  return [table, h('h2', {}, 'Statement'), h('p', { class: 'hint' }, 'Each ? is bound; no value ever becomes part of the text. Optional clauses without values are left out.'),
    lines(bound.statement, [])];
}

function quoted(text) {
  return `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}

const BODIES = {
  ssrm_table: () => ({ startRow: 0, endRow: 100 }),
  omni: context => ({ ...bodyOf(context), prompt: 'your prompt' }),
  multi_file_viewer: bodyOf,
};

function curl(context) {
  const key = hasKey() ? ' -H "X-API-KEY: $KEY"' : '';
  const body = BODIES[context.spec.type];
  const post = body ? ` -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(body(context)))}` : '';
  const url = address(context.path());
  const query = context.query();
  const csv = `${BASE}widgets/${context.widget.id}.csv${query ? `?${query}` : ''}`;
  return [['The data', `curl${key}${post} ${quoted(url)}`], ['The rows as CSV', `curl${key} -o ${context.widget.id}.csv ${quoted(csv)}`],
    ['What is published', `curl${key} ${quoted(address('widgets.json'))}`]]
    .map(([title, line]) => h('div', { class: 'curl' }, h('div', { class: 'row between' }, h('h2', {}, title), copyButton(line)), h('pre', { class: 'code', tabindex: '0', 'aria-label': title }, line)));
}

/** The panels by key: title, and what makes the content. */
export const PANELS = {
  sql: ['SQL', sql],
  json: ['Reply', reply],
  values: ['Values', values],
  timing: ['Timing', timing],
  expect: ['Expectations', expectations],
  curl: ['curl', curl],
  spec: ['Specification', context => code(JSON.stringify(context.spec), 'Specification')],
};
