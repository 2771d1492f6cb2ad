// Vega-Lite specifications, run by Vega's interpreter: no code is made from text.
import { h } from '../dom.js';
import { vegaEmbed } from '../library.js';
import { theme } from '../theme.js';

function sized(spec) {
  const composed = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'].some(key => key in spec) || spec.encoding?.facet || spec.encoding?.row || spec.encoding?.column;
  return composed ? spec : { width: 'container', height: 'container', autosize: { type: 'fit', contains: 'padding', resize: true }, ...spec };
}

/** The chart of a specification. */
export async function vegaChart(host, context) {
  const embed = await vegaEmbed();
  const element = h('div', { class: 'vega', role: 'img', 'aria-label': `Chart: ${context.spec.name}` });
  host.replaceChildren(h('div', { class: 'chart-room vega-room' }, element));
  const result = await embed(element, { background: 'transparent', ...sized(context.data) },
    { actions: false, ast: true, renderer: 'svg', theme: theme() === 'dark' ? 'dark' : undefined, config: { background: 'transparent' } });
  return { destroy: () => result.finalize() };
}
