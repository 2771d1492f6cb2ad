// The record of changes: who changed what, and when.
import { h } from '../dom.js';
import { readChanges } from './lookups.js';
import { ago } from './words.js';

function who(change) {
  if (change.user && change.apiKey) return `${change.user} (key ${change.apiKey})`;
  return change.user ?? (change.apiKey ? `key ${change.apiKey}` : 'without a key');
}

function row(change) {
  return h('tr', { class: change.undone ? 'undone' : '' },
    h('td', {}, ago(change.at)), h('td', {}, who(change)),
    h('td', {}, change.what, change.undone ? h('span', { class: 'badge' }, 'taken back') : null));
}

/** The table of changes, read anew by show(). */
export function changeRecord(name) {
  const place = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Record of changes' });
  const show = async () => {
    try {
      const changes = await readChanges(name);
      place.replaceChildren(changes.length === 0 ? h('p', { class: 'empty' }, 'Nothing has been changed here yet.')
        : h('table', { class: 'plain-table changes' }, h('thead', {}, h('tr', {}, ['When', 'Who', 'What'].map(title => h('th', { scope: 'col' }, title)))), h('tbody', {}, changes.map(row))));
    } catch (failure) {
      place.replaceChildren(h('p', { class: 'line-message error' }, failure.message));
    }
  };
  return { element: h('section', { class: 'details lookup-changes', 'aria-label': 'Changes' }, h('h2', {}, 'Changes'), place), show };
}
