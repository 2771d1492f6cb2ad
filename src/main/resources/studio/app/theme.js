// Dark, light, or as the system says; the choice is kept in this browser.

const KEY = 'sql-widgets-theme';
const ORDER = ['system', 'dark', 'light'];
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];
let chosen = localStorage.getItem(KEY) ?? 'system';

/** The theme that is shown: dark or light. */
export function theme() {
  return chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen;
}

/** Calls the listener whenever another theme is shown. */
export function onTheme(listener) {
  listeners.push(listener);
}

function apply(button, name) {
  document.documentElement.dataset.theme = theme();
  const next = ORDER[(ORDER.indexOf(chosen) + 1) % ORDER.length];
  name.textContent = `Theme: ${chosen}. Change to ${next}`;
  button.title = name.textContent;
}

/** Makes a button switch from one theme to the next. */
export function startTheme(button, name) {
  const change = () => {
    apply(button, name);
    listeners.forEach(listener => listener());
  };
  button.addEventListener('click', () => {
    chosen = ORDER[(ORDER.indexOf(chosen) + 1) % ORDER.length];
    localStorage.setItem(KEY, chosen);
    change();
  });
  system.addEventListener('change', change);
  apply(button, name);
}
