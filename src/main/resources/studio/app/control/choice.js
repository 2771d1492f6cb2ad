// A dropdown with search, for one value or several, by keyboard, pointer and screen reader.
import { h, icon } from '../dom.js';
import { isMulti, textOf } from '../params.js';
import { optionsOf, optionsQuery } from './options.js';

const MOST_SHOWN = 200;

class Choice {
  constructor(param, context, id) {
    this.param = param;
    this.context = context;
    this.id = id;
    this.multi = isMulti(param);
    this.options = [];
    this.active = 0;
    this.button = h('button', {
      id, type: 'button', class: 'input choice', 'aria-haspopup': 'dialog', 'aria-expanded': 'false',
      'aria-labelledby': `${id}-label ${id}`, title: param.description,
      onclick: () => (this.popup ? this.close() : this.open()),
      onkeydown: event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          this.open();
        }
      },
    });
    this.root = h('div', { class: 'choice-root' }, this.button);
    context.onValues(() => this.refresh());
    context.onRenewal?.(() => this.renew());
    this.refresh();
  }

  chosen() {
    const text = textOf(this.param, this.context.values);
    return text === '' ? [] : this.multi ? text.split(',').map(part => part.trim()).filter(Boolean) : [text];
  }

  /** Reads the options again when a param on which they depend has changed. */
  async refresh() {
    const query = optionsQuery(this.param, this.context.spec, this.context.values);
    this.label();
    if (query === this.query && !this.failed) return;
    this.query = query;
    try {
      const options = await optionsOf(this.param, query);
      if (query !== this.query) return;
      this.options = options;
      this.failed = null;
    } catch (failure) {
      this.options = [];
      this.failed = failure.message;
    }
    this.label();
    if (this.popup) this.show();
  }

  /** Reads the options again, because they may be others by now. */
  renew() {
    this.query = null;
    this.refresh();
  }

  label() {
    const labels = this.chosen().map(value => this.options.find(option => option.value === value)?.label ?? value);
    const text = labels.length === 0 ? 'No value'
      : labels.length <= 3 ? labels.join(', ') : `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
    this.button.classList.toggle('empty', labels.length === 0);
    this.button.replaceChildren(h('span', { class: 'choice-text' }, text), icon('down'));
  }

  open() {
    if (this.popup) return;
    this.search = h('input', {
      class: 'input', type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': `${this.id}-list`,
      'aria-autocomplete': 'list', 'aria-label': `Search ${this.param.label ?? this.param.paramName}`,
      placeholder: 'Search', autocomplete: 'off', spellcheck: 'false',
      oninput: () => { this.active = 0; this.show(); }, onkeydown: event => this.key(event),
    });
    this.list = h('ul', {
      id: `${this.id}-list`, role: 'listbox', class: 'options', 'aria-labelledby': `${this.id}-label`, tabindex: '-1',
      'aria-multiselectable': String(this.multi),
    });
    this.note = h('p', { class: 'options-note', role: 'status' });
    this.popup = h('div', { class: 'popup', role: 'dialog', 'aria-labelledby': `${this.id}-label` }, this.search, this.list, this.note,
      h('div', { class: 'row end' },
        h('button', { type: 'button', class: 'link', onclick: () => this.set([]) }, 'Clear'),
        this.multi ? h('button', { type: 'button', class: 'link', onclick: () => this.close(true) }, 'Done') : null));
    this.root.append(this.popup);
    this.button.setAttribute('aria-expanded', 'true');
    this.active = Math.max(0, this.options.findIndex(option => this.chosen().includes(option.value)));
    this.show();
    this.search.focus();
    this.away = event => { if (!this.root.contains(event.target)) this.close(); };
    document.addEventListener('pointerdown', this.away);
    this.popup.addEventListener('focusout', event => {
      if (event.relatedTarget && !this.root.contains(event.relatedTarget)) this.close();
    });
  }

  close(focus) {
    document.removeEventListener('pointerdown', this.away);
    this.popup?.remove();
    this.popup = null;
    this.button.setAttribute('aria-expanded', 'false');
    if (focus) this.button.focus();
  }

  matches() {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    return this.options.filter(option => words.every(word =>
      `${option.label} ${option.value} ${option.description ?? ''}`.toLowerCase().includes(word)));
  }

  show() {
    const matches = this.matches();
    const from = Math.max(0, Math.min(this.active - MOST_SHOWN / 2, matches.length - MOST_SHOWN));
    const shown = matches.slice(from, from + MOST_SHOWN);
    const chosen = this.chosen();
    this.list.replaceChildren(...shown.map((option, i) => this.option(option, from + i, chosen)));
    this.note.textContent = this.failed ? `The options could not be read: ${this.failed}`
      : matches.length === 0 ? 'No option fits'
      : matches.length > shown.length ? `${matches.length} options; type to find one` : '';
    const active = this.list.querySelector('.active');
    if (active) this.search.setAttribute('aria-activedescendant', active.id);
    else this.search.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
  }

  option(option, index, chosen) {
    const selected = chosen.includes(option.value);
    return h('li', {
      id: `${this.id}-option-${index}`, role: 'option', 'aria-selected': String(selected),
      class: index === this.active ? 'active' : '',
      onclick: () => { this.active = index; this.pick(option); },
    },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, selected ? '✓' : ''),
      h('span', { class: 'option-text' }, option.label,
        option.description ? h('small', {}, option.description) : null),
      option.right ? h('small', { class: 'option-right' }, option.right) : null);
  }

  pick(option) {
    const chosen = this.chosen();
    const without = chosen.filter(value => value !== option.value);
    if (this.multi) this.set(without.length < chosen.length ? without : [...chosen, option.value]);
    else {
      this.set(without.length < chosen.length ? [] : [option.value]);
      this.close(true);
    }
  }

  set(values) {
    this.context.set(this.param.paramName, values.join(','));
    this.label();
    if (this.popup) this.show();
  }

  key(event) {
    const count = this.matches().length;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    if (event.key in steps && count > 0) {
      this.active = Math.max(0, Math.min(count - 1, this.active + steps[event.key]));
      this.show();
    } else if (event.key === 'Enter') {
      const option = this.matches()[this.active];
      if (option) this.pick(option);
    } else if (event.key === 'Escape') {
      this.close(true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The control for a param with options. */
export function choice(param, context, id) {
  return new Choice(param, context, id).root;
}
