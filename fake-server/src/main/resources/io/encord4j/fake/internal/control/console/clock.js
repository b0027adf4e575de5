import {call, get} from './control.js';
import {add, badge, button, choice, field, form, make} from './elements.js';

export const title = 'Clock';

const STEPS = {'1 s': 'PT1S', '1 min': 'PT1M', '10 min': 'PT10M', '1 h': 'PT1H', '1 day': 'P1D'};
const UNITS = {seconds: 1, minutes: 60, hours: 3600, days: 86400};
const TICK_MILLIS = 250;

export async function show(page) {
  const clock = await get(page.base + '/clock');
  const frozen = clock.mode === 'FROZEN';
  const read = Date.now();
  const now = make('p', {class: 'now'});
  const tick = () => {
    const at = new Date(Date.parse(clock.now) + (frozen ? 0 : Date.now() - read)).toISOString();
    now.textContent = `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  };
  tick();
  if (!frozen) {
    const ticking = setInterval(tick, TICK_MILLIS);
    page.signal.addEventListener('abort', () => clearInterval(ticking));
  }
  const set = (setting, done) => page.act(() => call('PUT', page.base + '/clock', setting), done);
  const move = (by, name) => page.act(() => call('POST', page.base + '/clock/advance', {by}), `Time has moved by ${name}.`);
  add(page.body,
      make('section', {class: 'box clock', 'aria-label': 'Time'},
          now,
          make('p', {}, frozen ? badge('frozen', 'open') : badge('running', 'good'), ' ', explanation(clock, frozen)),
          make('div', {class: 'tools'},
              frozen ? button('Let it run', () => set({mode: 'REAL'}, 'Time passes, and is the real one.'), {class: 'main'})
                : button('Freeze', () => set({mode: 'FROZEN', at: clock.now}, 'Time stands still.'), {class: 'main'}),
              Object.entries(STEPS).map(([name, by]) => button(`+ ${name}`, () => move(by, name))))),
      make('section', {class: 'box'},
          make('h2', {}, 'Move on by'),
          form([field('Amount', make('input', {name: 'amount', type: 'number', min: 1, max: 1000000, value: 30, required: true})),
            field('Unit', choice('unit', Object.keys(UNITS), {}))],
          'Move', ({amount, unit}) => move(`PT${amount * UNITS[unit]}S`, `${amount} ${unit}`))),
      make('section', {class: 'box'},
          make('h2', {}, 'Stand still at'),
          form([field('Time in UTC', make('input', {name: 'at', type: 'datetime-local', step: 1, required: true, value: clock.now.slice(0, 19)})),
            field('Each poll moves it by', choice('perPoll', [['PT0S', 'nothing'], ['PT1S', '1 second'], ['PT1M', '1 minute'], ['PT1H', '1 hour']]))],
          'Set', ({at, perPoll}) => set({mode: 'FROZEN', at: new Date(at + 'Z').toISOString(), perPoll}, 'Time stands still there.'))));
  return {changed: () => {}};
}

function explanation({ahead, perPoll}, frozen) {
  const polls = perPoll === 'PT0S' ? '' : ` Each poll moves it by ${perPoll}.`;
  if (frozen) {
    return `It stands still until it is moved.${polls}`;
  }
  return (ahead === 'PT0S' ? 'It is the real time.' : `It is ${ahead} ahead of the real time.`) + polls;
}
