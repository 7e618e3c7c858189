import { readFile } from 'node:fs/promises';
import type { Overlay } from './overlay.js';

/** Where an overlay keeps what its server presents, and the authority that a client must trust. */
export interface Certificates {
  /** PEM file inside the overlay: the server's certificate, for `localhost` and 127.0.0.1. */
  readonly certificate: string;
  /** PEM file inside the overlay: its private key, readable by everybody inside. */
  readonly key: string;
  /** The certificate of the authority that signed it, as PEM text. */
  readonly ca: string;
}

const script = `
set -eu
mkdir -p /etc/comail
cd /etc/comail
umask 022
ec='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
openssl req -x509 $ec -days 2 -subj '/CN=comail interop authority' -keyout ca.key -out ca.crt \\
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
openssl req $ec -subj /CN=localhost -keyout server.key -out server.csr
printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\\nextendedKeyUsage=serverAuth\\n' > server.ext
openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 2 -days 2 -extfile server.ext -out server.crt
cat ca.crt >> server.crt
chmod 644 server.key
`;

/** Makes an authority and a server certificate with the openssl of the overlay; they vanish with it. */
export async function makeCertificates(overlay: Overlay): Promise<Certificates> {
  await overlay.run('sh', '-c', script);
  return Object.freeze({
    certificate: '/etc/comail/server.crt',
    key: '/etc/comail/server.key',
    ca: await readFile(overlay.path('/etc/comail/ca.crt'), 'utf8'),
  });
}
