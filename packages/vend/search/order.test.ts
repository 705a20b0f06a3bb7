import { Fault } from '@scrip/rpc';
import { expect, it } from 'vitest';
import { orderOf, orderType } from './order.ts';

it.each([
  ['sales-desc', 'sales', true],
  ['price-asc', 'price', false],
  [' Name-ASC ', 'name', false],
  ['rating#desc', 'rating', true],
  ['featured', 'featured', true],
  ['featured-asc', 'featured', false],
])('reads %j', (text, by, descending) => {
  expect(orderOf(orderType.parse(text, 'orderby'))).toEqual({ by, descending });
});

it.each([
  '',
  'sales',
  'sales-',
  '-desc',
  'sales-down',
  'sales-desc-desc',
  'created desc',
  'toString',
  'featured-',
  3,
  null,
  ['sales-desc'],
])('refuses %j', (text) => {
  expect(() => orderType.parse(text, 'orderby')).toThrow(Fault);
});

it('says what would be right', () => {
  expect(() => orderType.parse('sales', 'orderby')).toThrow(
    'orderby is "sales"; sales, price, prims, name, created, rating, collection, featured with -asc or -desc is needed (such as sales-desc), or featured alone',
  );
});
