// What is known of the server: the published widgets, and the desk's own list of files and problems.
import { json } from './api.js';

/** The newest state that was read. */
export const desk = { snapshot: 0, specs: {}, widgets: [], problems: [], byId: new Map() };

let loaded = '';

/** Reads everything anew; false when all is as before. The list comes first, so that it is never newer than the widgets. */
export async function load() {
  const list = await json('studio/api/desk');
  const specs = await json('widgets.json');
  const state = JSON.stringify([list, specs]);
  if (state === loaded) return false;
  loaded = state;
  Object.assign(desk, list, { specs, byId: new Map(list.widgets.map(widget => [widget.id, widget])) });
  for (const widget of desk.widgets) {
    widget.spec = specs[widget.id] ?? { name: widget.id, params: [] };
    widget.problems = problemsOf(widget.file);
  }
  return true;
}

/** The problems of a file. */
export function problemsOf(file) {
  return desk.problems.filter(problem => problem.file === file);
}

/** The files with errors that give no widget at all, not even an older one. */
export function brokenFiles() {
  const served = new Set(desk.widgets.map(widget => widget.file));
  return [...new Set(desk.problems.filter(one => one.severity === 'error' && !served.has(one.file)).map(one => one.file))];
}

/** A file with the folder in which it is. */
export function shortName(file) {
  return file.split('/').slice(-2).join('/');
}

/** The words for a folder. */
export function folderName(folder) {
  return folder === '' ? 'Top folder' : folder.replace(/[-_]/g, ' ').replace(/(^|[\s/])(\p{L})/gu, (all, before, letter) => before + letter.toUpperCase());
}

/** Widgets by folder, in order. */
export function byFolder(widgets) {
  const folders = new Map();
  for (const widget of widgets) {
    if (!folders.has(widget.folder)) folders.set(widget.folder, []);
    folders.get(widget.folder).push(widget);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b));
}

/** Whether a widget has all words that are searched for. */
export function fits(widget, search) {
  const text = [widget.id, widget.file, widget.spec.name, widget.spec.description, widget.spec.type, widget.spec.category].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

const TYPE_NAMES = {
  table: 'Table', ssrm_table: 'Server-side table', live_grid: 'Live grid', metric: 'Metric', chart: 'Chart', 'chart-vegalite': 'Vega-Lite chart',
  'chart-highcharts': 'Highcharts', markdown: 'Markdown', html: 'HTML', newsfeed: 'News', iframe: 'Web page', youtube: 'Video', pdf: 'PDF',
  multi_file_viewer: 'Files', omni: 'Omni',
};

/** The name of a type. */
export function typeName(type) {
  return TYPE_NAMES[type] ?? type;
}
