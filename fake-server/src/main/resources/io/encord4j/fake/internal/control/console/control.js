const TOKEN = 'encord4j-control-token';

/** What the server said instead of doing what it was asked for. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Calls a control endpoint; gives the JSON of its answer, or null. */
export async function call(method, path, body, signal) {
  const headers = {};
  const token = sessionStorage.getItem(TOKEN);
  if (token) {
    headers['X-Fake-Token'] = token;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch('/_fake' + path, {
    method,
    headers,
    signal,
    cache: 'no-store',
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : null;
  if (!answer.ok) {
    throw new Refused(answer.status, json?.message ?? `The server answered with status ${answer.status}.`);
  }
  return json;
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const worldPath = id => '/worlds/' + encodeURIComponent(id);

export function rememberToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export const hasToken = () => sessionStorage.getItem(TOKEN) !== null;

/** Signed URLs name the server as its clients know it; for this page it is where the page comes from. */
export function here(url) {
  const {pathname, search} = new URL(url, location.href);
  return pathname + search;
}

const MOST_AT_FIRST = 300;
const REST_MILLIS = 300;
const LOST_MILLIS = 2000;

/**
 * Follows the journal of a world until the signal. The follower is told by seen(tail, first) what has ended, at first
 * everything that is kept; by lost() and found() whether the server answers; by gone() that the world is not there.
 */
export async function follow(base, signal, follower) {
  let after = null;
  let isLost = false;
  while (!signal.aborted) {
    let pause = REST_MILLIS;
    try {
      const tail = await get(`${base}/journal/tail?` + (after === null ? `limit=${MOST_AT_FIRST}` : `after=${after}`), signal);
      if (isLost) {
        isLost = false;
        follower.found();
      }
      if (after !== null && tail.ended < after) {
        after = null; // It is another server than before.
      } else if (tail.ended !== after) {
        const first = after === null;
        after = tail.ended;
        follower.seen(tail, first);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Refused) {
        follower.gone();
        return;
      }
      if (!isLost) {
        isLost = true;
        follower.lost();
      }
      pause = LOST_MILLIS;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
