import {Refused, call, follow, get, rememberToken, worldPath} from './control.js';
import {button, confirmed, counted, field, form, make, replace, say} from './elements.js';
import * as clock from './clock.js';
import * as data from './data.js';
import * as faults from './faults.js';
import * as journal from './journal.js';
import * as seed from './seed.js';
import * as storage from './storage.js';
import * as users from './users.js';
import * as work from './work.js';

/** Each has a title, what it counts, and show(page), which fills page.body; what it returns is told of changes. */
const VIEWS = {data, storage, work, journal, faults, clock, users, seed};

const main = document.getElementById('main');
const sidebar = document.getElementById('worlds');
let leave = () => {};

function place() {
  const [world, view, rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  return {world: world || 'default', view: Object.hasOwn(VIEWS, view) ? view : 'data', rest: rest ?? ''};
}

function link(world, view, rest) {
  return '#' + [world, view, rest].filter(Boolean).map(encodeURIComponent).join('/');
}

/** Goes elsewhere; whoever does so shows it. */
function go(...parts) {
  history.pushState(null, '', link(...parts));
}

/** Draws the list of worlds; gives the one that is shown, if it is there. */
async function drawWorlds() {
  const {worlds} = await get('/worlds');
  const here = place();
  replace(sidebar,
      make('h2', {}, 'Worlds'),
      make('ul', {}, worlds.map(world => make('li', {}, make('a', {
        href: link(world.id, here.view),
        'aria-current': world.id === here.world ? 'true' : null,
      }, make('span', {class: 'name'}, world.id), make('small', {}, summary(world)))))),
      button('New world', () => act(async () => go((await call('POST', '/worlds', {})).id, place().view),
          'There is a new world.'), {class: 'quiet'}));
  return worlds.find(world => world.id === here.world);
}

function summary({datasets, rows, users: people, exchanges}) {
  return [counted(datasets, 'dataset'), counted(rows, 'row'), counted(people, 'user'), counted(exchanges, 'exchange')]
      .map(text => text.replace(' ', '\u00a0')).join(' · ');
}

/** Does something, shows what has changed, and says how it went. */
async function act(work, done, redraw = show) {
  try {
    await work();
    await redraw();
    say(done);
  } catch (error) {
    say(error.message, 'failed');
  }
}

/** Shows where the address leads to; what the last view was waiting for is given up. */
async function show() {
  leave();
  const waiting = new AbortController();
  leave = () => waiting.abort();
  const {signal} = waiting;
  const {world, view, rest} = place();
  say('');
  try {
    const described = await drawWorlds();
    if (signal.aborted) {
      return;
    }
    if (!described) {
      main.replaceChildren(make('h1', {}, 'No such world'), make('p', {}, `There is no world ${world} on this server. `,
          make('a', {href: link('default')}, 'Show the default world'), '.'));
      return;
    }
    const page = {
      world, rest, signal, show, described,
      act: (work, done, redraw) => act(work, done, redraw && (async () => {
        await redraw();
        await count(page);
      })),
      base: worldPath(world),
      body: make('div', {class: 'view'}),
      link: (...parts) => link(world, ...parts),
    };
    const listener = await VIEWS[view].show(page);
    if (signal.aborted) {
      return;
    }
    document.title = `${VIEWS[view].title} – ${world} – Fake Encord server`;
    replace(main, head(page, view), tabs(page, view), page.body);
    watch(page, view, listener);
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    if (error instanceof Refused && error.status === 401) {
      askForToken();
    } else {
      main.replaceChildren(make('h1', {}, world), make('p', {class: 'bad'}, error.message));
    }
  }
}

function head({world, base, act}, view) {
  return make('div', {class: 'head'},
      make('h1', {}, world),
      make('div', {class: 'tools'},
          button('Fork', () => act(async () => go((await call('POST', base + '/fork')).id, view), 'This is a copy of the world.')),
          button('Reset', async () => await confirmed(`Take ${world} back to its beginning?`, 'Reset')
              && act(() => call('POST', base + '/reset'), `${world} is as it was at its beginning.`)),
          world !== 'default' && button('Remove', async () => await confirmed(`Remove ${world} with everything in it?`, 'Remove')
              && act(async () => {
                leave();
                await call('DELETE', base);
                go('default', view);
              }, `${world} is gone.`))));
}

function tabs(page, current) {
  return make('nav', {class: 'tabs', 'aria-label': 'Views'}, make('ul', {}, Object.entries(VIEWS).map(([id, {title, count: counts}]) =>
    make('li', {}, make('a', {href: page.link(id), 'aria-current': id === current ? 'page' : null},
        title, counts && make('span', {class: 'count', 'data-count': id}, ` ${counts(page.described)}`))))));
}

/** Counts anew. */
async function count(page) {
  const described = await drawWorlds();
  if (page.signal.aborted || !described) {
    return;
  }
  for (const shown of main.querySelectorAll('[data-count]')) {
    shown.textContent = ` ${VIEWS[shown.dataset.count].count(described)}`;
  }
}

/** Keeps counts and view up to date with what is asked of the world. */
function watch(page, view, listener) {
  const changed = async (tail, first) => {
    if (listener?.exchanges) {
      listener.exchanges(tail, first);
    }
    if (first) {
      return;
    }
    await count(page);
    if (!page.signal.aborted) {
      await listener?.changed?.();
    }
  };
  follow(page.base, page.signal, {
    seen: (tail, first) => changed(tail, first).catch(error => say(error.message, 'failed')),
    lost: () => say('The server does not answer. This page goes on trying.', 'failed'),
    found: () => say('The server answers again.'),
    gone: show,
  });
}

function askForToken() {
  sidebar.replaceChildren();
  main.replaceChildren(
      make('h1', {}, 'This server has a control token'),
      make('p', {class: 'soft'}, 'It was started with one. This window remembers the token until it is closed.'),
      form([field('Control token', make('input', {name: 'token', type: 'password', required: true, autocomplete: 'off'}))], 'Use it',
          ({token}) => {
            rememberToken(token);
            show();
          }));
}

document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', show);
show();
