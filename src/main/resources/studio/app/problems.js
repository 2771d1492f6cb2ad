// All problems: what is wrong, where, what to do, and since when.
import { desk } from './desk.js';
import { h, icon } from './dom.js';
import { lines, sourceOf } from './source.js';
import { problemsHref, widgetHref } from './url.js';

const RANK = { error: 0, warning: 1, hint: 2 };

function since(text) {
  const date = new Date(text);
  const minutes = Math.round((Date.now() - date.getTime()) / 60_000);
  const ago = minutes < 1 ? 'since a moment ago' : minutes < 60 ? `for ${minutes} min` : minutes < 1440 ? `for ${Math.round(minutes / 60)} h` : `for ${Math.round(minutes / 1440)} days`;
  return h('time', { datetime: text, title: date.toLocaleString() }, ago);
}

function files(problems) {
  const byFile = new Map();
  for (const problem of problems) {
    if (!byFile.has(problem.file)) byFile.set(problem.file, []);
    byFile.get(problem.file).push(problem);
  }
  const worst = list => Math.min(...list.map(problem => RANK[problem.severity]));
  return [...byFile].sort(([a, one], [b, other]) => worst(one) - worst(other) || a.localeCompare(b));
}

function whole(problem) {
  return h('li', { class: `finding ${problem.severity}` }, h('strong', {}, problem.severity), ' ',
    problem.line > 0 ? h('span', { class: 'place' }, `line ${problem.line}${problem.column > 0 ? `, column ${problem.column}` : ''}: `) : null, problem.message);
}

async function section(file, problems) {
  const widget = desk.widgets.find(one => one.file === file);
  const excerpt = h('div', { class: 'excerpt' });
  if (problems.some(problem => problem.line > 0)) {
    try {
      excerpt.append(lines(await sourceOf(file), problems, { sql: file.endsWith('.sql'), around: 3 }));
    } catch { /* the file is gone; the findings say enough */ }
  }
  const plain = excerpt.children.length === 0 ? problems : problems.filter(problem => problem.line === 0);
  const first = problems.reduce((a, b) => (a.since < b.since ? a : b));
  return h('section', { class: 'problem-file', 'aria-label': file },
    h('h2', {}, icon('warn'), file),
    h('p', { class: 'problem-state' }, state(problems, widget), ' · ', since(first.since),
      widget ? [' · ', h('a', { href: widgetHref(widget.id, undefined, 'sql') }, 'Open the widget')] : null),
    plain.length > 0 ? h('ul', { class: 'findings' }, plain.map(whole)) : null, excerpt);
}

function state(problems, widget) {
  if (!problems.some(problem => problem.severity === 'error')) return 'Served, with remarks';
  const { file } = problems[0];
  if (widget || desk.staleFiles?.includes(file)) return 'Its last good version is still served';
  return file.endsWith('.sql') ? 'Not served' : 'Not served, or not as a whole';
}

/** Shows the problems, of one file if given. */
export async function showProblems(main, file, isCurrent) {
  const chosen = desk.problems.filter(problem => !file || problem.file === file);
  const sections = await Promise.all(files(chosen).map(([name, problems]) => section(name, problems)));
  if (!isCurrent()) return;
  main.replaceChildren(h('div', { class: 'problems' },
    h('h1', {}, file ? 'Problems of one file' : 'Problems'),
    file && desk.problems.length > chosen.length ? h('p', {}, h('a', { href: problemsHref() }, `Show all ${desk.problems.length} problems`)) : null,
    sections.length > 0 ? sections : h('div', { class: 'welcome' },
      h('h2', {}, file ? 'This file is in order' : 'Nothing to do'),
      h('p', {}, file ? `${file} has no problems now.` : 'Every file compiles, and the database has what the queries ask for.'))));
}
