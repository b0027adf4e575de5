import {get} from './control.js';
import {button, make} from './elements.js';

const AT_ONCE = 60;

/**
 * A list that is loaded in pieces. Elements stay while what they show stays, so that films go on playing when the list
 * is refreshed.
 */
export async function pieces(path, name, keyOf, draw, list) {
  const more = make('div', {class: 'tools'});
  const known = new Map();
  let wanted = AT_ONCE;
  const load = async () => {
    const all = [];
    let total = Infinity;
    while (all.length < Math.min(wanted, total)) {
      const limit = Math.min(wanted - all.length, 500);
      const page = await get(`${path}${path.includes('?') ? '&' : '?'}offset=${all.length}&limit=${limit}`);
      total = page.total;
      all.push(...page[name]);
      if (page[name].length === 0) {
        break;
      }
    }
    show(all);
    const left = total - all.length;
    more.replaceChildren(...(left > 0 ? [button(`Show ${Math.min(left, AT_ONCE)} more of ${left}`, () => {
      wanted += AT_ONCE;
      return load();
    })] : []));
    return total;
  };
  const show = all => {
    const keys = new Set(all.map(keyOf));
    for (const [key, element] of known) {
      if (!keys.has(key)) {
        element.remove();
        known.delete(key);
      }
    }
    for (const one of all.filter(one => !known.has(keyOf(one)))) {
      const element = draw(one);
      known.set(keyOf(one), element);
      list.append(element);
    }
  };
  const total = await load();
  return {list, more, total, load};
}
