import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A certificate and its key, in PEM. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
}

/**
 * Makes a certificate for `localhost`, 127.0.0.1 and ::1 that vouches for itself. Clients must be told to trust it:
 * `NODE_EXTRA_CA_CERTS=localhost.pem`.
 *
 * @param now when it begins to count
 * @param days for how long
 * @spec RFC 5280 section 4.1
 */
export function localhostIdentity(now: Date = new Date(), days = 365): ServerIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = seq(tlv(0x31, seq(COMMON_NAME, tlv(0x0c, Buffer.from('localhost')))));
  // An hour ago: clocks differ.
  const validity = seq(utcTime(now.getTime() - 3_600_000), utcTime(now.getTime() + days * 86_400_000));
  const serial = randomBytes(16);
  serial[0] = ((serial[0] as number) & 0x7f) | 1;
  const extensions = seq(
    seq(BASIC_CONSTRAINTS, CRITICAL, tlv(0x04, seq(tlv(0x01, Buffer.of(0xff))))),
    seq(EXTENDED_KEY_USAGE, tlv(0x04, seq(SERVER_AUTH))),
    seq(
      SUBJECT_ALT_NAME,
      tlv(
        0x04,
        seq(
          tlv(0x82, Buffer.from('localhost')),
          tlv(0x87, Buffer.of(127, 0, 0, 1)),
          tlv(0x87, Buffer.concat([Buffer.alloc(15), Buffer.of(1)])),
        ),
      ),
    ),
  );
  const body = seq(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, serial),
    ALGORITHM,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, extensions),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const certificate = seq(body, ALGORITHM, tlv(0x03, Buffer.concat([Buffer.of(0), signature])));
  return Object.freeze({
    cert: pem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
}

/** A value of DER: tag, length, content. */
function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

const seq = (...parts: readonly Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));

const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));

const COMMON_NAME = oid('550403');
const BASIC_CONSTRAINTS = oid('551d13');
const EXTENDED_KEY_USAGE = oid('551d25');
const SUBJECT_ALT_NAME = oid('551d11');
const SERVER_AUTH = oid('2b06010505070301');
// ecdsa-with-SHA256
const ALGORITHM = seq(oid('2a8648ce3d040302'));
const CRITICAL = tlv(0x01, Buffer.of(0xff));

const utcTime = (ms: number): Buffer =>
  tlv(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END ${label}-----\n`;
