import {call, get} from './control.js';
import {add, badge, button, empty, field, form, id, make, replace, save} from './elements.js';

export const title = 'Users';
export const count = world => world.users;

export async function show(page) {
  const fresh = make('div', {'aria-live': 'polite'});
  const list = make('div', {});
  const draw = async () => {
    const {users, total} = await get(page.base + '/users?limit=500');
    replace(list, total ? make('ul', {class: 'lines'}, users.map(entry))
      : empty('Nobody is here yet', 'Give credentials to an address, and its user is here.'));
  };
  await draw();
  add(page.body,
      make('section', {class: 'box'},
          make('h2', {}, 'Give credentials'),
          make('p', {class: 'soft'}, 'They lead to this world. A user is made if there is none of the address.'),
          form([field('E-mail address', make('input', {name: 'email', type: 'email', required: true, value: 'user@example.com'}))],
              'Give', ({email}) => page.act(async () => {
                fresh.replaceChildren(...credentials(await call('POST', page.base + '/users', {email})));
              }, `${email} has new credentials.`, draw)),
          fresh),
      make('h2', {}, 'Users'), list);
  return {changed: draw};
}

function entry(user) {
  return make('li', {class: 'line'},
      make('div', {class: 'grow'}, make('p', {class: 'title'}, user.email), id(user.hash, `the hash of ${user.email}`)),
      user.organisationAdmin && badge('organisation admin'));
}

function credentials({email, bearerToken, sshPrivateKey}) {
  return [
    make('h3', {}, `Credentials of ${email}`),
    make('p', {class: 'soft'}, 'They are shown once.'),
    make('dl', {}, make('dt', {}, 'Bearer token'), make('dd', {}, id(bearerToken, 'the bearer token')),
        make('dt', {}, 'SSH key'), make('dd', {}, make('pre', {tabindex: 0, role: 'region', 'aria-label': 'SSH key'}, sshPrivateKey),
            button('Save as a file', () => save('id_ed25519', 'text/plain', sshPrivateKey)))),
  ];
}
