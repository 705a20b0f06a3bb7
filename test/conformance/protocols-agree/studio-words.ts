import fc from 'fast-check';
import { mostly, number, numbered, type Words } from './words.ts';

const plan = fc.record(
  {
    id: number(1, 3),
    name: fc.constant('Monthly'),
    price: mostly(5, '9.99', -1),
    currency: mostly('USD', 'L$', 'no currency'),
    period: mostly('month', 'year', 'day'),
  },
  { noNullPrototype: true },
);

/** The studio of the demo world, and its user. */
export const STUDIO_WORDS: Words = [
  [/^studio\..* authToken$/, mostly('demo-studio-token', 'wrong', '')],
  [/^studio\.registerUser email$/, number(1, 15).map((n) => `user${n}@example.org`)],
  [/^studio\..* email$/, mostly('John@example.com', 'user1@example.org', 'no address', '')],
  [/^studio\..* name$/, mostly('John Doe', '', 'Zoë & <日本>')],
  [/^studio\.login password$/, mostly('muvi', 'muvi', '')],
  [/^studio\..* password$/, mostly('muvi', '')],
  [/^studio\..* plan_id$/, mostly(0, 1, 7)],
  [/^operator\.addStudio name/, numbered('Studio ')],
  [/^operator\.addPlan studio/, mostly('demo', 'Studio 1', '')],
  [/^operator\.addPlan plan/, plan],
];
