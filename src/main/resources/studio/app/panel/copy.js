// A button that copies a text and says so.
import { h, icon } from '../dom.js';

/** The button for a text, or for a function that gives it. */
export function copyButton(text, label = 'Copy') {
  const word = h('span', {}, label);
  return h('button', {
    type: 'button', class: 'button small',
    onclick: async () => {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
      word.textContent = 'Copied';
      setTimeout(() => { word.textContent = label; }, 1500);
    },
  }, icon('copy'), word);
}
