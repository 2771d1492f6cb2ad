// The lookups by request: what they are, and each change against the version that was seen.
import { Failure, detailOf, request } from '../api.js';

const FRESH = { cache: 'no-store' };

function place(name, rest = '') {
  return `lookups/${encodeURIComponent(name)}${rest}`;
}

async function parsed(reply) {
  const text = await reply.text();
  if (reply.ok) return text ? JSON.parse(text) : null;
  const failure = new Failure(detailOf(text, reply), reply.status);
  try {
    failure.flaws = JSON.parse(text).problems ?? [];
  } catch {
    failure.flaws = [];
  }
  throw failure;
}

/** All lookups, and whether this caller may change them. */
export async function readLookups() {
  return parsed(await request('lookups', FRESH));
}

/** One lookup; options that are rows come with it. */
export async function readLookup(name) {
  return parsed(await request(place(name), FRESH));
}

/** The record of changes, newest first. */
export async function readChanges(name) {
  const reply = await parsed(await request(place(name, '/changes'), FRESH));
  return reply.changes;
}

/** The options as a CSV file. */
export async function exportCsv(name) {
  const reply = await request(place(name, '/options.csv'), { headers: { Accept: 'text/csv' } });
  if (!reply.ok) await parsed(reply);
  return reply.blob();
}

/** Makes a lookup whose options are rows. */
export async function createLookup(body) {
  return parsed(await request('lookups', { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }));
}

/** Takes the deletion of a lookup back. */
export async function bringBack(name) {
  return parsed(await request(place(name, '/undo'), { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }));
}

/** Changes one lookup, always that version of it which was seen last; one change after the other. */
export class LookupChanges {
  constructor(name) {
    this.name = name;
    this.version = null;
    this.last = Promise.resolve();
  }

  send(method, rest, body, type = 'application/json') {
    const next = this.last.then(async () => {
      const reply = await request(place(this.name, rest), {
        method, body, headers: { 'If-Match': `"${this.version}"`, ...(body === undefined ? {} : { 'Content-Type': type }) },
      });
      const state = await parsed(reply);
      if (state?.version) this.version = state.version;
      return state;
    });
    this.last = next.catch(() => {});
    return next;
  }

  add(option) {
    return this.send('POST', '/options', JSON.stringify(option));
  }

  change(id, fields) {
    return this.send('PATCH', `/options/${id}`, JSON.stringify(fields));
  }

  remove(id) {
    return this.send('DELETE', `/options/${id}`);
  }

  order(ids) {
    return this.send('PUT', '/order', JSON.stringify({ ids }));
  }

  importCsv(bytes) {
    return this.send('PUT', '/options.csv', bytes, 'text/csv');
  }

  undo() {
    return this.send('POST', '/undo', '{}');
  }

  settings(fields) {
    return this.send('PATCH', '', JSON.stringify(fields));
  }

  removeLookup() {
    return this.send('DELETE', '');
  }
}
