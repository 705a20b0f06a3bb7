import { expect, test } from 'vitest';
import { phpClient } from './php-client.mjs';

/** A method of one parameter, `what`, as the OpenRPC document has it. */
function generated(param, more = {}) {
  const method = {
    name: 'shop.sell',
    summary: 'Sells.',
    params: [{ name: 'what', description: 'A thing.', required: true, schema: { type: 'string' }, ...param }],
    result: { description: 'How many.', schema: { type: 'integer' } },
    ...more,
  };
  const files = phpClient([method]);
  return { functions: files['packages/client-php/apez-api.php'], methods: files['packages/client-php/src/Procedures/Shop.php'] };
}

test('a function sends what it was given, and a method is typed', () => {
  const { functions, methods } = generated({});
  expect(functions).toContain(`function shop_sell($what): array\n{\n    return apez_call('shop.sell', func_get_args());`);
  expect(methods).toContain(
    `public function sell(string $what): int\n    {\n        return $this->client->request('shop.sell', 'int', array($what));`,
  );
});

test.each([
  ["it's \\", "'it\\'s \\\\'"],
  [5, '5'],
  [false, 'false'],
  [[], 'array()'],
  [{}, 'array()'],
])('the default %j is written as %s', (value, literal) => {
  expect(generated({ required: false, schema: { type: 'string', default: value } }).functions).toContain(`($what = ${literal}): array`);
});

test('a struct is one, also where it is empty', () => {
  const { functions, methods } = generated({ schema: { type: 'object' } });
  expect(functions).toContain('func_get_args(), array(0))');
  expect(methods).toContain("'shop.sell', 'int', array((object) $what)");
});

test('capabilities are filled in by the classes, and a request id can be made', () => {
  const params = ['capabilities', 'request_id'].map((name) => ({ name, description: '', required: true, schema: { type: 'string' } }));
  expect(generated({}, { params }).methods).toContain(
    `sell(string $request_id): int\n    {\n        return $this->client->requestOnce('shop.sell', 'int', array($this->client->capabilities(), $request_id), 1);`,
  );
});

test('no text of the registry ends a comment', () => {
  const { functions } = generated({ description: 'A */ system("rm"); /* thing' });
  expect(functions).not.toContain('A */');
});
