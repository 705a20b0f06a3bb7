import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { direct, type Invoke, jsonRpc, TRANSPORTS, xmlRpc } from '../testkit/transports.ts';
import { ANIM, makeBazaar, OF_BAZAAR, OF_FURNITURE, pieces, removedProduct, TEXTURE, trinket, trinkets, type VendWorld } from './bazaar.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { type Answered, type Call, comesTo, comesToOtherwise, isRefused, type Refused, typesOnWire } from './documented.ts';

// The document's functions of vending, on the demo world's two collections and on a bazaar that has more to list.

const server = inProcessServer();
let cool: string;
let secret2: string;
let chad: string;
let world: VendWorld;

beforeAll(async () => {
  const invoke = direct(server);
  world = await makeBazaar(invoke);
  [cool, secret2, chad] = await Promise.all([logIn(invoke, COOL), logIn(invoke, SECRET2), logIn(invoke, world.chad)]);
});

const LATER = 4_102_444_800;

const LISTED: readonly Answered[] = [
  ['names of collections', () => ['vend.collectionNames', [cool], COOL.akey], () => ['Furniture', 'Prototypes']],
  ['names of collections, by name', () => ['vend.collectionNames', [secret2], 'secret2 LINDEN'], () => ['Backroom', 'Bazaar']],
  ['no collections', () => ['vend.collectionNames', [chad], world.chad.akey], () => []],
  ['products', () => ['vend.productsInCollection', [cool], COOL.akey, 'Prototypes'], () => world.prototypes],
  ['products, by names', () => ['vend.productsInCollection', [cool], COOL.name, 'FURNITURE'], () => world.furniture],
  ['more products than a page', () => ['vend.productsInCollection', [secret2], SECRET2.akey.toUpperCase(), 'Bazaar'], () => world.bazaar],

  ['public collections', () => ['vend.publicCollections', [chad], 0, 10], () => [OF_BAZAAR, OF_FURNITURE]],
  ['all public collections', () => ['vend.publicCollections', [chad], 0, -1], () => [OF_BAZAAR, OF_FURNITURE]],
  ['the second public collection', () => ['vend.publicCollections', [chad], 1, 1], () => [OF_FURNITURE]],
  ['no public collections', () => ['vend.publicCollections', [chad], 0, 0], () => []],
  ['public collections beyond the end', () => ['vend.publicCollections', [chad], 2, 10], () => []],

  ['a public collection', () => ['vend.publicCollectionProducts', [chad], COOL.akey, '', 'Furniture', 0, 0], () => pieces(world)],
  ['a public collection, by names', () => ['vend.publicCollectionProducts', [chad], COOL.name, '', 'furniture', 0, 0], () => pieces(world)],
  ['a page', () => ['vend.publicCollectionProducts', [chad], SECRET2.akey, '', 'Bazaar', 0, 0], () => trinkets(world, 0, 100)],
  ['a second page', () => ['vend.publicCollectionProducts', [chad], SECRET2.akey, '', 'Bazaar', 100, 0], () => trinkets(world, 100)],
  ['an empty page', () => ['vend.publicCollectionProducts', [chad], SECRET2.akey, '', 'Bazaar', 200, 0], () => []],
  ['what changed', () => ['vend.publicCollectionProducts', [chad], SECRET2.akey, '', 'Bazaar', 0, world.since], () => [trinket(world, 7)]],
  ['that nothing changed', () => ['vend.publicCollectionProducts', [chad], COOL.akey, '', 'Furniture', 0, world.since], () => []],
  ['that nothing changed since 2100', () => ['vend.publicCollectionProducts', [chad], COOL.akey, '', 'Furniture', 0, LATER], () => []],

  [
    'what was deleted',
    () => ['vend.publicCollectionProductsDeleted', [chad], SECRET2.akey, '', 'Bazaar', 0, 0],
    () => [removedProduct(world, 0), removedProduct(world, 1)],
  ],
  [
    'what was deleted, from 1',
    () => ['vend.publicCollectionProductsDeleted', [chad], SECRET2.name, '', 'BAZAAR', 1, 0],
    () => [removedProduct(world, 1)],
  ],
  [
    'what was deleted since',
    () => ['vend.publicCollectionProductsDeleted', [chad], SECRET2.akey, '', 'Bazaar', 0, world.since],
    () => [removedProduct(world, 1)],
  ],
  ['nothing deleted since 2100', () => ['vend.publicCollectionProductsDeleted', [chad], SECRET2.akey, '', 'Bazaar', 0, LATER], () => []],
  ['nothing deleted', () => ['vend.publicCollectionProductsDeleted', [chad], COOL.akey, '', 'Furniture', 0, 0], () => []],
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const find = (caps: readonly string[], text: string, ...rest: readonly unknown[]): Call => {
  const usual = [COOL.akey, 1, 'created-asc', -1, -1, 0, 30];
  return ['vend.findProductsVendor', caps, text, ...rest, ...usual.slice(rest.length)];
};
const [CHAIR, TABLE, SOFA, BED, LAMP] = [0, 1, 2, 3, 4];
const ALL = [CHAIR, TABLE, SOFA, BED, LAMP];
/** Products of Furniture, none of which has a texture. */
const found = (total: number, pieces: readonly number[]) => [total, ...pieces.map((piece) => `${world.furniture[piece]}::-`)].join(',');
const both = () => [7, ...[...world.furniture, ...world.prototypes].map((id) => `${id}::-`)].join(',');

const ORDERS: readonly (readonly [order: string, pieces: readonly number[]])[] = [
  ['created-asc', ALL],
  ['created-desc', ALL.toReversed()],
  ['price-asc', [LAMP, CHAIR, TABLE, SOFA, BED]],
  ['price-desc', [BED, SOFA, TABLE, CHAIR, LAMP]],
  ['prims-asc', [LAMP, CHAIR, TABLE, SOFA, BED]],
  ['name-asc', [LAMP, BED, CHAIR, TABLE, SOFA]],
  ['name-desc', [SOFA, TABLE, CHAIR, BED, LAMP]],
  ['sales-desc', ALL.toReversed()],
  ['rating-asc', ALL],
  ['collection-asc', ALL],
  ['featured', [SOFA, LAMP, BED, TABLE, CHAIR]],
  ['Price#ASC', [LAMP, CHAIR, TABLE, SOFA, BED]],
];
const searched = (n: number) => `${world.bazaar[n]}:${n < 2 ? TEXTURE : ''}:${n === 0 ? ANIM : '-'}`;

const FOUND: readonly Answered[] = [
  ['everything of a merchant', () => find([], ''), () => found(5, ALL)],
  ['everything of a merchant by name', () => find([], '', 'imsocool mann'), () => found(5, ALL)],
  ["everything, with a failed login's empty text", () => find([''], ''), () => found(5, ALL)],
  ['a word in base64', () => find([], base64('wood')), () => found(3, [CHAIR, TABLE, BED])],
  ['a word as it stands', () => find([], 'wood'), () => found(3, [CHAIR, TABLE, BED])],
  ['a word in capitals', () => find([], 'OAK'), () => found(2, [CHAIR, TABLE])],
  ['two words', () => find([], base64('oak chair')), () => found(1, [CHAIR])],
  ['two words as they stand', () => find([], 'oak chair'), () => found(1, [CHAIR])],
  ['a word of the description', () => find([], base64('curtains')), () => found(1, [BED])],
  ['nothing', () => find([], base64('piano')), () => '0'],
  ['what costs something in between', () => find([], '', COOL.akey, 1, 'price-asc', 120, 480), () => found(3, [CHAIR, TABLE, SOFA])],
  ['what costs enough', () => find([], '', COOL.akey, 1, 'price-asc', 250.5, -1), () => found(2, [SOFA, BED])],
  ['what costs little, texts throughout', () => find([], '', COOL.akey, '1', 'price-asc', '-1.000000', '119.9'), () => found(1, [LAMP])],
  ['a page', () => find([], '', COOL.akey, 1, 'price-asc', -1, -1, 1, 2), () => found(5, [CHAIR, TABLE])],
  ['a page beyond the end', () => find([], '', COOL.akey, 1, 'price-asc', -1, -1, 5, 2), () => '5'],
  ['the count alone', () => find([], '', COOL.akey, 1, 'price-asc', -1, -1, 0, 0), () => '5'],
  ['what anybody else sees', () => find([chad], ''), () => found(5, ALL)],
  ["the merchant's private ones too", () => find([cool], ''), both],
  ["an affiliate's private ones", () => find([chad], 'gem', ''), () => `1,${world.backroom}::-`],
  ['none of them for others', () => find([cool], 'gem', ''), () => '0'],
  [
    'textures, one of them animated',
    () => find([], 'trinket', SECRET2.akey, 1, 'created-asc', -1, -1, 0, 3),
    () => ['102', searched(0), searched(1), searched(2)].join(','),
  ],
  [
    'at most 30, of those for everybody',
    () => find([], 'trinket', '', false, 'created-asc', -1, -1, 0, 100),
    () => ['101', ...Array.from({ length: 30 }, (_, index) => searched(index + 1))].join(','),
  ],
  ...ORDERS.map(([order, pieces]): Answered => [`by ${order}`, () => find([], '', COOL.akey, 0, order), () => found(5, pieces)]),
];

const REFUSED: readonly Refused[] = [
  ['a merchant whom nobody knows', () => ['vend.collectionNames', [cool], 'Nobody At All'], 'general.unknown_avatar'],
  ['a collection that is not there', () => ['vend.productsInCollection', [cool], COOL.akey, 'Shoes'], 'vend.unknown_collection'],
  [
    'a private collection as a public one',
    () => ['vend.publicCollectionProducts', [cool], COOL.akey, '', 'Prototypes', 0, 0],
    'vend.unknown_collection',
  ],
  [
    'what was deleted of a private one',
    () => ['vend.publicCollectionProductsDeleted', [cool], COOL.akey, '', 'Prototypes', 0, 0],
    'vend.unknown_collection',
  ],
  [
    'a realm that nobody knows',
    () => ['vend.publicCollectionProducts', [chad], COOL.akey, 'elsewhere', 'Furniture', 0, 0],
    'general.unknown_realm',
  ],
  ['a negative offset', () => ['vend.publicCollections', [chad], -1, 10], 'invalid_params'],
  ['a limit that is no number', () => ['vend.publicCollections', [chad], 0, 'all'], 'invalid_params'],
  ['no limit', () => ['vend.publicCollections', [chad], 0], 'invalid_params'],
  ['half a second', () => ['vend.publicCollectionProducts', [chad], COOL.akey, '', 'Furniture', 0, 0.5], 'invalid_params'],
  ['a struct for a name', () => ['vend.productsInCollection', [cool], COOL.akey, { name: 'Furniture' }], 'invalid_params'],
  ['an order that is none', () => find([], '', COOL.akey, 1, 'best-desc'), 'invalid_params'],
  ['an order without a direction', () => find([], '', COOL.akey, 1, 'sales'), 'invalid_params'],
  ['a price that is none', () => find([], '', COOL.akey, 1, 'price-asc', 'cheap'), 'invalid_params'],
  ['neither 0 nor 1', () => find([], '', COOL.akey, 2), 'invalid_params'],
  ['a search at an unknown merchant', () => find([], '', 'Nobody At All'), 'general.unknown_avatar'],
  ['a search with a bad capability', () => find(['V1ad4ab3b51453de416ed87371b80a8231270'], ''), 'auth.capability_invalid'],
];

/** Each documented function by the names of its parameters in the document, and who but the merchant may call it. */
const DOCUMENTED = [
  ['vend.collectionNames', 'the merchant', { creator_akey: COOL.akey }],
  ['vend.productsInCollection', 'the merchant', { collection_creator_akey: COOL.akey, collection_name: 'Prototypes' }],
  ['vend.publicCollections', 'who is logged in', { offset: 0, limit: 5 }],
  [
    'vend.publicCollectionProducts',
    'who is logged in',
    { merchant: COOL.akey, merchant_realm: '', collection_name: 'Furniture', offset: 1, changes_since_unixtime: 0 },
  ],
  [
    'vend.publicCollectionProductsDeleted',
    'who is logged in',
    { merchant: SECRET2.akey, merchant_realm: '', collection_name: 'Bazaar', offset: 0, changes_since_unixtime: 0 },
  ],
  [
    'vend.findProductsVendor',
    'anybody',
    {
      search_string64: base64('chair'),
      merchant_key: '',
      include_mature: 0,
      orderby: 'price-asc',
      low_price: -1,
      high_price: -1,
      offset: 0,
      limit: 30,
    },
  ],
] as const;

it.each([...LISTED, ...FOUND])('%s, as PHP and scripts in-world ask for it', (_what, call, result) =>
  comesToOtherwise(xmlRpc(`${server.url}/api.php`), call(), result()),
);

describe.each(TRANSPORTS)('over %s', (_name, open) => {
  let invoke: Invoke;
  beforeAll(() => {
    invoke = open(server);
  });

  it.each(LISTED)('lists %s', (_what, call, result) => comesTo(invoke, call(), result()));
  it.each(FOUND)('finds %s', (_what, call, result) => comesTo(invoke, call(), result()));
  it.each(REFUSED)('refuses %s', (_what, call, code) => isRefused(invoke, call(), code));

  it.each(DOCUMENTED)('%s takes its capability from the Authorization header, or a grant', async (name, who, named) => {
    const params = Object.values(named);
    const result = await must(invoke, name, [cool], ...params);
    expect(await must(open(server, cool), name, [], ...params)).toEqual(result);
    const grant = await must<string>(invoke, 'vend.grantReadCapability', [cool], SECRET2.akey, 60);
    expect(await must(invoke, name, [secret2, grant], ...params)).toEqual(result);
    if (who !== 'anybody') await isRefused(invoke, [name, [grant], ...params], 'auth.capability_required');
    if (who === 'the merchant') await isRefused(invoke, [name, [chad, grant], ...params], 'auth.forbidden');
  });

  it.each(DOCUMENTED)('%s is for %s', async (name, who, named) => {
    const params = Object.values(named);
    const strangers = await invoke(name, [[chad], ...params]);
    expect(strangers).toEqual(who === 'the merchant' ? { fault: 1105, faultString: expect.any(String) } : { result: expect.anything() });
    if (who === 'anybody') await must(invoke, name, [], ...params);
    else await isRefused(invoke, [name, [], ...params], 'auth.capability_required');
    await isRefused(invoke, [name, ['V1ad4ab3b51453de416ed87371b80a8231270'], ...params], 'auth.capability_invalid');
  });

  it('does not tell others which private collections there are', async () => {
    for (const name of ['Prototypes', 'Nothing']) {
      await isRefused(invoke, ['vend.productsInCollection', [secret2], COOL.akey, name], 'auth.forbidden');
    }
  });
});

it.each(DOCUMENTED)('%s has the names of the document over JSON-RPC', async (name, _who, named) => {
  const [invoke, withHeader] = [jsonRpc(`${server.url}/jsonrpc`), jsonRpc(`${server.url}/jsonrpc`, cool)];
  const result = await must(invoke as Invoke, name, [cool], ...Object.values(named));
  expect(await invoke(name, { capabilities: [cool], ...named })).toEqual({ result });
  expect(await withHeader(name, named)).toEqual({ result });
});

const COLLECTION = [
  ...['struct', 'name:string', 'merchant:string', 'merchant_akey:string', 'desc:string', 'seller_commission:double'],
  ...['image_url_part:string', 'texture_key:string', 'rating:double', 'tags:string'],
];
const VENDOR = ['struct', 'owner_akey:string', 'owner_name:string', 'position:string', 'mature_region:boolean'];
const PRODUCT = [
  ...['struct', 'prod_id:int', 'name:string', 'short_desc:string', 'creator:string', 'creator_akey:string', 'cats:array', 'string'],
  ...['tags:string', 'rating:double', 'total_votes:int', 'price:double', 'currency:string', 'image_url_part:string'],
  ...['texture_key:string', 'is_mature:int', 'vendors:array', ...VENDOR],
];

it.each<readonly [string, () => Call, readonly string[]]>([
  ['names', () => ['vend.collectionNames', [cool], COOL.akey], ['array', 'string', 'string']],
  ['ids', () => ['vend.productsInCollection', [cool], COOL.akey, 'Prototypes'], ['array', 'int', 'int']],
  ['collections', () => ['vend.publicCollections', [cool], 0, 2], ['array', ...COLLECTION, ...COLLECTION]],
  ['products', () => ['vend.publicCollectionProducts', [cool], SECRET2.akey, '', 'Bazaar', 101, 0], ['array', ...PRODUCT]],
  [
    'deleted products',
    () => ['vend.publicCollectionProductsDeleted', [cool], SECRET2.akey, '', 'Bazaar', 1, 0],
    ['array', 'struct', 'prod_id:int', 'creator:string', 'creator_akey:string'],
  ],
  ['a line for scripts', () => find([], ''), ['string']],
])('on the wire: %s', async (_what, call, types) => {
  expect(await typesOnWire(`${server.url}/xmlrpc`, call())).toEqual(types);
});
