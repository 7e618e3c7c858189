import { expect } from 'vitest';
import { WireError, type WireErrorCode } from '../../../src/wire/error.js';

/** Runs what must fail, and checks that it fails as a wire client may: by its code and in the phase `auth`. */
export function refused(code: WireErrorCode, work: () => unknown): WireError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(WireError);
    const wireError = error as WireError;
    expect({ code: wireError.code, phase: wireError.phase }).toEqual({ code, phase: 'auth' });
    return wireError;
  }
  throw new Error(`expected a refusal with ${code}`);
}

export const text = (bytes: Uint8Array | null): string => (bytes === null ? '(none)' : Buffer.from(bytes).toString());
export const bytes = (content: string): Buffer => Buffer.from(content, 'utf8');
export const hex = (content: string): Buffer => Buffer.from(content.replace(/\s/g, ''), 'hex');
