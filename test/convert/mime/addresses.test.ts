import { expect, test } from 'vitest';
import { readAddresses } from '../../../src/convert/mime/parse/addresses.js';

const people = (field: string): string[] =>
  readAddresses(field).map(({ name, address }) => (name === '' ? address : `${name} <${address}>`));

// RFC 5322 appendix A, and what stands in mail all the same.
test.for<[string, string[]]>([
  ['"Joe Q. Public" <john.q.public@example.com>', ['Joe Q. Public <john.q.public@example.com>']],
  [
    'Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>',
    ['Mary Smith <mary@x.test>', 'jdoe@example.org', 'Who? <one@y.test>'],
  ],
  [
    '<boss@nil.test>, "Giant; \\"Big\\" Box" <sysservices@example.net>',
    ['boss@nil.test', 'Giant; "Big" Box <sysservices@example.net>'],
  ],
  [
    'A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;',
    ['Ed Jones <c@a.test>', 'joe@where.test', 'John <jdoe@one.test>'],
  ],
  ['Undisclosed recipients:;', []],
  ['The board:;, ann@example.org', ['The board <>', 'ann@example.org']],
  // A.5: comments and blanks wherever they may be.
  ['Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>', ['Pete <pete@silly.test>']],
  [
    "A Group(Some people)\r\n :Chris Jones <c@(Chris's host.)public.example>,\r\n joe@example.org,\r\n John <jdoe@one.test> (my dear friend); (the end of the group)",
    ['Chris Jones <c@public.example>', 'joe@example.org', 'John <jdoe@one.test>'],
  ],
  ['(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;', ['Hidden recipients <>']],
  // A.6.1 and A.6.3: how it was before 2001.
  ['Joe Q. Public <john.q.public@example.com>', ['Joe Q. Public <john.q.public@example.com>']],
  [
    'Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example',
    ['Mary Smith <mary@example.net>', 'jdoe@test.example'],
  ],
  ['<@a.test,@b.test:ann@example.org>, bob@example.org', ['ann@example.org', 'bob@example.org']],
  ['ann@example.org (Ann (the) Author)', ['Ann (the) Author <ann@example.org>']],
  // Local parts that need their quotes keep them, and literal domains their brackets.
  ['"a(b"@example.org, "x y"@example.org', ['"a(b"@example.org', '"x y"@example.org']],
  ['jdoe@[192.0.2.1], j@[IPv6:2001:db8::1]', ['jdoe@[192.0.2.1]', 'j@[IPv6:2001:db8::1]']],
  // Encoded words; a comma in one parts nobody.
  ['=?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <j@example.org>', ['Jörg Müller <j@example.org>']],
  ['=?utf-8?Q?M=C3=BCller,_J?= <j@example.org>', ['Müller, J <j@example.org>']],
  ['"=?iso-8859-1?Q?Andr=E9?=" <a@example.org>', ['André <a@example.org>']],
  // What programs write that have not read the RFC.
  ['John Doe john@example.org', ['John Doe <john@example.org>']],
  ['ann@example.org bob@example.org', ['ann@example.org', 'bob@example.org']],
  ['ann@example.org; bob@example.org', ['ann@example.org', 'bob@example.org']],
  ['"ann@example.org"', ['ann@example.org']],
  ["'ann@example.org' <ann@example.org>", ["'ann@example.org' <ann@example.org>"]],
  ['"ann@example.org" <ann@example.org>', ['ann@example.org']],
  ['"unclosed <dan@example.org>', ['unclosed <dan@example.org>']],
  ['Dan (unclosed <dan@example.org>, eve@example.org', ['Dan (unclosed <dan@example.org>', 'eve@example.org']],
  ['Dan <dan@example.org', ['Dan <dan@example.org>']],
  ['<dan@example.org> Dan', ['Dan <dan@example.org>']],
  ['<the admin>, Ops <the other admin>', ['the admin <>', 'Ops <>']],
  ['<Ann Lee ann@example.org>', ['Ann Lee <ann@example.org>']],
  ['<postmaster>', ['postmaster']],
  ['<ann . lee @ example . org>', ['ann.lee@example.org']],
  ['MAILER-DAEMON', ['MAILER-DAEMON <>']],
  ['<>', []],
  [' , ;', []],
])('%s', ([field, expected]) => {
  expect(people(field)).toEqual(expected);
});

test.for(['(', '"', '<', '<@,', '@:', 'a@b ', 'w ', ':', '\\', '[', '=?', 'a:b@c;'])(
  'a field full of %s is read in one go',
  (piece) => {
    expect(readAddresses(piece.repeat(50_000)).length).toBeLessThanOrEqual(50_000);
  },
);

test('a name that is too long is cut, an address that is too long is a name', () => {
  const long = 'x'.repeat(70_000);
  expect(readAddresses(`"${long}" <ann@example.org>`)).toEqual([
    { name: 'x'.repeat(2000), address: 'ann@example.org' },
  ]);
  expect(readAddresses(`${long}@example.org`)).toEqual([{ name: 'x'.repeat(2000), address: '' }]);
  expect(readAddresses(`${long}:;`)).toEqual([{ name: 'x'.repeat(2000), address: '' }]);
});
