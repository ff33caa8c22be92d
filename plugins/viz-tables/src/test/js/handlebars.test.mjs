import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpers } from '../../../target/classes/karavel/handlebars/helpers.js';
import { render } from '../../../target/classes/karavel/handlebars/interpreter.js';
import { safeHtml } from '../../../target/classes/karavel/handlebars/safe.js';
import { inlineStyles } from '../../../target/classes/karavel/handlebars/styles.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const formatters = {
  number: (format) => (value) => (format === ',.3~f' ? value.toLocaleString('en', { maximumFractionDigits: 3 }) : format === ',.2f' ? value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : String(value)),
  time: (format) => (value) => ({ '%B': MONTHS, '%b': MONTHS.map((name) => name.slice(0, 3)) })[format]?.[new Date(value).getUTCMonth()] ?? format,
};
const known = helpers(formatters);
const says = (template, context, wanted) => test(`${JSON.stringify(template)} says ${JSON.stringify(wanted)}`, () => assert.equal(render(template, context, known), wanted));
const fails = (template, message) => test(`${JSON.stringify(template)} is refused`, () => assert.throws(() => render(template, {}, known), (error) => error.name === 'TemplateError' && message.test(error.message)));

const person = { firstname: 'Yehuda', lastname: 'Katz', author: { name: 'Ann', age: 0 }, people: ['Yehuda', 'Alan', 'Charles'], city: { population: 3 }, none: [], 'odd key': 1, articles: [{ 'title-1': 'One', '#comments': { n: 2 } }] };

// Expressions and paths
says('{{firstname}} {{lastname}}', person, 'Yehuda Katz');
says('{{author.name}}{{author/name}}', person, 'AnnAnn');
says('{{missing}}{{missing.deeper}}', person, '');
says('{{author.age}}', person, '0');
says('{{this.firstname}}{{./lastname}}', person, 'YehudaKatz');
says('{{[odd key]}}{{articles.[0].[title-1]}}{{articles.0.[#comments].n}}', person, '1One2');
says('{{people.length}}', person, '3');
says('{{people.[1]}}', person, 'Alan');
says('{{#each people}}{{.}},{{/each}}', person, 'Yehuda,Alan,Charles,');
// Escaping
says('{{a}}', { a: '<b>&"\'</b>' }, '&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;');
says('{{{a}}}{{&a}}', { a: '<b>' }, '<b><b>');
says('\\{{a}} {{a}}', { a: 1 }, '{{a}} 1');
says('\\\\{{a}}', { a: 1 }, '\\1');
// Comments
says('a{{! no }}b{{!-- no }} either --}}c', {}, 'abc');
// White space
says('a {{~b~}} c', { b: 1 }, 'a1c');
says('{{#if a~}}\n  x\n{{~/if}}', { a: true }, 'x');
says('<ul>\n  {{#each people}}\n    <li>{{this}}</li>\n  {{/each}}\n</ul>', { people: [1, 2] }, '<ul>\n    <li>1</li>\n    <li>2</li>\n</ul>');
says('a {{#if b}}c{{/if}} d', { b: true }, 'a c d');
// if, unless, else
says('{{#if a}}1{{else}}2{{/if}}', { a: true }, '1');
for (const nothing of [false, undefined, null, '', 0, []]) says('{{#if a}}1{{else}}2{{/if}}', { a: nothing }, '2');
says('{{#if a includeZero=true}}1{{else}}2{{/if}}', { a: 0 }, '1');
says('{{#if a}}1{{else if b}}2{{else if c}}3{{else}}4{{/if}}', { c: 1 }, '3');
says('{{#if a}}1{{else if b}}2{{else if c}}3{{else}}4{{/if}}', {}, '4');
says('{{#unless a}}1{{else}}2{{/unless}}', {}, '1');
says('{{^a}}none{{/a}}{{#a}}some{{^}}none{{/a}}', {}, 'nonenone');
// each
says('{{#each people}}{{@index}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}} {{/each}}', person, '0F 1 2L ');
says('{{#each city}}{{@key}}={{this}}{{/each}}', person, 'population=3');
says('{{#each none}}x{{else}}empty{{/each}}', person, 'empty');
says('{{#each people as |who at|}}{{at}}{{who}} {{/each}}', person, '0Yehuda 1Alan 2Charles ');
says('{{#each people}}{{../lastname}} {{/each}}', { people: [1, 2], lastname: 'K' }, 'K K ');
says('{{#each a}}{{#each b}}{{@../index}}{{@index}}{{../../c}} {{/each}}{{/each}}', { a: [{ b: [1, 2] }, { b: [3] }], c: '!' }, '00! 01! 10! ');
says('{{#each a}}{{#if b}}{{b}}{{../c}}{{/if}}{{/each}}', { a: [{ b: 1 }], c: 2 }, '12');
says('{{#each a}}{{@root.c}}{{/each}}', { a: [1], c: 2 }, '2');
says('{{#people}}[{{.}}]{{/people}}', person, '[Yehuda][Alan][Charles]');
// with, lookup
says('{{#with city}}{{population}}{{../firstname}}{{/with}}', person, '3Yehuda');
says('{{#with nothing}}x{{else}}no{{/with}}', person, 'no');
says('{{#with city as |c|}}{{c.population}}{{/with}}', person, '3');
says('{{#each people}}{{lookup ../ages @index}} {{/each}}', { people: [1, 2], ages: [30, 40] }, '30 40 ');
// Literals, subexpressions, hashes
says('{{concat "a" \'b\' 1 true}}', {}, 'ab1true');
says('{{uppercase (concat firstname "!")}}', person, 'YEHUDA!');
says('{{#if (and (gt a 1) (not (eq a 3)))}}y{{else}}n{{/if}}', { a: 2 }, 'y');
says('{{concat "}}" "{{"}}', {}, '}}{{');
// Superset's helpers
says('{{dateFormat at format="MMMM D, YYYY HH:mm"}}', { at: 1735828200000 }, 'January 2, 2025 14:30');
says('{{dateFormat at format="DD.MM.YY [at] h:mm a"}}', { at: '2025-01-02T14:30:00' }, '02.01.25 at 2:30 pm');
says('{{dateFormat at}}', { at: null }, '');
says('{{formatNumber n}}|{{formatNumber n "de-DE"}}|{{formatNumber n format=",.2f"}}', { n: 1234567.891 }, '1,234,567.891|1.234.567,891|1,234,567.89');
says('{{{stringify row}}}', { row: { a: 1, b: 'x' } }, '{"a":1,"b":"x"}');
says('{{#parseJson text}}{{a.[0]}}{{/parseJson}}', { text: '{"a":[7]}' }, '7');
says('{{#with (parseJson text)}}{{a}}{{/with}}', { text: '{"a":5}' }, '5');
says('{{#groupBy data "kind"}}{{value}}:{{#each items}}{{n}}{{/each}} {{/groupBy}}', { data: [{ kind: 'a', n: 1 }, { kind: 'b', n: 2 }, { kind: 'a', n: 3 }] }, 'a:13 b:2 ');
says('{{#eq a 1}}one{{else}}other{{/eq}}', { a: 1 }, 'one');
says('{{ifx (gte a 10) "big" "small"}} {{coalesce b "none"}} {{excerpt t 3}}', { a: 10, t: 'abcdef' }, 'big none abc...');
says('{{sum 1 2 3}} {{division 7 2}} {{sprintf "%03d %.1f %s" 7 1.25 "x"}} {{join list "; "}} {{count list}}', { list: [1, 2] }, '6 3.5 007 1.3 x 1; 2 2');
// Nothing of the language can be reached
says('{{constructor}}{{a.constructor.constructor}}{{a.__proto__}}{{lookup a "constructor"}}{{toString}}{{a.toString}}', { a: {} }, '');
says('{{#with a}}{{hasOwnProperty}}{{/with}}', { a: { b: 1 } }, '');

