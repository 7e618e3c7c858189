import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, previewOfHtml, previewOfText } from '../../src/graph/message/preview.js';
import { textOfHtml } from '../../src/subsystem/index.js';

describe('The preview of HTML', () => {
  test('is the beginning of its text, whatever stands before and behind it', () => {
    const word = fc.constantFrom('word', 'Grüße &amp; mehr', '&nbsp;', '\n', ' ', 'x'.repeat(300), '😀');
    const piece = fc.oneof(
      word,
      word.map((text) => `<p>${text}</p>`),
      word.map((text) => `<div class="a b"><b>${text}</b><br></div>`),
      fc.constantFrom(
        '<!-- a > b -->',
        '<img src=x>',
        '<script>if (a < b) c();</script>',
        '<style>p > a { x: y }</style>',
      ),
      word.map((text) => `<a href="https://example.org/">${text}</a>`),
      word.map((text) => `<table><tr><td>${text}</td><td>cell</td></tr></table>`),
    );
    const head = fc.constantFrom(
      '',
      '<html><head><title>No</title><style>b { c: d }</style></head><BODY class=x>',
      '<body>',
    );
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 60 }), (before, pieces) => {
        const html = before + pieces.join('');
        expect(previewOfHtml(html)).toBe(previewOfText(textOfHtml(html)));
      }),
      { numRuns: 200 },
    );
  });

  test('looks at the beginning alone, past a head of any size', () => {
    const style = `<style>${'p { color: red }\n'.repeat(20_000)}</style>`;
    expect(previewOfHtml(`${'\n  <b> &nbsp;</b>'.repeat(100)}Hello.`)).toBe('Hello.');
    const html = `<html><head>${style}</head><body><p>Hello.</p>${'<p>More and more.</p>'.repeat(50_000)}</body></html>`;
    expect(beginningOf(html).length).toBeLessThan(4096);
    expect(previewOfHtml(html)).toMatch(/^Hello\. More and more\./);
    // Where nothing is said for long, nobody waits for it.
    expect(beginningOf('<b></b>'.repeat(100_000)).length).toBeLessThan(140_000);
    for (const open of ['<', '<!--', '<style>', '<body', '<script'])
      expect(beginningOf(open.repeat(50_000)).length).toBeLessThanOrEqual(open.length * 50_000);
  });
});
