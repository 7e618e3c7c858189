import { describe, expect, test } from 'vitest';
import { exchangers, type MailResolver } from '../../../src/providers/pipeline/route/exchangers.js';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A DNS that knows the exchangers of one domain, as `priority host`, and some hosts; or fails with a code. */
function dns(mx: readonly string[] | Error, hosts: readonly string[] | Error = []): MailResolver {
  return {
    resolveMx: async () => {
      if (mx instanceof Error) throw mx;
      return mx.map((text) => {
        const [priority, exchange = ''] = text.split(' ');
        return { priority: Number(priority), exchange };
      });
    },
    lookup: async (host) => {
      if (hosts instanceof Error) throw hosts;
      if (!hosts.includes(host)) throw failure('ENOTFOUND');
    },
  };
}

const found = async (resolver: MailResolver): Promise<unknown> => {
  const answer = await exchangers('far.example', 'mx.town.example', resolver);
  return answer.kind === 'hosts' ? answer.hosts : answer.status;
};

describe('RFC 5321 section 5.1: the mail exchangers of a domain', () => {
  test('are tried in the order of their preference, each once, whatever the case of its name', async () => {
    const resolver = dns(['20 b.example', '10 A.example', '30 c.example.', '40 a.example']);
    expect(await found(resolver)).toEqual(['a.example', 'b.example', 'c.example']);
  });

  test('of one preference come in any order, behind those that are preferred to them', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200 && seen.size < 2; i++) {
      const hosts = (await found(dns(['10 b.example', '10 a.example', '5 first.example']))) as string[];
      expect(hosts[0]).toBe('first.example');
      seen.add(hosts.slice(1).join(' '));
    }
    expect([...seen].sort()).toEqual(['a.example b.example', 'b.example a.example']);
  });

  test('are the domain itself where none are named', async () => {
    expect(await found(dns([], ['far.example']))).toEqual(['far.example']);
    expect(await found(dns(failure('ENODATA'), ['far.example']))).toEqual(['far.example']);
  });

  test('are none where there is no such domain: 5.1.2', async () => {
    expect(await found(dns(failure('ENOTFOUND')))).toBe('5.1.2');
    expect(await found(dns([], failure('ENODATA')))).toBe('5.1.2');
  });

  test('are unknown while the DNS does not answer: it is asked again later', async () => {
    expect(await found(dns(failure('ESERVFAIL'), ['far.example']))).toEqual([]);
    expect(await found(dns(failure('ENODATA'), failure('EAI_AGAIN')))).toEqual([]);
  });

  test('that are this system, and those behind it, are left out, so that mail does not go in circles: 5.4.6', async () => {
    expect(await found(dns(['10 a.example', '20 MX.town.example.', '20 b.example', '30 c.example']))).toEqual([
      'a.example',
    ]);
    expect(await found(dns(['10 mx.town.example', '20 c.example']))).toBe('5.4.6');
    const own = await exchangers('mx.town.example', 'mx.town.example', dns([], ['mx.town.example']));
    expect(own).toMatchObject({ kind: 'none', status: '5.4.6' });
  });

  test('RFC 7505: a domain whose exchanger has no name takes no mail: 5.1.10', async () => {
    expect(await found(dns(['0 ']))).toBe('5.1.10');
    expect(await found(dns(['0 .']))).toBe('5.1.10');
    // Beside others it means nothing.
    expect(await found(dns(['0 .', '10 a.example']))).toEqual(['a.example']);
  });
});
