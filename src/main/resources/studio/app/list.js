// The list of widgets by folder, with search; arrow keys go from one to the next.
import { brokenFiles, byFolder, desk, fits, folderName, shortName } from './desk.js';
import { h, icon } from './dom.js';
import { resultOf } from './expect.js';
import { problemsHref, route, widgetHref } from './url.js';

function mark(widget) {
  const errors = widget.problems.some(problem => problem.severity === 'error');
  if (widget.stale) return h('span', { class: 'badge warn', title: 'An older version is served' }, 'stale');
  return errors || widget.problems.length > 0 ? h('span', { class: 'badge', title: 'Has remarks' }, String(widget.problems.length)) : null;
}

function tested(widget) {
  const result = resultOf(widget);
  if (!result) return null;
  const missed = result.all - result.met;
  return missed === 0 ? h('span', { class: 'badge met', title: 'All expectations are met' }, '✓ met')
    : h('span', { class: 'badge missed', title: `${missed} of ${result.all} expectations are not met` }, `✗ ${missed} not met`);
}

function entry(widget, open) {
  return h('li', {}, h('a', {
    href: widgetHref(widget.id), class: 'entry', 'aria-current': widget.id === open ? 'page' : null, title: widget.spec.description,
  }, icon(widget.spec.type), h('span', { class: 'entry-name' }, widget.spec.name), tested(widget), mark(widget)));
}

function broken(files) {
  return files.length === 0 ? null : h('section', { class: 'folder' }, h('h2', {}, 'With problems'), h('ul', {},
    files.map(file => h('li', {}, h('a', { href: problemsHref(file), class: 'entry bad', title: file }, icon('warn'),
      h('span', { class: 'entry-name' }, file.endsWith('.sql') ? file.slice(file.lastIndexOf('/') + 1) : shortName(file)))))));
}

/** Shows the list for what is typed into the search. */
export function showList(place, search) {
  const { page, id } = route();
  const open = page === 'widget' ? id : null;
  const widgets = desk.widgets.filter(widget => fits(widget, search));
  const files = brokenFiles().filter(file => file.toLowerCase().includes(search.toLowerCase()));
  const top = place.scrollTop;
  place.replaceChildren(...[
    broken(files),
    ...byFolder(widgets).map(([folder, inside]) => h('section', { class: 'folder' }, h('h2', {}, folderName(folder)),
      h('ul', {}, inside.map(widget => entry(widget, open))))),
    widgets.length + files.length === 0 ? h('p', { class: 'empty' }, search ? 'Nothing fits what you typed.' : 'There are no widgets yet.') : null,
  ].filter(Boolean));
  place.scrollTop = top;
  place.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Lets the arrow keys walk through search and list, and "/" jump to the search. */
export function listKeys(search, place) {
  const walk = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [search, ...place.querySelectorAll('a')];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
    event.preventDefault();
  };
  search.addEventListener('keydown', walk);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') place.querySelector('a')?.click();
  });
  place.addEventListener('keydown', walk);
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
  });
}
