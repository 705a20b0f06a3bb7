import { defineKind } from '@scrip/capability';

export const READ = defineKind('lease.read', { typ: 'scrip.lease-read+jwt', role: 'grant' });
export const MANAGE = defineKind('lease.manage', { typ: 'scrip.lease-manage+jwt', role: 'grant' });
