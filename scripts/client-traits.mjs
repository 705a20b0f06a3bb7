// What the TypeScript client has to know of procedures when it runs: packages/client/trait-list.ts.

/**
 * Procedures that change nothing, so that the client may send them twice. What is not listed is taken for a change: a new procedure
 * that reads works without its row, and is not repeated when a connection breaks.
 */
const READS = {
  bank: `accountBalance accountDetails accountList balanceAt currencies exportTransactions listGrants listHolds listStandingOrders
    transaction transactions`,
  general: `getAvatarKey getAvatarName getLoginChallenge isGroupMember listGroupMembers listGroupOfficers listGroupsCreated
    listMemberships listObjects siteStatus`,
  lease: `history listAccess listManagers locationDetails locationNames locationStats logs managedLocations myLeases offers quote
    refundPreview regionStats stats unitDetailsAtLocation unitDetailsByName unitDetailsByNumber unitNamesAtLocation`,
  operator: `audit inspectCapability listAvatars listGrids listOperators listOutbox listPayouts log verifyChain`,
  system: 'getCapabilities listMethods methodHelp methodSignature',
  vend: `collectionDetails collectionNames collectionVendors credits creditsGiven findProductsVendor giftCard listAccess listVendors
    myGiftCards myOrders order productDetails productShares products productsInCollection publicCollectionProducts
    publicCollectionProductsDeleted publicCollections quote rating refundPreview sales search`,
};

/** The text of the file. Fails where a procedure is listed that is none. */
export function clientTraits({ methods }) {
  const reads = new Set(Object.entries(READS).flatMap(([group, names]) => names.split(/\s+/).map((name) => `${group}.${name}`)));
  const lines = new Map();
  for (const { name, params } of methods) {
    const takes = (wanted) => params.some((param) => param.name === wanted);
    const mark = `${takes('capabilities') ? '' : '-'}${takes('request_id') ? '!' : ''}${reads.delete(name) ? '?' : ''}`;
    if (mark === '') continue;
    const [group, method] = name.split('.');
    lines.set(group, [...(lines.get(group) ?? [group]), method + mark]);
  }
  if (reads.size > 0) throw new Error(`scripts/client-traits.mjs lists what is no procedure: ${[...reads].join(', ')}`);
  return [
    '// Written by npm run docs out of the declarations of the procedures.',
    '/** Groups and their procedures: `-` takes no capabilities, `!` takes a request id, `?` changes nothing. */',
    `export const TRAITS = '${[...lines.values()].map((words) => words.join(' ')).join('|')}';`,
    '',
  ].join('\n');
}
