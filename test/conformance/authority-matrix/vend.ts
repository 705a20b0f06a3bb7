import { newId } from '@scrip/kernel';
import { any, as, EVERYBODY, except, grants, LOGIN, type Row, WHOLE_LOGIN, type Who } from './rows.ts';

/** All that the merchant has, for those who may look, and for those who may change it. */
const MERCHANT_SEE = any(as('owner'), grants('vend.read', 'vend.manage'));
const MERCHANT = any(as('owner'), grants('vend.manage'));
/** The private collection and what is in it. */
const SEE = any(MERCHANT_SEE, as('officer', 'member', 'affiliate'));
const MANAGE = any(MERCHANT, as('officer'));
/** With objects of one's own: a grant is of no use for that. */
const SELL = as('owner', 'affiliate');
/** Who got something of a sale. */
const SHARER = as('owner', 'affiliate');
const PARTY = any(MANAGE, as('buyer', 'recipient'));

/** Everybody, even with nothing at all; but what is bad, or limited, is told rather than passed over. */
const SEARCHERS: Who = ({ bad, proof }) => bad === undefined && proof !== 'limits';

const CALLER = 'whoever calls';
const OPEN = 'the public collection';
const CLOSED = 'the private collection';
const ORDER = 'an order';

const UNKNOWN_PRODUCT = 'vend.unknown_product';
const UNKNOWN_ORDER = 'vend.unknown_order';

const OWN_SHOP = { who: as('owner'), code: 'bank.same_account' };

/** A row about the private collection; `more` are the parameters after merchant and collection. */
const inClosed = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: CLOSED,
  may,
  params: ({ people, closed }) => [people.owner.akey, closed, ...more],
});
const inOpen = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: OPEN,
  may,
  params: ({ people, open }) => [people.owner.akey, open, ...more],
});
/** A row about a product of the private collection. */
const ofClosed = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: 'a private product',
  may,
  params: ({ closedProduct }) => [closedProduct, ...more],
  hides: UNKNOWN_PRODUCT,
  known: SEE,
});
/** A row about a product of the public collection. */
const ofOpen = (procedure: string): Row => ({
  procedure,
  on: 'a public product',
  may: LOGIN,
  params: ({ openProduct }) => [openProduct],
});
/** A row about all that the merchant has. */
const ofMerchant = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: 'the merchant',
  may,
  params: ({ people }) => [people.owner.akey, ...more],
});
const aboutCaller = (procedure: string, ...more: unknown[]): Row => ({ procedure, on: CALLER, may: LOGIN, params: () => more });

