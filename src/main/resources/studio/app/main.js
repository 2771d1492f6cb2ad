// The page: reads what is served, shows what the address names, and follows changes.
import { Failure, json, onKeyNeeded } from './api.js';
import { desk, load } from './desk.js';
import { h } from './dom.js';
import { follow } from './events.js';
import { onResult, runChanged } from './expect.js';
import { askForKey } from './key-dialog.js';
import { listKeys, showList } from './list.js';
import { OpenLookup } from './lookup/editor.js';
import { showLookups } from './lookup/list.js';
import { showOverview } from './overview.js';
import { showProblems } from './problems.js';
import { onTheme, startTheme } from './theme.js';
import { problemsHref, route } from './url.js';
import { OpenWidget } from './widget.js';

const of = id => document.getElementById(id);
const main = of('main');
const search = of('search');
let open = null;
let turn = 0;

function announce(text) {
  of('announce').textContent = text;
}

function gone(id) {
  main.replaceChildren(h('div', { class: 'welcome' }, h('h1', {}, `There is no widget "${id}"`),
    h('p', {}, 'Its file may have been renamed or removed, or it has a problem and no earlier version. '),
    h('p', {}, h('a', { href: '#/' }, 'All widgets'), ' · ', h('a', { href: problemsHref() }, 'All problems'))));
}

function show({ focus = false } = {}) {
  const mine = ++turn;
  const { page, id, values, panel } = route();
  open?.close();
  open = null;
  document.title = 'SQL Widgets';
  showList(of('list'), search.value);
  if (page === 'widget' && desk.byId.has(id)) open = new OpenWidget(main, id, values, panel);
  else if (page === 'widget') gone(id);
  else if (page === 'lookup') open = new OpenLookup(main, id);
  else if (page === 'lookups') showLookups(main, () => mine === turn);
  else if (page === 'problems') showProblems(main, id, () => mine === turn);
  else showOverview(main, search.value);
  if (focus) {
    main.scrollTop = 0;
    main.focus({ preventScroll: true });
  }
}

function showBar() {
  const link = of('problems-link');
  const count = desk.problems.length;
  link.hidden = count === 0;
  link.textContent = desk.errors > 0 ? `${desk.errors} problem${desk.errors === 1 ? '' : 's'}` : `${count} remark${count === 1 ? '' : 's'}`;
  link.classList.toggle('bad', desk.errors > 0);
}

function banner(text) {
  of('banner').textContent = text ?? '';
  of('banner').hidden = !text;
  of('live').textContent = text ? 'Not connected' : 'Live';
  of('live').classList.toggle('lost', Boolean(text));
}

async function read() {
  try {
    await load();
    banner(null);
  } catch (failure) {
    banner(failure instanceof Failure ? failure.message : 'The server does not answer. This page tries again by itself.');
    throw failure;
  }
}

async function refresh(version) {
  if (version === desk.snapshot) return;
  try {
    await read();
  } catch {
    return;
  }
  showBar();
  if (open?.stays) {
    showList(of('list'), search.value);
    const focused = document.activeElement?.id;
    open.refresh();
    document.getElementById(focused)?.focus();
  } else {
    show();
  }
  runChanged();
  announce(`The files have changed; version ${desk.snapshot} is shown`);
}

function menu() {
  const button = of('menu');
  const set = isOpen => {
    document.body.classList.toggle('menu-open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => set(!document.body.classList.contains('menu-open')));
  addEventListener('hashchange', () => set(false));
  addEventListener('keydown', event => { if (event.key === 'Escape') set(false); });
}

async function connectLink() {
  const start = await json('', { headers: { Accept: 'application/json' } });
  of('connect').href = start.connect;
  of('connect').hidden = false;
}

async function start() {
  onKeyNeeded(askForKey);
  startTheme(of('theme'), of('theme-name'));
  onTheme(() => open?.reload());
  onResult(() => showList(of('list'), search.value));
  menu();
  listKeys(search, of('list'));
  search.addEventListener('input', () => {
    showList(of('list'), search.value);
    if (!open && route().page === '') showOverview(main, search.value);
  });
  addEventListener('hashchange', () => show({ focus: true }));
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    main.focus();
  });
  await read().catch(() => {});
  showBar();
  show();
  follow({ snapshot: refresh, connected: () => banner(null), lost: () => banner('The server does not answer. This page tries again by itself.') });
  connectLink().catch(() => {});
}

start();
