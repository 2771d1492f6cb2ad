// What comes of a change: it is shown, it is refused where it was typed, or somebody else was quicker.
import { h } from '../dom.js';
import { Notice } from './notice.js';

const FIELDS = { value: 'Value', label: 'Label', description: 'Description', rightOfDescription: 'Right of it', parentValue: 'Parent value', isDefault: 'Default', enabled: 'Offered' };

function told(flaw) {
  return `${flaw.field in FIELDS ? `${FIELDS[flaw.field]}: ` : ''}${flaw.message}`;
}

/** What was typed into a field of a cell's row. */
function typed(cell, field) {
  return (cell.field === field ? cell.value : cell.fields?.[field]) ?? '';
}

/** The words for what was typed and is in no cell any more. */
function lost(cell) {
  return `What you typed (${FIELDS[cell.field]}: ${cell.value ?? 'nothing'}) was not saved.`;
}

/** The changes of one open lookup on their way to the server. */
export class Saving {
  constructor(editor) {
    this.editor = editor;
    this.state = h('span', { class: 'reply-state', role: 'status' });
    this.notice = new Notice(() => this.forget());
    this.unsaved = [];
  }

  say(text) {
    this.state.textContent = text;
  }

  /** Waits for a change, and shows what comes of it; true when it was made. */
  async write(change, loud = false, cell = null) {
    this.say('Saving…');
    try {
      const lookup = await change;
      if (this.editor.closed) return true;
      this.notice.clear();
      this.unsaved = [];
      this.editor.apply(lookup);
      this.say('All changes are saved');
      return true;
    } catch (failure) {
      if (this.editor.closed) return false;
      if (loud && failure.status !== 412) throw failure;
      this.say('Not saved');
      await (failure.status === 412 ? this.overtaken(cell) : this.refused(failure, cell));
      return false;
    }
  }

  refused(failure, cell) {
    const flaws = failure.flaws ?? [];
    for (const flaw of flaws) if (cell && flaw.field in FIELDS) this.editor.sheet.refuse(cell.id, flaw.field, typed(cell, flaw.field), flaw.message);
    const reasons = flaws.length > 0 ? flaws.map(told) : [failure.message, cell && !cell.fields ? lost(cell) : null].filter(Boolean);
    this.notice.tell('bad', cell ? 'This was not saved' : 'Nothing was changed', reasons);
  }

  /** Somebody else's state is shown, and what was not saved is said. */
  async overtaken(cell) {
    await this.editor.reload();
    this.tellOvertaken(cell);
  }

  /** Says what was not saved, because somebody else was quicker. */
  tellOvertaken(cell) {
    this.say('Not saved');
    this.unsaved.push(cell?.field ? lost(cell) : 'Your change was not made.');
    this.notice.tell('warn', 'Somebody else has changed this lookup',
      ['Its new state is shown, and the record below says what was changed. Change it again if you still want to.', ...this.unsaved]);
  }

  /** Gives up what could not be saved. */
  forget() {
    this.unsaved = [];
    this.editor.sheet?.forgive();
    this.say('');
  }
}
