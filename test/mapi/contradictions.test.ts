import { describe, expect, test } from 'vitest';
import { slots } from '../../src/com/index.js';
import * as mapi from '../../src/mapi/index.js';

const exported = mapi as unknown as Readonly<Record<string, unknown>>;

/** Decisions where pages contradict the headers: docs/decisions/0019-contradictions.md, by its numbers. */
describe('Where pages and headers differ', () => {
  test('5. a running search is 1, one in the foreground 8', () => {
    expect([mapi.SEARCH_RUNNING, mapi.SEARCH_REBUILD, mapi.SEARCH_RECURSIVE, mapi.SEARCH_FOREGROUND]).toEqual([
      1, 2, 4, 8,
    ]);
  });

  test('9. upload is outbound, download inbound', () => {
    expect([mapi.FLUSH_UPLOAD, mapi.FLUSH_DOWNLOAD]).toEqual([2, 4]);
    expect([mapi.STATUS_INBOUND_FLUSH, mapi.STATUS_OUTBOUND_FLUSH]).toEqual([0x40000, 0x400000]);
  });

  test('10. methods without pages keep their slots', () => {
    const slotOf = (iid: Parameters<typeof slots>[0], name: string) =>
      slots(iid).find((slot) => slot.name === name)?.slot;
    expect(slotOf(mapi.IXPLogon, 'RegisterOptions')).toBe(4);
    expect(slotOf(mapi.IAddrBook, 'RecipOptions')).toBeGreaterThan(0);
    expect(slotOf(mapi.IAddrBook, 'QueryDefaultRecipOpt')).toBe((slotOf(mapi.IAddrBook, 'RecipOptions') as number) + 1);
    expect(slotOf(mapi.IMAPISession, 'MessageOptions')).toBeGreaterThan(0);
    expect(slotOf(mapi.IMAPISupport, 'UpdatePAB')).toBeGreaterThan(0);
  });

  test('11. GetLastError comes first in the interfaces of forms, Shutdown before Logon in IABProvider', () => {
    for (const iid of [mapi.IMAPIForm, mapi.IMAPIFormMgr, mapi.IMAPIFormContainer, mapi.IMAPIFormInfo])
      expect([iid.name, slots(iid)[3]?.name]).toEqual([iid.name, 'GetLastError']);
    expect(
      slots(mapi.IABProvider)
        .slice(3, 5)
        .map(({ name }) => name),
    ).toEqual(['Shutdown', 'Logon']);
  });

  test('13. a mailbox has its owner under 0x661C; what has no number anywhere does not exist', () => {
    expect(mapi.propId(mapi.PR_MAILBOX_OWNER_NAME)).toBe(0x661c);
    expect(exported['MSGFLAG_ORIGIN_EXT_SEND']).toBeUndefined();
  });

  test.each([
    ['SP_LOGON_POLL', 'LOGON_SP_POLL'],
    ['NOTIFY_CONFIG_CHANGED', 'NOTIFY_CONFIG_CHANGE'],
    ['NOTIFY_SENT_DEFERRED', 'NOTIFY_SENTDEFERRED'],
    ['MAPI_E_USER_CANCELED', 'MAPI_E_USER_CANCEL'],
    ['MAPI_E_BAD_CHAR_WIDTH', 'MAPI_E_BAD_CHARWIDTH'],
    ['MAPI_E_NO_INTERFACE', 'MAPI_E_INTERFACE_NOT_SUPPORTED'],
  ])('14. %s is a misspelling of %s', (page, header) => {
    expect(exported[page]).toBeUndefined();
    expect(exported[header]).toBeTypeOf('number');
  });

  test('17. an MTSID is bytes', () => {
    expect(mapi.propType(mapi.PR_CORRELATE_MTSID)).toBe(mapi.PT_BINARY);
    expect(mapi.PR_CORRELATE_MTSID >>> 16).toBe(0x0e0d);
  });
});
