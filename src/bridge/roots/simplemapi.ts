import { log } from '../../base/index.js';
import { type Guid, guidToBytes, type IStream, ok } from '../../com/index.js';
import { MAPI_E_FAILURE, MAPI_E_INVALID_SESSION, SUCCESS_SUCCESS } from '../../mapi/index.js';
import {
  MAPIAddress,
  MAPIDeleteMail,
  MAPIDetails,
  MAPIFindNext,
  MAPILogoff,
  MAPILogon,
  MAPIReadMail,
  MAPIResolveName,
  MAPISaveMail,
  MAPISendMail,
  MAPISendMailW,
  type MapiFileDesc,
  type MapiMessage,
  type MapiRecipDesc,
  type SimpleRet,
  sendDocuments,
  sendMarked,
} from '../../subsystem/index.js';
import { streamPiece } from '../limits.js';

/** A file as a frame has it: its bytes are a stream of the host. */
type HostFile = Omit<MapiFileDesc, 'content'> & { readonly content: IStream | null };
type HostMessage = Omit<MapiMessage, 'lpFiles'> & { readonly lpFiles: readonly HostFile[] };

/** The functions that a file of the drop folder may be of as well, by the numbers of their slots. */
const sendFunctions: Readonly<Record<number, string>> = {
  5: 'MAPISendMail',
  6: 'MAPISendMailW',
  7: 'MAPISendDocuments',
};

/** The functions of Simple MAPI, as one program calls them: it has no sessions but those that it opened. */
export class SimpleMapiRoot {
  readonly #sessions = new Set<number>();

