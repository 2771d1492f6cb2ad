// Chooses the renderer for a type.
import { metric } from './metric.js';
import { omni } from './omni.js';
import { plain } from './plain.js';
import { plotlyChart } from './plotly.js';
import { files, severalFiles } from './files.js';
import { liveTable } from './live.js';
import { serverTable, table } from './table.js';
import { htmlPage, link, markdownText, newsfeed } from './text.js';
import { vegaChart } from './vega.js';

const RENDERERS = {
  table, live_grid: liveTable, ssrm_table: serverTable, metric, chart: plotlyChart, 'chart-vegalite': vegaChart,
  markdown: markdownText, html: htmlPage, newsfeed, iframe: link, youtube: link,
  pdf: files, multi_file_viewer: severalFiles, omni,
};

/** Types whose replies are no JSON. */
export const TEXT_TYPES = new Set(['html', 'youtube']);

/** Types that ask for their data themselves. */
export const OWN_REQUESTS = new Set(['ssrm_table', 'multi_file_viewer', 'omni']);

/** Shows data in an element; resolves to what can be destroyed, or null. */
export async function render(host, context) {
  return (await (RENDERERS[context.spec.type] ?? plain)(host, context)) ?? null;
}
