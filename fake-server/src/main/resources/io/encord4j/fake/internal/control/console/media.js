import {here} from './control.js';
import {badge, bytes, id, make} from './elements.js';

const FILES_SHOWN = 9;

/** A row of a dataset or an item of the storage, with what can be seen of it. */
export function card(medium, title, idText, more) {
  return make('article', {class: 'card'},
      preview(medium, title),
      make('div', {class: 'about'},
          make('h3', {}, title),
          make('p', {}, badge(medium.type), ' ', facts(medium)),
          more,
          id(idText, `the id of ${title}`)));
}

function facts({width, height, duration, bytes: size, fileCount}) {
  return [
    width && `${width} × ${height}`,
    duration && `${Number(duration.toFixed(2))} s`,
    size != null && bytes(size),
    fileCount !== 1 && `${fileCount} files`,
  ].filter(Boolean).join(' · ');
}

function preview({files, fileCount}, title) {
  if (files.length <= 1) {
    return make('div', {class: 'media'}, files.map(file => picture(file, title)));
  }
  const shown = files.slice(0, FILES_SHOWN);
  return make('div', {class: 'media many'},
      shown.map((file, index) => picture(file, `${title}, ${index + 1} of ${fileCount}`)),
      fileCount > shown.length && make('span', {class: 'soft'}, `and ${fileCount - shown.length} more`));
}

function picture({url, mimeType, link}, title) {
  if (!url) {
    return make('p', {class: 'bucket'}, 'In a bucket', make('code', {}, link));
  }
  const kind = mimeType?.split('/')[0];
  const download = make('p', {class: 'file'}, make('span', {}, mimeType ?? 'Bytes of an unknown type'),
      make('a', {href: here(url), download: title, 'aria-label': `Download ${title}`}, 'Download'));
  if (kind === 'image') {
    return shownIf(make('img', {src: here(url), alt: title, loading: 'lazy'}), download);
  }
  if (kind === 'video' || kind === 'audio') {
    return shownIf(make(kind, {src: here(url), controls: true, preload: 'metadata', 'aria-label': title}), download);
  }
  return download;
}

/** What the browser cannot show can be saved at least. */
function shownIf(element, otherwise) {
  element.addEventListener('error', () => element.replaceWith(otherwise));
  return element;
}
