import { type HResult, type Out, S_OK } from '../../com/index.js';
import { type IMAPISession, type IProfAdmin, MAPI_E_NOT_INITIALIZED } from '../../mapi/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../subsystem/index.js';

/** The entry points of Extended MAPI, as one program calls them: it has to initialize MAPI for itself. */
export class MapiRoot {
  #initialized = 0;

  MAPIInitialize(ulVersion: number, ulFlags: number): HResult {
    const hr = MAPIInitialize({ ulVersion, ulFlags });
    if (hr === S_OK) this.#initialized++;
    return hr;
  }

  MAPIUninitialize(): HResult {
    if (this.#initialized > 0) {
      this.#initialized--;
      MAPIUninitialize();
    }
    return S_OK;
  }

  MAPILogonEx(
    ulUIParam: number,
    lpszProfileName: string | null,
    lpszPassword: string | null,
    flFlags: number,
  ): Out<IMAPISession> {
    if (this.#initialized === 0) return Promise.resolve([MAPI_E_NOT_INITIALIZED, null]);
    return MAPILogonEx(ulUIParam, lpszProfileName, lpszPassword, flFlags);
  }

  MAPIAdminProfiles(ulFlags: number): Out<IProfAdmin> {
    if (this.#initialized === 0) return Promise.resolve([MAPI_E_NOT_INITIALIZED, null]);
    return MAPIAdminProfiles(ulFlags);
  }

  /** The program is gone without having taken back what it initialized. */
  end(): void {
    while (this.#initialized > 0) this.MAPIUninitialize();
  }
}
