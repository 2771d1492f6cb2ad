// The options as a dropdown gets them now, with the control of the param on which they depend.
import { json } from '../api.js';
import { controls } from '../control/controls.js';
import { desk } from '../desk.js';
import { h } from '../dom.js';
import { paramsOf, textOf } from '../params.js';
import { counted } from './words.js';

function user(name) {
  for (const widget of desk.widgets) {
    const param = paramsOf(widget.spec).find(one => one.optionsEndpoint?.replace(/^\//, '') === `options/${name}`);
    if (param) return { spec: widget.spec, param };
  }
  return null;
}

/** The params that are sent for the options: key and param, as a widget has them. */
function parents(lookup, found) {
  const named = Object.entries(found?.param.optionsParams ?? {}).flatMap(([key, text]) => {
    const param = paramsOf(found.spec).find(one => `$${one.paramName}` === String(text));
    return param ? [{ key, param }] : [];
  });
  if (named.length > 0 || !lookup.parentParam) return named;
  return [{ key: lookup.parentParam, param: { paramName: lookup.parentParam, label: lookup.parentParam, type: 'text' } }];
}

function table(options) {
  const has = key => options.some(option => option.extraInfo?.[key]);
  const columns = [['Value', option => String(option.value)], ['Label', option => option.label],
    has('description') ? ['Description', option => option.extraInfo?.description] : null,
    has('rightOfDescription') ? ['Right of it', option => option.extraInfo?.rightOfDescription] : null].filter(Boolean);
  return h('table', { class: 'plain-table' }, h('thead', {}, h('tr', {}, columns.map(([title]) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, options.map(option => h('tr', {}, columns.map(([, text], i) => h(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : {}, text(option) ?? ''))))));
}

/** The section. */
export function liveOptions(lookup) {
  const found = user(lookup.name);
  const wanted = parents(lookup, found);
  const values = new Map();
  const listeners = [];
  const state = h('p', { class: 'hint', role: 'status' });
  const place = h('div', { class: 'live-options scroll', tabindex: '0', role: 'region', 'aria-label': 'Options now' });
  const show = async () => {
    const query = new URLSearchParams();
    for (const { key, param } of wanted) if (textOf(param, values) !== '') query.set(key, textOf(param, values));
    try {
      const options = (await json(`options/${encodeURIComponent(lookup.name)}?${query}`)).filter(Boolean);
      state.textContent = options.length === 0 ? 'There are no options for these values.' : `${counted(options.length, 'option')}, as a dropdown gets them now`;
      place.replaceChildren(...(options.length === 0 ? [] : [table(options)]));
    } catch (failure) {
      state.textContent = '';
      place.replaceChildren(h('p', { class: 'line-message error', role: 'alert' }, failure.message));
    }
  };
  const context = {
    spec: found?.spec ?? {}, values, run: show, reload: show, onValues: listener => listeners.push(listener),
    set: (name, text) => {
      values.set(name, text);
      listeners.forEach(listener => listener());
      show();
    },
  };
  show();
  return h('section', { class: 'details live-part', 'aria-label': 'Options' }, controls({ params: wanted.map(one => one.param) }, context), state, place);
}
