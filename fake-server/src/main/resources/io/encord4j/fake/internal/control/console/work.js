import {call, get} from './control.js';
import {add, button, choice, counted, empty, field, form, id, make, replace, status, time} from './elements.js';

export const title = 'Jobs';
export const count = world => world.jobs + world.tasks;

const LATEST = 100;
const ENDS = [['IMMEDIATELY', 'at once'], ['BY_HAND', 'by hand, here'], ['AFTER_DURATION', 'after a time'], ['AFTER_POLLS', 'after a number of polls']];
const ACTIONS = {FINISH: 'Finish', FAIL: 'Fail', CANCEL: 'Cancel'};

export async function show(page) {
  const lists = make('div', {});
  const draw = async () => {
    const {jobs, total: allJobs} = await get(`${page.base}/jobs?limit=${LATEST}`);
    const {tasks, total: allTasks} = await get(`${page.base}/tasks?limit=${LATEST}`);
    const {tasks: ofItems, total: allOfItems} = await get(`${page.base}/item-tasks?limit=${LATEST}`);
    replace(lists,
        section('Upload jobs', jobs, allJobs, 'No upload jobs yet', one => job(page, one, draw)),
        section('Re-encoding', tasks, allTasks, 'No re-encoding yet', one => task(page, one, draw)),
        allOfItems > 0 && section('Re-encoding of items', ofItems, allOfItems, '', one => itemTask(page, one, draw)));
  };
  await draw();
  add(page.body, lists, plans(page));
  return {changed: draw};
}

function section(heading, all, total, none, draw) {
  return [
    make('h2', {}, heading),
    all.length ? make('ul', {class: 'lines'}, all.map(draw)) : empty(none, 'Work that clients start appears here while it goes on and afterwards.'),
    ...(total > all.length ? [make('p', {class: 'soft'}, `The latest ${all.length} of ${total}.`)] : []),
  ];
}

function job(page, {id: hash, dataset, folder, status: now, units, failed, polls, startedAt}, draw) {
  return make('li', {class: 'line'},
      status(now),
      make('div', {class: 'grow'},
          make('p', {class: 'title'}, counted(units, 'unit'), failed > 0 && make('span', {class: 'bad'}, `, ${failed} failed`)),
          make('p', {}, dataset
            ? make('a', {href: page.link('data', dataset)}, 'for a dataset')
            : make('a', {href: page.link('storage', folder)}, 'for a folder'),
          ' · started ', time(startedAt), ` · asked for ${polls}×`),
          id(hash, 'the id of the job')),
      now === 'PENDING' && ends(page, `/jobs/${encodeURIComponent(hash)}`, ['FINISH', 'CANCEL'], `job ${hash}`, draw));
}

function task(page, {id: number, dataset, status: now, videos, polls, startedAt}, draw) {
  return make('li', {class: 'line'},
      status(now),
      make('div', {class: 'grow'},
          make('p', {class: 'title'}, `Task ${number}, ${counted(videos.length, 'video')}`),
          make('p', {}, make('a', {href: page.link('data', dataset)}, 'of a dataset'), ' · started ', time(startedAt),
              ` · asked for ${polls}×`)),
      now === 'SUBMITTED' && ends(page, `/tasks/${number}`, ['FINISH', 'FAIL'], `task ${number}`, draw));
}

function itemTask(page, {id: uuid, status: now, items, polls, startedAt}, draw) {
  return make('li', {class: 'line'},
      status(now),
      make('div', {class: 'grow'},
          make('p', {class: 'title'}, counted(items.length, 'item')),
          make('p', {}, 'started ', time(startedAt), ` · asked for ${polls}×`),
          id(uuid, 'the id of the task')),
      now === 'SUBMITTED' && ends(page, `/item-tasks/${uuid}`, ['FINISH', 'FAIL'], `task ${uuid}`, draw));
}

function ends(page, path, actions, what, draw) {
  return make('div', {class: 'tools'}, actions.map(action => button(ACTIONS[action],
      () => page.act(() => call('POST', `${page.base}${path}/end`, {action}), `That was the end of ${what}.`, draw),
      {class: action === 'FINISH' ? 'main' : '', 'aria-label': `${ACTIONS[action]} ${what}`})));
}

/** Work ends at once or by itself unless somebody wants to end it by hand. */
function plans(page) {
  const plan = (what, path) => form([
    field(`${what} end`, choice('ends', ENDS)),
    field('Time', make('input', {name: 'duration', value: 'PT1H', pattern: 'P.+', title: 'ISO 8601, such as PT90S or PT1H'})),
    field('Polls', make('input', {name: 'afterPolls', type: 'number', min: 1, value: 2})),
  ], 'Set', ({ends: ending, duration, afterPolls}) => page.act(() => call('PUT', page.base + path, {
    ends: ending,
    ...(ending === 'AFTER_DURATION' ? {duration} : {}),
    ...(ending === 'AFTER_POLLS' ? {afterPolls: Number(afterPolls)} : {}),
  }), `${what} end ${Object.fromEntries(ENDS)[ending]} from now on.`, () => {}));
  return make('details', {class: 'box'},
      make('summary', {}, 'How work ends that is started from now on'),
      plan('Upload jobs', '/upload-jobs'),
      plan('Re-encoding tasks', '/re-encoding'));
}
