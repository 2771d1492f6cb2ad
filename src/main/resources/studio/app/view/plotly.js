// Plotly figures, in the colours that the server chose for the theme.
import { h } from '../dom.js';
import { plotly } from '../library.js';

/** The chart of a figure. */
export async function plotlyChart(host, context) {
  const Plotly = await plotly();
  const figure = context.data.results ?? context.data;
  const element = h('div', { class: 'chart', role: 'figure', 'aria-label': `Chart: ${context.spec.name}` });
  host.replaceChildren(h('div', { class: 'chart-room' }, element));
  await Plotly.newPlot(element, figure.data ?? [], { autosize: true, ...figure.layout, width: undefined, height: undefined },
    { displaylogo: false, responsive: true, ...figure.config, showEditInChartStudio: false, showSendToCloud: false });
  return { destroy: () => Plotly.purge(element) };
}
