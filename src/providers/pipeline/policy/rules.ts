import type { PolicyAgent, PolicyMail } from './agent.js';

/** A rule of `pipeline.json`: all conditions have to hold, then all actions are done. */
export interface PolicyRule {
  readonly name: string;
  readonly when: {
    /** The sender, or its domain as `@example.org`. */
    readonly sender?: string;
    /** A recipient, or its domain as `@example.org`; the actions are then about these alone. */
    readonly recipient?: string;
    /** A part of the subject, whatever its case. */
    readonly subject?: string;
  };
  readonly reject?: string;
  readonly redirect?: string;
  readonly copy?: string;
  readonly addHeader?: { readonly name: string; readonly value: string };
}

/**
 * Checks the rules of a configuration.
 *
 * @param value what stands there
 * @throws {Error} with what is wrong
 */
export function rulesIn(value: unknown): readonly PolicyRule[] {
  if (!Array.isArray(value)) throw new Error('rules is no array');
  return value.map((one: unknown, index) => {
    const at = `rules[${index}]`;
    only(one, at, ['name', 'when', 'reject', 'redirect', 'copy', 'addHeader']);
    const rule = one as unknown as PolicyRule;
    only(rule.when, `${at}.when`, ['sender', 'recipient', 'subject']);
    if (rule.addHeader !== undefined) {
      only(rule.addHeader, `${at}.addHeader`, ['name', 'value']);
      const { name, value: text } = rule.addHeader;
      if (!isField(name, text)) throw new Error(`${at}.addHeader is no field of a header`);
    }
    const texts = { ...rule.when, name: rule.name, reject: rule.reject, redirect: rule.redirect, copy: rule.copy };
    for (const [key, text] of Object.entries(texts))
      if (text !== undefined && typeof text !== 'string') throw new Error(`${at}: ${key} is no text`);
    return Object.freeze({ ...rule, name: rule.name ?? at });
  });
}

/**
 * Whether a field can stand in a header.
 *
 * @param name its name
 * @param value its value
 */
export const isField = (name: unknown, value: unknown): boolean =>
  typeof name === 'string' &&
  typeof value === 'string' &&
  /^[!-9;-~]{1,76}$/.test(name) &&
  /^[ -~]{0,900}$/.test(value);

/**
 * The policy that the rules of a configuration make.
 *
 * @param rules the rules
 */
export const ruleAgent = (rules: readonly PolicyRule[]): PolicyAgent => ({
  name: 'pipeline.json',
  onResolved(mail) {
    for (const rule of rules) apply(rule, mail);
  },
});

function apply({ when, reject, redirect, copy, addHeader }: PolicyRule, mail: PolicyMail): void {
  if (when.sender !== undefined && !fits(mail.sender, when.sender)) return;
  if (when.subject !== undefined && !mail.subject.toLowerCase().includes(when.subject.toLowerCase())) return;
  const all = mail.recipients.map(({ address }) => address);
  const { recipient } = when;
  const meant = recipient === undefined ? all : all.filter((address) => fits(address, recipient));
  if (meant.length === 0) return;
  if (copy !== undefined) mail.copy(copy);
  if (addHeader !== undefined) mail.addHeader(addHeader.name, addHeader.value, meant);
  if (reject !== undefined) mail.reject(reject, meant);
  else if (redirect !== undefined) for (const address of meant) mail.redirect(address, redirect);
}

const fits = (address: string, pattern: string): boolean =>
  pattern.startsWith('@')
    ? address.toLowerCase().endsWith(pattern.toLowerCase())
    : address.toLowerCase() === pattern.toLowerCase();

function only(value: unknown, at: string, keys: readonly string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at} is no object`);
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) throw new Error(`${at} has an unknown key: ${strange}`);
}
