import {call, get, hasToken} from './control.js';
import {add, button, field, make, save, say} from './elements.js';

export const title = 'Seed and export';

export function show(page) {
  const seed = async file => {
    const text = await file.text();
    await page.act(() => call('POST', page.base + '/seed', text), `${file.name} is in the world.`);
  };
  const area = make('div', {class: 'drop',
    ondragover: event => {
      event.preventDefault();
      area.classList.add('over');
    },
    ondragleave: () => area.classList.remove('over'),
    ondrop: event => {
      event.preventDefault();
      area.classList.remove('over');
      const [file] = event.dataTransfer.files;
      file ? seed(file) : say('Drop a file.', 'failed');
    },
  },
  make('p', {class: 'title'}, 'Drop a seed file here'),
  make('p', {class: 'soft'}, 'JSON of users, folders, datasets, tasks; an export is one too.'),
  field('or choose one', make('input', {type: 'file', accept: '.json,application/json', onchange: ({target}) => target.files[0] && seed(target.files[0])})));
  const name = `${page.world}.json`;
  const exported = button('Save the export', () => page.act(async () => save(name, 'application/json',
      JSON.stringify(await get(page.base + '/export'), null, 2)), `The browser has ${name}.`, () => {}),
      {class: 'main', draggable: hasToken() ? 'false' : 'true', ondragstart: event => event.dataTransfer.setData(
          'DownloadURL', `application/json:${name}:${location.origin}/_fake${page.base}/export`)});
  add(page.body,
      make('section', {class: 'box'}, make('h2', {}, 'Seed'), area),
      make('section', {class: 'box'}, make('h2', {}, 'Export'),
          make('p', {class: 'soft'}, 'Everything in the world as a seed file: keys and tokens too, and the bytes of its files.'),
          make('div', {class: 'tools'}, exported)));
}
