// A form: inputs whose values are sent together when one of its buttons is pressed.
import { detailOf, request } from '../api.js';
import { h } from '../dom.js';

let counter = 0;

function field(param, body) {
  const name = param.paramName;
  const id = `form-${++counter}`;
  const start = param.value ?? (param.type === 'boolean' ? false : undefined);
  if (start !== undefined && start !== null) body[name] = start;
  const options = param.options ?? [];
  let input;
  if (param.type === 'boolean') {
    input = h('input', { id, type: 'checkbox', checked: start === true, onchange: () => { body[name] = String(input.checked); } });
  } else if (options.length > 0) {
    input = h('select', {
      id, class: 'input', multiple: param.multiSelect === true,
      onchange: () => {
        const chosen = [...input.selectedOptions].map(option => option.value);
        body[name] = param.multiSelect ? chosen : chosen[0];
      },
    }, param.multiSelect ? null : h('option', { value: '' }, ''),
      options.map(option => h('option', { value: String(option.value) }, option.label)));
    if (start !== undefined) [...input.options].forEach(option => { option.selected = String(start).split(',').includes(option.value); });
  } else {
    const type = { date: 'date', number: 'number' }[param.type] ?? 'text';
    input = h('input', { id, type, class: 'input', step: 'any', value: start ?? '', oninput: () => { body[name] = input.value; } });
  }
  return h('div', { class: 'param' }, h('label', { for: id, title: param.description }, param.label ?? name), input);
}

/** The form; after a success the widget is read again. */
export function form(param, context) {
  const body = {};
  const result = h('p', { class: 'form-result', role: 'status' });
  const send = async button => {
    const sent = { ...body };
    if (button.paramName) sent[button.paramName] = button.value ?? true;
    try {
      const reply = await request(param.endpoint, {
        method: param.method ?? 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sent),
      });
      const text = await reply.text();
      result.textContent = detailOf(text, reply);
      result.classList.toggle('bad', !reply.ok);
      if (reply.ok) context.reload();
    } catch (failure) {
      result.textContent = failure.message;
      result.classList.add('bad');
    }
  };
  const inputs = param.inputParams ?? [];
  return h('fieldset', { class: 'form' }, h('legend', {}, param.label ?? 'Form'),
    h('div', { class: 'param-row' }, inputs.filter(one => one.type !== 'button').map(one => field(one, body)),
      inputs.filter(one => one.type === 'button').map(button =>
        h('button', { type: 'button', class: 'button primary', onclick: () => send(button) }, button.label ?? button.paramName))),
    result);
}
