import { decimalOfMinor, type Uuid } from '@scrip/kernel';
import type { Vend } from '@scrip/vend';

type Collections = Vend['collections'];
type Products = Vend['products'];

interface DemoCollection {
  readonly name: string;
  readonly settings: Parameters<Collections['create']>[2];
  readonly offered: readonly { readonly name: string; readonly price: number; readonly facts: Parameters<Products['add']>[3] }[];
}

const COLLECTIONS: readonly DemoCollection[] = [
  {
    name: 'Furniture',
    settings: { public: true, description: 'Things to sit on, sleep in and eat at', tags: 'home, wood', commission: 10 },
    offered: [
      {
        name: 'Oak chair',
        price: 120,
        facts: { description: 'A plain chair of oak', categories: ['Furniture', 'Chairs'], tags: 'wood, seat', prims: 4 },
      },
      {
        name: 'Oak table',
        price: 250,
        facts: { description: 'Seats six', categories: ['Furniture', 'Tables'], tags: 'wood, dinner', prims: 6 },
      },
      {
        name: 'Velvet sofa',
        price: 480,
        facts: {
          description: 'Three seats, ten colours',
          categories: ['Furniture', 'Sofas'],
          tags: 'seat, soft',
          prims: 9,
          featured: true,
        },
      },
      {
        name: 'Four-poster bed',
        price: 900,
        facts: { description: 'With curtains', categories: ['Furniture', 'Beds'], tags: 'wood, sleep', prims: 22 },
      },
      {
        name: 'Floor lamp',
        price: 75,
        facts: { description: 'Lights up when touched', categories: ['Furniture', 'Lights'], tags: 'light', prims: 3, copy: true },
      },
    ],
  },
  {
    name: 'Prototypes',
    settings: { description: 'Not for sale yet' },
    offered: [
      { name: 'Hover chair', price: 300, facts: { description: 'Floats, mostly', categories: ['Furniture', 'Chairs'], prims: 5 } },
      { name: 'Folding wall', price: 650, facts: { description: 'Folds, sometimes', categories: ['Buildings'], prims: 12 } },
    ],
  },
];

/** What is missing of the demo world's products. */
export async function seedProducts({ catalogue, collections, products }: Vend, merchant: Uuid): Promise<void> {
  for (const { name, settings, offered } of COLLECTIONS) {
    const find = () => catalogue.collectionNamed(merchant, name);
    if (!(await find())) await collections.create(merchant, name, settings);
    const collection = await find();
    if (!collection) throw new Error(`the demo world's collection ${name} is not there`);
    for (const { name: product, price, facts } of offered.slice(collection.size)) {
      await products.add(collection, product, decimalOfMinor(BigInt(price), 0), facts);
    }
  }
}
