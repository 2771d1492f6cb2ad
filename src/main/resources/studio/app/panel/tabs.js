// Tabs by keyboard and pointer: arrow keys go from one to the next.
import { h } from '../dom.js';

/** Tabs over panels; select(key) is called with each choice, and makes the content. */
export function tabs(panels, chosen, select) {
  const keys = Object.keys(panels);
  const body = h('div', { class: 'tab-body', role: 'tabpanel', id: 'tab-body', tabindex: '-1' });
  const buttons = keys.map(key => h('button', {
    type: 'button', role: 'tab', class: 'tab', id: `tab-${key}`, 'aria-controls': 'tab-body', onclick: () => show(key),
  }, panels[key][0]));
  let turn = 0;
  const show = async key => {
    const mine = ++turn;
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', String(keys[i] === key));
      button.tabIndex = keys[i] === key ? 0 : -1;
    });
    body.setAttribute('aria-labelledby', `tab-${key}`);
    const content = await select(key);
    if (mine === turn) body.replaceChildren(...[content].flat(Infinity).filter(Boolean));
  };
  const list = h('div', {
    role: 'tablist', class: 'tab-list', 'aria-label': 'Details',
    onkeydown: event => {
      const at = buttons.indexOf(document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
      if (next === undefined || at < 0) return;
      const to = (next + keys.length) % keys.length;
      buttons[to].focus();
      show(keys[to]);
      event.preventDefault();
    },
  }, buttons);
  const start = keys.includes(chosen) ? chosen : keys[0];
  return { element: h('section', { class: 'details', 'aria-label': 'Details' }, list, body), show, start };
}
