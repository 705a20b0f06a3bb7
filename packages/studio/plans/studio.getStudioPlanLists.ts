import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam } from '../words.ts';

const PLAN = t.struct({ id: t.int(), name: t.string(), price: t.amountShown, currency: t.string(), period: t.string() });

export const getStudioPlanLists = ({ studios, plans }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.getStudioPlanLists',
    summary: 'Lists the plans of a studio.',
    params: { authToken: authTokenParam() },
    result: t.array(PLAN),
    resultDoc: 'All of them in the order of their numbers; price is for one period, in major units.',
    isRepeatable: true,
    faults: TOKEN_FAULTS,
    authority: PROOF,
    async handler({ authToken }) {
      const all = await plans.list(await studios.open(authToken));
      return all.map(({ id, name, price, currency, scale, period }) => ({
        id,
        name,
        price: minorToMajor(price, { code: currency, scale }),
        currency,
        period,
      }));
    },
  });