  async MAPILogon(
    ulUIParam: number,
    lpszProfileName: string | null,
    lpszPassword: string | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<SimpleRet<number>> {
    const answer = await MAPILogon(ulUIParam, lpszProfileName, lpszPassword, flFlags, ulReserved);
    if (answer[1] !== null) this.#sessions.add(answer[1]);
    return answer;
  }

  async MAPILogoff(lhSession: number, ulUIParam: number, flFlags: number, ulReserved: number): Promise<number> {
    return await this.#in(lhSession, async () => {
      const code = await MAPILogoff(lhSession, ulUIParam, flFlags, ulReserved);
      if (code === SUCCESS_SUCCESS) this.#sessions.delete(lhSession);
      return code;
    });
  }

  async MAPISendMail(
    lhSession: number,
    ulUIParam: number,
    lpMessage: HostMessage | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<number> {
    return await this.#in(lhSession, () =>
      MAPISendMail(lhSession, ulUIParam, withBytes(lpMessage), flFlags, ulReserved),
    );
  }

  async MAPISendMailW(
    lhSession: number,
    ulUIParam: number,
    lpMessage: HostMessage | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<number> {
    return await this.#in(lhSession, () =>
      MAPISendMailW(lhSession, ulUIParam, withBytes(lpMessage), flFlags, ulReserved),
    );
  }

  async MAPISendDocuments(
    _ulUIParam: number,
    lpFiles: readonly HostFile[] | null,
    _ulReserved: number,
  ): Promise<number> {
    return await sendDocuments((lpFiles ?? []).map(fileWithBytes));
  }

  async MAPIFindNext(
    lhSession: number,
    ulUIParam: number,
    lpszMessageType: string | null,
    lpszSeedMessageID: string | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<SimpleRet<string>> {
    return await this.#with(lhSession, () =>
      MAPIFindNext(lhSession, ulUIParam, lpszMessageType, lpszSeedMessageID, flFlags, ulReserved),
    );
  }

  async MAPIReadMail(
    lhSession: number,
    ulUIParam: number,
    lpszMessageID: string | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<SimpleRet<MapiMessage>> {
    return await this.#with(lhSession, () =>
      MAPIReadMail(lhSession, ulUIParam, lpszMessageID ?? '', flFlags, ulReserved),
    );
  }

  async MAPISaveMail(
    lhSession: number,
    ulUIParam: number,
    lpMessage: HostMessage | null,
    flFlags: number,
    ulReserved: number,
    lpszMessageID: string | null,
  ): Promise<SimpleRet<string>> {
    return await this.#with(lhSession, () =>
      MAPISaveMail(lhSession, ulUIParam, withBytes(lpMessage), flFlags, ulReserved, lpszMessageID),
    );
  }

  async MAPIDeleteMail(
    lhSession: number,
    ulUIParam: number,
    lpszMessageID: string | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<number> {
    return await this.#in(lhSession, () =>
      MAPIDeleteMail(lhSession, ulUIParam, lpszMessageID ?? '', flFlags, ulReserved),
    );
  }

  async MAPIAddress(
    lhSession: number,
    ulUIParam: number,
    lpszCaption: string | null,
    nEditFields: number,
    lpszLabels: string | null,
    lpRecips: readonly MapiRecipDesc[] | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<SimpleRet<readonly MapiRecipDesc[]>> {
    return await this.#with(lhSession, () =>
      MAPIAddress(lhSession, ulUIParam, lpszCaption, nEditFields, lpszLabels, lpRecips ?? [], flFlags, ulReserved),
    );
  }

  async MAPIDetails(
    lhSession: number,
    ulUIParam: number,
    lpRecip: MapiRecipDesc | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<number> {
    return await this.#in(lhSession, () =>
      MAPIDetails(lhSession, ulUIParam, lpRecip as MapiRecipDesc, flFlags, ulReserved),
    );
  }

  async MAPIResolveName(
    lhSession: number,
    ulUIParam: number,
    lpszName: string | null,
    flFlags: number,
    ulReserved: number,
  ): Promise<SimpleRet<MapiRecipDesc>> {
    return await this.#with(lhSession, () =>
      MAPIResolveName(lhSession, ulUIParam, lpszName ?? '', flFlags, ulReserved),
    );
  }

  /** `MAPISendMail` (5), `MAPISendMailW` (6) or `MAPISendDocuments` (7) of a host that leaves the call behind when it loses the service in its middle. */
  async ComailSendMail(
    lpguidCall: Guid | null,
    ulFunction: number,
    lhSession: number,
    _ulUIParam: number,
    lpMessage: HostMessage | null,
    flFlags: number,
    _ulReserved: number,
  ): Promise<number> {
    const name = sendFunctions[ulFunction];
    if (lpguidCall === null || name === undefined) return MAPI_E_FAILURE;
    return await this.#in(lhSession, () =>
      sendMarked(guidToBytes(lpguidCall), name, lhSession, withBytes(lpMessage), flFlags),
    );
  }

  /** The program is gone: its sessions end. */
  end(): void {
    for (const session of this.#sessions)
      MAPILogoff(session).catch((error: unknown) => log.error('a session of Simple MAPI did not end', error));
    this.#sessions.clear();
  }

  async #in(session: number, call: () => Promise<number>): Promise<number> {
    return this.has(session) ? await call() : MAPI_E_INVALID_SESSION;
  }

  async #with<T>(session: number, call: () => Promise<SimpleRet<T>>): Promise<SimpleRet<T>> {
    return this.has(session) ? await call() : [MAPI_E_INVALID_SESSION, null];
  }

  /** Whether a session is one of the program's, or none. */
  has(session: number): boolean {
    return session === 0 || this.#sessions.has(session);
  }
}

// The functions themselves answer for a message that is not there.
const withBytes = (message: HostMessage | null): MapiMessage =>
  message === null ? (null as never) : { ...message, lpFiles: message.lpFiles.map(fileWithBytes) };

function fileWithBytes({ content, ...file }: HostFile): MapiFileDesc {
  return content === null ? file : { ...file, content: pieces(content) };
}

async function* pieces(stream: IStream): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await ok(stream.Read(streamPiece));
    if (piece.length === 0) return;
    yield piece;
  }
}
