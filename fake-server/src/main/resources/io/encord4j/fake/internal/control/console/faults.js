import {call, get} from './control.js';
import {add, badge, button, choice, counted, empty, field, form, make, replace} from './elements.js';

export const title = 'Faults';
export const count = world => world.faults;

const ANY = 'any operation';
const PHASES = [
  ['BEFORE_HANDLING', 'before the call is handled'],
  ['AFTER_HANDLING', 'after it, before the answer'],
  ['IN_REQUEST_BODY', 'within the request body'],
  ['IN_RESPONSE', 'within the answer'],
];
const EFFECTS = [
  ['RESET', 'reset the connection'],
  ['SERVICE_ERROR', 'an error of the service'],
  ['STATUS', 'an HTTP status'],
  ['RETRY_LATER', 'a status with Retry-After'],
  ['DELAY', 'a delay'],
  ['SLOW', 'a slow body'],
  ['TRUNCATE', 'end the answer early'],
  ['MALFORMED', 'garble the answer'],
  ['EXPIRED_URL', 'an expired URL'],
];
/** What each effect takes of the form. */
const DETAILS = {
  SERVICE_ERROR: {token: values => values.token},
  STATUS: {status: values => Number(values.status)},
  RETRY_LATER: {status: values => Number(values.status), seconds: values => Number(values.seconds)},
  DELAY: {duration: values => `PT${values.seconds}S`},
  SLOW: {bytesAtOnce: () => 64, pause: values => `PT${values.seconds}S`},
};
const FIELDS = {SERVICE_ERROR: ['token'], STATUS: ['status'], RETRY_LATER: ['status', 'seconds'], DELAY: ['seconds'], SLOW: ['seconds']};
const WITHIN = ['IN_REQUEST_BODY', 'IN_RESPONSE'];

export async function show(page) {
  const {operations, errorTokens} = await get(page.base + '/operations');
  const list = make('div', {});
  const draw = async () => {
    const {faults} = await get(page.base + '/faults');
    replace(list, faults.length
      ? [make('ul', {class: 'lines'}, faults.map(fault => entry(page, fault, draw)).reverse()),
        make('div', {class: 'tools'}, button('Forget all', () => page.act(
            () => call('DELETE', page.base + '/faults'), 'All faults are forgotten.', draw)))]
      : [empty('No faults are armed', 'Calls go well unless they are wrong. Arm a fault to see what your program makes of it.')]);
  };
  await draw();
  add(page.body,
      make('section', {class: 'box'}, make('h2', {}, 'Arm a fault'), arming(page, operations, errorTokens, draw)),
      make('h2', {}, 'Armed faults'), list);
  return {changed: draw};
}

function arming(page, operations, errorTokens, draw) {
  const details = {
    token: field('Error token', choice('token', errorTokens)),
    status: field('Status', make('input', {name: 'status', type: 'number', min: 400, max: 599, value: 503})),
    seconds: field('Seconds', make('input', {name: 'seconds', type: 'number', min: 0, value: 1, step: 'any'})),
  };
  const at = field('At byte', make('input', {name: 'at', type: 'number', min: 0, value: 0}));
  const arm = form([
    field('Of', choice('operation', [ANY, ...operations])),
    field('Where', choice('phase', PHASES)),
    at,
    field('What', choice('effect', EFFECTS)),
    Object.values(details),
    field('From call no.', make('input', {name: 'fromCall', type: 'number', min: 1, value: 1})),
    field('Times', make('input', {name: 'times', type: 'number', min: 1, value: 1})),
  ], 'Arm', values => page.act(() => call('POST', page.base + '/faults', fault(values)), 'The fault is armed.', draw));
  const fit = () => {
    const {phase, effect} = Object.fromEntries(new FormData(arm));
    at.hidden = !WITHIN.includes(phase);
    for (const [name, element] of Object.entries(details)) {
      element.hidden = !(FIELDS[effect] ?? []).includes(name);
    }
  };
  arm.addEventListener('change', fit);
  fit();
  return arm;
}

function fault(values) {
  const details = Object.entries(DETAILS[values.effect] ?? {}).map(([name, of]) => [name, of(values)]);
  return {
    ...(values.operation === ANY ? {} : {operations: [values.operation]}),
    phase: values.phase,
    at: WITHIN.includes(values.phase) ? Number(values.at) : 0,
    fromCall: Number(values.fromCall),
    times: Number(values.times),
    effect: {type: values.effect, ...Object.fromEntries(details)},
  };
}

function entry(page, {id, fault: words, strikes}, draw) {
  return make('li', {class: 'line'},
      strikes.length ? badge(`struck ${strikes.length}×`, 'good') : badge('waiting', 'open'),
      make('div', {class: 'grow'},
          make('p', {class: 'title'}, words),
          strikes.length > 0 && make('p', {}, strikes.map((strike, index) => [index ? ', ' : '',
            make('a', {href: page.link('journal', strike.operation)}, `#${strike.sequence} ${strike.operation}`)]))),
      make('div', {class: 'tools'}, button('Disarm', () => page.act(
          () => call('DELETE', `${page.base}/faults/${id}`), 'The fault strikes no more.', draw), {'aria-label': `Disarm fault ${id}`})));
}
