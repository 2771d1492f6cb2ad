// Words that the list of lookups and the editor share.
import { hasKey } from '../api.js';
import { h } from '../dom.js';
import { desk } from '../desk.js';
import { widgetHref } from '../url.js';

const SOURCES = {
  rows: ['Database rows', 'Kept in the database, edited here'],
  query: ['Database query', 'A query that is kept in the database'],
  file: ['File', 'A query in a file of the folder lookups'],
  inline: ['In a widget', 'A query in the header of a widget'],
};

/** The badge for where the options come from. */
export function sourceBadge(source) {
  const [word, title] = SOURCES[source] ?? [source, ''];
  return h('span', { class: `source-badge from-${source}`, title }, word);
}

/** A number with its noun. */
export function counted(number, noun) {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** How long ago something was. */
export function ago(text) {
  const date = new Date(text);
  const minutes = Math.floor((Date.now() - date.getTime()) / 60_000);
  const words = minutes < 1 ? 'just now' : minutes < 60 ? `${minutes} min ago` : minutes < 1440 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} days ago`;
  return h('time', { datetime: text, title: date.toLocaleString() }, words);
}

/** Links to the widgets that use a lookup. */
export function usedBy(ids) {
  return ids.map((id, i) => [i > 0 ? ', ' : null, h('a', { href: widgetHref(id) }, desk.byId.get(id)?.spec.name ?? id)]);
}

/** What is wrong with a lookup: its file, and its last reading. */
export function troubles(lookup) {
  return [lookup.problem, lookup.error].filter(Boolean).map(text => h('p', { class: 'line-message error lookup-error' }, h('strong', {}, 'error'), ` ${text}`));
}

/** Why somebody may only look. */
export function readOnly() {
  return h('p', { class: 'callout wait', role: 'note' }, hasKey() ? 'You see the options, and cannot change them: your key may read only. Changing options needs a key with the role admin.'
    : 'You see the options, and cannot change them: the options editor is switched off on this server.');
}
