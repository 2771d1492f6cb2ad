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
import { problemsHref, replace, route, widgetHref } from './url.js';
import { OpenWidget } from './widget.js';

const of = id => document.getElementById(id);
const main = of('main');
const search = of('search');
const PATIENCE = 1500;
let open = null;
let turn = 0;
let told = 0;
let isUnsure = false;
let renewing = null;

function announce(text) {
  of('announce').textContent = text;
}

function gone(id) {
  main.replaceChildren(h('div', { class: 'welcome' }, h('h1', {}, `There is no widget "${id}"`),
    h('p', {}, 'Its file may have been renamed or removed, or it has a problem and no earlier version. '),
    h('p', {}, h('a', { href: '#/' }, 'All widgets'), ' · ', h('a', { href: problemsHref() }, 'All problems'))));
}

/** The id by now; the address follows a widget whose file was renamed. */
function present(id, values, panel) {
  const now = desk.byId.has(id) ? id : desk.formerIds?.[id] ?? id;
  if (now !== id) replace(widgetHref(now, values, panel));
  return now;
}

function show({ focus = false } = {}) {
  const mine = ++turn;
  const { page, values, panel, ...named } = route();
  const id = page === 'widget' ? present(named.id, values, panel) : named.id;
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

const SILENT = 'The server does not answer. This page tries again by itself.';

async function read() {
  try {
    const isNew = await load();
    banner(null);
    if (of('connect').hidden) connectLink().catch(() => {});
    return isNew;
  } catch (failure) {
    banner(failure instanceof Failure && failure.status > 0 ? failure.message : SILENT);
    throw failure;
  }
}

/** Reads one version after the other, never two at a time, until the newest that was told of is shown. */
async function renew() {
  for (let seen = null; isUnsure || (told !== desk.snapshot && told !== seen);) {
    seen = told;
    isUnsure = false;
    try {
      if (await read()) showChange();
    } catch (failure) {
      if (failure.status === 401) return;
      isUnsure = true;
      await new Promise(resolve => { setTimeout(resolve, PATIENCE); });
    }
  }
}

function startRenewal() {
  renewing ??= renew().finally(() => { renewing = null; });
}

/** The server tells of a version. */
function snapshot(version) {
  told = version;
  startRenewal();
}

/** After a pause the server may be another, which counts its versions anew. */
function connected(isAgain) {
  banner(null);
  isUnsure ||= isAgain;
}

function showChange() {
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
  follow({ snapshot, connected, lost: () => banner(SILENT) });
}

start();
