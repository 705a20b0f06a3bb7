import type { Procedure } from '@scrip/rpc';
import type { Lease } from './lease.ts';
import { announceUnit } from './procedures/lease.announceUnit.ts';
import { createLocation } from './procedures/lease.createLocation.ts';
import { createUnit } from './procedures/lease.createUnit.ts';
import { grantManageCapability } from './procedures/lease.grantManageCapability.ts';
import { grantReadCapability } from './procedures/lease.grantReadCapability.ts';
import { history } from './procedures/lease.history.ts';
import { listAccess } from './procedures/lease.listAccess.ts';
import { listManagers } from './procedures/lease.listManagers.ts';
import { locationDetails } from './procedures/lease.locationDetails.ts';
import { locationNames } from './procedures/lease.locationNames.ts';
import { locationStats } from './procedures/lease.locationStats.ts';
import { logs } from './procedures/lease.logs.ts';
import { managedLocations } from './procedures/lease.managedLocations.ts';
import { offers } from './procedures/lease.offers.ts';
import { regionStats } from './procedures/lease.regionStats.ts';
import { removeLocation } from './procedures/lease.removeLocation.ts';
import { removeUnit } from './procedures/lease.removeUnit.ts';
import { setAccess } from './procedures/lease.setAccess.ts';
import { setManager } from './procedures/lease.setManager.ts';
import { stats } from './procedures/lease.stats.ts';
import { unitDetailsAtLocation } from './procedures/lease.unitDetailsAtLocation.ts';
import { unitDetailsByName } from './procedures/lease.unitDetailsByName.ts';
import { unitDetailsByNumber } from './procedures/lease.unitDetailsByNumber.ts';
import { unitNamesAtLocation } from './procedures/lease.unitNamesAtLocation.ts';
import { updateLocation } from './procedures/lease.updateLocation.ts';
import { updateUnit } from './procedures/lease.updateUnit.ts';

/** What can be asked about locations and units, and changed of them; the document's functions come first. */
export function estateProcedures(lease: Lease): Procedure[] {
  return [
    stats,
    locationStats,
    regionStats,
    locationNames,
    unitNamesAtLocation,
    unitDetailsAtLocation,
    unitDetailsByName,
    unitDetailsByNumber,
    logs,
    createLocation,
    updateLocation,
    removeLocation,
    locationDetails,
    createUnit,
    updateUnit,
    removeUnit,
    announceUnit,
    offers,
    setAccess,
    listAccess,
    setManager,
    listManagers,
    managedLocations,
    history,
    grantReadCapability,
    grantManageCapability,
  ].map((make) => make(lease));
}
