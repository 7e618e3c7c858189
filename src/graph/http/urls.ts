/**
 * The path of a request in the one form that routes have. OData writes keys in parentheses and functions with them:
 * `/users('ann')/mailFolders('inbox')/messages/microsoft.graph.delta()` is `/users/ann/mailFolders/inbox/messages/delta`.
 *
 * A folder is found by its identifier wherever it lies: `/mailFolders/inbox/childFolders/{id}` is `/mailFolders/{id}`.
 *
 * @param url path and query, as they came
 */
export function plainPath(url: string): string {
  if (!notable.test(url)) return url;
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const plain = path
    .replaceAll(
      /\((?:'|%27)((?:[^'/()%]|%(?!27)[0-9a-f]{2}|''|%27%27)*)(?:'|%27)\)/gi,
      (_all, key: string) => `/${key.replaceAll(/''|%27%27/g, '%27')}`,
    )
    .replaceAll('()', '')
    .replaceAll(/\/microsoft\.graph\./gi, '/')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/mailFolders\/[^/]+(?:\/childFolders\/(?!\$count(?:\/|$))[^/]+)+(?=\/|$)/i, (folders) =>
      folders.replace(/\/.*\//, '/mailFolders/'),
    );
  const trimmed = plain.length > 1 ? plain.replace(/\/$/, '') : plain;
  return at < 0 ? trimmed : trimmed + url.slice(at);
}

/** What all but few addresses lack: parentheses, empty segments, the name of the service, folders within folders, an end of a slash. */
const notable = /[()]|\/\/|\/microsoft\.graph\.|\/childFolders|.\/(?:\?|$)/i;
