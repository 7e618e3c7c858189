import { checkAddress, WireError } from '../../../wire/index.js';
import { ConfigError, objectAt, shown, textAt } from '../route/checks.js';
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
 * @throws {ConfigError} with what is wrong where
 */
export function rulesIn(value: unknown): readonly PolicyRule[] {
  if (!Array.isArray(value)) throw new ConfigError(`rules is ${shown(value)}; write an array: [ ... ]`);
  return value.map((one: unknown, index) => ruleAt(one, `rules[${index}]`));
}

const ACTIONS = ['reject', 'redirect', 'copy', 'addHeader'];

function ruleAt(value: unknown, at: string): PolicyRule {
  const rule = objectAt(value, at, ['name', 'when', ...ACTIONS]);
  const when = objectAt(rule['when'] ?? {}, `${at}.when`, ['sender', 'recipient', 'subject']);
  for (const [key, text] of Object.entries(when)) textAt(text, `${at}.when.${key}`);
  if (!ACTIONS.some((action) => action in rule))
    throw new ConfigError(`${at} does nothing; give it one of ${ACTIONS.join(', ')}`);
  if ('reject' in rule && 'redirect' in rule)
    throw new ConfigError(`${at} has both reject and redirect; write two rules, or one of them`);
  if ('reject' in rule) textAt(rule['reject'], `${at}.reject`);
  for (const key of ['redirect', 'copy']) if (key in rule) addressAt(rule[key], `${at}.${key}`);
  if ('addHeader' in rule) {
    const { name, value: text } = objectAt(rule['addHeader'], `${at}.addHeader`, ['name', 'value']);
    if (!isField(name, text))
      throw new ConfigError(`${at}.addHeader is no field of a header; write {"name": "X-Name", "value": "one line"}`);
  }
  const name = 'name' in rule ? textAt(rule['name'], `${at}.name`) : at;
  return Object.freeze({ ...rule, when, name }) as unknown as PolicyRule;
}

function addressAt(value: unknown, at: string): void {
  const address = textAt(value, at);
  try {
    checkAddress(address);
    if (address.includes('@')) return;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  throw new ConfigError(`${at} is ${shown(value)}; write an address: "ann@example.org"`);
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