/** Everything that vend.* has to say to everybody. */
export const VEND: readonly Row[] = [
  {
    procedure: 'vend.findProductsVendor',
    on: "the merchant's products",
    may: SEARCHERS,
    params: ({ people }) => [Buffer.from('chair').toString('base64'), people.owner.akey, 1, 'created-desc', -1, -1, 0, 30],
    shows: { what: ({ closedProduct }) => `,${closedProduct}:`, to: SEE },
  },
  {
    procedure: 'vend.search',
    on: "the merchant's products",
    may: SEARCHERS,
    params: ({ people }) => ['chair', people.owner.akey],
    shows: { what: ({ closedProduct }) => `"prod_id":${closedProduct},`, to: SEE },
  },
  aboutCaller('vend.publicCollections', 0, -1),
  { procedure: 'vend.publicCollectionProducts', on: OPEN, may: LOGIN, params: ({ people, open }) => [people.owner.akey, '', open, 0, 0] },
  {
    procedure: 'vend.publicCollectionProducts',
    on: CLOSED,
    may: LOGIN,
    params: ({ people, closed }) => [people.owner.akey, '', closed, 0, 0],
    refused: [{ who: LOGIN, code: 'vend.unknown_collection' }],
  },
  {
    procedure: 'vend.publicCollectionProductsDeleted',
    on: OPEN,
    may: LOGIN,
    params: ({ people, open }) => [people.owner.akey, '', open, 0, 0],
  },
  {
    procedure: 'vend.publicCollectionProductsDeleted',
    on: CLOSED,
    may: LOGIN,
    params: ({ people, closed }) => [people.owner.akey, '', closed, 0, 0],
    refused: [{ who: LOGIN, code: 'vend.unknown_collection' }],
  },
  ofMerchant('vend.collectionNames', MERCHANT_SEE),
  inOpen('vend.productsInCollection', LOGIN),
  inClosed('vend.productsInCollection', SEE),
  inOpen('vend.products', LOGIN),
  inClosed('vend.products', SEE),
  inOpen('vend.collectionDetails', LOGIN),
  inClosed('vend.collectionDetails', SEE),
  ofClosed('vend.productDetails', SEE),
  ofOpen('vend.productDetails'),
  ofClosed('vend.productShares', MANAGE),
  ofClosed('vend.rating', SEE),
  ofOpen('vend.rating'),
  inClosed('vend.collectionVendors', MANAGE),

  {
    procedure: 'vend.createCollection',
    on: 'the merchant',
    may: MERCHANT,
    params: ({ people, name }) => [people.owner.akey, name('Ware')],
  },
  inClosed('vend.updateCollection', MERCHANT, { description: 'for members' }),
  {
    procedure: 'vend.removeCollection',
    on: "a collection of the merchant's",
    may: MERCHANT,
    async params({ people, by, name, crew }) {
      const collection = name('Empty');
      await by('owner', 'vend.createCollection', '', collection, { public: true, manager_group: crew });
      return [people.owner.akey, collection];
    },
  },
  {
    procedure: 'vend.addProduct',
    on: CLOSED,
    may: MANAGE,
    params: ({ people, closed, name }) => [people.owner.akey, closed, name('Table'), 10],
  },
  ofClosed('vend.updateProduct', MANAGE, { price: 10 }),
  { procedure: 'vend.removeProduct', on: 'a public product', may: MANAGE, params: async ({ product }) => [await product()] },
  {
    procedure: 'vend.announceVendor',
    on: CLOSED,
    may: SELL,
    params: ({ people, closed }) => [people.owner.akey, closed, newId(), 'Kinda', 1, 2, 3],
  },
  {
    procedure: 'vend.removeVendor',
    on: "the affiliate's object",
    may: any(MANAGE, as('affiliate')),
    params: async ({ vendor }) => [await vendor()],
    hides: 'vend.unknown_vendor',
  },
  { ...aboutCaller('vend.listVendors'), shows: { what: ({ closed }) => closed, to: SELL } },
  { procedure: 'vend.grantReadCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },
  { procedure: 'vend.grantManageCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },

  {
    procedure: 'vend.quote',
    on: 'a public product',
    may: LOGIN,
    params: ({ openProduct }) => [openProduct],
    shows: { what: () => '"role":"merchant"', to: MANAGE },
  },
  {
    ...ofClosed('vend.quote', LOGIN),
    refused: [{ who: except(EVERYBODY, any(MANAGE, as('member', 'affiliate'))), code: UNKNOWN_PRODUCT }],
  },
  {
    procedure: 'vend.buy',
    on: 'a public product',
    may: LOGIN,
    params: ({ openProduct }) => [openProduct],
    refused: [OWN_SHOP],
  },
  {
    ...ofClosed('vend.buy', LOGIN),
    refused: [OWN_SHOP, { who: except(EVERYBODY, as('officer', 'member', 'affiliate')), code: UNKNOWN_PRODUCT }],
  },
  { procedure: 'vend.order', on: ORDER, may: PARTY, params: async ({ order }) => [await order()], hides: UNKNOWN_ORDER },
  { procedure: 'vend.redeliver', on: ORDER, may: PARTY, params: async ({ order }) => [await order()], hides: UNKNOWN_ORDER },
  {
    // An affiliate has earned by it, so that officers may not.
    procedure: 'vend.refundOrder',
    on: ORDER,
    may: MERCHANT,
    params: async ({ order }) => [await order()],
    hides: UNKNOWN_ORDER,
    known: as('buyer', 'recipient', 'officer'),
  },
  {
    procedure: 'vend.refundOrder',
    on: ORDER,
    may: as('owner'),
    params: async ({ order }) => [await order(), '', 0, 1],
    hides: UNKNOWN_ORDER,
    known: PARTY,
  },
  {
    procedure: 'vend.refundPreview',
    on: ORDER,
    may: any(MANAGE, SHARER),
    params: async ({ order }) => [await order()],
    hides: UNKNOWN_ORDER,
    known: PARTY,
  },
  {
    procedure: 'vend.giveBack',
    on: ORDER,
    may: SHARER,
    params: async ({ order }) => [await order(), 1],
    hides: UNKNOWN_ORDER,
    known: PARTY,
  },
  {
    // Nobody else has earned by it.
    procedure: 'vend.refundOrder',
    on: 'an order that only the merchant had the money for',
    may: MANAGE,
    params: async ({ plainOrder }) => [await plainOrder()],
    hides: UNKNOWN_ORDER,
    known: as('buyer', 'recipient'),
  },
  { ...aboutCaller('vend.myOrders'), shows: { what: ({ bought }) => bought, to: as('buyer') } },
  inClosed('vend.sales', MANAGE),
  ofMerchant('vend.sales', MERCHANT),
  {
    procedure: 'vend.pullDeliveries',
    on: CLOSED,
    may: MANAGE,
    params: ({ people, closed }) => [people.owner.akey, 1, 5, closed],
  },
  ofMerchant('vend.pullDeliveries', MERCHANT, 1, 5),
  {
    procedure: 'vend.ackDelivery',
    on: 'a delivery',
    may: MANAGE,
    params: async ({ delivery }) => [await delivery()],
    hides: 'vend.unknown_delivery',
  },

  { procedure: 'vend.giveCredit', on: 'the merchant', may: MERCHANT, params: ({ people, passerby }) => [people.owner.akey, passerby, 1] },
  { ...aboutCaller('vend.credits'), shows: { what: ({ people }) => people.owner.akey, to: as('buyer') } },
  ofMerchant('vend.creditsGiven', MERCHANT),
  {
    procedure: 'vend.buyGiftCard',
    on: 'the merchant, out of the account of whoever calls',
    may: LOGIN,
    params: ({ people }) => [people.owner.akey, 1],
  },
  { procedure: 'vend.giftCard', on: 'a card, by its code', may: LOGIN, params: ({ code }) => [code] },
  {
    procedure: 'vend.redeemGiftCard',
    on: 'a card, by its code',
    may: LOGIN,
    params: async ({ card }) => [await card()],
    refused: [{ who: as('owner'), code: 'vend.own_credit' }],
  },
  { ...aboutCaller('vend.myGiftCards'), shows: { what: ({ code }) => code, to: as('buyer') } },
  ofMerchant('vend.listAccess', MERCHANT),
  {
    procedure: 'vend.setAccess',
    on: 'the merchant',
    may: MERCHANT,
    params: ({ people, passerby }) => [people.owner.akey, passerby, 'ban'],
  },
  {
    procedure: 'vend.vote',
    on: 'a private product that the buyer has bought for the recipient',
    may: LOGIN,
    params: ({ soldProduct }) => [soldProduct, 5],
    refused: [
      { who: as('owner'), code: 'vend.own_product' },
      { who: as('officer', 'member', 'affiliate'), code: 'vend.not_bought' },
      { who: except(EVERYBODY, as('buyer', 'recipient')), code: UNKNOWN_PRODUCT },
    ],
  },
];
