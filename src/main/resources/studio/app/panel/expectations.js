// What the header expects of the rows: each met or not met, in words beside the colour.
import { h, icon } from '../dom.js';
import { resultOf, runExpectations } from '../expect.js';
import { milliseconds } from './timing.js';

const EXAMPLE = '-- expect:\n--   - rows: { min: 1 }\n--     notNull: [ … ]\n--     within: 2s';

/** The words for an expectation, or for a number of them. */
export function verdict(met, all) {
  return met === all ? `✓ ${all} met` : `✗ ${all - met} of ${all} not met`;
}

function sign(met) {
  const [kind, mark, word] = met === null ? ['open', '–', 'not run'] : met ? ['met', '✓', 'met'] : ['missed', '✗', 'not met'];
  return h('span', { class: `verdict ${kind}` }, h('span', { 'aria-hidden': 'true' }, mark), ` ${word}`);
}

function check(one) {
  const [kind, mark, word] = one.met === null ? ['open', '–', 'not looked at: '] : one.met ? ['met', '✓', 'met: '] : ['missed', '✗', 'not met: '];
  return h('li', { class: `check ${kind}` }, h('span', { class: 'check-mark', 'aria-hidden': 'true' }, mark), h('span', { class: 'hidden' }, word),
    h('span', {}, one.found ?? one.expected, h('span', { class: 'place' }, ` line ${one.line}`)));
}

function entry(one) {
  const params = Object.entries(one.params);
  const facts = one.rows === null ? [] : [`${one.rows.toLocaleString('en-US')} ${one.rows === 1 ? 'row' : 'rows'}`, milliseconds(one.milliseconds)];
  return h('li', { class: `expectation ${one.met ? 'met' : 'missed'}` },
    h('div', { class: 'expectation-head' }, sign(one.met), h('h2', {}, one.name), h('span', { class: 'grow' }), h('span', { class: 'reply-state' }, facts.join(' · '))),
    params.length > 0 ? h('p', { class: 'expectation-params' }, 'with ', params.map(([name, value]) => h('code', {}, `${name} = ${value}`))) : null,
    one.failure ? h('p', { class: 'line-message error' }, h('strong', {}, 'The query failed. '), one.failure) : null,
    h('ul', { class: 'checks' }, one.checks.map(check)));
}

function nothing(context) {
  return h('div', { class: 'note' },
    h('p', {}, context.widget.url ? 'This widget shows an address; there are no rows to expect anything of.'
      : 'The header expects nothing of the rows yet. Some lines say what must be true, and the result stands here:'),
    context.widget.url ? null : h('pre', { class: 'code', tabindex: '0', 'aria-label': 'Example' }, EXAMPLE));
}

/** The panel; it runs them when it is opened first, and by its button. */
export function expectations(context) {
  if (context.widget.expectations === 0) return nothing(context);
  const state = h('p', { class: 'expectations-state', role: 'status' });
  const list = h('ul', { class: 'expectations' });
  const button = h('button', { type: 'button', class: 'button small', onclick: () => run() }, icon('reload'), 'Run again');
  const show = result => {
    state.replaceChildren(h('strong', { class: result.met === result.all ? 'met' : 'missed' }, verdict(result.met, result.all)),
      h('span', { class: 'hint' }, ` at ${result.at.toLocaleTimeString()}`));
    list.replaceChildren(...result.expectations.map(entry));
  };
  const run = async () => {
    button.disabled = true;
    state.textContent = 'Running…';
    try {
      show(await runExpectations(context.widget));
    } catch (failure) {
      state.textContent = failure.message;
    }
    button.disabled = false;
  };
  const known = resultOf(context.widget);
  if (known) show(known);
  else run();
  return h('div', {}, h('div', { class: 'row between' }, state, button), list);
}
