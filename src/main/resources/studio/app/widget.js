// One open widget: its controls, its picture, and the panels beside it.
import { Failure, detailOf, request, wholeText } from './api.js';
import { controls } from './control/controls.js';
import { desk, typeName } from './desk.js';
import { h, icon } from './dom.js';
import { queryOf, withoutDefaults } from './params.js';
import { copyButton } from './panel/copy.js';
import { PANELS } from './panel/panels.js';
import { tabs } from './panel/tabs.js';
import { summary } from './panel/timing.js';
import { theme } from './theme.js';
import { problemsHref, replace, widgetHref } from './url.js';
import { OWN_REQUESTS, TEXT_TYPES, render } from './view/view.js';

const THEMED = new Set(['chart', 'chart-highcharts', 'chart-vegalite', 'html']);
const ROW_HEIGHT = 36;

/** What a failure is to be blamed on: the reply, the way to the server, or this page. */
function blame(failure) {
  if (!(failure instanceof Failure)) return 'The gallery cannot show this reply: ';
  return failure.status > 0 ? 'Workspace would show this message: ' : 'No reply. ';
}

/** A widget in an element of the page, from opening to closing. */
export class OpenWidget {
  constructor(main, id, values, panel) {
    this.main = main;
    this.id = id;
    this.values = values;
    this.panel = panel;
    this.listeners = [];
    this.renewals = [];
    this.show();
  }

  get widget() {
    return desk.byId.get(this.id);
  }

  get spec() {
    return this.widget.spec;
  }

  /** Whether it is still served. */
  get stays() {
    return Boolean(this.widget);
  }

  /** All that is known of the widget itself. */
  get state() {
    const { version, stale, problems, spec } = this.widget;
    return JSON.stringify([version, stale, problems, spec]);
  }

  /** After a change of what is served: everything anew, or only data and options, so that typing stays. */
  refresh() {
    if (this.state !== this.shownState) return this.show();
    this.renewals.forEach(renew => renew());
    return this.reload({ isQuiet: true });
  }

  /** Builds everything anew, as after a change of the file. */
  show() {
    this.close();
    this.listeners = [];
    this.renewals = [];
    this.shownState = this.state;
    document.title = `${this.spec.name} – SQL Widgets`;
    this.picture = h('div', { class: `picture type-${this.spec.type}`, style: `--height:${(this.spec.gridData?.h ?? 12) * ROW_HEIGHT}px` });
    this.status = h('span', { class: 'reply-state', role: 'status' });
    this.details = tabs(PANELS, this.panel, key => this.content(key));
    this.main.replaceChildren(h('article', { class: 'open', 'aria-label': this.spec.name },
      this.head(), this.stale(), controls(this.spec, this.context()),
      h('section', { class: 'frame', 'aria-label': 'Widget', 'aria-busy': 'false' }, this.picture), this.details.element));
    this.frame = this.main.querySelector('.frame');
    this.details.show(this.details.start);
    this.reload();
  }

  head() {
    return h('header', { class: 'open-head' },
      h('div', {}, h('div', { class: 'open-title' }, h('h1', {}, this.spec.name), h('span', { class: 'type' }, icon(this.spec.type), typeName(this.spec.type))),
        h('p', { class: 'open-text' }, this.spec.description)),
      h('div', { class: 'actions' }, this.status,
        h('button', { type: 'button', class: 'button', onclick: () => this.reload() }, icon('reload'), 'Refresh'),
        this.widget.url ? null : h('button', { type: 'button', class: 'button', onclick: () => this.download() }, icon('download'), 'CSV'),
        copyButton(() => location.href, 'Copy link')));
  }

  stale() {
    const error = this.widget.problems.find(problem => problem.severity === 'error');
    if (!this.widget.stale && !error) return null;
    return h('div', { class: 'callout warn', role: 'note' }, icon('warn'), h('div', {},
      h('strong', {}, 'The file has a problem; its last good version is shown. '),
      error ? `${error.line > 0 ? `Line ${error.line}: ` : ''}${error.message} ` : '', h('a', { href: problemsHref(this.widget.file) }, 'Show the place')));
  }

  context() {
    return {
      spec: this.spec, values: this.values, run: () => this.reload(), reload: () => this.reload(),
      set: (name, text) => this.set(name, text), onValues: listener => this.listeners.push(listener), onRenewal: renew => this.renewals.push(renew),
    };
  }

  set(name, text) {
    this.values.set(name, text);
    this.remember();
    this.listeners.forEach(listener => listener());
    if (!this.spec.runButton) this.reload();
  }

  remember() {
    replace(widgetHref(this.id, withoutDefaults(this.spec, this.values), this.panel));
  }

  async content(key) {
    if (key !== (this.panel ?? 'sql')) {
      this.panel = key;
      this.remember();
    }
    try {
      return await PANELS[key][1]({
        widget: this.widget, spec: this.spec, values: this.values, reply: this.reply, path: () => this.path(), query: () => queryOf(this.spec, this.values).toString(),
      });
    } catch (failure) {
      return h('p', { class: 'line-message error' }, failure.message);
    }
  }

