// A prompt, and whatever answers it: text, a table or a chart.
import { h } from '../dom.js';
import { bodyOf, post } from './files.js';
import { plotlyChart } from './plotly.js';
import { table } from './table.js';
import { markdownText } from './text.js';

async function answer(place, context, reply) {
  const kind = reply.data_format?.parse_as ?? 'text';
  if (kind === 'table') return table(place, { ...context, data: reply.content, spec: { ...context.spec, data: {} } });
  if (kind === 'chart') return plotlyChart(place, { ...context, data: reply.content });
  return markdownText(place, { ...context, data: typeof reply.content === 'string' ? reply.content : JSON.stringify(reply.content) });
}

/** The prompt; nothing runs before it is sent. */
export function omni(host, context) {
  let shown = null;
  const place = h('div', { class: 'omni-answer' }, h('p', { class: 'empty' }, 'Write a prompt and run it.'));
  const input = h('input', { class: 'input', type: 'text', 'aria-label': 'Prompt', placeholder: 'Prompt' });
  const run = async event => {
    event.preventDefault();
    try {
      const reply = await post(context, { ...bodyOf(context), prompt: input.value });
      shown?.destroy?.();
      shown = await answer(place, context, reply);
    } catch (failure) {
      place.replaceChildren(h('div', { class: 'callout bad', role: 'alert' }, failure.message));
    }
  };
  host.replaceChildren(h('div', { class: 'omni' },
    h('form', { class: 'row', onsubmit: run }, input, h('button', { type: 'submit', class: 'button primary' }, 'Run')), place));
  return { destroy: () => shown?.destroy?.(), renew: () => {} };
}
