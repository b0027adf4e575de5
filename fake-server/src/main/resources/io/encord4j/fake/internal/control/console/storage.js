import {get} from './control.js';
import {add, badge, counted, crumbs, empty, id, make, time} from './elements.js';
import {card} from './media.js';
import {pieces} from './pieces.js';

export const title = 'Storage';
export const count = world => world.folders;

export async function show(page) {
  const inside = page.rest ? `?in=${encodeURIComponent(page.rest)}` : '';
  const folders = await pieces(`${page.base}/folders${inside}`, 'folders',
      one => `${one.uuid} ${one.name} ${one.items} ${one.folders}`, folder => entry(page, folder), make('ul', {class: 'lines'}));
  if (!page.rest) {
    add(page.body, folders.total === 0
      ? empty('No folders yet', 'Folders of the storage appear here, those behind mirror datasets too.')
      : make('h2', {class: 'unseen'}, 'Folders'), folders.list, folders.more);
    return {changed: folders.total === 0 ? page.show : folders.load};
  }
  const items = await pieces(`${page.base}/folders/${encodeURIComponent(page.rest)}/items`, 'items',
      item => `${item.uuid} ${item.name} ${item.fileCount} ${item.rows}`,
      item => card(item, item.name, item.uuid, make('p', {class: 'soft'}, `linked by ${counted(item.rows, 'row')}`)),
      make('div', {class: 'cards'}));
  const folder = await get(`${page.base}/folders/${encodeURIComponent(page.rest)}`);
  add(page.body,
      crumbs(['Folders', page.link('storage')], ...folder.path.map(one => [one.name, page.link('storage', one.uuid)]), [folder.name]),
      make('div', {class: 'about-list'}, id(folder.uuid, 'the id of the folder'),
          folder.dataset && make('a', {href: page.link('data', folder.dataset)}, 'Its dataset')),
      folders.total > 0 && [make('h2', {}, 'Folders'), folders.list, folders.more],
      make('h2', {}, 'Items'),
      items.total === 0 && empty('Nothing is in this folder', 'Items appear here as soon as something is added.'),
      items.list, items.more);
  return {changed: items.total === 0 ? page.show : async () => {
    await folders.load();
    await items.load();
  }};
}

function entry(page, folder) {
  return make('li', {class: 'line'},
      make('div', {class: 'grow'},
          make('a', {class: 'title', href: page.link('storage', folder.uuid)}, folder.name || '(no name)'),
          make('p', {}, `${folder.owner} · `, time(folder.createdAt))),
      folder.dataset && badge('mirror dataset'),
      folder.cloudSynced && badge('cloud-synced'),
      make('span', {class: 'number'}, [counted(folder.items, 'item'), folder.folders && counted(folder.folders, 'folder')]
          .filter(Boolean).join(' · ')));
}
