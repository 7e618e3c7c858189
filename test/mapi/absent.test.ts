import { describe, expect, test } from 'vitest';
import { ComError, com, E_UNEXPECTED, type Impl, S_FALSE, S_OK, warn } from '../../src/com/index.js';
import { IMAPIForm, IMAPIViewContext } from '../../src/mapi/index.js';

/** As much of a form as a viewer needs to ask for its view. */
class Form implements Impl<IMAPIForm> {
  #view: IMAPIViewContext | null = null;
  SetViewContext(pViewContext: IMAPIViewContext | null) {
    this.#view?.Release();
    pViewContext?.AddRef();
    this.#view = pViewContext;
  }
  GetViewContext() {
    this.#view?.AddRef();
    return this.#view ?? warn(S_FALSE, null);
  }
  finalRelease() {
    this.#view?.Release();
  }
  GetLastError(): never {
    return this.ShutdownForm();
  }
  ShutdownForm(): never {
    throw new ComError(E_UNEXPECTED, 'not in this test');
  }
  DoVerb(): never {
    return this.ShutdownForm();
  }
  Advise(): never {
    return this.ShutdownForm();
  }
  Unadvise(): never {
    return this.ShutdownForm();
  }
}

class View implements Impl<IMAPIViewContext> {
  GetLastError(): never {
    return this.SetAdviseSink();
  }
  SetAdviseSink(): never {
    throw new ComError(E_UNEXPECTED, 'not in this test');
  }
  ActivateNext(): never {
    return this.SetAdviseSink();
  }
  GetPrintSetup(): never {
    return this.SetAdviseSink();
  }
  GetSaveStream(): never {
    return this.SetAdviseSink();
  }
  GetViewStatus(): never {
    return this.SetAdviseSink();
  }
}

describe('an object that may be absent on success', () => {
  test('comes as null under S_FALSE: a form without a view', async () => {
    using form = com<IMAPIForm>(new Form(), IMAPIForm);
    expect(await form.GetViewContext()).toEqual([S_FALSE, null]);
  });

  test('comes as a pointer under S_OK: a form in a view', async () => {
    using form = com<IMAPIForm>(new Form(), IMAPIForm);
    using view = com<IMAPIViewContext>(new View(), IMAPIViewContext);
    expect(await form.SetViewContext(view)).toBe(S_OK);
    const [hr, found] = await form.GetViewContext();
    expect(hr).toBe(S_OK);
    expect(found).toBe(view);
    found?.Release();
    expect(await form.SetViewContext(null)).toBe(S_OK);
    expect(await form.GetViewContext()).toEqual([S_FALSE, null]);
  });

  test('is null on failure, too', async () => {
    using form = com<IMAPIForm>(new Form(), IMAPIForm);
    expect(await form.GetLastError(E_UNEXPECTED)).toEqual([E_UNEXPECTED, null]);
  });
});
