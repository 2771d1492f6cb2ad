// All lookups: where their options come from, how many there are, who uses them, and what is wrong.
import { h, icon } from '../dom.js';
import { lookupHref } from '../url.js';
import { countInView, isCountable } from './counting.js';
import { newLookup } from './settings.js';
import { readLookups } from './lookups.js';
import { shortName } from '../desk.js';
import { ago, counted, readOnly, sourceBadge, troubles, usedBy } from './words.js';

function count(lookup, isAsked) {
  if ((lookup.count ?? null) !== null) return h('strong', {}, counted(lookup.count, 'option'));
  return h('span', { class: 'lookup-note' }, isAsked ? 'counting…' : lookup.parentParam ? 'varies' : 'not counted');
}

function facts(lookup, isAsked) {
  return h('div', { class: 'lookup-facts' }, count(lookup, isAsked), lookup.readAt ? h('span', { class: 'lookup-note' }, 'read ', ago(lookup.readAt)) : null);
}

function entry(lookup) {
  const uses = lookup.usedBy ?? [];
  return h('li', { class: 'lookup' },
    h('div', { class: 'lookup-name' }, h('h2', {}, h('a', { href: lookupHref(lookup.name) }, lookup.name)),
      lookup.description ? h('p', { class: 'card-text' }, lookup.description) : null,
      lookup.parentParam ? h('p', { class: 'lookup-note' }, 'depends on ', h('code', {}, lookup.parentParam)) : null),
    h('div', {}, sourceBadge(lookup.source), lookup.file ? h('p', { class: 'file', title: lookup.file }, shortName(lookup.file)) : null,
      lookup.enabled === false ? h('p', {}, h('span', { class: 'badge warn' }, 'switched off')) : null),
    facts(lookup, isCountable(lookup)),
    h('div', { class: 'lookup-uses' }, uses.length === 0 ? h('span', { class: 'lookup-note' }, 'used by no widget')
      : h('details', {}, h('summary', {}, `used by ${counted(uses.length, 'widget')}`), h('p', {}, usedBy(uses)))),
    troubles(lookup));
}

/** Shows what is known now; the rest of the entry stays, with what is open or focused in it. */
function renew(element, lookup) {
  element.querySelector('.lookup-facts').replaceWith(facts(lookup, false));
  element.querySelectorAll('.lookup-error').forEach(trouble => trouble.remove());
  element.append(...troubles(lookup));
}

function nothing() {
  return h('div', { class: 'welcome' }, h('h2', {}, 'No lookups yet'),
    h('p', {}, 'A lookup gives a dropdown its options. Make one here, or put a query into the folder lookups:'),
    h('pre', { class: 'code', tabindex: '0', 'aria-label': 'Example' }, 'SELECT code AS value, name AS label\nFROM   country\nORDER BY name'));
}

/** Shows the list. */
export async function showLookups(main, isCurrent) {
  let all;
  try {
    all = await readLookups();
  } catch (failure) {
    if (isCurrent()) main.replaceChildren(h('div', { class: 'overview' }, h('h1', {}, 'Lookups'), h('p', { class: 'callout bad', role: 'alert' }, failure.message)));
    return;
  }
  if (!isCurrent()) return;
  const lookups = [...all.lookups].sort((a, b) => a.name.localeCompare(b.name));
  const entries = lookups.map(lookup => [entry(lookup), lookup]);
  main.replaceChildren(h('div', { class: 'overview lookups-page' },
    h('header', { class: 'overview-head' }, h('h1', {}, 'Lookups'), h('p', {}, 'Where dropdowns get their options.'), h('span', { class: 'grow' }),
      all.editable ? h('button', { type: 'button', class: 'button primary', onclick: newLookup }, icon('plus'), 'New lookup') : null),
    all.editable ? null : readOnly(),
    lookups.length === 0 ? nothing() : h('ul', { class: 'lookups' }, entries.map(([element]) => element))));
  countInView(new Map(entries.filter(([, lookup]) => isCountable(lookup))), isCurrent, renew);
}