fails('{{#if a}}x', /never closed/);
fails('{{#if a}}x{{/each}}', /closed by/);
fails('x{{/if}}', /closes nothing/);
fails('{{#if a}}x{{else}}y{{else}}z{{/if}}', /second/);
fails('{{nohelper 1}}', /no helper "nohelper"/);
fails('{{> partial}}', /partials/);
fails('{{a', /never closed/);
fails('{{(a}}', /never closed/);
fails('{{}}', /missing/);
fails('{{#each a}}', /never closed/);

test('a mistake is found by its line', () => {
  assert.throws(() => render('one\ntwo\n{{nohelper 1}}', {}, known), (error) => error.line === 3);
});

test('a template that grows without end is stopped', () => {
  const many = Array.from({ length: 1000 }, (_, index) => index);
  assert.throws(() => render('{{#each m}}{{#each ../m}}{{.}}{{/each}}{{/each}}', { m: many }, known), /too much/);
});

test('what runs or fetches is taken out of HTML', () => {
  const attacks = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<div onclick="alert(1)">x</div>', '<iframe src="//evil"></iframe>', '<style>@import url(//evil)</style>', '<svg><script>alert(1)</script></svg>', '<div style="background:url(//evil)">x</div>', '<scr<script></script>ipt>alert(1)</script>', '<form action="//evil"><input></form>', '<svg onload=alert(1)>', '<a href="&#106;avascript:alert(1)">x</a>', '<div style="background:u\\72l(//evil)">x</div>', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<p title="a>b" onmouseover=\'alert(1)\'>x</p>'];
  for (const attack of attacks) {
    const clean = safeHtml(attack);
    assert.ok(!/<script|<img|<iframe|<style|<form|<[^>]*\son\w+\s*=|javascript:|url\(|\/\/evil/i.test(clean), `${attack} became ${clean}`);
  }
});

test('HTML of an author stays as it is, and is closed where he forgot', () => {
  assert.equal(safeHtml('<div class="a" style="color:red">x &amp; y<br><b>z</div>'), '<div class="a" style="color:red">x &amp; y<br><b>z</b></div>');
  assert.equal(safeHtml('1 < 2 and <article>x</article>'), '1 &lt; 2 and <section>x</section>');
});

test("an author's style is written into the tags of a picture, the narrower rule last", () => {
  const style = inlineStyles('.card b, p { color: red } .card .x { color: blue } .x { color: green; background: url(//evil) } @media print { p { color: black } } p > b { top: 1px }');
  const html = safeHtml('<div class="card"><b class="x">1</b></div><p><b>2</b></p>', style);
  assert.equal(html, '<div class="card"><b class="x" style="color: green;color: red;color: blue">1</b></div><p style="color: red"><b style="top: 1px">2</b></p>');
});

test('a page of endless HTML is cut where no picture reaches, and closed', () => {
  const html = safeHtml(`<ul>${'<li>row</li>'.repeat(100_000)}</ul>`);
  assert.ok(html.length < 300_000 && html.endsWith('</ul>'), String(html.length));
});