  path() {
    const query = queryOf(this.spec, this.values);
    if (THEMED.has(this.spec.type)) query.set('theme', theme());
    const text = query.toString();
    return `${(this.spec.endpoint ?? `widgets/${this.id}`).replace(/^\//, '')}${text ? `?${text}` : ''}`;
  }

  /** Asks for the data and shows them; a reload under way is given up. A quiet one leaves alone what need not change. */
  async reload({ isQuiet = false } = {}) {
    if (isQuiet && OWN_REQUESTS.has(this.spec.type) && this.shown?.renew) {
      this.shown.renew();
      return;
    }
    this.asking?.abort();
    const asking = this.asking = new AbortController();
    this.reply = null;
    this.frame.setAttribute('aria-busy', 'true');
    try {
      const shown = await this.ask(asking.signal, isQuiet);
      if (asking.signal.aborted) return;
      if (shown !== this.shown) this.shown?.destroy?.();
      this.shown = shown;
    } catch (failure) {
      if (asking.signal.aborted) return;
      this.fail(failure);
    }
    this.frame.setAttribute('aria-busy', 'false');
    this.status.textContent = summary(this.reply);
    this.details.show(this.panel ?? this.details.start);
  }

  async ask(signal, isQuiet) {
    if (this.widget.url) return this.render({ data: this.widget.url, signal });
    if (OWN_REQUESTS.has(this.spec.type)) return this.render({ signal });
    const begin = performance.now();
    const { reply, text } = await wholeText(this.path(), { signal, headers: { 'Sql-Widgets-Timing': '1' } });
    this.replied({ reply, text, begin });
    if (!reply.ok) throw new Failure(detailOf(text, reply), reply.status);
    const data = TEXT_TYPES.has(this.spec.type) ? text : JSON.parse(text);
    if (Array.isArray(data) && data.length === 0) return this.empty();
    if (signal.aborted || (isQuiet && this.isRenewed(data, text))) return this.shown;
    const shown = await this.render({ data, text, signal });
    this.drawn = text;
    return shown;
  }

  /** Whether the picture shows this already: the same reply, or rows of a table that keeps its order, filters and place. */
  isRenewed(data, text) {
    const isSame = this.drawn === text;
    if (!this.drawn || !(this.shown && 'renew' in this.shown)) return isSame;
    if (!isSame) this.shown.renew?.(data);
    this.drawn = text;
    return Boolean(this.shown.renew);
  }

  replied({ reply, text, begin }) {
    this.reply = {
      text, status: reply.status, total: performance.now() - begin, bytes: new Blob([text]).size, timing: reply.headers.get('Server-Timing'),
    };
    this.status.textContent = summary(this.reply);
  }

  async render(more) {
    const fresh = h('div', { class: 'picture-inner' }, h('p', { class: 'empty' }, 'Drawing…'));
    const old = [...this.picture.children];
    this.picture.append(fresh);
    const shown = await render(fresh, {
      spec: this.spec, values: this.values, path: this.path(), setParam: (name, text) => this.setParam(name, text), replied: one => this.replied(one), failed: failure => this.fail(failure), ...more,
    });
    if (more.signal.aborted) {
      fresh.remove();
      shown?.destroy?.();
    } else {
      old.forEach(element => element.remove());
    }
    return shown;
  }

  /** A param that a click into a cell has set; its control shows it, and the table keeps its place and focus. */
  setParam(name, text) {
    this.values.set(name, text);
    this.remember();
    this.listeners = [];
    this.renewals = [];
    this.main.querySelector('.params')?.replaceWith(controls(this.spec, this.context()) ?? '');
    this.reload({ isQuiet: this.spec.type === 'table' });
  }

  empty() {
    this.drawn = null;
    this.picture.replaceChildren(h('div', { class: 'welcome' }, h('h2', {}, 'No rows'),
      h('p', {}, 'The query ran and returned nothing for these values. Workspace shows an empty panel, too.')));
    return null;
  }

  fail(failure) {
    this.shown?.destroy?.();
    this.shown = null;
    this.drawn = null;
    const waits = failure instanceof Failure && failure.message.includes('field required');
    this.picture.replaceChildren(h('div', { class: `callout ${waits ? 'wait' : 'bad'}`, role: waits ? 'status' : 'alert' }, icon('warn'), h('div', {},
      h('strong', {}, waits ? 'This widget waits for a value. ' : blame(failure)), waits ? `Until then Workspace shows: ${failure.message}` : failure.message)));
  }

  async download() {
    const query = queryOf(this.spec, this.values).toString();
    try {
      const reply = await request(`widgets/${encodeURIComponent(this.id)}.csv${query ? `?${query}` : ''}`);
      if (!reply.ok) throw new Failure(detailOf(await reply.text(), reply), reply.status);
      const url = URL.createObjectURL(await reply.blob());
      h('a', { href: url, download: `${this.id}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** Gives up what is under way. */
  close() {
    this.asking?.abort();
    this.shown?.destroy?.();
    this.shown = null;
    this.drawn = null;
  }
}
