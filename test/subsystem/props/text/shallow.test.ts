import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../../src/subsystem/props/text/bodyforms.js';
import { shallow } from '../../../../src/subsystem/props/text/shallow.js';

describe('HTML that lies deep', () => {
  const deep = (element: string, times: number): string =>
    `<html><body>${`<${element}>`.repeat(times)}<p>One</p><p>Two</p>${`</${element}>`.repeat(times)}</body></html>`;

  test('is the same while it is no deeper than what programs write', () => {
    for (const html of ['', 'x', '<p>x'.repeat(1000), deep('div', 100), deep('table><tr><td', 20), '</b>'.repeat(1000)])
      expect(shallow(html)).toBe(html);
  });

  test('says the same when it is deeper', () => {
    expect(textOfHtml(deep('div', 5)).trim()).toBe('One\r\n\r\nTwo');
    for (const element of ['div', 'b', 'span']) expect(textOfHtml(deep(element, 20_000)).trim()).toBe('One\r\n\r\nTwo');
    for (const element of ['blockquote', 'ul><li', 'table><tr><td'])
      expect(
        textOfHtml(deep(element, 2000))
          .replaceAll(/[\s>*]+/g, ' ')
          .trim(),
      ).toBe('One Two');
  });

  test('keeps every line on its own where the elements of lines are left out', () => {
    const lines = Array.from({ length: 200 }, (_, at) => `<div>${at}`).join('');
    expect(textOfHtml(lines).split(/\s+/).filter(Boolean)).toEqual(Array.from({ length: 200 }, (_, at) => `${at}`));
  });

  test('may end in the middle of a tag, or close what was never opened', () => {
    expect(textOfHtml(`${'<div '.repeat(5000)}x`)).not.toContain('<div <div <div');
    expect(textOfHtml(`a${'</div>'.repeat(5000)}b`).replaceAll(/\s+/g, '')).toBe('ab');
  });
});
