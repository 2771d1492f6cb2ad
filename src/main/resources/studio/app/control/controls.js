// The controls of a widget's params, each by its type.
import { h } from '../dom.js';
import { defaultOf, isMulti, rowsOf, textOf } from '../params.js';
import { choice } from './choice.js';
import { form } from './form.js';

const TYPING = 450;

let counter = 0;

function labelled(param, control, id) {
  return h('div', { class: `param param-${param.type ?? 'text'}`, 'data-param': param.paramName },
    h('label', { for: id, id: `${id}-label`, title: param.description }, param.label ?? param.paramName),
    control);
}

function input(param, context, type, more = {}) {
  const id = `param-${++counter}`;
  let timer;
  const element = h('input', {
    id, type, value: textOf(param, context.values), class: 'input', autocomplete: 'off',
    placeholder: param.placeholder, 'aria-description': param.description, ...more,
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => change(), type === 'date' ? 150 : TYPING);
    },
    onchange: () => change(),
    onblur: () => change(),
  });
  const isHalfTyped = () => type === 'date' && element.value.startsWith('0') && document.activeElement === element;
  const change = () => {
    clearTimeout(timer);
    if (isHalfTyped()) return;
    if (element.value !== textOf(param, context.values)) context.set(param.paramName, element.value);
  };
  return labelled(param, element, id);
}

function date(param, context) {
  const text = textOf(param, context.values);
  const isDay = text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);
  return isDay ? input(param, context, 'date', { max: '9999-12-31' }) : input(param, context, 'text');
}

function toggle(param, context) {
  const id = `param-${++counter}`;
  const isOn = () => /^(true|1|yes)$/i.test(textOf(param, context.values));
  const button = h('button', {
    id, type: 'button', role: 'switch', class: 'switch', 'aria-checked': String(isOn()),
    'aria-labelledby': `${id}-label`, title: param.description,
    onclick: () => {
      context.set(param.paramName, String(!isOn()));
      show();
    },
  });
  const show = () => {
    button.setAttribute('aria-checked', String(isOn()));
    button.replaceChildren(h('span', { class: 'knob' }), h('span', { class: 'word' }, isOn() ? 'On' : 'Off'));
  };
  show();
  return labelled(param, button, id);
}

function tabs(param, context) {
  const id = `param-${++counter}`;
  const name = `tabs-${counter}`;
  const chosen = textOf(param, context.values);
  const group = h('div', { class: 'segments', role: 'radiogroup', id, 'aria-labelledby': `${id}-label` },
    (param.options ?? []).map(option => h('label', { class: 'segment' },
      h('input', {
        type: 'radio', name, checked: String(option.value) === chosen,
        onchange: () => context.set(param.paramName, String(option.value)),
      }),
      h('span', {}, option.label))));
  return h('div', { class: 'param param-tabs', 'data-param': param.paramName },
    h('span', { class: 'label', id: `${id}-label`, title: param.description }, param.label ?? param.paramName), group);
}

function control(param, context) {
  if (param.type === 'form') return form(param, context);
  if (param.type === 'tabs') return tabs(param, context);
  if (param.type === 'boolean') return toggle(param, context);
  if (param.type === 'date') return date(param, context);
  if (param.optionsEndpoint || (param.options ?? []).length > 0) {
    const id = `param-${++counter}`;
    return labelled(param, choice(param, context, id), id);
  }
  if (param.type === 'number') return input(param, context, 'number', { step: 'any', inputmode: 'decimal' });
  const note = isMulti(param) ? { placeholder: param.placeholder ?? 'several, with commas between' } : {};
  return input(param, context, 'text', { spellcheck: 'false', ...note });
}

/**
 * The bar of controls for a specification.
 * context: values (Map of texts), set(name, text), onValues(listener), reload()
 */
export function controls(spec, context) {
  const rows = rowsOf(spec);
  return rows.length === 0 ? null : h('section', { class: 'params', 'aria-label': 'Params' },
    rows.map(row => h('div', { class: 'param-row' }, row.map(param => control(param, context)))),
    spec.runButton ? h('button', { type: 'button', class: 'button primary run', onclick: () => context.run() }, 'Run') : null);
}

/** Whether a param stands at its default. */
export function isDefault(param, values) {
  return textOf(param, values) === defaultOf(param);
}
