// The options as a CSV file, in and out.
import { h, icon } from '../dom.js';
import { exportCsv } from './lookups.js';

function told(flaw) {
  return `${flaw.line ? `line ${flaw.line}${flaw.column ? `, column ${flaw.column}` : ''}: ` : ''}${flaw.message}`;
}

/** Puts the rows of a file in place of the options: all of them, or none. Its bytes are sent, so that the server sees what is no UTF-8. */
async function importFile(editor, file) {
  try {
    const made = await editor.saving.write(editor.changes.importCsv(await file.arrayBuffer()), true);
    if (made) editor.saving.say(`${file.name} was imported`);
  } catch (failure) {
    const flaws = failure.flaws ?? [];
    editor.saving.say('Not imported');
    editor.saving.notice.tell('bad', `${file.name} was not imported, and nothing was changed`, flaws.length === 0 ? [failure.message] : flaws.map(told));
  }
}

async function exportFile(editor) {
  try {
    const url = URL.createObjectURL(await exportCsv(editor.name));
    h('a', { href: url, download: `${editor.name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (failure) {
    editor.saving.notice.tell('bad', 'The file could not be made', [failure.message]);
  }
}

/** The button for a file to bring in. */
export function importButton(editor) {
  const input = h('input', { type: 'file', accept: '.csv,text/csv', class: 'hidden', tabindex: '-1', 'aria-label': 'CSV file to import' });
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) importFile(editor, file).finally(() => { input.value = ''; });
  });
  return [h('button', { type: 'button', class: 'button', onclick: () => input.click() }, icon('upload'), 'Import CSV'), input];
}

/** The button for the file with all options. */
export function exportButton(editor) {
  return h('button', { type: 'button', class: 'button', onclick: () => exportFile(editor) }, icon('download'), 'Export CSV');
}
