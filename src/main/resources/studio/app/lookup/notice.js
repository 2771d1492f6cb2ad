// What a person is told above the options, until it is dismissed.
import { h, icon } from '../dom.js';

/** As many messages need no scrolling. */
const FEW = 5;

/** One message at a time. */
export class Notice {
  constructor(dismissed) {
    this.dismissed = dismissed;
    this.element = h('div', { class: 'lookup-notice' });
  }

  tell(kind, title, messages) {
    this.element.replaceChildren(h('div', { class: `callout ${kind}`, role: 'alert' }, icon('warn'), h('div', { class: 'grow' }, h('strong', {}, title),
      h('ul', { class: 'flaws', tabindex: messages.length > FEW ? '0' : null, 'aria-label': title }, messages.map(message => h('li', {}, message)))),
    h('button', { type: 'button', class: 'link', onclick: () => this.dismiss() }, 'Dismiss')));
  }

  clear() {
    this.element.replaceChildren();
  }

  dismiss() {
    this.clear();
    this.dismissed();
  }
}
