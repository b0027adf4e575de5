import {get} from './control.js';
import {add, badge, counted, crumbs, empty, id, make, time} from './elements.js';
import {card} from './media.js';
import {pieces} from './pieces.js';

export const title = 'Datasets';
export const count = world => world.datasets;

export function show(page) {
  return page.rest ? showRows(page) : showDatasets(page);
}

async function showDatasets(page) {
  const all = await pieces(`${page.base}/datasets`, 'datasets', one => `${one.hash} ${one.rows} ${one.title}`,
      dataset => entry(page, dataset), make('ul', {class: 'lines'}));
  if (all.total === 0) {
    add(page.body, empty('No datasets yet', 'They appear here as soon as a client makes one, or a seed file brings one.'));
    return {changed: page.show};
  }
  add(page.body, make('h2', {class: 'unseen'}, 'Datasets'), all.list, all.more);
  return {changed: all.load};
}

function entry(page, dataset) {
  return make('li', {class: 'line'},
      make('div', {class: 'grow'},
          make('a', {class: 'title', href: page.link('data', dataset.hash)}, dataset.title || '(no title)'),
          make('p', {}, `${dataset.owner} · `, time(dataset.createdAt))),
      badge(dataset.location),
      make('span', {class: 'number'}, counted(dataset.rows, 'row')));
}

async function showRows(page) {
  const path = `${page.base}/datasets/${encodeURIComponent(page.rest)}`;
  const dataset = await get(path);
  const rows = await pieces(`${path}/rows`, 'rows', row => `${row.hash} ${row.title} ${row.fileCount}`,
      row => card(row, row.title, row.hash), make('div', {class: 'cards'}));
  add(page.body,
      crumbs(['Datasets', page.link('data')], [dataset.title || '(no title)']),
      make('div', {class: 'about-list'}, id(page.rest, 'the hash of the dataset'),
          badge(dataset.location),
          dataset.backingFolder && make('a', {href: page.link('storage', dataset.backingFolder)}, 'Its folder')),
      make('h2', {class: 'unseen'}, 'Rows'),
      rows.total === 0 && empty('No rows yet', 'They appear here as soon as something is uploaded.'),
      rows.list, rows.more);
  return {changed: rows.total === 0 ? page.show : rows.load};
}
