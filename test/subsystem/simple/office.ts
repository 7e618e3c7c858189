import { expect } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  type PropTag,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import {
  endOfSimpleSessions,
  MAPIAdminProfiles,
  MAPIInitialize,
  MAPILogoff,
  MAPILogon,
  MAPILogonEx,
  MAPIUninitialize,
  type SimpleNotice,
  type SimpleSettings,
  setSimpleSettings,
} from '../../../src/subsystem/index.js';
import { Desk, type DeskOptions } from '../../flows/desk.js';
import { contents, defaultStore } from '../../support/store-programs/client.js';

/** A desk whose profile `Work` is the default one, and what Simple MAPI tells besides its codes. */
export class Office implements AsyncDisposable {
  readonly desk: Desk;
  readonly notices: SimpleNotice[] = [];
  readonly #before: SimpleSettings;

  private constructor(desk: Desk, settings: Partial<SimpleSettings>) {
    this.desk = desk;
    this.#before = setSimpleSettings({
      folder: desk.folder,
      listener: (notice) => this.notices.push(notice),
      ...settings,
    });
  }

  static async open(settings: Partial<SimpleSettings> = {}, options: DeskOptions = {}): Promise<Office> {
    const desk = await Desk.open(options);
    MAPIInitialize(null);
    using admin = await ok(MAPIAdminProfiles(0));
    await ok(admin.SetDefaultProfile('Work', 0));
    MAPIUninitialize();
    return new Office(desk, settings);
  }

  /** Logs on, does something, logs off. */
  async session<T>(work: (session: number) => Promise<T>): Promise<T> {
    const [code, session] = await MAPILogon(0, 'Work', null, MAPI_NEW_SESSION);
    if (session === null) throw new Error(`the logon answered ${code}`);
    try {
      return await work(session);
    } finally {
      expect(await MAPILogoff(session)).toBe(SUCCESS_SUCCESS);
    }
  }

  /** Some columns of what lies in Drafts, the Outbox or Sent Items. */
  async lying(where: keyof typeof places, tags: readonly PropTag[]): Promise<readonly (readonly unknown[])[]> {
    await endOfSimpleSessions();
    MAPIInitialize(null);
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_NEW_SESSION | MAPI_NO_MAIL | MAPI_UNICODE));
    using store = await defaultStore(session);
    const row = await ok(store.GetProps([places[where]], 0));
    const found = await contents(store, row.get(places[where]), tags);
    await ok(session.Logoff(0, 0, 0));
    MAPIUninitialize();
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await endOfSimpleSessions();
    setSimpleSettings(this.#before);
    await this.desk[Symbol.asyncDispose]();
  }
}

const places = { drafts: PR_IPM_DRAFTS_ENTRYID, outbox: PR_IPM_OUTBOX_ENTRYID, sent: PR_IPM_SENTMAIL_ENTRYID } as const;
