// A file with line numbers; lines with problems are marked and carry the message.
import { json } from './api.js';
import { h } from './dom.js';

const TOKEN = /(--[^\n]*)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(:[A-Za-z_]\w*)|\b(select|from|where|and|or|not|in|is|null|as|on|join|left|right|inner|outer|full|cross|lateral|group|order|by|having|limit|offset|fetch|union|all|distinct|with|recursive|values|case|when|then|else|end|between|like|ilike|exists|over|partition|filter|within|asc|desc|nulls|first|last|cast|true|false|interval|date|row_number|using|any|rows|range|preceding|following|unbounded|current|row)\b|\b(\d+(?:\.\d+)?)\b/gi;
const CLASSES = ['comment', 'string', 'name', 'placeholder', 'keyword', 'number'];

const HEADER = /^(--\s+(?:- )?(?:\{ )?)([\w.-]+)(:.*)$/;

function coloured(line) {
  const key = HEADER.exec(line);
  if (key) return [h('span', { class: 'sql-comment' }, key[1]), h('span', { class: 'sql-key' }, key[2]), h('span', { class: 'sql-comment' }, key[3])];
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    if (match[4] && line[match.index - 1] === ':') continue;
    parts.push(line.slice(end, match.index));
    const kind = CLASSES[match.slice(1).findIndex(group => group !== undefined)];
    parts.push(h('span', { class: `sql-${kind}` }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, line.slice(end)];
}

function message(problem) {
  return h('span', { class: `line-message ${problem.severity}`, role: 'note' },
    h('strong', {}, problem.severity), ` ${problem.column > 0 ? `column ${problem.column}: ` : ''}${problem.message}`);
}

function line(text, number, problems, sql) {
  const here = problems.filter(problem => problem.line === number);
  const worst = here.find(problem => problem.severity === 'error') ?? here[0];
  return [
    h('span', { class: `line ${worst ? `marked ${worst.severity}` : ''}`, id: `line-${number}` },
      h('span', { class: 'line-number', 'aria-hidden': 'true' }, String(number)),
      h('span', { class: 'line-text' }, sql ? coloured(text) : text, '\n')),
    here.map(message)];
}

/** The text of a file as lines; only those around the problems when asked for. */
export function lines(text, problems, { sql = true, around = Infinity } = {}) {
  const all = text.replaceAll('\r\n', '\n').split('\n');
  if (all.at(-1) === '') all.pop();
  const wanted = number => around === Infinity || problems.some(problem => Math.abs(problem.line - number) <= around);
  const shown = [];
  let gap = false;
  all.forEach((one, i) => {
    if (wanted(i + 1)) shown.push(...line(one, i + 1, problems, sql));
    else if (!gap) shown.push(h('span', { class: 'line-gap', 'aria-hidden': 'true' }, '⋯'));
    gap = !wanted(i + 1);
  });
  return h('pre', { class: 'code source', tabindex: '0', 'aria-label': 'File' }, shown);
}

/** The text of a file, as the server last read it. */
export async function sourceOf(file) {
  return (await json(`studio/api/source?file=${encodeURIComponent(file)}`)).text;
}
