import {call} from './control.js';
import {add, badge, button, bytes, empty, make, time} from './elements.js';

export const title = 'Journal';
export const count = world => world.exchanges;

const KEPT = 1000;
const SHOWN = 300;

export function show(page) {
  const entries = new Map();
  let paused = false;
  let waiting = [];
  const lines = make('div', {class: 'journal'});
  const summary = make('p', {class: 'soft'});
  const filter = make('input', {type: 'search', placeholder: 'operation, path, token, user, status', oninput: () => draw(), value: page.rest});
  const only = make('input', {type: 'checkbox', onchange: () => draw()});
  const bodies = make('input', {type: 'checkbox', onchange: () => page.act(
      () => call('PUT', page.base + '/journal', {keepsBodies: bodies.checked}),
      bodies.checked ? 'The journal keeps bodies from now on.' : 'The journal keeps no bodies from now on.', () => {})});
  const pause = button('Pause', () => {
    paused = !paused;
    pause.textContent = paused ? 'Go on' : 'Pause';
    pause.setAttribute('aria-pressed', String(paused));
    if (!paused) {
      take(waiting);
      waiting = [];
    }
  }, {'aria-pressed': 'false'});
  const fits = ({entry, text}) => text.includes(filter.value.trim().toLowerCase()) && (!only.checked || isBad(entry));
  const tell = shown => {
    summary.textContent = entries.size === 0 ? '' : `${shown} of ${entries.size} shown, the latest first.`;
    if (shown === 0) {
      lines.replaceChildren(entries.size === 0
        ? empty('Nothing was asked of this world yet', 'What clients send appears here while they send it.')
        : empty('Nothing fits', 'Change the filter to see more.'));
    }
  };
  const draw = () => {
    const shown = [...entries.values()].reverse().filter(fits).slice(0, SHOWN);
    lines.replaceChildren(...shown.map(one => one.element));
    tell(shown.length);
  };
  const take = fresh => {
    for (const entry of fresh) {
      entries.delete(entry.sequence);
      entries.set(entry.sequence, {entry, text: JSON.stringify(entry).toLowerCase(), element: line(entry)});
    }
    for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - KEPT))) {
      entries.delete(oldest);
    }
    const open = document.activeElement;
    draw();
    if (open && lines.contains(open)) {
      open.focus();
    }
  };
  add(page.body, make('div', {class: 'tools filter'},
      make('label', {class: 'field grow'}, make('span', {}, 'Filter'), filter),
      make('label', {class: 'check'}, only, 'Only what went wrong'),
      make('label', {class: 'check'}, bodies, 'Keep bodies'), pause),
  make('h2', {class: 'unseen'}, 'Exchanges'), summary, lines);
  draw();
  return {exchanges: tail => {
    bodies.checked = tail.keepsBodies;
    for (const sequence of [...entries.keys()].filter(one => one <= tail.forgottenUpTo)) {
      entries.delete(sequence);
    }
    if (paused) {
      waiting.push(...tail.entries);
    } else {
      take(tail.entries);
    }
  }};
}

function isBad({progress, status, errorToken, fault}) {
  return progress === 'CUT' || status === 0 || status >= 400 || errorToken != null || fault != null;
}

function line(entry) {
  const {sequence, operation, method, path, status, errorToken, message, fault, progress, time: when, duration} = entry;
  const cut = progress === 'CUT' || status === 0;
  return make('details', {class: 'exchange'},
      make('summary', {},
          make('span', {class: 'number'}, `#${sequence}`),
          badge(cut ? 'cut' : status, isBad(entry) ? 'bad' : 'good'),
          make('strong', {}, operation),
          errorToken && make('span', {class: 'bad'}, errorToken),
          fault && badge('fault', 'open'),
          make('span', {class: 'target'}, `${method} ${path}`),
          make('span', {class: 'number'}, millis(duration)),
          message && make('span', {class: 'message'}, message)),
      make('div', {class: 'detail'},
          make('dl', {}, facts({
            At: time(when), User: entry.user, Fault: fault,
            Query: entry.queryType && `${entry.queryType} ${entry.queryMethod}`,
            Sent: bytes(entry.requestBytes), Received: bytes(entry.responseBytes), 'SHA-256 of what was sent': entry.bodySha256,
          })),
          body('Request', entry.requestBody), body('Answer', entry.responseBody)));
}

function facts(named) {
  return Object.entries(named).filter(([, value]) => value != null)
      .map(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]);
}

function body(name, text) {
  return text ? [make('h3', {}, name), make('pre', {tabindex: 0, role: 'region', 'aria-label': `${name} body`}, pretty(text))] : null;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (notJson) {
    return text;
  }
}

/** Durations are ISO 8601 and below a minute nearly always. */
function millis(duration) {
  const seconds = /^PT(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration);
  return seconds ? `${Math.round((Number(seconds[1] ?? 0) * 60 + Number(seconds[2] ?? 0)) * 1000)} ms` : duration;
}
