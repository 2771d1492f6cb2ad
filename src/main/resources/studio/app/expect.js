// What came of the expectations that ran since the page was loaded.
import { json } from './api.js';
import { desk } from './desk.js';

const results = new Map();
const running = new Map();
const listeners = [];

/** Calls the listener whenever a run has ended. */
export function onResult(listener) {
  listeners.push(listener);
}

/** What came of a widget's expectations; null before they ran, or after the file changed. */
export function resultOf(widget) {
  const result = results.get(widget.id);
  return result && result.version === widget.version ? result : null;
}

async function ask(widget) {
  const { version } = widget;
  const reply = await json(`studio/api/widgets/${encodeURIComponent(widget.id)}/expectations`);
  const result = { ...reply, version, at: new Date(), all: reply.expectations.length };
  results.set(widget.id, result);
  listeners.forEach(listener => listener());
  return result;
}

/** Runs the expectations of a widget; who asks meanwhile gets the same. */
export function runExpectations(widget) {
  const key = `${widget.id} ${widget.version}`;
  if (!running.has(key)) running.set(key, ask(widget).finally(() => running.delete(key)));
  return running.get(key);
}

/** The widgets that expect something. */
export function expecting() {
  return desk.widgets.filter(widget => widget.expectations > 0);
}

/** Runs those of all widgets, one widget after the other. */
export async function runAll() {
  for (const widget of expecting()) await runExpectations(widget);
}

/** Runs again what ran before and whose file has changed since. */
export async function runChanged() {
  for (const widget of desk.widgets) {
    const before = results.get(widget.id);
    if (widget.expectations === 0) results.delete(widget.id);
    else if (before && before.version !== widget.version) await runExpectations(widget).catch(() => {});
  }
}
