import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { citations, citationsIn, disagreements, type Row, readIndex } from '../../scripts/spec/index.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));

describe('docs/spec/index.tsv', () => {
  test('agrees with every citation (node scripts/spec/main.mjs Yes ID... sets a status)', () => {
    expect(disagreements(readIndex(top), citations(top))).toEqual([]);
  });

  test('lists the pages of ISMTPTransport and the RFC of SMTP', () => {
    const ids = new Set(readIndex(top).map(({ id }) => id));
    for (const id of ['oe-ismtptransport', 'oe-ismtptransport-sendmessage', 'imessage-submitmessage', 'RFC 5321']) {
      expect(ids).toContain(id);
    }
  });
});

describe('A citation', () => {
  test.each([
    ['of a page', '/** Sends. @spec oe-ismtptransport-sendmessage */', ['oe-ismtptransport-sendmessage']],
    ['of an RFC by tag', ' * @spec RFC 5321 section 4.2.1', ['RFC 5321']],
    ['of an RFC in a sentence', '// A line ends with CRLF (RFC 5321 section 2.3.8).', ['RFC 5321']],
    ['of an appendix', '// as in RFC 4422 appendix A', ['RFC 4422']],
    ['that breaks its line', ' * as RFC 5321\n * section 4.2.1 says', ['RFC 5321']],
    ['that breaks its line in a transcript', '# RFC 5321\n# section 4.2', ['RFC 5321']],
    ['two of them', '@spec imessage-submitmessage RFC 3461 section 4', ['imessage-submitmessage', 'RFC 3461']],
  ])('%s is found', (_kind, text, ids) => {
    expect(citationsIn(text)).toEqual(ids);
  });

  test('is not every mention of an RFC', () => {
    expect(citationsIn('// servers older than RFC 2821 do that')).toEqual([]);
  });
});

describe('The index is refused when', () => {
  const done: Row = { id: 'RFC 1', title: 'One', status: 'Yes', note: '' };
  const found = new Map([['RFC 1', ['src/a.ts']]]);

  test('nothing: a Yes that is cited', () => {
    expect(disagreements([done], found)).toEqual([]);
  });

  test.each<[string, readonly Row[], ReadonlyMap<string, readonly string[]>, string]>([
    ['a Yes lacks its citation', [done], new Map(), 'RFC 1: says Yes, but nothing cites it'],
    ['a Roadmap is cited', [{ ...done, status: 'Roadmap' }], found, 'RFC 1: says Roadmap, but is cited by src/a.ts'],
    ['a No is cited', [{ ...done, status: 'No', note: 'why' }], found, 'RFC 1: says No, but is cited'],
    ['a No has no reason', [{ ...done, status: 'No' }], new Map(), 'RFC 1: a No needs its reason'],
    ['a citation is not listed', [], found, 'RFC 1: is cited by src/a.ts, but not listed'],
    ['a status is unknown', [{ ...done, status: 'Nearly' }], found, 'RFC 1: the status "Nearly"'],
    ['a row stands twice', [done, done], found, 'RFC 1: is listed twice'],
    ['rows are out of order', [{ ...done, id: 'RFC 10', status: 'Roadmap' }, done], found, 'RFC 1: must stand before'],
    ['a title is missing', [{ ...done, title: '' }], found, 'RFC 1: has no title'],
  ])('%s', (_why, rows, cited, sentence) => {
    expect(disagreements(rows, cited)).toContainEqual(expect.stringContaining(sentence));
  });
});
