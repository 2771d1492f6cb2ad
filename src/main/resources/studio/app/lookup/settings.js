// What a lookup is beside its options: made, described, switched off, deleted.
import { h } from '../dom.js';
import { lookupHref } from '../url.js';
import { createLookup } from './lookups.js';

/** A dialog with a form; send() gets its values and may throw. */
function dialog(title, fields, action, send) {
  const wrong = h('p', { class: 'line-message error', role: 'alert', hidden: true });
  const inputs = fields.map(field => [field, h('input', {
    id: `lookup-${field.key}`, class: 'input', value: field.value ?? '', required: field.required, maxlength: '500', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `lookup-${field.key}-note`,
  })]);
  const form = h('form', {}, h('h2', {}, title),
    inputs.map(([field, input]) => h('div', { class: 'param' }, h('label', { for: input.id }, field.label), input, h('p', { id: `${input.id}-note`, class: 'hint' }, field.note))),
    wrong,
    h('div', { class: 'row end' }, h('button', { type: 'button', class: 'button', onclick: () => element.close() }, 'Cancel'),
      h('button', { type: 'submit', class: 'button primary' }, action)));
  const element = h('dialog', { class: 'dialog', 'aria-label': title }, form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(([field, input]) => [field.key, input.value.trim()]));
    try {
      await send(values);
      element.close();
    } catch (failure) {
      const flaws = (failure.flaws ?? []).map(flaw => flaw.message);
      wrong.textContent = flaws.length > 0 ? flaws.join('\n') : failure.message;
      wrong.hidden = false;
    }
  });
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
}

/** Asks for the name of a new lookup, makes it and opens it. */
export function newLookup() {
  dialog('New lookup', [
    { key: 'name', label: 'Name', required: true, note: 'Letters, digits and underscores; widgets write lookup: and this name.' },
    { key: 'description', label: 'Description', note: 'What it offers, for people.' },
    { key: 'parentParam', label: 'Depends on the param', note: 'Empty: all options always show.' },
  ], 'Make it', async values => {
    await createLookup(Object.fromEntries(Object.entries(values).filter(([, text]) => text !== '')));
    location.hash = lookupHref(values.name);
  });
}

/** Asks for another description. */
export function describe(lookup, send) {
  dialog(`Describe ${lookup.name}`, [{ key: 'description', label: 'Description', value: lookup.description, note: 'What it offers, for people.' }], 'Save', send);
}

/** Asks whether a lookup is to be deleted. */
export function confirmRemoval(lookup, uses, send) {
  const note = uses.length > 0 ? `${uses.length === 1 ? 'One widget uses' : `${uses.length} widgets use`} it, so the server will refuse this until they name another.` : 'No widget uses it.';
  dialog(`Delete ${lookup.name}?`, [{ key: 'name', label: 'Type its name to delete it with all its options', required: true, note }], 'Delete', async values => {
    if (values.name !== lookup.name) throw new Error(`type ${lookup.name}`);
    await send();
  });
}
