import { avatarOf, avatarWho, type Exception, grantHolder, type Holder, oneOf, right } from '@scrip/capability';
import type { Groups } from '@scrip/groups';
import type { AvatarKey } from '@scrip/kernel';
import type { Visibility } from './catalogue/visibility.ts';
import { MANAGE, READ } from './kinds.ts';
import type { Collection, Product, Vendor } from './model.ts';
import type { Order } from './orders/model.ts';
import type { Orders } from './orders/store.ts';
import { type ProductDetails, saysWhoShares } from './products/fields.ts';
import type { Refunds } from './refunds/refunds.ts';

/** What a right is asked for: all that a merchant has, one collection, or a product, a vendor or an order of it. */
export interface Ware {
  /** Undefined where a call names a thing by an id that nothing has. */
  readonly merchant?: AvatarKey | undefined;
  readonly collection?: Collection | undefined;
  readonly product?: Product;
  readonly vendor?: Vendor;
  readonly order?: Order;
  /** Where to ask who sees what, who is in which group, and who got what. */
  readonly visibility: Visibility;
  readonly groups: Groups;
  readonly orders: Orders;
  readonly refunds: Refunds;
}

export type Part = 'merchant' | 'officer' | 'viewer' | 'affiliate' | 'owner' | 'buyer' | 'recipient' | 'sharer' | 'anybody';

const LOGIN = 'a login capability without limits';

const MERCHANT = avatarOf<Ware, Part>({ words: 'the merchant', as: 'merchant', key: ({ merchant }) => merchant });
const READ_GRANT = grantHolder<Ware, Part>({ kinds: [READ, MANAGE], as: 'merchant', grantor: ({ merchant }) => merchant });
const MANAGE_GRANT = grantHolder<Ware, Part>({ kinds: [MANAGE], as: 'merchant', grantor: ({ merchant }) => merchant });
const OFFICER = avatarWho<Ware, Part>({
  words: "an officer of the collection's manager group",
  as: 'officer',
  is: async ({ groups, collection }, akey) => !!collection?.managerGroup && groups.isOfficer(collection.managerGroup, akey),
});
const AFFILIATE = avatarWho<Ware, Part>({
  words: "a member of the collection's affiliate group",
  as: 'affiliate',
  is: async ({ groups, collection }, akey) => !!collection?.affiliateGroup && groups.isMember(collection.affiliateGroup, akey),
});
/** Officers are members. */
const MEMBER = avatarWho<Ware, Part>({
  words: "a member of the collection's affiliate or manager group",
  as: 'viewer',
  names: ['officer', 'member', 'affiliate'],
  is: async ({ visibility, collection }, akey) => !!collection && visibility.isVisible(collection, akey),
});
const ANYBODY = avatarWho<Ware, Part>({
  words: 'any login capability without limits',
  as: 'anybody',
  names: ['login, for what is public'],
  is: async ({ collection }) => collection?.public === true,
});
const VENDOR_OWNER = avatarOf<Ware, Part>({
  words: 'the owner of the object',
  as: 'owner',
  names: ['owner of the object'],
  key: ({ vendor }) => vendor?.owner,
});
const BUYER = avatarOf<Ware, Part>({ words: 'the buyer', as: 'buyer', key: ({ order }) => order?.buyer });
const RECIPIENT = avatarOf<Ware, Part>({ words: 'who gets it', as: 'recipient', key: ({ order }) => order?.recipient });
/** Affiliates, partners, creators, members of groups that are one of these, and the merchant. */
const SHARER = avatarWho<Ware, Part>({
  words: 'somebody who got a part of the sale',
  as: 'sharer',
  is: async ({ refunds, order }, akey) => !!order && refunds.hasPart(order, akey),
});
/** The first who is logged in: a vote is one avatar's. */
const VOTER: Holder<Ware, Part> = {
  words: 'somebody who sees the product or has got it',
  names: ['login'],
  by: 'lookup',
  async find({ logins: [login] }, { visibility, orders, collection, product }) {
    if (!login || !collection || !product) return undefined;
    const knows = (await visibility.isVisible(collection, login.sub)) || (await orders.hasBought(product.id, login.sub));
    return knows ? { akey: login.sub, login, via: 'own', as: 'viewer' } : undefined;
  },
};

/**
 * Nobody pays themselves back, as an officer or with a grant, what they have bought. Officers don't say who shares in sales, so what
 * others than the merchant got is not theirs to take back.
 */
const SELF_SERVICE: Exception<Ware, Part> = {
  words: 'not of the buyer, and of an officer only where nobody but the merchant shared in the sale',
  async excludes({ akey, as }, { order, refunds }) {
    if (!order || akey === order.buyer) return true;
    return as === 'officer' && (await refunds.gotByOthers(order)) !== 0n;
  },
};

const may = right<Ware, Part>;
const MERCHANTS_OWN = may`${LOGIN} of ${MERCHANT}`;
/** All that a merchant has: to look at it, and to do with it what the merchant may. */
const seeAll = may`${LOGIN} of ${MERCHANT}, or one of the caller beside a ${READ_GRANT} from the merchant`;
const own = may`${LOGIN} of ${MERCHANT}, or one of the caller beside a ${MANAGE_GRANT} from the merchant`;
const manage = may`${own}, or that of ${OFFICER}`;
const sell = may`${LOGIN} of ${MERCHANT} or of ${OFFICER}, or one of the caller beside a ${MANAGE_GRANT} from the merchant`;

/** To manage products; to say who shares in their sales is for those who may change the settings. */
const sharing = <I>(detailsOf: (input: I) => ProductDetails) =>
  oneOf({
    needs: `${manage.needs}; to say who made a product or shares in its sales ${own.needs}`,
    rights: [manage, own],
    rightFor: (input: I) => (saysWhoShares(detailsOf(input)) ? own : manage),
  });

const refund = may`${sell} (${SELF_SERVICE})`;

/** Who may do what with collections, with what is in them, and with what was sold. */
export const RIGHTS = {
  seeAll,
  /** The settings of a collection, its removal, and who shares in sales are not the officers': that is whose the money is. */
  own,
  see: may`for a public collection ${ANYBODY}; otherwise ${seeAll}, or that of ${MEMBER}`,
  manage,
  /** To sell with objects of one's own, for which one has to be logged in oneself. */
  announce: may`${LOGIN} of ${MERCHANT}, or of ${AFFILIATE}`,
  addProduct: sharing(({ details }: { readonly details: ProductDetails }) => details),
  updateProduct: sharing(({ changes }: { readonly changes: ProductDetails }) => changes),
  vendor: may`${LOGIN} of ${VENDOR_OWNER}, or what managing the collection needs that it sells: ${manage}`,
  sell,
  sales: may`${sell}; officers name the collection`,
  /** A manager or a grant can't make the merchant pay more than the merchant got. */
  refundOrder: oneOf({
    needs: `${refund.needs}; to cover what others are short of ${MERCHANTS_OWN.needs}`,
    rights: [refund, MERCHANTS_OWN],
    rightFor: ({ cover }: { readonly cover: number }) => (cover === 1 ? MERCHANTS_OWN : refund),
  }),
  refundPreview: may`${sell}, or that of ${SHARER}`,
  giveBack: may`${LOGIN} of ${SHARER}`,
  /** To know of an order, and to have it delivered again. */
  party: may`${LOGIN} of ${BUYER} or of ${RECIPIENT}; or ${sell}`,
  vote: may`${LOGIN}, of ${VOTER}`,
} as const;
