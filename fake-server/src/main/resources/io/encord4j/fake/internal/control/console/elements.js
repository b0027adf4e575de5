/** Makes an element. What comes from the server becomes text or an attribute, never markup. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value != null) {
      element.setAttribute(name, String(value));
    }
  }
  add(element, children);
  return element;
}

/** Puts things into an element; lists are flattened, nothing is left out but null and false. */
export function add(element, ...children) {
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

/** Replaces what is in an element; whoever used a control in it finds the one of the same name. */
export function replace(element, ...children) {
  const used = document.activeElement;
  const name = element.contains(used) ? nameOf(used) : null;
  element.replaceChildren();
  add(element, children);
  if (name && used !== document.activeElement) {
    [...element.querySelectorAll('a, button, input, select, summary')].find(one => nameOf(one) === name)?.focus();
  }
}

function nameOf(element) {
  const named = ['href', 'aria-label', 'name'].map(attribute => element.getAttribute(attribute)).find(Boolean);
  return `${element.tagName} ${named ?? element.textContent}`;
}

export function button(text, onclick, properties = {}) {
  return make('button', {type: 'button', onclick, ...properties}, text);
}

export function field(label, control) {
  return make('label', {class: 'field'}, make('span', {}, label), control);
}

/** A choice among values, or among pairs of value and text. */
export function choice(name, options, properties = {}) {
  return make('select', {name, ...properties}, options.map(option => {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    return make('option', {value}, text);
  }));
}

/** A form whose values are given to what sends it. */
export function form(fields, text, send) {
  return make('form', {onsubmit: event => {
    event.preventDefault();
    send(Object.fromEntries(new FormData(event.target)), event.target);
  }}, fields, make('button', {class: 'main'}, text));
}

export function badge(text, kind = '') {
  return make('span', {class: `badge ${kind}`}, text);
}

export function empty(title, text) {
  return make('div', {class: 'empty'}, make('p', {class: 'title'}, title), make('p', {}, text));
}

export function crumbs(...parts) {
  return make('nav', {class: 'crumbs', 'aria-label': 'Where you are'}, make('ol', {}, parts.map(([text, href]) =>
      make('li', {}, href ? make('a', {href}, text) : make('span', {'aria-current': 'page'}, text)))));
}

/** An id to be copied. */
export function id(text, what) {
  const copy = button('Copy', async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
  }, {class: 'copy', 'aria-label': `Copy ${what}`});
  return make('span', {class: 'id'}, make('code', {}, text), navigator.clipboard ? copy : null);
}

export function time(instant) {
  const [day, clock] = new Date(instant).toISOString().split('T');
  return make('time', {datetime: instant, title: instant}, `${day} ${clock.slice(0, 8)}`);
}

export function bytes(count) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let left = count;
  let unit = 0;
  while (left >= 1000 && unit < units.length - 1) {
    left /= 1000;
    unit++;
  }
  return unit === 0 ? counted(count, 'byte') : `${left.toFixed(left < 10 ? 1 : 0)} ${units[unit]}`;
}

export function counted(count, thing) {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}

/** A status as the server calls it. */
export function status(text) {
  const kind = {DONE: 'good', ERROR: 'bad', CANCELLED: 'bad'}[text] ?? 'open';
  return badge(text.toLowerCase(), kind);
}

/** Tells what came of what somebody did. */
export function say(text, kind = 'done') {
  const message = document.getElementById('message');
  message.className = kind;
  message.replaceChildren(...(text ? [make('span', {}, text), button('×', () => say(''), {'aria-label': 'Close message'})] : []));
}

/** Asks before something that cannot be undone. */
export function confirmed(question, yes) {
  return new Promise(resolve => {
    const dialog = make('dialog', {'aria-labelledby': 'question', onclose: () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }},
    make('h2', {id: 'question'}, question),
    make('form', {method: 'dialog', class: 'tools'},
        make('button', {value: 'no'}, 'Cancel'),
        make('button', {value: 'yes', class: 'danger'}, yes)));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Gives the browser a file to save. */
export function save(name, type, text) {
  const link = make('a', {href: URL.createObjectURL(new Blob([text], {type})), download: name});
  link.click();
  URL.revokeObjectURL(link.href);
}
