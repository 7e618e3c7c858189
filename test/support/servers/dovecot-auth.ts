import { createHmac } from 'node:crypto';
import type { Overlay } from './overlay.js';
import type { OAuthCredentials } from './server.js';

const user = 'user@example.test';
const password = 'correct horse "battery" \\staple';
const signingKey = 'a key that only the tests and their Dovecot know';

/**
 * Starts Dovecot's authentication service alone, for Postfix to ask.
 * PLAIN, LOGIN, CRAM-MD5 and both SCRAMs go against a password file, XOAUTH2 and OAUTHBEARER against signed tokens.
 * @param port - Where it listens on 127.0.0.1.
 */
export async function startDovecotAuth(overlay: Overlay, port: number): Promise<OAuthCredentials> {
  await overlay.write('/etc/comail/passwords', `${user}:{PLAIN}${password}::::::nodelay=y\n`);
  await overlay.write('/etc/comail/keys/default/HS256/default', Buffer.from(signingKey).toString('base64'));
  await overlay.write(
    '/etc/comail/oauth2.conf',
    'introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix=/etc/comail/keys/\nusername_attribute = sub\n',
  );
  await overlay.write('/etc/dovecot/dovecot.conf', configuration(port));
  await overlay.launch('dovecot');
  return Object.freeze({ user, password, accessToken: signToken({ sub: user, iat: now(), exp: now() + 3600 }) });
}

function configuration(port: number): string {
  return `
protocols =
log_path = /var/log/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256 xoauth2 oauthbearer
auth_failure_delay = 0
passdb {
  driver = passwd-file
  mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256
  args = /etc/comail/passwords
}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = /etc/comail/oauth2.conf
}
userdb {
  driver = static
  args = uid=mail gid=mail home=/tmp
}
# Who has failed from an address is not made to wait there.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${port}
  }
}
`;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** A JSON Web Token signed with HS256 (RFC 7515 section 3). */
function signToken(claims: Readonly<Record<string, string | number>>): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', signingKey).update(signed).digest('base64url')}`;
}
