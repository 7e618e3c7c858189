import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

/**
 * The server's half of a SCRAM dialog, written from RFC 5802 section 3 and apart from the client under test. Words:
 * the mechanism, the user, the password, and `lies` when its own signature shall be wrong, `weak` for too few
 * iterations (and the dialog goes on without the proof), `mute` when it shall keep its signature to itself.
 */
export class ScramServer {
  readonly name: string;
  readonly weak: boolean;
  readonly mute: boolean;
  readonly #user: string;
  readonly #password: string;
  readonly #lies: boolean;
  readonly #iterations: number;
  readonly #hash: string;
  #clientFirst = '';
  #serverFirst = '';

  constructor(words: readonly string[]) {
    const [name = '', user = '', password = '', ...flags] = words;
    this.name = name;
    this.#user = user;
    this.#password = password;
    this.#lies = flags.includes('lies');
    this.weak = flags.includes('weak');
    this.mute = flags.includes('mute');
    this.#iterations = this.weak ? 1 : 4096;
    this.#hash = name === 'SCRAM-SHA-1' ? 'sha1' : 'sha256';
  }

  first(message: string): string {
    const [, , name, nonce] = message.split(',');
    if (!message.startsWith('n,') || name !== `n=${this.#user}`) throw new Error(`not ${this.#user}: ${message}`);
    this.#clientFirst = `${name},${nonce}`;
    this.#serverFirst = `${nonce}server,s=c2FsdHNhbHQ=,i=${this.#iterations}`;
    return this.#serverFirst;
  }

  final(message: string): string {
    const [withoutProof = '', proof = ''] = message.split(',p=');
    const size = this.#hash === 'sha1' ? 20 : 32;
    const salted = pbkdf2Sync(this.#password, 'saltsalt', this.#iterations, size, this.#hash);
    const authMessage = `${this.#clientFirst},${this.#serverFirst},${withoutProof}`;
    const stored = createHash(this.#hash).update(this.#hmac(salted, 'Client Key')).digest();
    const signature = this.#hmac(stored, authMessage);
    const clientKey = Buffer.from(proof, 'base64').map((byte, index) => byte ^ (signature[index] ?? 0));
    if (!createHash(this.#hash).update(clientKey).digest().equals(stored)) return 'e=invalid-proof';
    const own = this.#hmac(this.#hmac(salted, 'Server Key'), this.#lies ? 'a lie' : authMessage);
    return `v=${own.toString('base64')}`;
  }

  #hmac(key: Buffer, data: string): Buffer {
    return createHmac(this.#hash, key).update(data).digest();
  }
}
