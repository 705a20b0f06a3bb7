import type { Procedure } from '@scrip/rpc';
import { addProduct } from './procedures/vend.addProduct.ts';
import { announceVendor } from './procedures/vend.announceVendor.ts';
import { collectionDetails } from './procedures/vend.collectionDetails.ts';
import { collectionNames } from './procedures/vend.collectionNames.ts';
import { collectionVendors } from './procedures/vend.collectionVendors.ts';
import { createCollection } from './procedures/vend.createCollection.ts';
import { grantManageCapability } from './procedures/vend.grantManageCapability.ts';
import { grantReadCapability } from './procedures/vend.grantReadCapability.ts';
import { listVendors } from './procedures/vend.listVendors.ts';
import { productDetails } from './procedures/vend.productDetails.ts';
import { productShares } from './procedures/vend.productShares.ts';
import { products } from './procedures/vend.products.ts';
import { productsInCollection } from './procedures/vend.productsInCollection.ts';
import { publicCollectionProducts } from './procedures/vend.publicCollectionProducts.ts';
import { publicCollectionProductsDeleted } from './procedures/vend.publicCollectionProductsDeleted.ts';
import { publicCollections } from './procedures/vend.publicCollections.ts';
import { removeCollection } from './procedures/vend.removeCollection.ts';
import { removeProduct } from './procedures/vend.removeProduct.ts';
import { removeVendor } from './procedures/vend.removeVendor.ts';
import { updateCollection } from './procedures/vend.updateCollection.ts';
import { updateProduct } from './procedures/vend.updateProduct.ts';
import type { Vend } from './vend.ts';

/** Collections, products, and the objects in-world that sell them. */
export function catalogueProcedures(vend: Vend): Procedure[] {
  return [
    collectionNames,
    productsInCollection,
    publicCollections,
    publicCollectionProducts,
    publicCollectionProductsDeleted,
    createCollection,
    updateCollection,
    removeCollection,
    collectionDetails,
    addProduct,
    updateProduct,
    removeProduct,
    productDetails,
    productShares,
    products,
    announceVendor,
    removeVendor,
    listVendors,
    collectionVendors,
    grantReadCapability,
    grantManageCapability,
  ].map((make) => make(vend));
}
