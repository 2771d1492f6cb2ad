// Asks for the API key; it is kept for this tab only.
import { h } from './dom.js';

/** Resolves to the key, or to null when the dialog was closed. */
export function askForKey(refused) {
  return new Promise(resolve => {
    const input = h('input', { type: 'password', id: 'api-key', autocomplete: 'off', required: true, 'aria-describedby': 'api-key-note' });
    const form = h('form', { method: 'dialog' },
      h('h2', {}, 'This server asks for a key'),
      h('p', { id: 'api-key-note' }, refused ? 'The server does not know this key. Try another.' : 'Enter one of the API keys that its operator has set. It stays in this tab.'),
      h('label', { for: 'api-key' }, 'API key'), input,
      h('div', { class: 'row end' },
        h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'button primary' }, 'Use this key')));
    const dialog = h('dialog', { class: 'dialog', 'aria-label': 'API key' }, form);
    form.addEventListener('submit', () => dialog.close(input.value.trim()));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
