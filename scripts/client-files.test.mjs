import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientTraits } from './client-traits.mjs';
import { clientTypes } from './client-types.mjs';

const METHODS = JSON.parse(readFileSync(new URL('../docs/openrpc.json', import.meta.url), 'utf8')).methods;
const DEMO = {
  name: 'demo.act',
  summary: 'Acts */ once.',
  params: [
    { name: 'capabilities', description: 'Capabilities.', schema: { type: 'array', items: { type: 'string' } } },
    { name: 'sum', description: 'Money.', schema: { type: ['number', 'string'] } },
    { name: 'at', description: 'When.', schema: { anyOf: [{ type: 'string', format: 'date-time' }, { const: '' }], default: '' } },
    { name: 'many', description: 'Words.', schema: { type: 'array', items: { enum: ["it's", 'b'] } } },
    { name: 'request_id', description: 'An id.', schema: { type: 'string', default: '' } },
  ],
  result: {
    description: 'What is.',
    schema: {
      type: 'array',
      items: { type: 'object', properties: { on: { type: 'integer', enum: [0, 1] }, 'a-b': { type: 'boolean' } }, required: ['on'] },
    },
  },
  errors: [{ data: { code: 'demo.full' } }],
};

test('types say what is sent and what comes back', () => {
  const text = clientTypes({ methods: [DEMO] }, [{ code: 'busy' }, { code: 'demo.full' }]);
  expect(text).toContain('Acts *\\/ once.');
  expect(text).toContain('readonly capabilities?: readonly string[];');
  expect(text).toContain('readonly sum: Amount;');
  expect(text).toContain("readonly at?: Timestamp | Date | '';");
  expect(text).toContain("readonly many: readonly ('it\\'s' | 'b')[];");
  expect(text).toContain('readonly request_id?: string;');
  expect(text).toContain("Promise<{ on: 0 | 1; 'a-b'?: boolean }[]>");
  expect(text).toMatch(/'demo\.act':\n {4}\| 'demo\.full'\n {4}\| 'busy';/);
});

test('a schema without a type of its own stops the writing', () => {
  const strange = { ...DEMO, result: { description: '', schema: { type: 'null' } } };
  expect(() => clientTypes({ methods: [strange] }, [])).toThrow('{"type":"null"}');
});

test('traits are those of the parameters, and of the list of what only reads', () => {
  const text = clientTraits({ methods: [...METHODS, DEMO] });
  expect(text).toMatch(/\|demo act!'/);
  expect(text).toMatch(/bank [^|]*\bcurrencies-\?[^|]*\bpay! /);
  expect(text).not.toContain('openAccount');
});

test('a procedure that is listed and is not there stops the writing', () => {
  expect(() => clientTraits({ methods: METHODS.filter(({ name }) => name !== 'operator.audit') })).toThrow('operator.audit');
});
