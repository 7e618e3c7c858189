import { afterEach, describe, expect, test } from 'vitest';
import { ComError, com, ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IAddrBook,
  IMAPIAdviseSink,
  MAPI_CACHE_ONLY,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_NO_MAIL,
  MAPI_RESOLVED,
  MAPI_UNICODE,
  PR_7BIT_DISPLAY_NAME_A,
  PR_7BIT_DISPLAY_NAME_W,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_A,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_TRANSMITABLE_DISPLAY_NAME_A,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { PostOffice } from '../spooler/post-office.js';
import { type BookBehaviour, testBook } from './testbook.js';

const narrow = [PR_DISPLAY_NAME_A, PR_ADDRTYPE_A, PR_EMAIL_ADDRESS_A, PR_TRANSMITABLE_DISPLAY_NAME_A];
const wide = [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_TRANSMITABLE_DISPLAY_NAME_W];
const named = (name: string): AdrEntry => [prop(PR_DISPLAY_NAME_W, name)];
const isNamed = (entry: AdrEntry, name: string, tags: readonly number[]): boolean =>
  entry.some(([tag, value]) => tags.includes(tag) && value === name);

describe('what IAddrBook makes of what providers answer', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  async function withBook(behaviour: BookBehaviour, step: (book: IAddrBook) => Promise<void>): Promise<void> {
    office = await PostOffice.open(testBook('one', ['Ann A'], behaviour));
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      await step(book);
    }, MAPI_NO_MAIL);
  }

  /** Somebody whom a container has found, with texts of one width or the other. */
  const found = (tags: readonly PropTag<string>[], seven: PropTag<string>): AdrEntry => [
    prop(PR_ENTRYID, new Uint8Array(24).fill(5)),
    ...tags.map((tag, at): PropValue => prop(tag, ['Ann', 'SMTP', 'ann@x.test', 'Ann'][at] as string)),
    prop(seven, 'Ann'),
  ];

  test.each([
    ['8-bit texts', narrow, PR_7BIT_DISPLAY_NAME_A],
    ['Unicode texts', wide, PR_7BIT_DISPLAY_NAME_W],
  ] as const)(
    'ResolveName: of a container that answers %s, four are in the width asked for, and the 7-bit name is always PT_STRING8',
    async (_what, tags, seven) => {
      const ResolveNames = (_tags: unknown, _flags: number, list: AdrList, states: readonly number[]) => ({
        lpAdrList: list.map((entry) => (isNamed(entry, 'Ann', wide) ? found(tags, seven) : [...entry])),
        lpFlagList: list.map((entry, at) => (isNamed(entry, 'Ann', wide) ? MAPI_RESOLVED : (states[at] ?? 0))),
      });
      await withBook({ container: { ResolveNames } }, async (book) => {
        for (const [flags, expected] of [
          [MAPI_UNICODE, wide],
          [0, narrow],
        ] as const) {
          const [hr, list] = await book.ResolveName(0, flags, null, [named('Ann')]);
          expect(hr).toBe(S_OK);
          const had = (list?.[0] ?? []).map(([tag]) => tag);
          expect(had).toEqual([PR_ENTRYID, ...expected, PR_7BIT_DISPLAY_NAME_A]);
        }
        // Who is not found stays as he was given.
        const given: AdrList = [[prop(PR_DISPLAY_NAME_A, 'Zoe')], named('Zoe')];
        for (const flags of [MAPI_UNICODE, 0])
          expect(await book.ResolveName(0, flags, null, given)).toEqual([MAPI_E_NOT_FOUND, given]);
      });
    },
  );

  test('ResolveName asks a container that knows 8-bit texts alone in 8 bits', async () => {
    const asked: number[] = [];
    const ResolveNames = (_tags: unknown, flags: number, list: AdrList, states: readonly number[]) => {
      asked.push(flags);
      if ((flags & MAPI_UNICODE) !== 0) throw new ComError(MAPI_E_BAD_CHARWIDTH, 'eight bits');
      const hits = list.map((entry) => isNamed(entry, 'Ann', narrow));
      return {
        lpAdrList: list.map((entry, at) => (hits[at] ? found(narrow, PR_7BIT_DISPLAY_NAME_A) : entry)),
        lpFlagList: hits.map((hit, at) => (hit ? MAPI_RESOLVED : (states[at] ?? 0))),
      };
    };
    await withBook({ container: { ResolveNames } }, async (book) => {
      const [hr, list] = await book.ResolveName(0, MAPI_UNICODE, null, [named('Ann'), named('Zoe')]);
      expect(hr).toBe(MAPI_E_NOT_FOUND);
      expect(list?.[0]?.map(([tag]) => tag)).toEqual([PR_ENTRYID, ...wide, PR_7BIT_DISPLAY_NAME_A]);
      expect(list?.[1]).toEqual(named('Zoe'));
      expect(asked).toEqual([MAPI_UNICODE, 0]);
    });
  });

  test('MAPI_CACHE_ONLY reaches who has a cache; who does not know it is asked without', async () => {
    provokes(/cannot look for names/);
    const asked: string[] = [];
    const refuse = (what: string, flags: number): void => {
      asked.push(`${what} ${flags}`);
      if ((flags & MAPI_CACHE_ONLY) !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, 'no cache');
    };
    let answer: 'refuse' | 'take' | 'fail' = 'take';
    const take = (what: string, flags: number): void => {
      if (answer === 'refuse') refuse(what, flags);
      else asked.push(`${what} ${flags}`);
      if (answer === 'fail') throw new ComError(MAPI_E_UNKNOWN_FLAGS, 'whatever it is');
    };
    const ResolveNames = (_tags: unknown, flags: number, lpAdrList: AdrList, lpFlagList: readonly number[]) => {
      take('names', flags);
      return { lpAdrList, lpFlagList };
    };
    const PrepareRecips = (flags: number) => take('recipients', flags);
    const behaviour = { container: { ResolveNames }, methods: { PrepareRecips } };
    await withBook(behaviour as unknown as BookBehaviour, async (book) => {
      using root = (await ok(book.OpenEntry(null, null, 0))).lppUnk;
      expect(root).not.toBeNull();
      const own = (await ok(book.GetSearchPath(0)))[0]?.get(PR_ENTRYID) as Uint8Array;
      const both = async () => {
        const codes = [
          (await book.ResolveName(0, MAPI_UNICODE | MAPI_CACHE_ONLY, null, [named('Ann')]))[0],
          await book.PrepareRecips(MAPI_CACHE_ONLY, null, [[prop(PR_ENTRYID, own)]]),
        ];
        return [...codes, ...asked.splice(0)];
      };
      const names = `names ${(MAPI_UNICODE | MAPI_CACHE_ONLY) >>> 0}`;
      const recipients = `recipients ${MAPI_CACHE_ONLY}`;
      expect(await both()).toEqual([MAPI_E_NOT_FOUND, S_OK, names, recipients]);
      answer = 'refuse';
      const again = [`names ${MAPI_UNICODE}`, 'recipients 0'];
      expect(await both()).toEqual([MAPI_E_NOT_FOUND, S_OK, names, again[0], recipients, again[1]]);
      answer = 'fail';
      expect((await both()).slice(0, 2)).toEqual([MAPI_E_NOT_FOUND, MAPI_E_UNKNOWN_FLAGS]);
    });
  });

  test('Advise hands on what the provider answers; CompareEntryIDs has one word for entry IDs that are nobody’s', async () => {
    let answer = MAPI_E_NO_SUPPORT;
    const refuse = () => {
      throw new ComError(answer, 'as the test says');
    };
    await withBook({ methods: { Advise: refuse, CompareEntryIDs: refuse } }, async (book) => {
      const own = (await ok(book.GetSearchPath(0)))[0]?.get(PR_ENTRYID) as Uint8Array;
      using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
      for (const [hr, compared] of [
        [MAPI_E_NO_SUPPORT, MAPI_E_NO_SUPPORT],
        [MAPI_E_INVALID_ENTRYID, MAPI_E_UNKNOWN_ENTRYID],
        [MAPI_E_UNKNOWN_ENTRYID, MAPI_E_UNKNOWN_ENTRYID],
      ] as const) {
        answer = hr;
        expect((await book.Advise(own, 4, sink))[0]).toBe(hr);
        expect((await book.CompareEntryIDs(own, own, 0))[0]).toBe(compared);
      }
    });
  });
});
