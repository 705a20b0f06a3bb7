import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import { unknownStudio } from '../errors.ts';
import type { StudioSlice } from '../studio.ts';
import { MAX_PLANS } from './plans.ts';
import { PERIODS } from './store.ts';

const PLAN = t.struct({
  id: t.int({ min: 1 }),
  name: t.string({ min: 1, max: 255 }),
  price: t.amount({ min: 0 }),
  currency: t.string({ min: 1, max: 16 }),
  period: word(...PERIODS),
});

export const addPlan = ({ studios, plans }: StudioSlice): Procedure =>
  procedure({
    name: 'operator.addPlan',
    summary: "Adds a plan that a studio's users can subscribe to, or changes the one of that number.",
    notes: `The price is for one period. The currency is one of the bank's, or three capitals such as USD that cards are charged in. A studio has at most ${MAX_PLANS} plans.`,
    params: {
      capabilities: capabilitiesParam,
      studio: param(t.string({ max: 63 }), "The studio's name."),
      plan: param(PLAN, "`{id, name, price, currency, period}`: the studio's own number for it, and `month` or `year`."),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownStudio],
    authority: operatorAuthority('system'),
    async handler({ studio, plan }) {
      await plans.set(await studios.get(studio), plan);
      return 1;
    },
  });
