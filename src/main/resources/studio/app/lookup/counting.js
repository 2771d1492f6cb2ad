// Options that nobody has asked for yet: the list asks for those in view, one lookup after the other.
import { request } from '../api.js';
import { readLookup } from './lookups.js';

/** Whether the options can be counted: they are served, not yet known, and depend on nothing. */
export function isCountable(lookup) {
  return (lookup.count ?? null) === null && !lookup.parentParam && lookup.enabled !== false && !lookup.problem;
}

/** What is known of a lookup once its options have been asked for; an error is part of that. */
async function asked(lookup) {
  await request(`options/${encodeURIComponent(lookup.name)}`, { cache: 'no-store' }).then(reply => reply.arrayBuffer());
  return readLookup(lookup.name);
}

/** Counts the lookups behind elements of the page as these come into view. */
export function countInView(lookups, isCurrent, counted) {
  const visible = new Set();
  let busy = false;
  const work = async () => {
    if (busy) return;
    busy = true;
    while (visible.size > 0 && isCurrent()) {
      const [element] = visible;
      visible.delete(element);
      watcher.unobserve(element);
      const lookup = await asked(lookups.get(element)).catch(() => null);
      if (isCurrent()) counted(element, lookup ?? lookups.get(element));
    }
    busy = false;
    if (!isCurrent()) watcher.disconnect();
  };
  const watcher = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    work();
  });
  for (const element of lookups.keys()) watcher.observe(element);
}
