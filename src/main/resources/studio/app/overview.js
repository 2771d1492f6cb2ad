// The first page: all widgets as cards, by folder.
import { byFolder, desk, fits, folderName, typeName } from './desk.js';
import { h, icon } from './dom.js';
import { expecting, resultOf, runAll } from './expect.js';
import { verdict } from './panel/expectations.js';
import { problemsHref, widgetHref } from './url.js';

function card(widget) {
  return h('li', {}, h('a', { class: 'card', href: widgetHref(widget.id) },
    h('span', { class: 'card-type' }, icon(widget.spec.type), typeName(widget.spec.type), widget.stale ? h('span', { class: 'badge warn' }, 'stale') : null),
    h('strong', {}, widget.spec.name), h('span', { class: 'card-text' }, widget.spec.description)));
}

function nothing(errors) {
  if (errors > 0) {
    return h('div', { class: 'welcome' }, h('h2', {}, 'No file gives a widget yet'),
      h('p', {}, h('a', { href: problemsHref() }, 'What is wrong, and what to do'), '. This page shows each widget as soon as its file is right.'));
  }
  return h('div', { class: 'welcome' }, h('h2', {}, 'No widgets yet'),
    h('p', {}, 'Put a file that ends with .sql into the folder of widgets. This page shows it a moment later.'),
    h('pre', { class: 'code', tabindex: '0' }, 'SELECT \'Hello\' AS greeting'));
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sum() {
  const results = expecting().map(resultOf).filter(Boolean);
  if (results.length === 0) return '';
  return verdict(results.reduce((all, one) => all + one.met, 0), results.reduce((all, one) => all + one.all, 0));
}

/** Runs the expectations of all widgets and says what came of them. */
function tests() {
  const all = expecting().reduce((number, widget) => number + widget.expectations, 0);
  if (all === 0) return null;
  const state = h('span', { class: 'reply-state', role: 'status' }, sum());
  const run = async () => {
    button.disabled = true;
    state.textContent = 'Running…';
    state.textContent = await runAll().then(sum, failure => failure.message);
    button.disabled = false;
  };
  const button = h('button', { type: 'button', class: 'button', onclick: run }, icon('reload'), `Run ${count(all, 'expectation')}`);
  return h('div', { class: 'actions' }, state, button);
}

/** Shows the cards that fit the search. */
export function showOverview(main, search) {
  const errors = desk.errors ?? 0;
  const widgets = desk.widgets.filter(widget => fits(widget, search));
  main.replaceChildren(h('div', { class: 'overview' },
    h('header', { class: 'overview-head' }, h('h1', {}, 'Widgets'),
      h('p', {}, `${count(desk.widgets.length, 'widget')}, ${count(desk.lookups ?? 0, 'lookup')} and ${count(desk.apps ?? 0, 'app')} are served.`,
        errors > 0 ? h('a', { class: 'inline-warn', href: problemsHref() }, `${count(errors, 'problem')} to look at`) : null), h('span', { class: 'grow' }), tests()),
    desk.widgets.length === 0 ? nothing(errors) : widgets.length === 0 ? h('p', { class: 'empty' }, 'Nothing fits what you typed.') : null,
    byFolder(widgets).map(([folder, inside]) => h('section', { 'aria-label': folderName(folder) },
      h('h2', {}, folderName(folder)), h('ul', { class: 'cards' }, inside.map(card))))));
}
