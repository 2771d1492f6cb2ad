// Makes elements. Text always becomes a text node, never markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, props, children) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** An element with attributes, listeners (onclick, …) and children. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** A small picture by the name of its path. */
export function icon(name) {
  return svg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true', class: 'icon' }, svg('path', { d: PATHS[name] ?? PATHS.other }));
}

const PATHS = {
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  ssrm_table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  live_grid: 'M3 4h14v12H3zM3 8h14M11 8v8M6 13l1.500-2 1 1.500',
  metric: 'M4 14l4-5 3 3 5-7M12 5h4v4',
  chart: 'M3 3v14h14M6 13l3-4 3 2 4-6',
  'chart-vegalite': 'M3 3v14h14M7 14v-4M11 14V7M15 14v-6',
  'chart-highcharts': 'M3 3v14h14M7 14v-6M11 14V6M15 14v-3',
  markdown: 'M4 5h12M4 9h12M4 13h7',
  html: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  newsfeed: 'M4 4h12v12H4zM7 8h6M7 11h6',
  iframe: 'M3 4h14v12H3zM3 8h14',
  youtube: 'M3 5h14v10H3zM8.500 8l3.500 2-3.500 2z',
  omni: 'M4 4h12v8H9l-4 4v-4H4z',
  pdf: 'M5 3h7l3 3v11H5zM12 3v3h3',
  multi_file_viewer: 'M5 3h7l3 3v11H5zM12 3v3h3',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  up: 'M5 12l5-5 5 5',
  undo: 'M7 4L3 8l4 4M3 8h8a5 5 0 0 1 0 10H8',
  upload: 'M10 12V3M6 7l4-4 4 4M4 17h12',
  bin: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
  pencil: 'M4 16l1-4 8-8 3 3-8 8z',
  down: 'M5 8l5 5 5-5',
  reload: 'M16 10a6 6 0 1 1-2-4.500M16 3v4h-4',
  download: 'M10 3v9M6 9l4 4 4-4M4 17h12',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  warn: 'M10 3l8 14H2zM10 8v4M10 14v1',
  other: 'M4 4h12v12H4z',
};
