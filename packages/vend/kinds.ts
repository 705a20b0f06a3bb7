import { defineKind } from '@scrip/capability';

export const READ = defineKind('vend.read', { typ: 'scrip.vend-read+jwt', role: 'grant' });
export const MANAGE = defineKind('vend.manage', { typ: 'scrip.vend-manage+jwt', role: 'grant' });
