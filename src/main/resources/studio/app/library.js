// Loads the large libraries when the first widget needs them; each address names its version.
import { address } from './api.js';

const loaded = new Map();

function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address(`studio/lib/${name}`);
      script.onload = resolve;
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(`the library ${name} could not be loaded`));
      };
      document.head.append(script);
    }));
  }
  return loaded.get(name);
}

/** AG Grid Community. */
export async function agGrid() {
  await load('ag-grid-community-34.3.1.js');
  return window.agGrid;
}

/** Plotly. */
export async function plotly() {
  await load('plotly-3.3.1.js');
  return window.Plotly;
}

/** Vega-Lite's embed function. */
export async function vegaEmbed() {
  await load('vega-5.32.0.js');
  await load('vega-lite-5.23.0.js');
  await load('vega-embed-6.29.0.js');
  return window.vegaEmbed;
}

/** A function from Markdown to clean markup. */
export async function markdown() {
  await Promise.all([load('marked-16.4.1.js'), load('dompurify-3.4.15.js')]);
  return text => window.DOMPurify.sanitize(window.marked.parse(text, { gfm: true, breaks: false }), {
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'iframe'],
    FORBID_ATTR: ['style'],
    RETURN_DOM_FRAGMENT: true,
  });
}
