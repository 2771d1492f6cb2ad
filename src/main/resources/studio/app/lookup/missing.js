// A lookup that cannot be shown; one that was deleted can come back, while nothing else has happened.
import { h, icon } from '../dom.js';
import { bringBack, readChanges } from './lookups.js';

async function offerReturn(place, editor) {
  const [last] = await readChanges(editor.name).catch(() => []);
  if (editor.closed || last?.kind !== 'remove') return;
  const back = async () => {
    try {
      await bringBack(editor.name);
      editor.start();
    } catch (failure) {
      button.replaceWith(h('p', { role: 'alert' }, failure.message));
    }
  };
  const button = h('button', { type: 'button', class: 'button', onclick: back }, icon('undo'), `Undo: ${last.what}`);
  place.append(button);
}

/** Says why there is nothing to see. */
export function missing(editor, failure) {
  const gone = failure.status === 404;
  const place = h('div', { class: 'welcome' }, h('h1', {}, gone ? `There is no lookup "${editor.name}"` : 'The lookup cannot be shown'),
    h('p', {}, failure.message), h('p', {}, h('a', { href: '#/lookups' }, 'All lookups')));
  editor.main.replaceChildren(place);
  if (gone) offerReturn(place, editor);
}
