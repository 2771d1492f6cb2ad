// What a lookup is, above its options: name, source, use, age, what is wrong, and what can be done with the whole of it.
import { h, icon } from '../dom.js';
import { confirmRemoval, describe } from './settings.js';
import { ago, counted, sourceBadge, troubles, usedBy } from './words.js';

function count({ options, count: known }) {
  if (!options) return known === null || known === undefined ? 'options of a query' : counted(known, 'option');
  const off = options.filter(option => option.enabled === false).length;
  return counted(options.length, 'option') + (off > 0 ? `, ${off} of them not offered` : '');
}

function facts(lookup) {
  const uses = lookup.usedBy ?? [];
  return h('p', { class: 'lookup-note' }, count(lookup), uses.length === 0 ? ' · used by no widget' : [` · used by ${counted(uses.length, 'widget')}: `, usedBy(uses)],
    lookup.readAt ? [' · read ', ago(lookup.readAt)] : null);
}

function actions(editor) {
  const { lookup, changes, saving } = editor;
  const off = lookup.enabled === false;
  const button = (name, text, act) => h('button', { type: 'button', class: 'button', onclick: act }, name ? icon(name) : null, text);
  return h('div', { class: 'actions' }, saving.state,
    button('pencil', 'Describe', () => describe(lookup, values => saving.write(changes.settings(values), true))),
    button(null, off ? 'Switch on' : 'Switch off', () => saving.write(changes.settings({ enabled: off }))),
    button('bin', 'Delete', () => confirmRemoval(lookup, lookup.usedBy ?? [], () => editor.removeAll())));
}

/** The head of an open lookup. */
export function headOf(editor) {
  const { lookup } = editor;
  return h('header', { class: 'open-head' },
    h('div', {}, h('p', { class: 'crumb' }, h('a', { href: '#/lookups' }, 'Lookups')),
      h('div', { class: 'open-title' }, h('h1', {}, lookup.name), sourceBadge(lookup.source), lookup.enabled === false ? h('span', { class: 'badge warn' }, 'switched off') : null),
      lookup.description ? h('p', { class: 'open-text' }, lookup.description) : null,
      facts(lookup), troubles(lookup)),
    editor.editable ? actions(editor) : null);
}
