// A button that copies a text and says so.
import { h, icon } from '../dom.js';

/** Browsers give the clipboard to pages of HTTPS and of this machine only; others copy what is selected. */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const focused = document.activeElement;
  const area = h('textarea', { class: 'hidden', tabindex: '-1', 'aria-hidden': 'true', value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  if (!done) throw new Error('the browser did not copy');
  return undefined;
}

/** The button for a text, or for a function that gives it. */
export function copyButton(text, label = 'Copy') {
  const word = h('span', {}, label);
  return h('button', {
    type: 'button', class: 'button small',
    onclick: async () => {
      word.textContent = await copy(typeof text === 'function' ? text() : text).then(() => 'Copied', () => 'Not copied');
      setTimeout(() => { word.textContent = label; }, 1500);
    },
  }, icon('copy'), word);
}
